import { disc, line, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { gull, hills, reeds, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, mist, ochre, rust, blush } = palette

const draw = (): string => {
  const heath = mix(rust, ink, 0.45)
  const plum = mix(harbour, rust, 0.32)
  return sheet(
    1800,
    1200,
    deep,
    sky(
      1800,
      760,
      [
        mix(deep, harbour, 0.4),
        mix(harbour, rust, 0.22),
        mix(rust, blush, 0.4),
        mix(blush, ochre, 0.3),
        mix(ochre, paper, 0.35),
      ],
      61,
      -40,
    ),
    streak(-100, 180, 900, 24, mix(harbour, blush, 0.3)),
    streak(760, 120, 1000, 20, mix(harbour, blush, 0.25)),
    streak(1100, 470, 800, 20, mix(ochre, paper, 0.2)),
    hills(1800, 800, [640, 560, 600, 640, 560, 500, 540, 620, 600], mix(plum, blush, 0.3)),
    stipple(0, 520, 1800, 200, blush, 'top', { count: 1800 }),
    // Smoke on the second ridge, a red seam beneath it.
    shape(
      'M1230 660C1200 600 1290 560 1260 490C1230 420 1320 380 1290 300C1270 230 1400 190 1380 100C1420 180 1500 200 1480 300C1560 330 1480 430 1420 470C1460 540 1360 600 1370 660Z',
      mix(mist, plum, 0.45),
    ),
    shape(
      'M1300 660C1290 600 1340 570 1320 500C1310 440 1380 400 1370 330C1440 370 1400 440 1390 480C1420 540 1350 600 1370 660Z',
      mix(mist, plum, 0.7),
    ),
    stipple(1220, 200, 280, 460, deep, 'bottom', { count: 900, size: 5, opacity: 0.6 }),
    hills(1800, 900, [720, 700, 640, 650, 690, 700, 650, 660, 620], plum),
    stroke('M1180 668C1240 652 1300 660 1360 648C1420 640 1450 652 1500 642', rust, 14),
    stroke('M1210 664C1260 652 1310 658 1360 648C1400 644 1420 650 1450 646', ochre, 7),
    ...[1230, 1290, 1340, 1400, 1450].map((x, at) =>
      shape(
        `M${x - 9} 660C${x - 14} 636 ${x} 630 ${x - 2} ${606 - (at % 2) * 16}C${x + 14} 626 ${x + 14} 644 ${x + 9} 658Z`,
        at % 2 ? ochre : rust,
      ),
    ),
    stipple(1100, 640, 480, 90, rust, 'top', { count: 700 }),
    hills(1800, 1000, [820, 800, 830, 800, 740, 760, 800, 790, 760], mix(plum, ink, 0.45)),
    ...[0, 1, 2, 3, 4, 5].map(at =>
      shape(`M${980 + at * 130} ${838 - at * 8}h${90 + at * 6}v16h-${90 + at * 6}z`, mix(ochre, plum, 0.55)),
    ),
    repeat(12, at =>
      poly(
        [
          [900 + at * 76, 890 + (at % 3) * 16],
          [918 + at * 76, 862 + (at % 3) * 16],
          [938 + at * 76, 890 + (at % 3) * 16],
        ],
        ink,
      ),
    ),
    shape('M-10 900C300 820 560 850 800 960C1100 1060 1400 1000 1810 1040V1210H-10Z', heath),
    stipple(0, 860, 1200, 340, mix(rust, ochre, 0.3), 'top', { size: 5, count: 2600 }),
    shape(
      'M1120 1210C1180 1120 1360 1110 1500 1060C1600 1030 1700 1040 1810 1020V1060C1640 1080 1560 1120 1480 1210Z',
      mix(mist, plum, 0.4),
    ),
    // The watch hut on its legs.
    ...[
      [130, 110],
      [330, 340],
      [240, 170],
      [220, 300],
    ].map(([a = 0, b = 0]) => line(a, 930, b, 420, ink, 18)),
    line(120, 760, 340, 640, ink, 10),
    line(340, 760, 120, 640, ink, 10),
    rect(50, 402, 390, 24, ink),
    rect(90, 240, 300, 166, mix(rust, ink, 0.3)),
    rect(310, 240, 80, 166, mix(rust, ink, 0.55)),
    poly('50,246 120,150 360,150 430,246', deep),
    rect(120, 276, 170, 76, ochre),
    rect(120, 276, 170, 76, paper, 'opacity="0.3"'),
    rect(202, 276, 7, 76, ink),
    figure({
      x: 244,
      y: 404,
      h: 150,
      coat: deep,
      flat: ink,
      hat: 'bobble',
      near: [
        [6, -74],
        [13, -90],
      ],
      far: [
        [10, -76],
        [14, -90],
      ],
    }),
    line(56, 350, 56, 402, ink, 6),
    line(434, 350, 434, 402, ink, 6),
    line(56, 352, 434, 352, ink, 5),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map(at => line(376, 930 - at * 62, 430, 930 - at * 62, ink, 8)),
    line(372, 960, 384, 420, ink, 8),
    line(434, 960, 424, 420, ink, 8),
    line(240, 150, 240, 60, ink, 6),
    poly('240,60 320,82 240,104', rust),
    // Two volunteers in the foreground.
    shape('M460 1210C520 1080 640 1040 780 1060C940 1080 1010 1130 1060 1210Z', ink),
    figure({
      x: 700,
      y: 1080,
      h: 640,
      face: 1,
      coat: ochre,
      legs: deep,
      skin: skin.tan,
      hair: ink,
      hat: 'bobble',
      hatInk: rust,
      hem: -40,
      flare: 18,
      rim: mix(ochre, paper, 0.5),
      near: [
        [10, -74],
        [7.5, -90],
      ],
      far: [
        [15, -76],
        [11, -90],
      ],
      more: rect(7, -95, 10, 5.5, ink) + poly('-17,-78 -7,-80 -7,-52 -18,-52', harbour),
    }),
    figure({
      x: 880,
      y: 1110,
      h: 560,
      face: 1,
      coat: harbour,
      legs: ink,
      skin: skin.pale,
      hair: mist,
      hairStyle: 'bob',
      hem: -36,
      flare: 20,
      rim: blush,
      near: [
        [-4, -64],
        [8, -60],
      ],
      far: [
        [16, -80],
        [32, -88],
      ],
      more: rect(4, -66, 9, 7, paper),
    }),
    reeds(-10, 1200, 560, ink, 70, 190, 4),
    reeds(980, 1220, 830, ink, 60, 130, 6),
    gull(560, 250, 0.5, ink, 8),
    gull(660, 210, 0.4, ink, -6),
    repeat(10, at => disc(1300 + at * 17, 560 - at * 34 - (at % 3) * 20, 4, at % 2 ? ochre : rust)),
  )
}

export const peatWatch: Picture = {
  name: 'peat-watch',
  title: 'The peat watch',
  width: 1800,
  height: 1200,
  draw,
  alt: 'On a dark moor at dusk two volunteers, one with binoculars and one pointing, watch a thread of fire and a column of smoke on a far ridge; behind them stands a wooden watch hut on legs.',
  caption: 'Volunteers of the peat watch report smoke on the moor above the Arle, shortly before dark.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.5, y: 0.55 },
}
