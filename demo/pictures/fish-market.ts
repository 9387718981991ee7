import { disc, line, oval, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'
import { fishBox } from './vessels.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust } = palette

const draw = (): string => {
  const random = seeded(6)
  const light = mix(paper, sand, 0.4)
  const arch = (inset: number, fill: string): string =>
    shape(
      `M${-20 + inset} 1810V${520 + inset * 0.6}C${60 + inset} ${120 + inset * 0.7} ${560} ${-60 + inset * 1.1} 800 ${-60 + inset * 1.1}C1040 ${-60 + inset * 1.1} ${1540 - inset} ${120 + inset * 0.7} ${1620 - inset} ${520 + inset * 0.6}V1810Z`,
      fill,
    )
  return sheet(
    1600,
    2000,
    deep,
    rect(-10, -10, 1620, 2020, mix(deep, ink, 0.4)),
    arch(20, deep),
    arch(120, mix(deep, harbour, 0.6)),
    arch(220, harbour),
    arch(330, mix(harbour, sea, 0.5)),
    arch(430, sea),
    // The end window of the hall, with the harbour behind.
    shape('M500 1150V700C540 520 700 440 800 440C900 440 1060 520 1100 700V1150Z', mist),
    shape('M500 1150V1010C640 990 960 1000 1100 980V1150Z', mix(sea, mist, 0.4)),
    disc(930, 720, 62, light),
    line(700, 1030, 700, 760, deep, 7),
    line(700, 770, 620, 1000, deep, 4),
    poly('620,1020 760,1020 744,1052 636,1052', rust),
    ...[600, 700, 800, 900, 1000].map(x => rect(x - 5, 430, 10, 720, deep)),
    ...[700, 850, 1000].map(y => rect(490, y, 620, 9, deep)),
    stroke('M500 1150V700C540 520 700 440 800 440C900 440 1060 520 1100 700V1150', deep, 18),
    stipple(0, 0, 1600, 700, ink, 'top', { size: 5, count: 5200 }),
    ...[150, 330, 1270, 1450].map(
      (x, at) =>
        rect(x - 22, 560 - (at % 3 ? 60 : 0), 44, 1000, at % 3 ? mix(deep, ink, 0.2) : ink) +
        rect(x - 40, 560 - (at % 3 ? 60 : 0), 80, 30, ink),
    ),
    // Shafts of morning light.
    poly('560,470 760,440 420,1500 -20,1500 -20,1380', light, 'opacity="0.17"'),
    poly('840,440 1000,520 900,1560 500,1560', light, 'opacity="0.2"'),
    rect(-10, 1340, 1620, 670, mix(harbour, ink, 0.3)),
    poly('420,1340 1010,1340 1180,2010 140,2010', mix(sea, mist, 0.35)),
    stipple(100, 1340, 1100, 660, harbour, 'bottom', { size: 5 }),
    // Buyers behind, in the shade.
    repeat(11, at =>
      figure({
        x: 130 + at * 132,
        y: 1450 + (at % 3) * 16,
        h: 430 + random() * 70,
        view: 'front',
        coat: mix(deep, [rust, ochre, sea, harbour][at % 4] ?? sea, 0.35),
        legs: ink,
        skin: [skin.tan, skin.brown, skin.olive][at % 3] ?? skin.tan,
        hat: at % 3 === 2 ? 'bobble' : 'cap',
        hatInk: mix(ink, [deep, rust][at % 2] ?? deep, 0.5),
        hem: -40,
        flare: 19,
        near: [
          [-14, -64],
          [2, -58],
        ],
        far: [
          [15, -64],
          [-1, -60],
        ],
      }),
    ),
    // The auctioneer on his box, bell in the air.
    poly('560,1620 1060,1620 1080,1760 544,1760', mix(ochre, ink, 0.35)),
    poly('560,1620 1060,1620 1040,1590 584,1590', sand),
    rect(600, 1660, 424, 14, ink),
    rect(596, 1712, 436, 14, ink),
    figure({
      x: 810,
      y: 1606,
      h: 960,
      view: 'front',
      coat: paper,
      legs: harbour,
      skin: skin.rosy,
      hat: 'cap',
      hatInk: rust,
      hair: mist,
      hem: -27,
      flare: 23,
      near: [
        [-19, -66],
        [-12, -56],
      ],
      far: [
        [20, -90],
        [23, -110],
      ],
      more:
        poly('-3.5,-81 0,-74 3.5,-81 2,-82 -2,-82', rust) +
        line(0, -74, 0.4, -29, mix(paper, ink, 0.35), 0.6) +
        repeat(4, at => disc(2.2, -68 + at * 9, 0.8, ink)) +
        poly('-18,-60 -6,-62 -4,-52 -16,-50', sand) +
        line(-15, -57, -7, -58.5, ink, 0.6) +
        line(-15, -54, -7, -55.5, ink, 0.6) +
        oval(-12, -55, 2.5, 2.6, skin.rosy) +
        shape(
          'M-2.6 -90.500C-1.6 -91.5 -0.6 -91.4 0 -90.600C0.600 -91.4 2 -91.5 3 -90.400C2 -89.8 0.8 -89.9 0 -89.800C-0.9 -89.7 -1.8 -89.8 -2.6 -90.500Z',
          mist,
        ) +
        oval(0, -87.6, 1.5, 1.6, ink) +
        line(-3, -94, -1.6, -94.3, ink, 0.8) +
        line(1.8, -94.3, 3.2, -94, ink, 0.8) +
        `<g transform="rotate(14 23 -110)">${line(23, -107, 23, -117, ink, 1.8)}${shape('M19.500 -116C20 -122 18.5 -127 15 -131H31C27.500 -127 26 -122 26.5 -116Z', ochre)}${shape('M24 -116C25 -122 26 -127 26 -131H31C27.500 -127 26 -122 26.5 -116Z', mix(ochre, rust, 0.6))}${oval(23, -131, 8, 1.8, mix(ochre, ink, 0.5))}${disc(23, -133, 1.5, ink)}</g>`,
    }),
    stroke(
      'M1148 320C1170 300 1176 270 1168 240M1180 350C1222 320 1232 270 1216 220M862 330C840 300 842 260 860 230',
      ochre,
      9,
    ),
    // Boxes of fish in front, the crowd's heads in the corner.
    fishBox(60, 1640, 330, mix(sea, harbour, 0.3)),
    fishBox(1160, 1660, 340, rust),
    fishBox(1080, 1780, 400, ochre),
    fishBox(240, 1790, 430, harbour),
    fishBox(720, 1830, 400, sea),
    stipple(0, 1600, 1600, 400, ink, 'bottom', { size: 6, count: 3600 }),
    figure({ x: 150, y: 2330, h: 800, view: 'back', flat: ink, hat: 'cap' }),
    figure({
      x: 1450,
      y: 2380,
      h: 860,
      view: 'back',
      flat: ink,
      hat: 'bobble',
      near: [
        [-16, -80],
        [-12, -100],
      ],
    }),
    figure({ x: 520, y: 2520, h: 760, view: 'back', flat: mix(ink, deep, 0.3), hat: 'brim' }),
  )
}

export const fishMarket: Picture = {
  name: 'fish-market',
  title: 'The last auctioneer',
  width: 1600,
  height: 2000,
  draw,
  alt: 'In a tall iron market hall an old auctioneer in a white coat and red cap stands on a crate and rings a bell above boxes of fish; buyers look up at him in the morning light.',
  caption: 'The last auctioneer of Coal Quay opens the morning sale in the fish market, shortly after six.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.51, y: 0.38 },
}
