import { disc, line, oval, poly, rect, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { house } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { crescent, hills, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, mist, sand, ochre, rust, blush } = palette

const draw = (): string => {
  const dusk = mix(rust, blush, 0.55)
  const two = 'M2 12Q4 0 18 0Q34 0 34 14Q34 26 2 56H36'
  return sheet(
    1800,
    1200,
    deep,
    sky(
      1800,
      700,
      [mix(deep, harbour, 0.3), harbour, mix(harbour, dusk, 0.5), dusk, mix(ochre, dusk, 0.4)],
      8,
      60,
    ),
    streak(200, 200, 800, 18, mix(harbour, blush, 0.4)),
    streak(900, 330, 900, 22, mix(blush, rust, 0.2)),
    streak(-80, 420, 500, 16, blush),
    crescent(1500, 170, 36, mix(paper, sand, 0.4)),
    hills(1800, 800, [660, 610, 560, 520, 490, 500, 540, 600], mix(harbour, ink, 0.25)),
    // The estate climbing the hill.
    ...repeatHouses(mix(harbour, dusk, 0.28), 560, 9, 150, 92, 620, -14, 3),
    ...repeatHouses(mix(deep, dusk, 0.2), 330, 9, 190, 116, 720, -9, 7),
    poly('-10,790 1810,680 1810,1210 -10,1210', mix(deep, ink, 0.35)),
    ...repeatHouses(mix(deep, ink, 0.2), 780, 5, 250, 170, 800, -22, 11),
    // The road uphill and the last bus.
    poly('700,1210 1810,1210 1810,1100 1230,720 1120,724', mix(harbour, ink, 0.6)),
    poly('1160,1210 1250,1210 1178,730 1172,730', mix(sand, harbour, 0.5), 'opacity="0.55"'),
    stipple(700, 740, 1100, 460, ink, 'bottom', { seed: 4 }),
    poly('1128,800 1312,800 1560,1210 940,1210', rust, 'opacity="0.22"'),
    rect(1090, 470, 250, 318, rust),
    poly('1340,470 1390,500 1390,772 1340,788', mix(rust, ink, 0.5)),
    rect(1090, 470, 250, 14, mix(rust, paper, 0.4)),
    rect(1112, 552, 206, 104, mix(ochre, paper, 0.4)),
    rect(1112, 552, 206, 104, ochre, 'opacity="0.3"'),
    rect(1206, 552, 8, 104, ink),
    rect(1350, 530, 30, 120, mix(ochre, rust, 0.3)),
    disc(1164, 618, 15, ink),
    rect(1146, 630, 36, 26, ink),
    rect(1148, 492, 134, 48, ink),
    stroke(two, ochre, 9, 'transform="translate(1176 497) scale(0.68)"'),
    stroke(two, ochre, 9, 'transform="translate(1224 497) scale(0.68)"'),
    rect(1102, 690, 40, 22, mix(rust, paper, 0.75)),
    rect(1290, 690, 40, 22, mix(rust, paper, 0.75)),
    rect(1108, 728, 216, 12, ink),
    rect(1176, 694, 80, 20, sand),
    rect(1106, 786, 44, 26, ink),
    rect(1286, 786, 44, 26, ink),
    ripples(1000, 820, 440, 260, mix(rust, blush, 0.4), 30, 4, 0.7),
    // Shelter, lamp and the woman left behind.
    poly('60,1064 860,1050 1010,1210 -10,1210 -10,1100', mix(harbour, sand, 0.25)),
    poly('150,1070 640,1060 760,1160 60,1180', ochre, 'opacity="0.55"'),
    stipple(60, 1050, 800, 150, deep, 'left', { count: 1200 }),
    rect(150, 560, 470, 510, mix(ochre, paper, 0.55)),
    rect(150, 560, 470, 510, ochre, 'opacity="0.35"'),
    stipple(150, 560, 470, 500, rust, 'bottom', { count: 1700, size: 4 }),
    rect(176, 640, 150, 220, harbour),
    ...[0, 1, 2, 3, 4, 5].map(at =>
      line(196, 676 + at * 28, 300 - (at % 3) * 22, 676 + at * 28, at === 5 ? rust : mist, 5),
    ),
    poly('110,520 680,500 700,548 110,566', ink),
    ...[146, 384, 616].map(x => rect(x, 548, 14, 524, ink)),
    rect(170, 938, 350, 18, ink),
    rect(200, 950, 12, 116, ink),
    rect(470, 950, 12, 116, ink),
    line(790, 1072, 790, 560, ink, 12),
    rect(752, 520, 116, 92, paper),
    rect(752, 520, 116, 26, rust),
    stroke(two, ink, 10, 'transform="translate(770 556) scale(0.72)"'),
    stroke(two, ink, 10, 'transform="translate(818 556) scale(0.72)"'),
    figure({
      x: 560,
      y: 1080,
      h: 430,
      coat: harbour,
      legs: ink,
      skin: skin.brown,
      hat: 'scarf',
      hatInk: mist,
      hem: -24,
      flare: 23,
      near: [
        [-4, -62],
        [6, -52],
      ],
      far: [
        [16, -70],
        [28, -82],
      ],
      more: shape('M0 -50L16 -50L18 -30L-2 -30Z', rust) + stroke('M3 -50C4 -57 11 -57 12 -50', ink, 1.5),
    }),
    oval(590, 1082, 120, 10, ink, 'opacity="0.5"'),
    figure({
      x: 300,
      y: 1084,
      h: 330,
      coat: mix(ochre, rust, 0.5),
      legs: deep,
      skin: skin.brown,
      hair: ink,
      hem: -42,
      stance: 'stand',
      near: [
        [-4, -62],
        [8, -58],
      ],
      far: [
        [8, -62],
        [12, -57],
      ],
    }),
    oval(300, 1088, 70, 8, ink, 'opacity="0.5"'),
  )
}

const repeatHouses = (
  wall: string,
  x0: number,
  count: number,
  step: number,
  h: number,
  y0: number,
  climb: number,
  seed: number,
): string[] =>
  Array.from({ length: count }, (_, at) =>
    house({
      x: x0 + at * step - (seed === 11 ? 820 : 0),
      y: y0 + at * climb + ((at * seed) % 3) * 8 + (seed === 11 ? 60 : 0),
      w: step * 0.9,
      h: h + ((at * seed) % 4) * 10,
      wall,
      roof: mix(wall, palette.ink, 0.5),
      pane: mix(wall, palette.ink, 0.4),
      light: mix(palette.ochre, palette.paper, 0.2),
      lit: 0.4,
      seed: seed + at,
    }),
  )

export const bus22: Picture = {
  name: 'bus-22',
  title: 'The last 22',
  width: 1800,
  height: 1200,
  draw,
  alt: 'At dusk a red bus numbered 22 drives up a hill of terraced houses; a woman in a headscarf with a shopping bag and a boy stand in a lit bus shelter, watching it leave.',
  caption: 'The last evening 22 climbs to Northfield; from next month there will be none after six.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.55, y: 0.55 },
}
