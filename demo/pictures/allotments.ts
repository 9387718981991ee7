import { disc, group, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const cabbage = (x: number, y: number, r: number): string =>
  disc(x, y, r, mix(moss, deep, 0.5)) +
  shape(
    `M${x - r} ${y}C${x - r * 0.9} ${y - r * 1.2} ${x - r * 0.1} ${y - r * 1.1} ${x} ${y - r * 0.1}C${x + r * 0.2} ${y - r * 1.2} ${x + r} ${y - r} ${x + r} ${y}C${x + r * 0.5} ${y + r * 0.7} ${x - r * 0.5} ${y + r * 0.7} ${x - r} ${y}Z`,
    mix(moss, mist, 0.35),
  ) +
  oval(x, y, r * 0.36, r * 0.3, mix(mist, paper, 0.3))
const can = (x: number, y: number, s: number, fill: string): string =>
  group(
    `translate(${x} ${y}) scale(${s})`,
    stroke('M-14 -66C-50 -110 30 -120 34 -66', ink, 7),
    stroke('M30 -18L84 -64', fill, 11),
    poly('76,-80 100,-66 88,-54 70,-66', fill),
    poly('-38,-62 38,-62 44,0 -44,0', fill),
    poly('10,-62 38,-62 44,0 14,0', ink, 'opacity="0.28"'),
  )

const draw = (): string => {
  const random = seeded(5)
  const vanish: [number, number] = [1180, 300]
  const earth = mix(rust, ink, 0.5)
  const bed = (a: number, b: number, fill: string): string =>
    poly(
      [
        [a, 1210],
        [b, 1210],
        [vanish[0] + (b - vanish[0]) * 0.16, 440],
        [vanish[0] + (a - vanish[0]) * 0.16, 440],
      ],
      fill,
    )
  const along = (x: number, count: number, draw: (px: number, py: number, s: number) => string): string =>
    repeat(count, at => {
      const t = (at + 0.4) / count
      const s = 0.16 + 0.84 * t ** 1.6
      return draw(vanish[0] + (x - vanish[0]) * s, 300 + (1210 - 300) * s, s)
    })
  return sheet(
    1800,
    1200,
    moss,
    sky(1800, 400, [mix(sea, mist, 0.2), mix(mist, sea, 0.2), mix(mist, paper, 0.5)], 2, 16),
    cloud(-40, 230, 560, 110, paper, 6),
    cloud(720, 150, 700, 90, mix(paper, mist, 0.3), 3),
    disc(1560, 110, 60, mix(paper, ochre, 0.3)),
    // The town and estuary beyond.
    shape('M-10 340C500 300 1200 330 1810 300V470H-10Z', mix(sea, mist, 0.4)),
    ...[
      [40, 90],
      [160, 60],
      [250, 110],
      [380, 70],
      [470, 90],
      [590, 60],
      [700, 80],
    ].map(
      ([x = 0, h = 0], at) =>
        rect(x, 400 - h, 96, h + 20, [sand, mix(blush, rust, 0.2), paper][at % 3] ?? sand) +
        poly(
          [
            [x - 8, 402 - h],
            [x + 48, 352 - h],
            [x + 104, 402 - h],
          ],
          at % 2 ? rust : harbour,
        ),
    ),
    poly('300,330 300,230 326,176 352,230 352,330', mix(sand, harbour, 0.4)),
    shape('M-10 400C400 380 1100 420 1810 380V520H-10Z', mix(moss, harbour, 0.35)),
    repeat(16, at =>
      disc(at * 122 + 20, 420 - (at % 3) * 10, 46 + (at % 4) * 9, mix(moss, deep, 0.25 + (at % 3) * 0.12)),
    ),
    rect(-10, 440, 1820, 780, earth),
    bed(-2600, -1500, moss),
    bed(-1400, -700, mix(moss, deep, 0.35)),
    bed(-560, -60, mix(sand, rust, 0.25)),
    bed(120, 560, earth),
    bed(700, 1000, mix(sand, rust, 0.25)),
    bed(1120, 1620, earth),
    bed(1720, 2300, mix(moss, mist, 0.2)),
    bed(2450, 3200, mix(moss, deep, 0.4)),
    bed(3300, 4800, mix(moss, sand, 0.3)),
    stipple(0, 460, 1800, 740, ink, 'bottom', { size: 5, count: 5200 }),
    stipple(0, 440, 1800, 240, sand, 'top', { count: 1800 }),
    along(240, 12, (x, y, s) => cabbage(x, y, 66 * s)),
    along(440, 12, (x, y, s) => cabbage(x, y, 62 * s)),
    along(
      1250,
      12,
      (x, y, s) =>
        stroke(
          `M${x} ${y}C${x - 30 * s} ${y - 40 * s} ${x - 50 * s} ${y - 30 * s} ${x - 70 * s} ${y - 8 * s}M${x} ${y}C${x - 10 * s} ${y - 40 * s} ${x - 20 * s} ${y - 56 * s} ${x - 36 * s} ${y - 60 * s}M${x} ${y}C${x + 10 * s} ${y - 44 * s} ${x + 24 * s} ${y - 56 * s} ${x + 40 * s} ${y - 56 * s}M${x} ${y}C${x + 30 * s} ${y - 36 * s} ${x + 50 * s} ${y - 30 * s} ${x + 72 * s} ${y - 4 * s}`,
          mix(mist, moss, 0.4),
          15 * s,
        ) + oval(x, y + 4 * s, 15 * s, 9 * s, paper),
    ),
    along(
      1470,
      13,
      (x, y, s) =>
        disc(x, y - 20 * s, 42 * s, rust) +
        disc(x + 40 * s, y + 16 * s, 34 * s, ochre) +
        stroke(
          `M${x} ${y - 60 * s}C${x + 20 * s} ${y - 90 * s} ${x + 40 * s} ${y - 80 * s} ${x + 50 * s} ${y - 100 * s}`,
          moss,
          12 * s,
        ),
    ),
    along(
      2000,
      7,
      (x, y, s) =>
        line(x - 120 * s, y, x, y - 430 * s, sand, 12 * s) +
        line(x + 120 * s, y, x, y - 430 * s, sand, 12 * s) +
        repeat(
          9,
          at =>
            disc(
              x + (random() - 0.5) * 170 * s,
              y - (40 + at * 36) * s,
              34 * s,
              mix(moss, at % 2 ? deep : mist, 0.25),
            ) +
            (at % 3 === 0 ? disc(x + (random() - 0.5) * 130 * s, y - (60 + at * 38) * s, 14 * s, rust) : ''),
        ),
    ),
    along(-980, 7, (x, y, s) =>
      repeat(5, at =>
        disc(
          x + (at - 2) * 110 * s,
          y - (40 + (at % 2) * 60) * s,
          110 * s,
          mix(moss, at % 2 ? deep : ochre, 0.3),
        ),
      ),
    ),
    // Shed, and a man who digs.
    rect(470, 400, 250, 210, harbour),
    rect(660, 400, 60, 210, deep),
    ...[0, 1, 2, 3].map(at => line(500 + at * 44, 406, 500 + at * 44, 606, deep, 4)),
    poly('446,408 486,336 704,336 746,408', rust),
    rect(520, 460, 76, 62, mist),
    rect(614, 452, 50, 158, paper),
    line(558, 460, 558, 522, harbour, 5),
    poly('930,700 950,690 1090,726 1060,742', ink, 'opacity="0.4"'),
    figure({
      x: 906,
      y: 702,
      h: 280,
      coat: paper,
      legs: harbour,
      skin: skin.dark,
      hat: 'brim',
      hatInk: ochre,
      lean: 26,
      hem: -46,
      stance: 'walk',
      near: [
        [8, -62],
        [24, -54],
      ],
      far: [
        [14, -60],
        [30, -46],
      ],
      more: line(20, -62, 38, -6, sand, 2.6) + poly('34,-10 42,-12 44,4 38,4', mist),
    }),
    // The standpipe with its new meter; cans queue for it.
    rect(190, 560, 40, 600, mix(sand, ink, 0.2)),
    rect(214, 560, 16, 600, mix(sand, ink, 0.5)),
    stroke('M232 640H300C330 640 340 660 340 700', rust, 24),
    rect(268, 606, 18, 30, rust),
    rect(246, 594, 62, 16, rust),
    disc(210, 770, 124, ink),
    disc(210, 770, 106, paper),
    poly('134,696 286,696 260,846 160,846', paper),
    rect(132, 742, 156, 52, ink),
    repeat(
      5,
      at =>
        rect(138 + at * 30, 748, 26, 40, at === 4 ? rust : mix(paper, mist, 0.4)) +
        line(151 + at * 30, 756, 151 + at * 30, 780, at === 4 ? paper : ink, 5),
    ),
    shape('M150 836A80 80 0 0 0 270 836', paper),
    stroke('M148 710A86 86 0 0 1 272 710', harbour, 9),
    line(210, 724, 250, 692, rust, 7),
    stipple(210, 660, 120, 230, sea, 'right', { count: 340 }),
    stroke('M340 716V750M340 776V800', mist, 9),
    shape('M340 820C352 842 356 850 356 860A16 16 0 0 1 324 860C324 850 328 842 340 820Z', mist),
    can(370, 1110, 1.6, harbour),
    can(600, 1130, 1.35, rust),
    can(782, 1110, 1.15, ochre),
    can(936, 1080, 0.92, sea),
    can(1050, 1040, 0.72, paper),
    ...[
      [370, 1112, 100],
      [600, 1132, 84],
      [782, 1112, 70],
    ].map(([x = 0, y = 0, r = 0]) => oval(x + 10, y, r, 9, ink, 'opacity="0.5"')),
  )
}

export const allotments: Picture = {
  name: 'allotments',
  title: 'The allotments and the meters',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A large water meter hangs on a standpipe beside a queue of watering cans; behind it rows of cabbages, leeks and beans run away to a shed, where a man in a straw hat digs.',
  caption: 'One of the new water meters at the allotments above the Arle, at midday.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.2, y: 0.62 },
}
