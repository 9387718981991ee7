import { line, poly, rect, repeat, stipple } from './brush.ts'
import { figure } from './figure.ts'
import { windows } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, gull, hills, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'
import { bollard, dinghy, trawler } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const fronts = [
    rust,
    sand,
    mix(blush, paper, 0.3),
    harbour,
    ochre,
    mix(mist, paper, 0.4),
    mix(rust, blush, 0.5),
    mix(sea, mist, 0.3),
    sand,
    mix(rust, ink, 0.3),
  ]
  const water = mix(sea, mist, 0.15)
  const tower = (x: number, w: number, top: number, floors: number): string => {
    const step = (690 - top) / floors
    return (
      poly(
        [
          [x, 690],
          [x, top],
          [x + w, top - 40],
          [x + w, 690],
        ],
        paper,
        'opacity="0.42"',
      ) +
      poly(
        [
          [x + w, 690],
          [x + w, top - 40],
          [x + w + 90, top + 6],
          [x + w + 90, 690],
        ],
        mix(paper, sea, 0.4),
        'opacity="0.3"',
      ) +
      `<g fill="none" stroke="${paper}" stroke-width="6" stroke-dasharray="26 13"><path d="M${x} 690V${top}L${x + w} ${top - 40}L${x + w + 90} ${top + 6}V690M${x + w} 690V${top - 40}"/></g>` +
      repeat(
        floors - 1,
        at =>
          `<path d="M${x} ${top + step * (at + 1)}L${x + w} ${top - 40 + ((730 - top) / floors) * (at + 1)}L${x + w + 90} ${top + step * (at + 1) + 4}" fill="none" stroke="${paper}" stroke-width="2.6" opacity="0.9"/>`,
      ) +
      repeat(3, at =>
        line(x + (w * (at + 1)) / 4, top - 10 * (at + 1), x + (w * (at + 1)) / 4, 690, paper, 2),
      )
    )
  }
  return sheet(
    1920,
    1080,
    sea,
    sky(1920, 640, [mix(harbour, sea, 0.25), mix(harbour, sea, 0.65), sea, mix(sea, mist, 0.45)], 17, -34),
    cloud(1150, 420, 800, 90, mix(mist, paper, 0.4), 5),
    cloud(-100, 270, 620, 80, mix(sea, mist, 0.6), 2),
    cloud(960, 170, 360, 36, mix(sea, mist, 0.5), 7),
    hills(1920, 640, [560, 520, 470, 450, 480, 540, 560, 540], mix(harbour, moss, 0.35)),
    stipple(0, 450, 1920, 160, mist, 'bottom', { count: 1400 }),
    tower(660, 210, 120, 17),
    tower(1040, 180, 236, 13),
    // Dimension lines of the plan.
    ...[
      [590, 120, 590, 690],
      [566, 120, 640, 120],
      [566, 690, 614, 690],
    ].map(([a = 0, b = 0, c = 0, d = 0]) => line(a, b, c, d, ochre, 5)),
    poly('590,110 578,142 602,142', ochre),
    poly('590,700 578,668 602,668', ochre),
    // The old fronts as they stand, in morning light from the left.
    ...fronts.map((fill, at) => {
      const x = -30 + at * 206
      const h = 170 + ((at * 53) % 90)
      const gable = at % 3 === 0
      return (
        rect(x, 690 - h, 200, h, fill) +
        rect(x + 158, 690 - h, 42, h, ink, 'opacity="0.22"') +
        (gable
          ? poly(
              [
                [x - 4, 692 - h],
                [x + 100, 690 - h - 90],
                [x + 204, 692 - h],
              ],
              mix(fill, ink, 0.15),
            ) + rect(x + 88, 690 - h - 44, 26, 36, ink)
          : poly(
              [
                [x - 6, 694 - h],
                [x + 24, 690 - h - 50],
                [x + 180, 690 - h - 50],
                [x + 206, 694 - h],
              ],
              at % 2 ? deep : mix(rust, ink, 0.4),
            )) +
        windows(
          x + 14,
          690 - h + 14,
          172,
          h * 0.56,
          3,
          at % 2 ? 2 : 1,
          at % 4 === 3 ? mist : deep,
          deep,
          0,
          at,
          0.48,
          0.66,
        ) +
        rect(x + 24, 624, 44, 66, mix(fill, ink, 0.6)) +
        rect(x + 92, 634, 84, 40, mix(ink, deep, 0.5)) +
        (at % 2
          ? poly(
              [
                [x + 84, 634],
                [x + 184, 634],
                [x + 194, 652],
                [x + 76, 652],
              ],
              at % 4 === 1 ? rust : paper,
            )
          : '')
      )
    }),
    rect(-10, 686, 1940, 62, mix(sand, ink, 0.3)),
    rect(-10, 686, 1940, 12, sand),
    repeat(24, at => rect(at * 82, 716, 60, 4, ink)),
    ...[220, 700, 1290, 1660].map(x => line(x, 700, x, 760, ink, 9)),
    rect(-10, 746, 1940, 340, water),
    stipple(0, 746, 1920, 120, deep, 'top', { count: 2000, size: 4 }),
    ...fronts.map((fill, at) =>
      poly(
        [
          [-30 + at * 206, 748],
          [170 + at * 206, 748],
          [160 + at * 206, 880 + ((at * 53) % 60)],
          [-20 + at * 206, 870 + ((at * 31) % 60)],
        ],
        fill,
        'opacity="0.28"',
      ),
    ),
    ripples(0, 760, 1920, 320, mix(mist, paper, 0.3), 60, 4, 1),
    ripples(0, 760, 1920, 320, harbour, 60, 6, 1.1),
    trawler(420, 838, 1.15, false, rust),
    trawler(1215, 800, 0.9, true, harbour),
    dinghy(910, 900, 1, false, ochre),
    dinghy(1020, 930, 0.7, true, paper),
    gull(1400, 330, 0.7, paper, -8),
    gull(1500, 280, 0.5, paper, 6),
    gull(470, 190, 0.6, paper, 10),
    // Foreground: two people with the plan held open.
    poly('-10,980 760,1010 1930,960 1930,1090 -10,1090', deep),
    poly('-10,980 760,1010 1930,960 1930,974 760,1026 -10,996', sand),
    figure({
      x: 1560,
      y: 1180,
      h: 540,
      face: -1,
      view: 'back',
      coat: ochre,
      legs: ink,
      hat: 'helmet',
      hatInk: paper,
      skin: skin.tan,
      hem: -42,
      flare: 18,
      near: [
        [-14, -68],
        [-8, -62],
      ],
      far: [
        [17, -72],
        [28, -70],
      ],
    }),
    figure({
      x: 1360,
      y: 1180,
      h: 500,
      face: 1,
      view: 'back',
      coat: rust,
      legs: ink,
      hair: mix(ink, rust, 0.3),
      hairStyle: 'bun',
      skin: skin.brown,
      hem: -26,
      flare: 22,
      near: [
        [-16, -64],
        [-12, -56],
      ],
      far: [
        [16, -74],
        [24, -76],
      ],
    }),
    poly('1330,770 1560,756 1570,876 1340,892', mix(paper, mist, 0.2)),
    ...[0, 1, 2].map(at => line(1360, 800 + at * 26, 1420, 796 + at * 26, harbour, 4)),
    rect(1450, 784, 30, 80, sea),
    rect(1500, 806, 26, 56, sea),
    bollard(300, 1060, 0.9),
  )
}

export const coalQuayPlans: Picture = {
  name: 'coal-quay-plans',
  title: 'Two towers on Coal Quay',
  width: 1920,
  height: 1080,
  draw,
  alt: 'The low, coloured house fronts of an old harbour; above them the dashed outlines of two towers many times their height, as drawn on the plan that two people hold open on the quay.',
  caption:
    'Coal Quay as it stands, with the outlines of the two towers as the plans on show in the Assembly House draw them.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.46, y: 0.4 },
}
