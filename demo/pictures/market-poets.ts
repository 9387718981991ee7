import { disc, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const stall = (x: number, y: number, w: number, inks: readonly string[]): string =>
  [
    line(x + 8, y, x + 8, y - w * 1.1, ink, 9),
    line(x + w - 8, y, x + w - 8, y - w * 1.1, ink, 9),
    rect(x, y - w * 0.42, w, w * 0.42, mix(rust, ink, 0.35)),
    ...inks.map((fill, at) =>
      repeat(5, k =>
        disc(x + (w / inks.length) * at + 18 + (k % 3) * 22, y - w * 0.44 - Math.floor(k / 3) * 18, 15, fill),
      ),
    ),
    ...Array.from({ length: 6 }, (_, at) => {
      const a = x - 20 + ((w + 40) / 6) * at
      const b = a + (w + 40) / 6
      return (
        poly(
          [
            [a + 8, y - w * 1.3],
            [b + 2, y - w * 1.3],
            [b, y - w * 1.05],
            [a, y - w * 1.05],
          ],
          at % 2 ? paper : (inks[0] ?? rust),
        ) +
        shape(
          `M${a} ${y - w * 1.06}A${(b - a) / 2} ${(b - a) / 2} 0 0 0 ${b} ${y - w * 1.06}Z`,
          at % 2 ? paper : (inks[0] ?? rust),
        )
      )
    }),
  ].join('')

const draw = (): string => {
  const random = seeded(19)
  const roof = mix(sand, paper, 0.3)
  return sheet(
    1800,
    1200,
    roof,
    rect(-10, -10, 1820, 900, mix(mist, paper, 0.3)),
    // Iron and glass overhead, all lines to the far clock.
    ...[0, 1, 2, 3].map(
      at =>
        shape(
          `M${-200 + at * 150} 900V${260 + at * 70}C${100 + at * 160} ${-140 + at * 100} ${2100 - at * 170} ${-140 + at * 100} ${2300 - at * 210} ${260 + at * 70}V900Z`,
          [mix(mist, sea, 0.5), mix(mist, sea, 0.25), mix(mist, paper, 0.25), mix(paper, ochre, 0.2)][at] ??
            mist,
        ) +
        stroke(
          `M${-200 + at * 150} 900V${260 + at * 70}C${100 + at * 160} ${-140 + at * 100} ${2100 - at * 170} ${-140 + at * 100} ${2300 - at * 210} ${260 + at * 70}V900`,
          harbour,
          22 - at * 4,
        ),
    ),
    repeat(13, at =>
      line(-300 + at * 220, -20, 720 + at * 62, 330 - Math.sin((at / 12) * 3.1) * 130, harbour, 4),
    ),
    stipple(0, 0, 1800, 420, sea, 'top', { count: 3200, size: 4 }),
    ...[820, 950, 1080, 1210, 1340].map(x => rect(x - 4, 330, 8, 330, harbour)),
    disc(1080, 330, 62, ink),
    disc(1080, 330, 50, paper),
    line(1080, 330, 1080, 296, ink, 6),
    line(1080, 330, 1104, 342, ink, 6),
    rect(330, 640, 1500, 20, harbour),
    poly('1250,60 1480,40 900,1000 340,1000', paper, 'opacity="0.3"'),
    poly('1560,60 1760,60 1380,1000 1010,1000', paper, 'opacity="0.28"'),
    // Bunting.
    stroke('M-10 150C260 330 560 330 860 190C1100 330 1500 320 1810 130', ink, 4),
    repeat(19, at => {
      const x = 30 + at * 96
      const t = x < 860 ? (x + 10) / 870 : (x - 860) / 950
      const y = (x < 860 ? 150 + (190 - 150) * t : 190 - 60 * t) + 4 * t * (1 - t) * 128
      return poly(
        [
          [x - 24, y - 2],
          [x + 24, y - 2],
          [x, y + 54],
        ],
        [rust, ochre, harbour, paper, moss][at % 5] ?? rust,
      )
    }),
    // Far stalls and shoppers.
    stall(640, 800, 190, [ochre, moss, rust]),
    stall(900, 790, 170, [harbour, rust, ochre]),
    stall(1140, 794, 180, [moss, ochre, blush]),
    stall(1390, 806, 220, [rust, moss, ochre]),
    ...repeatShoppers(),
    poly('-10,860 1810,800 1810,1210 -10,1210', mix(sand, rust, 0.26)),
    ...[0, 1, 2, 3].map(at => line(-10, 900 + at * 84, 1810, 850 + at * 100, mix(sand, rust, 0.5), 4)),
    repeat(10, at => line(at * 260 - 300, 1210, 400 + at * 120, 830, mix(sand, rust, 0.5), 4)),
    stipple(0, 840, 1800, 370, rust, 'bottom', { size: 5 }),
    poly('340,1000 900,1000 700,1210 60,1210', mix(ochre, paper, 0.4), 'opacity="0.5"'),
    // The poet on an orange crate, the page, the small lamp of a microphone.
    poly('350,1010 640,1000 660,1160 340,1172', mix(ochre, rust, 0.3)),
    ...[1040, 1090, 1136].map(y => line(348, y + 6, 654, y - 4, mix(rust, ink, 0.3), 9)),
    poly('350,1010 640,1000 610,978 384,986', sand),
    poly('640,1160 660,1160 900,1210 600,1210', ink, 'opacity="0.3"'),
    figure({
      x: 490,
      y: 996,
      h: 700,
      face: 1,
      coat: rust,
      legs: deep,
      skin: skin.brown,
      hair: ink,
      hairStyle: 'curls',
      hem: -22,
      flare: 26,
      near: [
        [-6, -66],
        [9, -68],
      ],
      far: [
        [18, -84],
        [33, -98],
      ],
      more:
        poly('6,-78 20,-80 21,-62 7,-60', paper) +
        [74, 71, 68, 65].map((y, at) => line(9, -y, at === 3 ? 15 : 18, -y - 0.6, ink, 0.7)).join('') +
        oval(9, -66, 2.5, 2.6, skin.brown) +
        poly('-6.5,-80 6.5,-80 4,-74 -5,-75', ochre),
    }),
    line(720, 1170, 700, 560, ink, 9),
    line(700, 560, 610, 470, ink, 8),
    oval(600, 460, 22, 17, ink, 'transform="rotate(40 600 460)"'),
    oval(722, 1176, 56, 10, ink),
    // Listeners, seen from the side and behind, among boxes of fruit.
    ...(
      [
        [880, 1130, 440, mix(sea, harbour, 0.2), skin.pale, 'bob'],
        [1010, 1150, 480, ochre, skin.tan, 'short'],
        [1170, 1140, 400, paper, skin.olive, 'bun'],
        [1330, 1170, 500, harbour, skin.dark, 'short'],
        [1480, 1150, 420, mix(blush, rust, 0.4), skin.rosy, 'bob'],
      ] as const
    ).map(
      ([x, y, h, coat, tone, style], at) =>
        oval(x, y, h * 0.16, 10, ink, 'opacity="0.4"') +
        figure({
          x,
          y,
          h,
          face: -1,
          coat,
          skin: tone,
          hair: [mix(ochre, rust, 0.4), ink, mist, ink, mix(rust, ink, 0.4)][at] ?? ink,
          hairStyle: style,
          ...(at === 1 ? { hat: 'cap' as const, hatInk: deep } : {}),
          hem: at % 2 ? -38 : -24,
          flare: at % 2 ? 17 : 23,
          near: [
            [6, -63],
            [12, -56],
          ],
          far: [
            [12, -63],
            [15, -57],
          ],
          more: at === 4 ? poly('-18,-52 -4,-52 -2,-30 -20,-30', moss) : '',
        }),
    ),
    figure({
      x: 120,
      y: 1320,
      h: 660,
      face: 1,
      coat: deep,
      skin: skin.pale,
      hair: mist,
      hat: 'brim',
      hatInk: ink,
      hem: -30,
      near: [
        [8, -68],
        [16, -78],
      ],
      far: [
        [14, -68],
        [18, -78],
      ],
    }),
    ...(
      [
        [1240, 1110, 250, rust],
        [1500, 1090, 290, moss],
        [1340, 1170, 300, ochre],
        [1640, 1170, 300, harbour],
      ] as const
    ).map(
      ([x, y, w, fill]) =>
        poly(
          [
            [x, y],
            [x + w, y - 8],
            [x + w - 14, y + 110],
            [x + 14, y + 116],
          ],
          mix(ochre, rust, 0.2),
        ) +
        line(x + 8, y + 50, x + w - 8, y + 44, mix(rust, ink, 0.4), 8) +
        repeat(14, k =>
          disc(
            x + 24 + (k % 7) * (w / 7.4),
            y - 6 - Math.floor(k / 7) * 24 + random() * 6,
            23,
            mix(fill, k % 3 ? paper : ink, 0.16),
          ),
        ),
    ),
    ...[
      [780, 1190],
      [850, 1180],
    ].map(([x = 0, y = 0]) =>
      shape(
        `M${x - 34} ${y}C${x - 20} ${y - 34} ${x + 10} ${y - 36} ${x + 18} ${y - 48}C${x + 26} ${y - 58} ${x + 38} ${y - 48} ${x + 34} ${y - 40}L${x + 44} ${y - 36}L${x + 32} ${y - 32}C${x + 28} ${y - 10} ${x + 4} ${y + 2} ${x - 34} ${y}Z`,
        mix(mist, harbour, 0.4),
      ),
    ),
  )
}

const repeatShoppers = (): string[] =>
  [
    [610, 850, 150, rust],
    [850, 842, 140, harbour],
    [1100, 838, 150, ochre],
    [1350, 846, 160, deep],
    [1640, 850, 170, mist],
  ].map(([x, y, h, coat], at) =>
    figure({
      x: Number(x),
      y: Number(y),
      h: Number(h),
      face: at % 2 ? -1 : 1,
      coat: mix(String(coat), sand, 0.3),
      legs: deep,
      skin: [skin.pale, skin.brown, skin.tan][at % 3] ?? skin.pale,
      hem: -26,
      flare: 20,
      stance: 'walk',
    }),
  )

export const marketPoets: Picture = {
  name: 'market-poets',
  title: 'The poets of the market hall',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A poet in a long red coat stands on a fruit crate and reads from a sheet with one arm raised; shoppers with bags have stopped to listen beneath the iron arches and bunting of a market hall.',
  caption: 'A reading on the fruit crates of the market hall, at noon on a Saturday.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.3, y: 0.45 },
}
