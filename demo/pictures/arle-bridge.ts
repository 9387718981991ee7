import { arch, pier } from './bridge.ts'
import { disc, line, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { house } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, gull, hills, reeds, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const water = mix(sea, mist, 0.25)
  return sheet(
    1800,
    1200,
    sea,
    sky(
      1800,
      740,
      [mix(sea, harbour, 0.5), sea, mix(sea, mist, 0.5), mix(mist, paper, 0.4), mix(sand, paper, 0.4)],
      5,
      40,
    ),
    cloud(-60, 300, 700, 150, paper, 3),
    cloud(1120, 210, 760, 130, mix(paper, mist, 0.25), 9),
    cloud(540, 170, 380, 50, mix(mist, paper, 0.5), 5),
    hills(1800, 760, [640, 600, 560, 590, 640, 670, 650, 600, 540, 500], mix(moss, sea, 0.5)),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map(at =>
      house({
        x: 1130 + at * 88,
        y: 742 - (at % 3) * 22 - at * 9,
        w: 78,
        h: 70 + (at % 3) * 14,
        wall: [paper, sand, mix(blush, paper, 0.3), mix(rust, blush, 0.4)][at % 4] ?? paper,
        roof: [rust, harbour, mix(rust, ink, 0.4)][at % 3] ?? rust,
        pane: deep,
        seed: at,
      }),
    ),
    poly('1560,690 1560,560 1590,490 1620,560 1620,690', mix(sand, harbour, 0.4)),
    rect(-10, 738, 1820, 480, water),
    stipple(0, 738, 1800, 160, mist, 'top', { count: 1700 }),
    shape('M-10 900C500 870 1200 930 1810 880V1210H-10Z', sea),
    shape('M-10 1040C500 1000 1200 1080 1810 1020V1210H-10Z', mix(sea, harbour, 0.7)),
    stipple(0, 780, 1800, 140, sea, 'bottom'),
    stipple(0, 900, 1800, 140, mix(sea, harbour, 0.7), 'bottom'),
    // Reflection and span, swung across the picture.
    `<g transform="translate(0 1296) scale(1 -0.62)" opacity="0.35">${arch({ x: 330, y: 640, w: 1190, rise: 430, ink: deep, thick: 22, deck: false })}</g>`,
    shape('M-10 900H1810V924H-10Z', deep, 'opacity="0.3"'),
    pier(330, 640, 120, 190, sand, mix(sand, ink, 0.5)),
    pier(1520, 640, 100, 150, sand, mix(sand, ink, 0.5)),
    pier(80, 640, 90, 240, sand, mix(sand, ink, 0.5)),
    pier(1760, 640, 70, 120, sand, mix(sand, ink, 0.5)),
    `<g transform="translate(0 -14)">${arch({ x: 330, y: 640, w: 1190, rise: 430, ink: mix(rust, ink, 0.55), thick: 20, deck: false })}</g>`,
    arch({ x: 318, y: 640, w: 1190, rise: 430, ink: rust, thick: 22, panels: 16 }),
    rect(-10, 632, 1820, 30, rust),
    rect(-10, 656, 1820, 14, mix(rust, ink, 0.55)),
    stroke('M318 570C420 440 620 180 913 139', mix(rust, paper, 0.45), 6),
    // Traffic on the deck.
    rect(540, 560, 140, 68, paper),
    rect(540, 560, 140, 14, rust),
    repeat(4, at => rect(552 + at * 31, 582, 22, 22, deep)),
    disc(568, 628, 10, ink),
    disc(652, 628, 10, ink),
    poly('980,626 990,602 1010,588 1050,588 1072,604 1094,610 1094,626', harbour),
    disc(1004, 626, 9, ink),
    disc(1074, 626, 9, ink),
    ...[770, 812, 1240].map((x, at) =>
      figure({ x, y: 632, h: 62, flat: ink, face: at % 2 ? -1 : 1, stance: 'walk' }),
    ),
    ripples(0, 760, 1800, 420, mix(mist, paper, 0.5), 60, 7, 1),
    ripples(0, 900, 1800, 300, harbour, 50, 9, 1.2),
    gull(700, 420, 0.8, paper, -10),
    gull(820, 370, 0.55, paper, 8),
    gull(1210, 330, 0.6, paper, 0),
    // An eight-oared crew would be too many: a double scull passes beneath.
    shape('M1010 1010C1180 996 1500 996 1640 1012C1500 1026 1180 1026 1010 1010Z', ochre),
    line(1180, 970, 1060, 1044, ink, 6),
    line(1390, 970, 1270, 1048, ink, 6),
    ...[
      [1210, rust],
      [1420, paper],
    ].map(([x, coat]) =>
      figure({
        x: Number(x),
        y: 1060,
        h: 150,
        face: -1,
        coat: String(coat),
        skin: skin.tan,
        stance: 'none',
        lean: -14,
        near: [
          [8, -64],
          [24, -60],
        ],
        far: [
          [10, -66],
          [24, -62],
        ],
      }),
    ),
    // The near bank.
    shape('M-10 880C120 900 220 980 300 1040C420 1120 560 1150 700 1210H-10Z', mix(moss, deep, 0.5)),
    stipple(-10, 880, 600, 330, ink, 'left', { count: 1600, size: 5 }),
    reeds(0, 1010, 380, mix(moss, ink, 0.5), 50, 150, 4, 120),
    shape(
      'M-10 -10H520C470 60 400 50 350 100C290 90 280 150 210 140C170 210 90 170 60 240C30 230 0 260 -10 270Z',
      mix(moss, deep, 0.65),
    ),
    shape('M-10 -10H300C260 50 180 40 150 90C90 80 60 140 -10 130Z', mix(moss, ink, 0.65)),
  )
}

export const arleBridge: Picture = {
  name: 'arle-bridge',
  title: 'The Arle Bridge at ninety',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A red steel arch bridge swings across a wide river in afternoon sun, with a bus, a car and walkers on its deck and two rowers passing beneath.',
  caption: 'The Arle Bridge from the Saltings bank in the week of its ninetieth birthday.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.5, y: 0.4 },
}
