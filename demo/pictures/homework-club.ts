import { bookshelf } from './bookshelf.ts'
import { disc, group, line, oval, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const wood = mix(rust, ink, 0.55)
  const warm = mix(ochre, rust, 0.25)
  const books = [rust, harbour, ochre, sea, moss, deep, mix(rust, ink, 0.3), blush]
  return sheet(
    1800,
    1200,
    wood,
    rect(-10, -10, 1820, 900, mix(wood, ink, 0.25)),
    ...[0, 1, 2, 3].map(
      row =>
        rect(-10, 178 + row * 196, 1180, 20, mix(wood, ochre, 0.3)) +
        bookshelf(-10, -6 + row * 196, 470, 186, books, 3 + row) +
        bookshelf(500, -6 + row * 196, 640, 186, books, 13 + row),
    ),
    rect(456, -10, 30, 900, mix(wood, ochre, 0.2)),
    rect(1140, -10, 34, 900, mix(wood, ochre, 0.2)),
    stipple(-10, -10, 1180, 560, ink, 'top', { count: 5200, size: 5, seed: 2 }),
    // Window on the dusk, the hill and its lights.
    rect(1174, -10, 640, 900, mix(wood, sand, 0.28)),
    rect(1270, 60, 470, 580, mix(wood, ink, 0.5)),
    rect(1290, 80, 430, 540, harbour),
    shape('M1290 80H1720V240C1560 220 1440 280 1290 250Z', deep),
    shape('M1290 470C1400 440 1500 480 1600 420C1660 390 1700 400 1720 390V620H1290Z', mix(deep, ink, 0.5)),
    repeat(14, at => rect(1310 + ((at * 137) % 390), 480 + ((at * 61) % 120), 12, 15, at % 3 ? ochre : sand)),
    disc(1640, 190, 34, sand),
    rect(1495, 80, 14, 540, mix(wood, ink, 0.5)),
    rect(1290, 330, 430, 12, mix(wood, ink, 0.5)),
    // Two lamps and their cones.
    poly('560,292 780,292 1160,900 120,900', ochre, 'opacity="0.3"'),
    poly('600,292 740,292 960,900 320,900', paper, 'opacity="0.16"'),
    line(670, -10, 670, 220, ink, 6),
    shape('M540 296C550 236 600 210 670 210C740 210 790 236 800 296Z', rust),
    oval(670, 296, 130, 14, mix(ochre, paper, 0.6)),
    poly('1290,322 1450,322 1720,900 1010,900', ochre, 'opacity="0.22"'),
    line(1370, -10, 1370, 250, ink, 6),
    shape('M1270 326C1280 270 1320 246 1370 246C1420 246 1460 270 1470 326Z', rust),
    oval(1370, 326, 100, 12, mix(ochre, paper, 0.6)),
    // Those round the table: far side.
    figure({
      x: 330,
      y: 1170,
      h: 560,
      view: 'front',
      coat: mix(sea, harbour, 0.2),
      skin: skin.tan,
      hair: ink,
      hairStyle: 'curls',
      lean: 6,
      hem: -30,
      near: [
        [-14, -66],
        [-2, -58],
      ],
      far: [
        [15, -66],
        [8, -58],
      ],
    }),
    figure({
      x: 640,
      y: 1160,
      h: 600,
      view: 'front',
      coat: rust,
      skin: skin.olive,
      hair: ink,
      hairStyle: 'bob',
      lean: -4,
      hem: -30,
      near: [
        [-15, -66],
        [-4, -58],
      ],
      far: [
        [14, -66],
        [6, -58],
      ],
    }),
    figure({
      x: 985,
      y: 1230,
      h: 860,
      face: -1,
      coat: deep,
      skin: skin.olive,
      hat: 'scarf',
      hatInk: mist,
      lean: 9,
      hem: -24,
      flare: 22,
      near: [
        [10, -66],
        [24, -60],
      ],
      far: [
        [16, -70],
        [28, -64],
      ],
    }),
    figure({
      x: 1330,
      y: 1180,
      h: 580,
      view: 'front',
      coat: ochre,
      skin: skin.brown,
      hair: ink,
      lean: -6,
      hem: -30,
      near: [
        [-14, -66],
        [-6, -58],
      ],
      far: [
        [14, -66],
        [4, -58],
      ],
    }),
    // The table with its books and pages.
    poly('-10,880 1810,850 1810,1210 -10,1210', warm),
    poly('-10,880 1810,850 1810,872 -10,904', mix(warm, paper, 0.45)),
    stipple(-10, 900, 1820, 310, wood, 'bottom', { size: 5, count: 4200 }),
    stroke(
      'M-10 1010C600 990 1200 1000 1810 960M-10 1120C700 1080 1300 1100 1810 1070',
      mix(warm, wood, 0.4),
      5,
    ),
    oval(700, 985, 560, 66, mix(ochre, paper, 0.5), 'opacity="0.4"'),
    ...(
      [
        [300, 905, 1, 1.1],
        [640, 912, 1, 1.15],
        [1300, 890, -1, 1.05],
      ] as const
    ).map(
      ([x, y, , s]) =>
        poly(
          [
            [x - 110 * s, y + 54],
            [x - 74 * s, y],
            [x, y + 10],
            [x, y + 68],
          ],
          paper,
        ) +
        poly(
          [
            [x + 110 * s, y + 54],
            [x + 74 * s, y],
            [x, y + 10],
            [x, y + 68],
          ],
          mix(paper, sand, 0.6),
        ) +
        [18, 32, 46]
          .map(
            dy =>
              line(x - 78 * s, y + dy, x - 14, y + dy + 8, mix(sea, paper, 0.3), 3) +
              line(x + 14, y + dy + 8, x + (dy === 32 ? 60 : 80) * s, y + dy, mix(sea, paper, 0.3), 3),
          )
          .join(''),
    ),
    poly('820,1060 1010,1030 1070,1110 870,1144', paper),
    line(860, 1066, 1000, 1046, harbour, 4),
    line(872, 1086, 1000, 1066, harbour, 4),
    line(884, 1106, 960, 1094, harbour, 4),
    line(1080, 1050, 1160, 1120, rust, 10),
    line(120, 1060, 220, 1030, harbour, 9),
    rect(1500, 930, 190, 34, harbour),
    rect(1516, 896, 170, 34, rust),
    rect(1496, 866, 180, 30, moss),
    disc(1590, 840, 27, rust),
    stroke('M1590 816C1592 804 1600 798 1608 796', ink, 5),
    group(
      'translate(110 -20)',
      line(456, 1070, 440, 960, deep, 9),
      line(480, 1070, 486, 950, rust, 9),
      line(502, 1070, 526, 966, mist, 9),
      shape('M420 1180L440 1060H520L540 1180Z', harbour),
    ),
    // Two near pupils, from behind.
    figure({
      x: 300,
      y: 1700,
      h: 860,
      view: 'back',
      coat: mix(ochre, rust, 0.75),
      skin: skin.dark,
      hair: ink,
      hairStyle: 'curls',
      lean: -4,
      hem: -20,
      rim: mix(ochre, paper, 0.3),
      near: [
        [-16, -66],
        [-9, -60],
      ],
      far: [
        [16, -68],
        [13, -60],
      ],
    }),
    figure({
      x: 1160,
      y: 1640,
      h: 780,
      view: 'back',
      coat: mix(harbour, ink, 0.2),
      skin: skin.pale,
      hair: mix(ochre, rust, 0.4),
      hairStyle: 'long',
      rim: mix(ochre, paper, 0.3),
      rimBehind: true,
      lean: 3,
      hem: -20,
      near: [
        [-16, -66],
        [-13, -58],
      ],
      far: [
        [16, -68],
        [10, -60],
      ],
    }),
  )
}

export const homeworkClub: Picture = {
  name: 'homework-club',
  title: 'The homework club',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Children read and write under red lamps at a long library table while a woman in a pale headscarf leans over to help; behind them full shelves and a window on the evening.',
  caption: 'The homework club at its long table in the Northfield library, after school on a weekday.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.5, y: 0.5 },
}
