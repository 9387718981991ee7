import { cut, disc, line, oval, poly, rect, repeat, shape, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust } = palette

const draw = (): string => {
  const beam = mix(ochre, paper, 0.55)
  const tower: [number, number][] = [
    [900, 470],
    [1130, 470],
    [1210, 1470],
    [830, 1470],
  ]
  const white = mix(mist, paper, 0.5)
  const path =
    'M120 2010C300 1900 760 1880 900 1800C1000 1740 640 1720 700 1640C760 1570 930 1560 980 1470L1070 1470C1060 1570 900 1610 900 1660C900 1700 1200 1730 1110 1840C1040 1920 700 1960 620 2010Z'
  return sheet(
    1600,
    2000,
    ink,
    sky(
      1600,
      1420,
      [ink, mix(ink, deep, 0.6), deep, mix(deep, harbour, 0.7), harbour, mix(harbour, sea, 0.6)],
      14,
      70,
    ),
    repeat(64, at =>
      disc((at * 733 + 90) % 1600, (at * 379) % 1080, 2 + (at % 4 === 0 ? 2.4 : 0), at % 5 ? mist : sand),
    ),
    // The beams.
    poly('1000,372 -20,-40 -20,330', beam, 'opacity="0.32"'),
    poly('1000,372 -20,60 -20,250', beam, 'opacity="0.5"'),
    poly('1030,372 1620,420 1620,620', beam, 'opacity="0.32"'),
    poly('1030,372 1620,470 1620,570', beam, 'opacity="0.45"'),
    stipple(-10, 0, 800, 360, mix(ink, deep, 0.6), 'left', { size: 5, count: 2400 }),
    // Sea, far shore with the lights of the town.
    rect(-10, 1400, 1620, 620, mix(harbour, deep, 0.4)),
    shape('M-10 1402C120 1380 260 1370 420 1376C520 1380 560 1396 600 1402Z', ink),
    repeat(14, at => rect(20 + at * 37, 1378 + (at % 3) * 7, 8, 8, ochre)),
    ripples(0, 1420, 900, 240, sea, 50, 4, 1),
    ripples(20, 1410, 520, 70, ochre, 22, 7, 0.5),
    ripples(1200, 1420, 420, 260, sea, 24, 9, 1),
    stipple(0, 1400, 1600, 340, deep, 'bottom', { size: 5 }),
    // The rock.
    shape(
      'M180 2010C220 1880 330 1840 420 1740C500 1640 640 1660 700 1560C760 1470 860 1450 1000 1456C1160 1440 1280 1470 1330 1560C1400 1640 1540 1650 1610 1740V2010Z',
      mix(deep, ink, 0.4),
    ),
    shape(
      'M180 2010C220 1880 330 1840 420 1740C500 1640 640 1660 700 1560C720 1530 760 1500 800 1480C760 1620 560 1740 520 2010Z',
      mix(harbour, deep, 0.3),
    ),
    shape(
      'M1240 1480C1300 1490 1340 1570 1400 1640C1480 1690 1560 1690 1610 1740V2010H1320C1360 1820 1260 1640 1240 1480Z',
      ink,
    ),
    stipple(400, 1500, 1200, 500, ink, 'bottom', { size: 6 }),
    shape(path, mix(sand, harbour, 0.3)),
    within(path, stipple(100, 1460, 1100, 550, deep, 'bottom', { size: 6, count: 3000 })),
    // Keeper's house, the doors open, light falling out.
    rect(1130, 1330, 330, 160, white),
    poly('1110,1336 1170,1250 1420,1250 1480,1336', deep),
    rect(1380, 1330, 80, 160, mix(harbour, ink, 0.3)),
    rect(1230, 1370, 46, 62, ochre),
    rect(1310, 1370, 46, 62, ochre),
    rect(1360, 1214, 34, 60, white),
    // The tower.
    poly(tower, white),
    within(
      cut(tower),
      repeat(3, at =>
        poly(
          [
            [780, 590 + at * 330],
            [1260, 560 + at * 330],
            [1260, 720 + at * 330],
            [780, 750 + at * 330],
          ],
          rust,
        ),
      ),
      poly('1060,460 1260,460 1260,1480 1110,1480', ink, 'opacity="0.42"'),
      stipple(820, 470, 400, 1000, deep, 'right', { size: 6, count: 3600 }),
    ),
    ...[
      [966, 650],
      [1000, 830],
      [958, 1010],
      [994, 1180],
    ].map(
      ([x = 0, y = 0]) =>
        shape(`M${x} ${y + 74}V${y + 20}A24 24 0 0 1 ${x + 48} ${y + 20}V${y + 74}Z`, ink) +
        shape(
          `M${x + 6} ${y + 74}V${y + 22}A18 18 0 0 1 ${x + 42} ${y + 22}V${y + 74}Z`,
          mix(ochre, paper, 0.25),
        ) +
        line(x + 24, y + 4, x + 24, y + 74, ink, 4) +
        disc(x + 16, y + 56, 8, ink) +
        disc(x + 33, y + 60, 7, ink),
    ),
    shape('M950 1470V1350A62 62 0 0 1 1074 1350V1470Z', ink),
    shape('M964 1470V1352A48 48 0 0 1 1060 1352V1470Z', mix(ochre, paper, 0.3)),
    figure({
      x: 1012,
      y: 1470,
      h: 128,
      view: 'front',
      flat: ink,
      hem: -26,
      flare: 22,
      near: [
        [-16, -74],
        [-22, -90],
      ],
      far: [
        [16, -74],
        [22, -90],
      ],
    }),
    poly('964,1470 1060,1470 1130,1580 880,1580', beam, 'opacity="0.45"'),
    poly('850,476 1180,476 1160,440 870,440', deep),
    ...repeatRail(),
    rect(910, 300, 210, 142, beam),
    ...[910, 960, 1012, 1064, 1114].map(x => rect(x - 4, 300, 8, 142, ink)),
    disc(1015, 372, 50, paper),
    disc(1015, 372, 26, ochre),
    shape('M890 304C900 230 960 196 1015 190C1070 196 1130 230 1140 304Z', rust),
    shape('M1040 194C1090 204 1132 240 1140 304H1076C1080 260 1066 220 1040 194Z', mix(rust, ink, 0.5)),
    line(1015, 190, 1015, 120, ink, 9),
    disc(1015, 160, 14, rust),
    // The choir on its way up, each with a lamp and a book.
    ...(
      [
        [1060, 1780, 180, rust],
        [960, 1826, 196, mist],
        [1000, 1700, 150, ochre],
        [800, 1664, 134, mist],
        [880, 1612, 120, rust],
        [800, 1880, 232, harbour],
        [620, 1916, 270, ochre],
        [400, 1968, 330, rust],
      ] as const
    )
      .toSorted((a, b) => a[1] - b[1])
      .map(
        ([x, y, h, coat], at) =>
          disc(x + h * 0.2, y - h * 0.5, h * 0.3, ochre, 'opacity="0.25"') +
          disc(x + h * 0.2, y - h * 0.5, h * 0.17, ochre, 'opacity="0.35"') +
          oval(x, y, h * 0.3, 7, ink) +
          figure({
            x,
            y,
            h,
            face: 1,
            view: 'back',
            coat: mix(coat, ink, 0.2),
            hair: [ink, mix(rust, ink, 0.4), mist][at % 3] ?? ink,
            hairStyle: at % 2 ? 'bob' : 'short',
            hem: -24,
            flare: 22,
            stance: 'walk',
            near: [
              [-14, -66],
              [-8, -58],
            ],
            far: [
              [15, -66],
              [20, -58],
            ],
            more: line(20, -58, 20, -52, ink, 1.5) + rect(16, -52, 8, 10, mix(ochre, paper, 0.4)),
          }),
      ),
  )
}

const repeatRail = (): string[] => [
  repeat(12, at => rect(856 + at * 28, 398, 5, 46, ink)),
  stroke('M852 400H1178M852 420H1178', ink, 5),
]

export const holmLight: Picture = {
  name: 'holm-light',
  title: 'The choir at Holm Light',
  width: 1600,
  height: 2000,
  draw,
  alt: 'A red and white lighthouse throws its beams over a starry night; a line of singers carrying lamps winds up the path of the rock to its open, glowing door.',
  caption: 'The choir climbs to its rehearsal in Holm Light, after dark in the first week of the season.',
  credit: 'Holm Picture Agency',
  focal: { x: 0.62, y: 0.3 },
}
