import { line, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { house } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, gull, hills, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'
import { lifebuoy } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const white = mix(paper, sand, 0.2)
  const town = [sand, rust, paper, mix(blush, rust, 0.3), mix(mist, paper, 0.4), ochre]
  return sheet(
    1800,
    1200,
    sea,
    sky(1800, 520, [mix(sea, mist, 0.2), mix(sea, mist, 0.5), mist, mix(mist, paper, 0.5)], 33, 30),
    cloud(900, 230, 640, 120, paper, 4),
    cloud(60, 360, 460, 60, mix(mist, paper, 0.6), 8),
    cloud(1480, 400, 400, 70, paper, 2),
    hills(1800, 540, [450, 400, 380, 420, 440, 400, 430, 480, 510], mix(moss, sea, 0.5)),
    ...Array.from({ length: 17 }, (_, at) =>
      house({
        x: 180 + at * 56,
        y: 528 - (at % 3) * 12,
        w: 50,
        h: 44 + (at % 4) * 9,
        wall: town[at % 6] ?? sand,
        roof: at % 2 ? harbour : mix(rust, ink, 0.3),
        pane: deep,
        rows: 1,
        seed: at,
      }),
    ),
    poly('690,480 690,400 712,350 734,400 734,480', mix(sand, harbour, 0.3)),
    rect(160, 526, 1010, 18, mix(sand, ink, 0.4)),
    rect(-10, 538, 1820, 500, sea),
    stipple(0, 538, 1800, 120, mist, 'top', { count: 1500 }),
    shape('M-10 660C600 630 1200 680 1810 640V1100H-10Z', mix(sea, harbour, 0.55)),
    stipple(0, 580, 1800, 100, mix(sea, harbour, 0.5), 'bottom'),
    ripples(0, 550, 1800, 300, mist, 60, 3, 0.9),
    ripples(0, 640, 1800, 300, harbour, 50, 5, 1.1),
    // The wake bends back to the town.
    shape(
      'M660 542C640 570 620 600 700 650C800 700 760 780 560 900H1180C1160 780 1040 700 860 640C740 600 700 570 690 542Z',
      mix(mist, paper, 0.5),
    ),
    shape(
      'M672 544C660 580 680 610 760 650C860 700 880 790 800 900H960C980 800 940 720 830 650C740 600 690 580 680 544Z',
      mix(sea, mist, 0.4),
    ),
    ripples(620, 700, 500, 200, paper, 24, 8, 1),
    gull(1000, 330, 1, paper, -10),
    gull(1180, 420, 0.7, paper, 8),
    gull(820, 250, 0.6, paper, 4),
    gull(420, 280, 0.5, paper),
    gull(1300, 300, 1.5, paper, -18),
    // Deckhouse to the right with its shade; awning above.
    poly('1420,-10 1810,-10 1810,1210 1420,1010', white),
    poly('1420,-10 1450,-10 1450,1026 1420,1010', mix(white, harbour, 0.45)),
    stipple(1450, 0, 350, 1200, sand, 'right', { count: 2200, size: 5 }),
    shape('M1540 330A70 70 0 0 1 1680 330V520A70 70 0 0 1 1540 520Z', deep),
    shape('M1556 336A54 54 0 0 1 1664 336V514A54 54 0 0 1 1556 514Z', mix(ochre, paper, 0.35)),
    rect(1500, 640, 30, 400, mix(white, harbour, 0.3)),
    line(1450, 690, 1810, 740, harbour, 26),
    lifebuoy(1620, 870, 92),
    poly('-10,-10 1810,-10 1810,110 1420,70 -10,150', harbour),
    poly('-10,150 1420,70 1810,110 1810,130 1420,92 -10,174', paper),
    ...[250, 900].map(x => rect(x, 90, 18, 880, white) + rect(x + 11, 90, 7, 880, mix(white, harbour, 0.45))),
    // Deck planks and rail.
    poly('-10,930 1420,900 1810,1130 1810,1210 -10,1210', mix(sand, rust, 0.22)),
    repeat(13, at => line(at * 150 - 300, 1210, 560 + at * 74, 915, mix(rust, ink, 0.4), 3)),
    poly('560,1210 760,916 1420,902 1810,1130 1810,1210', ink, 'opacity="0.22"'),
    stipple(0, 930, 1800, 280, mix(rust, ink, 0.3), 'bottom', { size: 5 }),
    ...[0, 1, 2].map(at => line(-10, 740 + at * 62, 1424, 700 + at * 66, white, 9)),
    line(-10, 672, 1424, 630, mix(rust, ochre, 0.4), 20),
    ...[60, 440, 640, 1120, 1340].map(x => line(x, 670, x, 930, white, 11)),
    // Passengers: two old friends, a schoolgirl with a bicycle helmet, a man asleep against his bag.
    figure({
      x: 200,
      y: 1080,
      h: 560,
      view: 'back',
      coat: rust,
      legs: ink,
      skin: skin.rosy,
      hair: mist,
      hairStyle: 'bun',
      hem: -26,
      flare: 23,
      near: [
        [-15, -68],
        [-20, -70],
      ],
      far: [
        [15, -66],
        [16, -72],
      ],
    }),
    figure({
      x: 372,
      y: 1086,
      h: 590,
      view: 'back',
      coat: mix(deep, harbour, 0.4),
      legs: ink,
      hat: 'brim',
      hatInk: sand,
      hem: -34,
      flare: 19,
      near: [
        [-15, -66],
        [-14, -72],
      ],
      far: [
        [16, -68],
        [20, -71],
      ],
    }),
    figure({
      x: 780,
      y: 1060,
      h: 430,
      view: 'back',
      coat: ochre,
      legs: harbour,
      skin: skin.brown,
      hairStyle: 'curls',
      hem: -44,
      flare: 17,
      near: [
        [-16, -78],
        [-24, -92],
      ],
      far: [
        [15, -70],
        [14, -86],
      ],
      more: poly('-9,-78 9,-78 10,-50 -10,-50', rust) + rect(-6, -64, 12, 8, mix(rust, ink, 0.3)),
    }),
    figure({
      x: 1200,
      y: 1100,
      h: 560,
      face: -1,
      coat: mix(sea, mist, 0.3),
      legs: deep,
      skin: skin.tan,
      hair: ink,
      hat: 'bobble',
      hatInk: rust,
      hem: -40,
      flare: 17,
      near: [
        [6, -66],
        [19, -72],
      ],
      far: [
        [14, -68],
        [21, -74],
      ],
      more: rect(18, -80, 7, 9, paper),
    }),
    ...[
      [200, 1086],
      [372, 1092],
      [780, 1064],
      [1200, 1106],
    ].map(([x = 0, y = 0]) =>
      poly(
        [
          [x - 40, y],
          [x + 60, y - 4],
          [x + 230, y + 80],
          [x + 90, y + 80],
        ],
        ink,
        'opacity="0.28"',
      ),
    ),
    shape('M1010 1110C1000 1040 1040 1010 1080 1010C1120 1010 1150 1050 1140 1110Z', mix(rust, ink, 0.3)),
    stroke('M1056 1012C1060 980 1096 980 1100 1012', ink, 8),
  )
}

export const holmFerryDeck: Picture = {
  name: 'holm-ferry-deck',
  title: 'On the after deck',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Passengers lean on the rail of a ferry’s after deck, under a green awning, and look back along the curving wake at the harbour town.',
  caption: 'Passengers on the after deck of the morning ferry, ten minutes out of Wrenmouth.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.4, y: 0.58 },
}
