import { disc, group, line, oval, poly, rect, repeat, shape, stipple, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, glitter, gull, hills, reeds, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

/** A wading bird looking right, about 100 high. */
const heron = (x: number, y: number, s: number): string =>
  group(
    `translate(${x} ${y}) scale(${s})`,
    line(-4, -44, -8, 0, ink, 3),
    line(8, -44, 12, 0, ink, 3),
    shape(
      'M-52 -40C-40 -72 0 -84 26 -70C36 -66 34 -48 20 -42C0 -34 -30 -34 -52 -40Z',
      mix(mist, harbour, 0.45),
    ),
    shape('M-56 -38C-36 -54 -6 -58 12 -50C0 -36 -34 -30 -56 -38Z', deep),
    shape(
      'M14 -66C34 -84 10 -110 26 -128C34 -136 48 -132 50 -126L82 -118L48 -116C36 -112 46 -84 28 -58Z',
      paper,
    ),
    shape('M26 -130C14 -134 4 -130 -8 -122C8 -124 22 -120 34 -124Z', ink),
    disc(40, -125, 2.6, ink),
  )

const draw = (): string => {
  const water = mix(mist, paper, 0.45)
  const creek =
    'M1010 520C1060 540 980 560 900 574C760 598 820 628 960 660C1180 712 1120 770 860 830C520 908 300 990 380 1210L1230 1210C1130 1010 1500 900 1560 800C1620 690 1180 640 1110 600C1060 572 1180 548 1120 520Z'
  return sheet(
    1800,
    1200,
    moss,
    sky(
      1800,
      530,
      [
        mix(mist, sea, 0.35),
        mix(mist, paper, 0.3),
        mix(paper, blush, 0.35),
        mix(blush, paper, 0.2),
        mix(ochre, blush, 0.55),
      ],
      9,
      10,
    ),
    disc(1236, 470, 66, mix(paper, ochre, 0.22)),
    cloud(150, 250, 560, 70, mix(paper, mist, 0.3), 3),
    cloud(1180, 176, 700, 60, mix(paper, blush, 0.2), 8),
    cloud(560, 390, 380, 34, mix(blush, paper, 0.5), 5),
    hills(1800, 540, [500, 486, 505, 470, 492, 512, 508, 498, 470, 462, 490], mix(sea, mist, 0.5)),
    poly('300,512 300,480 318,480 318,440 328,420 338,440 338,480 420,486 420,512', mix(sea, harbour, 0.4)),
    rect(-10, 518, 1820, 700, mix(moss, sand, 0.28)),
    shape('M-10 600C400 560 700 640 1100 600C1400 580 1600 640 1810 610V1210H-10Z', moss),
    stipple(0, 540, 1800, 160, mix(moss, sand, 0.6), 'top', { seed: 3 }),
    shape('M-10 760C300 700 600 820 900 760C1300 700 1500 820 1810 740V1210H-10Z', mix(moss, harbour, 0.42)),
    stipple(0, 640, 1800, 140, mix(moss, harbour, 0.45), 'bottom', { seed: 5 }),
    shape('M-10 960C200 900 420 950 560 1000C1000 1100 1500 900 1810 940V1210H-10Z', mix(moss, deep, 0.72)),
    stipple(0, 800, 1800, 190, deep, 'bottom', { seed: 6 }),
    group('translate(0 16)', shape(creek, mix(sand, ink, 0.6))),
    shape(creek, water),
    within(
      creek,
      glitter(1050, 640, 560, 240, mix(ochre, paper, 0.2), 5, 30),
      ripples(600, 580, 700, 200, mix(blush, ochre, 0.3), 24, 6, 0.7),
      stipple(300, 520, 1400, 680, blush, 'top', { count: 2600 }),
      stipple(300, 760, 1400, 450, sea, 'bottom', { count: 2400, size: 4 }),
      ripples(300, 640, 1300, 560, mix(sea, mist, 0.4), 46, 3, 0.9),
    ),
    shape(
      'M250 690C330 668 470 680 520 700C440 716 320 716 250 690ZM1500 640C1590 628 1700 632 1760 646C1680 660 1560 660 1500 640Z',
      water,
    ),
    reeds(0, 1010, 420, mix(moss, ink, 0.6), 60, 120, 4, 60),
    reeds(1330, 960, 480, mix(moss, ink, 0.6), 70, 130, 5, -40),
    gull(360, 330, 0.7, deep, -8),
    gull(470, 290, 0.5, deep, 10),
    gull(266, 380, 0.42, deep, 4),
    heron(700, 812, 1.15),
    shape('M650 826C690 820 740 822 770 830C730 838 690 836 650 826Z', sea),
    // The gauge.
    rect(1318, 250, 74, 700, paper),
    rect(1366, 250, 26, 700, mix(mist, sea, 0.4)),
    repeat(13, at => rect(1318, 286 + at * 50, at % 2 ? 30 : 52, 25, at < 3 ? rust : ink)),
    rect(1296, 218, 118, 38, ink),
    poly('1296,218 1355,176 1414,218', rust),
    line(1355, 176, 1355, 112, ink, 6),
    poly('1355,112 1430,132 1355,152', ochre),
    rect(1302, 866, 106, 96, mix(ink, moss, 0.25)),
    shape('M1262 964C1310 944 1400 946 1450 966C1400 990 1310 990 1262 964Z', deep),
    stipple(1318, 640, 74, 300, moss, 'bottom', { count: 500, size: 5 }),
    shape(
      'M1330 986C1320 1050 1350 1100 1310 1180L1372 1180C1390 1100 1370 1050 1384 986Z',
      ink,
      'opacity="0.3"',
    ),
    figure({
      x: 1546,
      y: 962,
      h: 380,
      face: -1,
      coat: ochre,
      legs: harbour,
      hat: 'bobble',
      hatInk: rust,
      skin: skin.brown,
      hem: -42,
      flare: 18,
      near: [
        [5, -62],
        [17, -66],
      ],
      far: [
        [14, -64],
        [22, -70],
      ],
      more: poly('14,-74 28,-72 26,-60 13,-62', paper),
    }),
    oval(1540, 966, 80, 10, ink),
    reeds(1420, 1000, 380, mix(ink, moss, 0.3), 46, 110, 12, 30),
    reeds(-10, 1200, 420, mix(ink, moss, 0.2), 50, 190, 13, 20),
    reeds(1560, 1210, 260, ink, 36, 200, 15, 0),
  )
}

export const saltingsGauge: Picture = {
  name: 'saltings-gauge',
  title: 'The tide gauge on the Saltings',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A creek winds through a green tidal marsh at first light; a person in a yellow coat writes down the level on a tall striped gauge while a heron stands in the water.',
  caption: 'A volunteer reads the tide gauge on the Saltings at low water, an hour after sunrise.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.76, y: 0.45 },
}
