import { box, cut, disc, line, poly, rect, repeat, seeded, shape, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { gull, hills, reeds, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const random = seeded(11)
  const brick = mix(rust, ink, 0.28)
  const shade = mix(rust, ink, 0.62)
  const pane = (x: number, y: number): string => {
    const broken = random()
    return (
      rect(x, y, 46, 72, mix(ink, deep, 0.3)) +
      repeat(6, at =>
        random() < 0.42 + broken * 0.3
          ? ''
          : rect(
              x + 3 + (at % 2) * 21,
              y + 4 + Math.floor(at / 2) * 22,
              19,
              19,
              random() < 0.3 ? mix(ochre, paper, 0.3) : mix(sea, mist, 0.4),
            ),
      )
    )
  }
  const mill = [
    poly('1390,190 1470,190 1490,720 1370,720', brick),
    poly('1440,190 1470,190 1490,720 1440,720', shade),
    rect(1380, 176, 100, 22, shade),
    rect(1384, 240, 92, 12, shade),
    rect(520, 300, 760, 420, brick),
    rect(1100, 300, 180, 420, shade),
    poly(
      '500,306 560,250 640,306 700,250 780,306 840,250 920,306 980,250 1060,306 1110,252 1190,306 1230,262 1300,306',
      mix(deep, ink, 0.3),
    ),
    poly('840,250 920,306 880,306 860,290 838,300 820,280', ochre),
    rect(400, 440, 130, 280, mix(brick, ink, 0.2)),
    poly('390,446 464,380 540,446', ink),
    rect(1280, 520, 260, 200, mix(brick, ink, 0.3)),
    poly('1270,526 1300,480 1520,480 1556,526', mix(deep, ink, 0.3)),
    ...[0, 1, 2, 3].flatMap(row => Array.from({ length: 9 }, (_, at) => pane(548 + at * 80, 330 + row * 96))),
    ...[0, 1].map(row => pane(440, 470 + row * 100)),
    pane(1330, 570),
    pane(1440, 570),
    stipple(520, 300, 580, 420, ink, 'bottom', { count: 2600, size: 4 }),
    stipple(520, 300, 300, 420, ochre, 'left', { count: 900, size: 4 }),
    shape(
      'M640 720C600 640 660 600 630 540C690 580 670 640 720 720ZM980 720C960 680 1010 660 990 610C1040 650 1020 690 1050 720Z',
      moss,
    ),
  ].join('')
  return sheet(
    1800,
    1200,
    deep,
    sky(
      1800,
      720,
      [
        mix(ink, harbour, 0.5),
        mix(harbour, ink, 0.15),
        mix(harbour, rust, 0.35),
        mix(rust, ochre, 0.4),
        mix(ochre, paper, 0.2),
      ],
      21,
      -50,
    ),
    shape(
      'M-10 60C300 20 520 130 860 90C1200 60 1500 150 1810 80V230C1500 300 1260 210 980 250C640 300 300 190 -10 250Z',
      mix(ink, harbour, 0.4),
      'opacity="0.8"',
    ),
    streak(200, 380, 900, 26, mix(rust, harbour, 0.4)),
    streak(1180, 430, 700, 22, mix(blush, rust, 0.4)),
    streak(-200, 520, 700, 18, blush),
    disc(250, 620, 88, mix(ochre, paper, 0.5)),
    hills(1800, 730, [640, 600, 640, 660, 670, 660, 650, 610, 580], mix(harbour, ink, 0.4)),
    mill,
    rect(-10, 716, 1820, 26, ink),
    reeds(-10, 724, 1820, ink, 90, 40, 3),
    // Its reflection, cut by ripples.
    rect(-10, 738, 1820, 480, mix(rust, harbour, 0.55)),
    within(
      cut(box(-10, 738, 1820, 470)),
      `<g transform="translate(0 1456) scale(1 -1)" opacity="0.55">${mill}</g>`,
      rect(-10, 738, 1820, 480, deep, 'opacity="0.36"'),
      ripples(0, 760, 1800, 440, mix(rust, ochre, 0.5), 40, 4, 1.1),
      ripples(0, 760, 1800, 440, deep, 90, 8, 1.4),
      ripples(160, 748, 200, 400, mix(ochre, paper, 0.4), 40, 9, 0.8),
      stipple(0, 740, 1800, 460, ink, 'bottom', { size: 5 }),
    ),
    // Near bank: fence with its sale board, and a woman taking notes.
    poly('-10,1060 380,1020 820,1110 1300,1150 1810,1080 1810,1210 -10,1210', ink),
    repeat(16, at => rect(1010 + at * 52, 920 + (at % 3) * 5, 8, 260, ink)),
    line(980, 960, 1810, 930, ink, 8),
    line(980, 1070, 1810, 1040, ink, 8),
    repeat(30, at => line(1010 + at * 28, 920 + (at % 2) * 3, 1024 + at * 28, 908, ink, 4)),
    poly('1300,800 1580,786 1586,960 1306,968', paper),
    poly('1300,800 1580,786 1582,836 1302,848', rust),
    line(1330, 880, 1540, 870, ink, 9),
    line(1330, 912, 1490, 904, ink, 6),
    line(1330, 938, 1510, 930, ink, 6),
    stroke('M1320 966L1566 800', rust, 16),
    rect(1324, 966, 14, 220, ink),
    rect(1548, 958, 14, 220, ink),
    figure({
      x: 700,
      y: 1120,
      h: 400,
      face: 1,
      view: 'back',
      coat: mix(ochre, rust, 0.2),
      legs: ink,
      hair: ink,
      hairStyle: 'bun',
      hem: -28,
      flare: 22,
      near: [
        [-15, -66],
        [-10, -58],
      ],
      far: [
        [15, -66],
        [12, -60],
      ],
    }),
    reeds(-10, 1150, 640, ink, 70, 190, 6, 20),
    reeds(760, 1180, 300, ink, 30, 120, 9),
    gull(980, 196, 0.6, mist, -8),
    gull(1090, 150, 0.45, mist, 8),
    gull(1290, 130, 0.5, mist),
  )
}

export const cardingMill: Picture = {
  name: 'carding-mill',
  title: 'The Carding Mill',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A derelict brick mill with a tall chimney and broken windows stands across the river under a heavy red evening sky, mirrored in the water; a woman in a yellow coat looks at it beside a crossed-out sale board.',
  caption: 'The Carding Mill seen from the far bank of the Arle at dusk, two years after its sale.',
  credit: 'Holm Picture Agency',
  focal: { x: 0.5, y: 0.45 },
}
