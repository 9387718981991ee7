import { cut, disc, line, poly, rect, repeat, seeded, shape, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { hills, reeds, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss } = palette

/** An eel along a spine of points: thick behind the head, thin at the tail, pale belly. */
const eel = (
  spine: readonly (readonly [number, number])[],
  girth: number,
  back: string,
  belly: string,
): string => {
  const curve: [number, number][] = []
  for (let at = 0; at < spine.length - 1; at++) {
    const [p0, p1, p2, p3] = [
      spine[Math.max(0, at - 1)],
      spine[at],
      spine[at + 1],
      spine[Math.min(spine.length - 1, at + 2)],
    ]
    if (!p0 || !p1 || !p2 || !p3) continue
    for (let k = 0; k < 10; k++) {
      const t = k / 10
      const mid = (a: number, b: number, c: number, d: number): number =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3)
      curve.push([mid(p0[0], p1[0], p2[0], p3[0]), mid(p0[1], p1[1], p2[1], p3[1])])
    }
  }
  const side = (sign: number, share: number): [number, number][] =>
    curve.map(([x, y], at) => {
      const [ax, ay] = curve[Math.max(0, at - 1)] ?? [x, y]
      const [bx, by] = curve[Math.min(curve.length - 1, at + 1)] ?? [x, y]
      const length = Math.hypot(bx - ax, by - ay) || 1
      const t = at / curve.length
      const half =
        girth *
        share *
        Math.min(1, 0.45 + t * 0 + Math.sin(Math.min(1, t * 5) * 1.57) * 0.55) *
        (1 - t ** 2.4)
      return [x - ((by - ay) / length) * half * sign, y + ((bx - ax) / length) * half * sign]
    })
  const [hx, hy] = curve[2] ?? [0, 0]
  return (
    poly([...side(1, 1.35), ...side(-1, 1).reverse()], mix(back, ink, 0.45)) +
    poly([...side(1, 1), ...side(-1, 1).reverse()], back) +
    poly([...side(-1, 1), ...side(-1, 0.35).reverse()], belly) +
    disc(hx, hy - girth * 0.2, girth * 0.22, paper) +
    disc(hx, hy - girth * 0.2, girth * 0.11, ink)
  )
}

