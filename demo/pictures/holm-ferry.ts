import { disc, group, line, poly, rect, repeat, shape, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { glitter, gull, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'
import { bollard, ferry } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

/** A gull close by, lit from below left. */
const seabird = (x: number, y: number, s: number, tilt: number): string =>
  group(
    `translate(${x} ${y}) rotate(${tilt}) scale(${s})`,
    shape('M-6 2C-40 -44 -92 -62 -158 -34C-112 -30 -66 -4 -26 20Z', paper),
    shape('M-158 -34C-138 -43 -120 -47 -104 -47C-118 -38 -126 -30 -132 -29C-142 -32 -150 -34 -158 -34Z', ink),
    shape('M6 2C44 -58 96 -64 166 -96C134 -40 82 0 26 20Z', mix(mist, harbour, 0.28)),
    shape('M166 -96C146 -87 128 -80 114 -75C118 -66 122 -58 130 -54C146 -68 158 -82 166 -96Z', ink),
    shape('M-58 26L-90 34L-84 18C-60 4 10 -10 46 4C58 2 66 6 66 12L82 18L64 20C40 36 -20 40 -58 26Z', paper),
    shape('M-58 26C-20 40 40 36 64 20C30 26 -20 30 -58 26Z', mix(mist, harbour, 0.28)),
    shape('M66 12L84 18L64 20Z', ochre),
    disc(56, 9, 2.6, ink),
  )

const draw = (): string => {
  const sun = mix(ochre, paper, 0.66)
  const rim = mix(ochre, paper, 0.25)
  const island =
    'M96 566C150 540 190 470 262 452C330 436 372 404 446 420C540 440 600 500 700 516C780 530 850 556 910 566Z'
  return sheet(
    1800,
    1200,
    sea,
    sky(
      1800,
      570,
      [
        mix(harbour, sea, 0.5),
        mix(sea, mist, 0.55),
        mix(mist, sand, 0.6),
        mix(sand, ochre, 0.55),
        mix(ochre, rust, 0.36),
      ],
      4,
      14,
    ),
    disc(596, 424, 172, sun),
    stipple(424, 252, 344, 344, mix(ochre, rust, 0.2), 'bottom', { count: 1700, size: 4 }),
    streak(-60, 214, 900, 26, mix(mist, paper, 0.55)),
    streak(980, 150, 900, 22, mix(sea, mist, 0.8)),
    streak(320, 338, 620, 14, mix(sand, paper, 0.5)),
    streak(1180, 318, 760, 18, mix(sand, blush, 0.6)),
    streak(-120, 436, 420, 16, blush),
    shape(island, harbour),
    within(
      island,
      shape('M96 566C150 540 190 470 262 452C300 444 330 430 360 424C330 470 280 520 250 566Z', deep),
      stipple(100, 404, 420, 170, deep, 'left', { count: 1500, size: 4 }),
      shape('M470 566C520 530 600 540 660 524C720 530 800 548 910 566Z', mix(harbour, sea, 0.5)),
      shape('M300 566C340 540 420 530 470 538C440 556 380 562 360 566Z', mix(harbour, moss, 0.5)),
      stipple(470, 424, 300, 130, ochre, 'left', { count: 420, size: 4, opacity: 0.8 }),
    ),
    poly('252,456 257,366 279,366 284,456', paper),
    rect(254, 408, 28, 20, rust),
    rect(252, 350, 32, 17, ink),
    poly('250,350 268,330 286,350', ink),
    disc(268, 358, 6, ochre),
    poly('360,428 360,404 374,392 390,404 390,424', sand),
    poly('420,424 420,402 434,390 450,402 450,424', paper),
    rect(-10, 564, 1820, 660, mix(sea, mist, 0.25)),
    shape('M-10 700C400 690 900 724 1810 690V1210H-10Z', sea),
    shape('M-10 860C500 820 1100 880 1810 830V1210H-10Z', mix(sea, harbour, 0.6)),
    shape('M-10 1010C500 980 1200 1040 1810 990V1210H-10Z', harbour),
    stipple(0, 600, 1800, 110, sea, 'bottom', { seed: 3 }),
    stipple(0, 740, 1800, 120, mix(sea, harbour, 0.6), 'bottom', { seed: 4 }),
    stipple(0, 890, 1800, 130, harbour, 'bottom', { seed: 5 }),
    ripples(0, 585, 1800, 260, mix(mist, paper, 0.3), 70, 8, 0.8),
    ripples(0, 800, 1800, 380, deep, 70, 9, 1),
    glitter(600, 574, 600, 240, mix(ochre, paper, 0.3), 12, 40),
    glitter(600, 580, 400, 110, paper, 13, 22),
    // Smoke, ferry, its reflection and wake.
    shape(
      'M1412 404C1450 352 1520 376 1560 330C1610 280 1680 312 1730 262C1760 236 1790 240 1810 226V300C1770 318 1740 350 1690 352C1640 356 1610 402 1550 398C1500 396 1470 430 1436 412Z',
      mix(mist, harbour, 0.35),
    ),
    stipple(1420, 250, 390, 170, deep, 'bottom', { count: 900, size: 4, opacity: 0.5 }),
    shape(
      'M690 812C900 850 1500 850 1760 812L1700 936C1500 900 1420 1000 1300 920C1200 990 1120 900 1000 960C900 900 800 930 690 812Z',
      deep,
      'opacity="0.75"',
    ),
    ferry(1212, 812, 1.12, true, 1),
    shape(
      'M640 822C690 800 712 806 740 816C900 828 1500 834 1720 818C1760 806 1790 802 1810 800V846C1700 852 1500 846 1300 842C1000 844 800 838 640 822Z',
      paper,
    ),
    shape(
      'M600 842C760 838 900 856 1050 852C900 872 760 868 600 842ZM1250 864C1450 852 1650 866 1810 860V886C1650 884 1450 880 1250 864Z',
      mix(mist, paper, 0.4),
    ),
    ripples(700, 880, 1060, 120, mix(ochre, sand, 0.4), 16, 21, 0.7),
    seabird(1066, 208, 1.25, -10),
    gull(842, 330, 0.8, paper, -12),
    gull(742, 240, 0.5, paper, 4),
    gull(930, 372, 0.45, ink, -6),
    gull(1650, 520, 0.5, paper, 10),
    // The quay and those who watch.
    poly('-10,1004 470,1062 900,1210 -10,1210', mix(ink, harbour, 0.42)),
    poly('-10,1004 470,1062 900,1210 866,1210 452,1080 -10,1024', mix(ochre, rust, 0.25)),
    stipple(0, 1020, 860, 190, ink, 'bottom', { count: 3000, size: 5 }),
    repeat(4, at => line(40 + at * 150, 1046 + at * 22, 20 + at * 190, 1210, deep, 4)),
    ...[
      [148, 1150, 90],
      [268, 1166, 60],
      [392, 1170, 90],
    ].map(([x = 0, y = 0, w = 0]) =>
      poly(
        [
          [x - w * 0.4, y - 6],
          [x + w * 0.4, y - 4],
          [x - w * 0.6, y + 60],
          [x - w * 1.6, y + 60],
        ],
        ink,
      ),
    ),
    figure({
      x: 148,
      y: 1150,
      h: 396,
      view: 'back',
      coat: deep,
      legs: ink,
      hair: ink,
      hat: 'cap',
      hatInk: ink,
      hem: -30,
      flare: 19,
      rim,
      near: [
        [-13, -64],
        [-15, -49],
      ],
      far: [
        [13, -66],
        [22, -54],
      ],
    }),
    figure({
      x: 268,
      y: 1166,
      h: 238,
      view: 'back',
      coat: rust,
      legs: ink,
      hat: 'bobble',
      hatInk: ochre,
      rim,
      hem: -40,
      flare: 20,
      near: [
        [-14, -70],
        [-22, -84],
      ],
      far: [
        [16, -84],
        [24, -104],
      ],
    }),
    figure({
      x: 392,
      y: 1170,
      h: 376,
      view: 'back',
      coat: mix(harbour, ink, 0.35),
      legs: ink,
      hair: mix(rust, ink, 0.5),
      hairStyle: 'bob',
      rim,
      hem: -26,
      flare: 22,
      near: [
        [-14, -64],
        [-17, -50],
      ],
      far: [
        [17, -88],
        [9, -100],
      ],
    }),
    bollard(640, 1160, 1.05),
    stroke('M614 1062C640 1054 660 1054 672 1066', mix(ochre, paper, 0.2), 6),
    stroke('M600 1112C560 1150 500 1130 470 1180', mix(sand, ochre, 0.3), 13),
    stroke('M612 1104H668M614 1116H666', mix(sand, ochre, 0.3), 11),
  )
}

export const holmFerry: Picture = {
  name: 'holm-ferry',
  title: 'The Holm Island ferry',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A car ferry with a green hull and lit windows heads towards a low island with a lighthouse, the sun setting behind it; on the quay a man, a child with raised arms and a woman watch it go.',
  caption: 'The last ferry of the day leaves Coal Quay for Holm Island on the evening of the vote.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.62, y: 0.55 },
}
