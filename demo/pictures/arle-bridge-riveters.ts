import { disc, line, poly, rect, repeat, shape, stipple, stroke, within } from './brush.ts'
import { figure, limb } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, gull, sky } from './scenery.ts'
import { sheet } from './sheet.ts'
import { dinghy } from './vessels.ts'

const { ink, paper, sand, ochre, rust } = palette

const draw = (): string => {
  const [dark, mid, light] = [mix(ink, rust, 0.12), mix(ink, sand, 0.45), mix(sand, paper, 0.35)]
  const rivets = (x1: number, y1: number, x2: number, y2: number, count: number): string =>
    repeat(count, at =>
      disc(x1 + ((x2 - x1) * at) / count, y1 + ((y2 - y1) * at) / count, 8, mix(dark, sand, 0.35)),
    )
  const beam = 'M-10 900L1810 640V760L-10 1040Z'
  return sheet(
    1800,
    1200,
    sand,
    sky(1800, 1200, [light, mix(sand, paper, 0.1), sand, mix(sand, ink, 0.12)], 23, 60),
    disc(420, 300, 150, paper),
    cloud(900, 330, 760, 110, light, 4),
    cloud(-80, 560, 460, 70, light, 8),
    // Far below: the river, its boats and the town.
    shape('M-10 1020C400 960 900 980 1810 860V1210H-10Z', mix(sand, ink, 0.2)),
    shape(
      'M300 1210C420 1100 700 1060 1000 1040C1300 1016 1500 960 1810 930V1020C1500 1060 1400 1110 1250 1140C1100 1170 1000 1190 960 1210Z',
      light,
    ),
    ...repeatTown(mid, dark),
    dinghy(1120, 1090, 0.4, false, dark),
    dinghy(1400, 1040, 0.3, true, dark),
    gull(1290, 930, 0.8, paper, -12),
    gull(1420, 880, 0.6, paper, 8),
    stipple(0, 980, 1800, 230, mid, 'bottom', { size: 5 }),
    // The steel.
    poly('1180,-10 1320,-10 1230,720 1110,740', mix(dark, sand, 0.16)),
    poly('1280,-10 1320,-10 1230,720 1196,724', dark),
    rivets(1204, 20, 1136, 700, 16),
    poly('1810,60 1810,170 1290,600 1250,560', dark),
    poly('60,-10 140,-10 -10,240 -10,110', dark),
    shape(beam, dark),
    within(
      beam,
      poly('-10,900 1810,640 1810,664 -10,930', mix(dark, sand, 0.3)),
      stipple(-10, 640, 1820, 400, mid, 'left', { count: 2600, size: 5 }),
    ),
    rivets(20, 962, 1800, 690, 34),
    rivets(20, 1010, 1800, 736, 34),
    poly('1040,620 1300,584 1300,720 1040,756', mix(dark, sand, 0.2)),
    rivets(1070, 656, 1280, 626, 5),
    rivets(1070, 700, 1280, 670, 5),
    // The gang: holder-up, riveter, heater boy with his tongs.
    limb(
      [
        [820, 690],
        [980, 700],
        [960, 790],
      ],
      76,
      52,
      mid,
    ),
    limb(
      [
        [800, 700],
        [900, 770],
        [820, 800],
      ],
      76,
      52,
      mix(mid, dark, 0.5),
    ),
    poly('930,780 1020,766 1024,796 932,806', dark),
    figure({
      x: 800,
      y: 1010,
      h: 640,
      coat: mix(sand, ink, 0.26),
      skin: mix(sand, rust, 0.3),
      hat: 'cap',
      hatInk: dark,
      stance: 'none',
      lean: 14,
      hem: -46,
      near: [
        [8, -66],
        [26, -62],
      ],
      far: [
        [18, -64],
        [36, -60],
      ],
    }),
    poly('960,560 1090,546 1094,590 964,604', dark),
    rect(984, 596, 30, 60, dark),
    stroke('M970 590C900 640 880 760 940 840C980 900 960 1010 900 1210', dark, 14),
    disc(1116, 570, 22, ochre),
    disc(1116, 570, 10, paper),
    repeat(26, at =>
      line(
        1120 + Math.cos(at * 2.4) * (26 + (at % 5) * 6),
        570 + Math.sin(at * 2.4) * (26 + (at % 5) * 6),
        1120 + Math.cos(at * 2.4) * (54 + (at % 7) * 16),
        570 + Math.sin(at * 2.4) * (54 + (at % 7) * 16) + (at % 3) * 12,
        at % 3 ? ochre : rust,
        4,
      ),
    ),
    figure({
      x: 1480,
      y: 700,
      h: 470,
      face: -1,
      coat: mix(dark, sand, 0.2),
      legs: mid,
      skin: mix(sand, rust, 0.3),
      hat: 'cap',
      hatInk: mid,
      hem: -44,
      lean: 10,
      near: [
        [10, -66],
        [26, -64],
      ],
      far: [
        [16, -70],
        [30, -68],
      ],
    }),
    rect(1240, 388, 120, 26, dark),
    figure({
      x: 290,
      y: 872,
      h: 430,
      coat: mix(sand, paper, 0.1),
      legs: dark,
      skin: mix(sand, rust, 0.3),
      hat: 'cap',
      hatInk: rust,
      hem: -46,
      stance: 'walk',
      near: [
        [4, -66],
        [22, -74],
      ],
      far: [
        [16, -70],
        [26, -78],
      ],
    }),
    line(396, 552, 520, 470, dark, 8),
    line(396, 560, 520, 486, dark, 8),
    disc(530, 472, 15, ochre),
    poly('110,810 220,796 210,880 124,892', dark),
    ...[130, 150, 172, 190].map((x, at) =>
      shape(
        `M${x} ${806 - at * 2}C${x - 10} ${780} ${x + 10} ${770} ${x + 4} ${744 + (at % 2) * 16}C${x + 22} ${770} ${x + 20} ${790} ${x + 16} ${804 - at * 2}Z`,
        at % 2 ? ochre : rust,
      ),
    ),
  )
}

const repeatTown = (mid: string, dark: string): string[] =>
  Array.from({ length: 22 }, (_, at) => {
    const x = 20 + at * 34 + (at % 3) * 6
    const y = 1130 - at * 6 + (at % 4) * 14
    return (
      rect(x, y - 26, 26, 30, mix(mid, palette.sand, 0.5)) +
      poly(
        [
          [x - 3, y - 25],
          [x + 13, y - 42],
          [x + 29, y - 25],
        ],
        at % 3 ? mid : dark,
      )
    )
  })

export const arleBridgeRiveters: Picture = {
  name: 'arle-bridge-riveters',
  title: 'The riveters',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Three men in caps work on a girder high above the river: one holds hot rivets in tongs, one drives a rivet in a spray of sparks, one braces it from the other side.',
  caption: 'A riveting gang on the upper chord of the Arle Bridge in the spring of 1936.',
  credit: 'Holm Picture Agency',
  focal: { x: 0.55, y: 0.5 },
}