const draw = (): string => {
  const random = seeded(8)
  const under = 'M-10 430C200 424 420 436 690 430C760 440 800 520 850 610C900 640 1300 620 1930 632V1100H-10Z'
  return sheet(
    1920,
    1080,
    harbour,
    sky(
      1920,
      430,
      [mix(mist, sea, 0.3), mix(mist, paper, 0.4), mix(sand, paper, 0.4), mix(sand, ochre, 0.3)],
      6,
      10,
    ),
    disc(1490, 250, 92, mix(paper, ochre, 0.2)),
    streak(60, 120, 700, 22, paper),
    streak(1100, 90, 700, 16, paper),
    hills(1920, 470, [330, 290, 320, 260, 230, 270, 330, 300, 340], mix(moss, mist, 0.45)),
    repeat(15, at =>
      shape(
        `M${at * 140 - 30} 440C${at * 140 - 60} ${330 - random() * 60} ${at * 140 + 70} ${300 - random() * 80} ${at * 140 + 90} 440Z`,
        mix(moss, harbour, 0.25 + random() * 0.25),
      ),
    ),
    ...[120, 250, 1720, 1830].map(x =>
      shape(
        `M${x} 450C${x - 40} 300 ${x - 10} 120 ${x} 90C${x + 14} 130 ${x + 40} 300 ${x + 6} 450Z`,
        mix(moss, deep, 0.6),
      ),
    ),
    rect(690, 428, 1250, 220, mix(moss, deep, 0.32)),
    shape('M900 470C1200 450 1600 480 1930 460V560C1600 590 1200 540 900 560Z', mix(moss, sand, 0.2)),
    stipple(690, 430, 1240, 200, mix(moss, ink, 0.5), 'bottom', { size: 5 }),
    reeds(1180, 636, 740, mix(moss, deep, 0.7), 60, 60, 21),
    ...[1290, 1480, 1650, 1810].map((x, at) => disc(x, 520 + (at % 2) * 24, 46, mix(moss, deep, 0.55))),
    // Mill race wall and the two counters on the weir.
    poly('560,430 560,392 720,392 770,430', mix(sand, ink, 0.35)),
    shape('M770 410C840 440 850 560 930 628L1180 634C1000 600 960 420 900 400Z', mist),
    ...[0, 1, 2, 3, 4].map(at =>
      stroke(
        `M${790 + at * 28} ${410}C${850 + at * 26} 450 ${870 + at * 22} 560 ${950 + at * 38} 622`,
        paper,
        6,
      ),
    ),
    shape('M880 640C900 600 960 596 1000 606C1050 590 1100 600 1150 612C1220 604 1280 620 1330 640Z', paper),
    stipple(860, 560, 480, 80, sea, 'bottom', { count: 500 }),
    shape(under, mix(sea, harbour, 0.25)),
    within(
      under,
      shape('M-10 560C400 600 900 720 1930 700V1100H-10Z', mix(sea, harbour, 0.7)),
      shape('M-10 740C500 760 1100 860 1930 830V1100H-10Z', mix(harbour, deep, 0.45)),
      stipple(0, 430, 1920, 360, harbour, 'bottom', { size: 5 }),
      stipple(0, 620, 1920, 300, deep, 'bottom', { size: 5, seed: 4 }),
      ...[
        [140, 330],
        [420, 560],
        [1180, 1420],
        [1560, 1700],
      ].map(([a = 0, b = 0]) =>
        poly(
          [
            [a, 420],
            [a + 90, 420],
            [b - 200, 1100],
            [b - 420, 1100],
          ],
          mist,
          'opacity="0.14"',
        ),
      ),
      poly('690,430 760,470 860,640 880,1100 560,1100 640,640', mix(ink, harbour, 0.25)),
      stipple(560, 470, 320, 600, sea, 'left', { count: 600 }),
      repeat(7, at => line(640 - at * 8 + 20, 520 + at * 84, 860, 540 + at * 84, deep, 5)),
    ),
    stroke('M-10 430C200 424 420 436 690 430', paper, 7),
    stroke('M1330 638C1500 630 1700 636 1930 632', paper, 7),
    ripples(0, 440, 600, 70, mist, 16, 3, 0.7),
    ripples(1300, 646, 620, 60, mist, 12, 5, 0.7),
    // Bed of the river.
    shape('M-10 1000C300 950 620 1010 900 1000C1300 960 1600 1020 1930 960V1100H-10Z', mix(ink, deep, 0.4)),
    ...[
      [90, 1004, 70],
      [260, 1020, 46],
      [1090, 1010, 80],
      [1230, 1030, 50],
      [1760, 1000, 90],
    ].map(([x = 0, y = 0, r = 0]) =>
      shape(
        `M${x - r} ${y + 30}C${x - r} ${y - r * 0.7} ${x + r} ${y - r * 0.8} ${x + r * 1.1} ${y + 30}Z`,
        mix(harbour, sand, 0.3),
      ),
    ),
    reeds(340, 1040, 240, moss, 26, 240, 3),
    reeds(1340, 1040, 330, moss, 34, 280, 5),
    reeds(0, 1080, 200, mix(moss, ink, 0.5), 20, 300, 9),
    // The eels, going up.
    eel(
      [
        [1010, 690],
        [1080, 760],
        [1200, 770],
        [1290, 700],
        [1400, 690],
        [1500, 770],
        [1620, 800],
        [1740, 730],
        [1860, 720],
      ],
      40,
      ink,
      ochre,
    ),
    eel(
      [
        [700, 560],
        [780, 640],
        [800, 740],
        [900, 830],
        [1040, 830],
        [1140, 900],
        [1290, 930],
        [1400, 880],
      ],
      34,
      mix(ink, deep, 0.4),
      sand,
    ),
    eel(
      [
        [180, 560],
        [270, 620],
        [370, 590],
        [470, 540],
        [560, 590],
        [640, 680],
        [690, 800],
      ],
      36,
      ink,
      ochre,
    ),
    eel(
      [
        [1500, 900],
        [1580, 940],
        [1680, 910],
        [1760, 860],
        [1850, 880],
        [1940, 930],
      ],
      26,
      mix(ink, harbour, 0.4),
      sand,
    ),
    eel(
      [
        [120, 790],
        [220, 850],
        [330, 830],
        [420, 870],
        [520, 930],
      ],
      25,
      mix(ink, harbour, 0.4),
      sand,
    ),
    repeat(22, at =>
      disc(880 + random() * 440, 650 + random() * 180, 3 + (at % 4) * 2.5, mist, 'opacity="0.7"'),
    ),
    figure({
      x: 430,
      y: 432,
      h: 270,
      coat: rust,
      legs: deep,
      hat: 'brim',
      hatInk: harbour,
      skin: skin.pale,
      lean: 22,
      hem: -42,
      stance: 'stand',
      near: [
        [6, -60],
        [20, -54],
      ],
      far: [
        [14, -66],
        [24, -58],
      ],
    }),
    line(486, 290, 560, 452, ink, 5),
    shape('M520 430H600L584 470H536Z', sand, 'opacity="0.9"'),
    shape(cut('330,436 520,436 500,424 344,424'), ink),
  )
}

export const eelsWeir: Picture = {
  name: 'eels-weir',
  title: 'Eels above the weir',
  width: 1920,
  height: 1080,
  draw,
  alt: 'The river cut open: above the waterline a person with a net stands by a weir in the evening sun, below it large dark eels with golden bellies wind upstream past the wall.',
  caption: 'Eels pass the weir at the old mill race on the Arle, drawn from this month’s counts.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.58, y: 0.68 },
}
