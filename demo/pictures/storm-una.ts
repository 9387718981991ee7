import { disc, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { windows } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss } = palette

const draw = (): string => {
  const random = seeded(77)
  const grey = mix(mist, harbour, 0.35)
  const home = (x: number, y: number, w: number, h: number, wall: string, roof: string): string =>
    rect(x, y - h, w, h, wall) +
    rect(x + w * 0.76, y - h, w * 0.24, h, ink, 'opacity="0.2"') +
    poly(
      [
        [x - 20, y - h + 4],
        [x + w * 0.12, y - h - 130],
        [x + w * 0.88, y - h - 130],
        [x + w + 20, y - h + 4],
      ],
      roof,
    ) +
    windows(x + w * 0.06, y - h + 20, w * 0.88, h * 0.42, 3, 1, deep, deep, 0, 1, 0.5, 0.8)
  return sheet(
    1800,
    1200,
    grey,
    sky(
      1800,
      720,
      [
        mix(harbour, ink, 0.35),
        mix(harbour, mist, 0.12),
        mix(harbour, mist, 0.35),
        mix(mist, harbour, 0.3),
        mix(mist, paper, 0.3),
      ],
      4,
      50,
    ),
    shape(
      'M-10 40C300 -20 620 110 900 70C1240 20 1500 130 1810 60V190C1500 250 1240 160 960 210C620 270 300 170 -10 230Z',
      mix(harbour, ink, 0.5),
    ),
    stipple(0, 60, 1800, 260, mix(ink, harbour, 0.3), 'top', { count: 2800, size: 5 }),
    home(-120, 760, 400, 300, mix(mist, harbour, 0.4), mix(harbour, ink, 0.3)),
    home(300, 750, 330, 270, mix(mist, sand, 0.3), mix(harbour, ink, 0.5)),
    home(1520, 770, 420, 320, mix(mist, harbour, 0.3), mix(harbour, ink, 0.4)),
    repeat(5, at => line(190 + at * 430, 330 + at * 6, 190 + at * 430, 760, ink, 10)),
    stroke('M190 350C400 440 500 420 620 356C800 440 900 430 1050 362C1080 460 1090 600 1094 740', ink, 3),
    // The house that waits: tarpaulin, boards, a stain at the height of the flood.
    rect(820, 370, 620, 440, sand),
    rect(1290, 370, 150, 440, mix(sand, ink, 0.32)),
    rect(1240, 170, 80, 150, mix(rust, ink, 0.2)),
    rect(1228, 156, 104, 22, ink),
    poly('780,380 880,190 1390,190 1486,380', mix(rust, ink, 0.35)),
    repeat(5, r =>
      repeat(11, c => (random() < 0.16 ? rect(880 + c * 48 - r * 10, 206 + r * 34, 40, 26, ink) : '')),
    ),
    poly('800,386 900,176 1180,182 1200,400 1120,430 1010,396 920,430', harbour),
    poly('900,176 1000,178 980,404 920,430 860,410', mix(harbour, sea, 0.5)),
    ...[
      [880, 410, 860, 520],
      [1010, 398, 1016, 500],
      [1190, 400, 1206, 520],
    ].map(
      ([a = 0, b = 0, c = 0, d = 0]) =>
        line(a, b, c, d, paper, 4) + rect(c - 14, d, 28, 26, mix(rust, ink, 0.3)),
    ),
    rect(880, 470, 130, 150, ink),
    ...[0, 1, 2].map(at =>
      poly(
        [
          [866, 486 + at * 46],
          [1024, 474 + at * 46],
          [1026, 504 + at * 46],
          [868, 516 + at * 46],
        ],
        mix(ochre, ink, 0.22),
      ),
    ),
    rect(1240, 470, 116, 150, paper),
    rect(1250, 480, 96, 130, mix(ochre, paper, 0.3)),
    line(1298, 480, 1298, 610, paper, 7),
    line(1250, 545, 1346, 545, paper, 7),
    rect(1070, 500, 126, 310, paper),
    rect(1084, 514, 98, 296, ink),
    rect(1084, 514, 40, 296, rust),
    shape('M820 660C1000 640 1200 670 1440 650V812H820Z', mix(moss, ink, 0.3), 'opacity="0.42"'),
    stipple(820, 560, 620, 110, mix(moss, ink, 0.3), 'bottom', { count: 700 }),
    // Skip, sandbags, ruined furniture.
    rect(-10, 790, 1820, 420, mix(harbour, mist, 0.35)),
    rect(-10, 790, 1820, 40, mix(sand, ink, 0.4)),
    poly('500,640 830,640 800,810 530,810', ochre),
    poly('690,640 830,640 800,810 700,810', mix(ochre, ink, 0.3)),
    poly('540,640 560,560 640,550 650,640', mix(rust, ink, 0.2)),
    poly('650,640 690,520 780,560 750,640', mist),
    line(600, 640, 580, 500, mix(sand, ink, 0.3), 12),
    line(560, 520, 640, 510, mix(sand, ink, 0.3), 12),
    rect(520, 634, 320, 16, ink),
    ...repeatBags(sand, ink),
    // Standing water with the house in it, the fallen tree across the road.
    shape('M-10 920C300 880 700 900 1000 890C1300 880 1560 900 1810 880V1210H-10Z', mix(mist, harbour, 0.25)),
    poly('830,900 1440,900 1410,1120 860,1120', sand, 'opacity="0.45"'),
    poly('860,1110 1410,1110 1330,1200 930,1200', mix(rust, ink, 0.35), 'opacity="0.45"'),
    poly('1084,900 1182,900 1170,1040 1096,1040', ink, 'opacity="0.45"'),
    poly('1246,960 1350,960 1340,1050 1250,1050', ochre, 'opacity="0.5"'),
    ripples(0, 910, 1800, 280, paper, 40, 4, 1),
    ripples(0, 910, 1800, 280, harbour, 60, 6, 1.2),
    ...[
      [300, 1080],
      [760, 1010],
      [1500, 1050],
      [1240, 1150],
      [560, 1150],
      [1680, 960],
    ].map(
      ([x = 0, y = 0]) =>
        `<ellipse cx="${x}" cy="${y}" rx="46" ry="10" fill="none" stroke="${paper}" stroke-width="3"/><ellipse cx="${x}" cy="${y}" rx="20" ry="4" fill="none" stroke="${paper}" stroke-width="3"/>`,
    ),
    poly('-10,960 -10,1060 420,960 640,880 630,856 380,900', mix(ink, rust, 0.16)),
    stroke(
      'M300 930C340 830 330 760 400 690M400 900C470 850 480 790 560 760M520 880C600 860 640 820 720 830M440 930C520 960 580 950 660 1000M250 960C250 880 200 840 210 760',
      mix(ink, rust, 0.16),
      16,
    ),
    stroke(
      'M340 800C300 780 290 740 300 700M480 820C500 780 490 750 500 720M600 850C640 880 690 880 730 900M230 830C190 810 170 790 160 750',
      mix(ink, rust, 0.16),
      8,
    ),
    shape('M-10 940C60 920 130 980 150 1060C110 1110 40 1120 -10 1110Z', ink),
    disc(60, 1020, 56, mix(sand, rust, 0.3)),
    disc(60, 1020, 36, mix(sand, rust, 0.5)),
    disc(60, 1020, 14, mix(sand, rust, 0.3)),
    figure({
      x: 1250,
      y: 888,
      h: 400,
      face: -1,
      coat: ochre,
      legs: harbour,
      skin: skin.pale,
      hair: mist,
      hairStyle: 'bob',
      hem: -32,
      flare: 20,
      near: [
        [3, -66],
        [14, -70],
      ],
      far: [
        [9, -68],
        [16, -72],
      ],
      more: rect(12, -76, 10, 12, paper),
    }),
    oval(1250, 892, 90, 10, ink, 'opacity="0.5"'),
    repeat(150, () => {
      const x = random() * 1900
      const y = random() * 1200
      const l = 24 + random() * 46
      return line(x, y, x - l * 0.36, y + l, paper, 2.2, 'opacity="0.5"')
    }),
  )
}

const repeatBags = (fill: string, ink: string): string[] =>
  Array.from({ length: 9 }, (_, at) => {
    const row = at < 5 ? 0 : 1
    const x = 1240 + (row ? at - 5 : at) * 84 + row * 42
    return shape(
      `M${x - 46} ${886 - row * 38}C${x - 54} ${846 - row * 38} ${x + 46} ${842 - row * 38} ${x + 46} ${884 - row * 38}Z`,
      mix(fill, ink, 0.2 + (at % 3) * 0.08),
    )
  })

export const stormUna: Picture = {
  name: 'storm-una',
  title: 'Six weeks after the storm',
  width: 1800,
  height: 1200,
  draw,
  alt: 'In grey rain a woman in a yellow coat reads a letter outside a house with a blue tarpaulin on the roof and boarded windows; a fallen tree lies in the flooded street.',
  caption: 'A householder reads her insurer’s letter in Weir Street, six weeks after Storm Una.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.66, y: 0.55 },
}
