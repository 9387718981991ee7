import { disc, line, oval, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss } = palette

const pot = (x: number, y: number, w: number, h: number, fill: string): string =>
  rect(x - w / 2, y - h, w, h, fill) +
  rect(x + w * 0.22, y - h, w * 0.28, h, mix(fill, ink, 0.35)) +
  rect(x - w * 0.4, y - h, w * 0.1, h, mix(fill, paper, 0.5)) +
  oval(x, y - h, w / 2, w * 0.1, mix(fill, ink, 0.5)) +
  oval(x, y - h + 4, w * 0.44, w * 0.075, rust) +
  line(x - w / 2 - 20, y - h * 0.7, x - w / 2, y - h * 0.7, ink, 12) +
  line(x + w / 2, y - h * 0.7, x + w / 2 + 20, y - h * 0.7, ink, 12)
const steam = (x: number, y: number, h: number, w: number): string =>
  shape(
    `M${x} ${y}C${x - w} ${y - h * 0.3} ${x + w} ${y - h * 0.5} ${x - w * 0.3} ${y - h}C${x + w * 1.6} ${y - h * 0.6} ${x - w * 0.1} ${y - h * 0.3} ${x + w * 0.6} ${y}Z`,
    paper,
    'opacity="0.55"',
  )

const draw = (): string => {
  const tiles = mix(mist, paper, 0.45)
  const steel = mix(mist, harbour, 0.3)
  const tray = (x: number, y: number, s: number): string =>
    poly(
      [
        [x - 120 * s, y],
        [x + 120 * s, y],
        [x + 150 * s, y + 84 * s],
        [x - 150 * s, y + 84 * s],
      ],
      s > 0.8 ? paper : mix(paper, mist, 0.4),
    ) +
    poly(
      [
        [x - 150 * s, y + 84 * s],
        [x + 150 * s, y + 84 * s],
        [x + 148 * s, y + 98 * s],
        [x - 148 * s, y + 98 * s],
      ],
      mix(mist, harbour, 0.5),
    ) +
    oval(x - 56 * s, y + 42 * s, 56 * s, 24 * s, rust) +
    oval(x - 66 * s, y + 36 * s, 26 * s, 10 * s, ochre) +
    oval(x + 60 * s, y + 26 * s, 42 * s, 15 * s, moss) +
    oval(x + 74 * s, y + 62 * s, 40 * s, 13 * s, sand) +
    disc(x + 4 * s, y + 22 * s, 12 * s, mix(ochre, rust, 0.4))
  return sheet(
    1800,
    1200,
    tiles,
    rect(-10, -10, 1820, 800, tiles),
    repeat(13, at => line(-10, at * 60 + 20, 1810, at * 60 + 20, mix(mist, sea, 0.3), 3)),
    repeat(90, at =>
      line(
        (at % 18) * 106 + (Math.floor(at / 18) % 2) * 53,
        Math.floor(at / 18) * 120 + 20,
        (at % 18) * 106 + (Math.floor(at / 18) % 2) * 53,
        Math.floor(at / 18) * 120 + 80,
        mix(mist, sea, 0.3),
        3,
      ),
    ),
    rect(-10, 560, 1820, 52, harbour),
    stipple(0, 0, 1800, 560, sea, 'right', { count: 5000, size: 4 }),
    // High window, morning.
    rect(120, 40, 720, 420, deep),
    rect(140, 60, 680, 380, mix(ochre, paper, 0.62)),
    shape('M140 330C300 280 460 340 620 300C720 280 780 300 820 290V440H140Z', mix(mist, sea, 0.3)),
    disc(610, 190, 62, paper),
    ...[310, 480, 650].map(x => rect(x - 7, 60, 14, 380, deep)),
    rect(140, 236, 680, 12, deep),
    poly('140,440 820,440 1500,1200 500,1200', mix(ochre, paper, 0.5), 'opacity="0.32"'),
    // Hood, ladles and pans.
    poly('1010,-10 1740,-10 1810,170 940,170', steel),
    poly('1400,-10 1740,-10 1810,170 1440,170', mix(steel, ink, 0.3)),
    rect(930, 166, 890, 22, ink),
    line(960, 230, 1790, 230, ink, 8),
    ...[1010, 1120, 1230, 1340, 1460, 1570, 1690].map(
      (x, at) =>
        line(x, 230, x, 300 + (at % 2) * 30, ink, 7) +
        (at % 3 === 0
          ? disc(x, 350 + (at % 2) * 30, 52, mix(rust, ink, 0.15)) +
            disc(x - 8, 342 + (at % 2) * 30, 34, mix(rust, ochre, 0.4))
          : at % 3 === 1
            ? shape(`M${x - 30} 318A30 30 0 0 0 ${x + 30} 318Z`, ink)
            : oval(x, 344, 20, 40, steel)),
    ),
    // The range with pots; two cooks.
    rect(900, 640, 920, 330, mix(ink, deep, 0.4)),
    rect(900, 620, 920, 30, steel),
    ...[960, 1190, 1420, 1650].map(x => rect(x, 700, 180, 180, deep) + rect(x + 20, 720, 140, 16, steel)),
    ...[1000, 1100, 1300, 1500, 1700].map(x => disc(x, 674, 13, rust)),
    steam(1130, 420, 330, 80),
    steam(1390, 370, 300, 90),
    steam(1650, 430, 300, 80),
    pot(1120, 622, 230, 190, steel),
    pot(1400, 622, 270, 250, harbour),
    pot(1668, 622, 220, 170, steel),
    figure({
      x: 1280,
      y: 1000,
      h: 680,
      view: 'side',
      face: -1,
      coat: paper,
      legs: harbour,
      skin: skin.dark,
      hat: 'toque',
      hatInk: paper,
      hem: -24,
      flare: 20,
      near: [
        [10, -66],
        [22, -74],
      ],
      far: [
        [14, -68],
        [24, -76],
      ],
      more:
        line(22, -79, 24, -60, ink, 1.8) +
        poly('-6,-50 8,-50 9,-26 -8,-26', rust) +
        line(-9, -50, 9, -50, rust, 2),
    }),
    figure({
      x: 560,
      y: 1010,
      h: 640,
      view: 'front',
      coat: paper,
      legs: harbour,
      skin: skin.rosy,
      hat: 'scarf',
      hatInk: rust,
      hem: -24,
      flare: 21,
      near: [
        [-18, -66],
        [-6, -54],
      ],
      far: [
        [18, -66],
        [8, -56],
      ],
      more: poly('-8,-68 8,-68 11,-26 -11,-26', harbour),
    }),
    rect(-10, 640, 380, 340, mix(harbour, ink, 0.1)),
    rect(-10, 620, 400, 26, steel),
    ...[40, 130, 220, 310].map(
      (x, at) =>
        rect(
          x - 36,
          620 - 40 - (at % 2) * 30,
          74,
          40 + (at % 2) * 30,
          [moss, ochre, rust, sand][at] ?? moss,
        ) +
        repeat(4, k =>
          disc(
            x - 26 + k * 17,
            580 - (at % 2) * 30,
            14,
            mix([moss, ochre, rust, sand][at] ?? moss, k % 2 ? paper : ink, 0.2),
          ),
        ),
    ),
    // The long counter of trays coming towards us.
    poly('-10,940 640,880 1240,880 1810,960 1810,1210 -10,1210', steel),
    poly('-10,940 640,880 1240,880 1810,960 1810,972 1240,892 640,892 -10,952', paper),
    stipple(0, 900, 1800, 300, harbour, 'bottom', { size: 5, count: 3800 }),
    poly('500,900 1000,900 1400,1210 560,1210', mix(ochre, paper, 0.5), 'opacity="0.3"'),
    ...[0, 1, 2, 3, 4].map(at => tray(330 + at * 290, 900, 0.62)),
    ...[0, 1, 2, 3, 4].map(at => tray(180 + at * 380, 978, 0.86)),
    ...[0, 1, 2, 3].map(at => tray(80 + at * 520, 1084, 1.24)),
    stroke('M606 640L700 800', ink, 11),
    shape('M676 790A34 34 0 0 0 742 776Z', steel),
  )
}

export const schoolKitchen: Picture = {
  name: 'school-kitchen',
  title: 'One kitchen, 1,900 lunches',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Two cooks work in a bright tiled kitchen, one stirring a tall steaming pot, the other filling plates; in front of them rows of lunch trays fill the whole counter.',
  caption: 'The central kitchen of the schools at half past nine, with the first of the day’s 1,900 lunches.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.66, y: 0.5 },
}
