import { disc, line, oval, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { windows } from './houses.ts'
import { lanternMark } from './logo.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { crescent, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const glow = mix(ochre, paper, 0.35)
  const wall = mix(harbour, sea, 0.25)
  const pane = (x: number, y: number, w: number, h: number): string =>
    rect(x - 14, y - 14, w + 28, h + 28, paper) + rect(x, y, w, h, glow)
  const bars = (x: number, y: number, w: number, h: number): string =>
    line(x + w / 2, y, x + w / 2, y + h, paper, 8) + line(x, y + h * 0.42, x + w, y + h * 0.42, paper, 8)
  return sheet(
    1800,
    1200,
    deep,
    sky(
      1800,
      900,
      [
        mix(ink, deep, 0.4),
        deep,
        mix(deep, harbour, 0.7),
        mix(harbour, blush, 0.4),
        blush,
        mix(ochre, blush, 0.4),
      ],
      81,
      -40,
    ),
    streak(-80, 520, 620, 18, mix(blush, paper, 0.3)),
    streak(1300, 430, 600, 18, mix(harbour, blush, 0.6)),
    repeat(20, at => disc((at * 461 + 70) % 1800, (at * at * 37 + 30) % 270, 2 + (at % 3), mist)),
    crescent(250, 180, 46, sand),
    // Quay and masts down the lane.
    rect(-10, 800, 600, 120, mix(harbour, sea, 0.3)),
    ripples(0, 806, 560, 90, blush, 26, 4, 0.7),
    ...[90, 190, 320].map(
      (x, at) =>
        line(x, 840, x, 520 + at * 40, ink, 8) +
        line(x, 560 + at * 40, x + 70, 800, ink, 3) +
        shape(
          `M${x - 70} 810C${x - 30} 822 ${x + 50} 822 ${x + 84} 800C${x + 70} 850 ${x + 40} 860 ${x - 50} 858Z`,
          ink,
        ),
    ),
    rect(430, 470, 200, 460, mix(deep, ink, 0.3)),
    poly('410,478 530,370 650,478', ink),
    windows(450, 500, 160, 280, 2, 3, ink, ochre, 0.2, 5),
    rect(1440, 380, 400, 560, mix(rust, ink, 0.5)),
    poly('1420,388 1500,280 1810,280 1810,388', ink),
    windows(1480, 430, 330, 330, 3, 2, ink, mix(ochre, rust, 0.3), 0.2, 9),
    // The office: a narrow corner house, its gable to the lane.
    rect(640, 330, 540, 640, wall),
    poly('1180,330 1440,380 1440,950 1180,970', mix(wall, ink, 0.45)),
    poly('610,344 910,90 1210,344', mix(rust, ink, 0.2)),
    poly('910,90 1250,150 1480,394 1210,344', mix(rust, ink, 0.5)),
    poly('668,336 910,132 1152,336', wall),
    stipple(640, 330, 540, 640, deep, 'left', { count: 2600, size: 4 }),
    rect(1250, 90, 70, 130, mix(rust, ink, 0.4)),
    rect(1240, 80, 90, 18, ink),
    shape('M1286 80C1270 30 1330 20 1310 -40H1350C1360 20 1310 40 1316 80Z', mix(mist, harbour, 0.5)),
    shape('M858 300V250A52 52 0 0 1 962 250V300Z', paper),
    shape('M870 300V252A40 40 0 0 1 950 252V300Z', glow),
    pane(700, 400, 180, 190),
    pane(950, 400, 180, 190),
    // Upstairs: one writes, one telephones at the window.
    figure({
      x: 776,
      y: 800,
      h: 360,
      face: 1,
      coat: rust,
      skin: skin.pale,
      hair: ink,
      hairStyle: 'bun',
      stance: 'none',
      hem: -55,
      near: [
        [8, -64],
        [20, -64],
      ],
      far: [
        [14, -62],
        [24, -62],
      ],
    }),
    rect(700, 566, 180, 26, wall),
    poly('836,566 846,520 880,520 880,566', deep),
    figure({
      x: 1040,
      y: 790,
      h: 380,
      face: -1,
      coat: deep,
      skin: skin.brown,
      hair: ink,
      stance: 'none',
      hem: -55,
      near: [
        [12, -74],
        [7, -88],
      ],
      far: [
        [12, -64],
        [16, -72],
      ],
    }),
    rect(944, 590, 192, 20, paper),
    rect(694, 590, 192, 20, paper),
    bars(700, 400, 180, 190),
    bars(950, 400, 180, 190),
    ...[
      [1220, 440],
      [1330, 456],
    ].map(
      ([x = 0, y = 0]) =>
        poly(
          [
            [x, y],
            [x + 76, y + 10],
            [x + 76, y + 150],
            [x, y + 142],
          ],
          mix(glow, rust, 0.25),
        ) + line(x + 38, y + 4, x + 38, y + 146, ink, 6),
    ),
    // Shopfront, bundles and door.
    rect(640, 660, 540, 40, deep),
    rect(640, 700, 540, 10, ochre),
    rect(676, 730, 300, 190, glow),
    rect(676, 730, 300, 190, rust, 'opacity="0.12"'),
    ...[0, 1, 2, 3].map(
      at =>
        rect(694 + at * 70, 760, 54, 74, paper) +
        rect(700 + at * 70, 768, 42, 10, ink) +
        rect(700 + at * 70, 784, 42, 22, [sea, rust, moss, ochre][at] ?? sea) +
        line(702 + at * 70, 816, 740 + at * 70, 816, ink, 3),
    ),
    rect(676, 850, 300, 14, mix(rust, ink, 0.3)),
    line(776, 730, 776, 920, deep, 8),
    line(876, 730, 876, 920, deep, 8),
    rect(1010, 724, 130, 246, ink),
    rect(1024, 738, 102, 232, rust),
    rect(1038, 752, 74, 90, glow),
    disc(1110, 870, 6, ochre),
    poly('1024,970 1126,970 1220,1100 960,1100', glow, 'opacity="0.3"'),
    // The sign: a ship's lantern on a bracket.
    line(640, 380, 500, 380, ink, 12),
    stroke('M640 460C600 460 590 390 540 384', ink, 8),
    disc(530, 500, 170, ochre, 'opacity="0.16"'),
    disc(530, 500, 110, ochre, 'opacity="0.25"'),
    `<g transform="translate(458 384) scale(2.25)">${lanternMark(sand, glow)}</g>`,
    poly('-10,920 640,920 640,970 1180,970 1440,946 1810,930 1810,1210 -10,1210', mix(deep, harbour, 0.3)),
    poly('640,964 1180,970 1440,944 1440,968 1180,1000 640,996', mix(sea, mist, 0.3)),
    ripples(0, 980, 1800, 220, mix(harbour, blush, 0.3), 60, 6, 1.2),
    ripples(620, 1010, 620, 180, glow, 34, 9, 0.9),
    stipple(0, 960, 1800, 240, ink, 'bottom', { size: 5 }),
    // First papers out: a carrier, a bicycle, the bundles, a cat.
    oval(430, 1124, 190, 12, ink, 'opacity="0.6"'),
    `<g fill="none" stroke="${ink}" stroke-width="10" stroke-linecap="round"><circle cx="300" cy="1040" r="80"/><circle cx="560" cy="1040" r="80"/><path d="M300 1040L360 920H500L560 1040M360 920L430 1040L500 920M340 896H384M500 920L486 864H530"/></g>`,
    rect(520, 850, 120, 80, mix(ochre, rust, 0.4)),
    poly('530,850 550,800 574,850', paper),
    poly('570,850 596,790 622,850', mix(paper, mist, 0.4)),
    figure({
      x: 700,
      y: 1130,
      h: 400,
      face: -1,
      coat: ochre,
      legs: deep,
      skin: skin.tan,
      hat: 'cap',
      hatInk: rust,
      hem: -42,
      flare: 17,
      stance: 'walk',
      near: [
        [8, -64],
        [24, -66],
      ],
      far: [
        [14, -66],
        [28, -68],
      ],
    }),
    oval(710, 1134, 90, 10, ink, 'opacity="0.6"'),
    ...[
      [1290, 1090, 150],
      [1330, 1040, 140],
      [1450, 1100, 150],
    ].map(
      ([x = 0, y = 0, w = 0]) =>
        rect(x, y - 60, w, 66, paper) +
        repeat(4, at =>
          line(x + 4, y - 48 + at * 14, x + w - 4, y - 48 + at * 14, mix(paper, ink, 0.45), 2.5),
        ) +
        rect(x + w * 0.45, y - 62, 12, 70, rust),
    ),
    shape(
      'M1590 1100C1570 1060 1590 1020 1620 1010L1612 980L1632 994H1652L1670 978L1668 1014C1690 1040 1690 1080 1680 1100C1720 1104 1750 1090 1750 1060C1770 1080 1750 1120 1700 1120H1600Z',
      ink,
    ),
    disc(1632, 1006, 3.5, ochre),
    disc(1652, 1006, 3.5, ochre),
  )
}

export const lanternOffice: Picture = {
  name: 'lantern-office',
  title: 'The Lantern’s house',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A narrow corner house with a lit ship’s lantern for a sign; before sunrise two people work behind the upper windows while a carrier loads a bicycle with papers and a cat sits by the bundles.',
  caption: 'The Lantern’s office in Ropewalk Lane, at twenty to six on a publishing day.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.45, y: 0.45 },
}
