import { cut, disc, line, poly, rect, repeat, seeded, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { windows } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const slates = (
  points: readonly (readonly [number, number])[],
  x: number,
  y: number,
  w: number,
  h: number,
  base: string,
  bare: (c: number, r: number) => boolean,
): string => {
  const random = seeded(3)
  return within(
    cut(points),
    repeat(9, r =>
      repeat(26, c => {
        const gone = bare(c, r)
        const tone = gone ? mix(rust, ink, 0.72) : mix(base, random() < 0.5 ? ink : mist, random() * 0.16)
        return rect(x + (c - (r % 2) * 0.5) * (w / 24), y + (r * h) / 9, w / 24 - 3, h / 9 - 3, tone)
      }),
    ),
  )
}

const draw = (): string => {
  const wall = mix(sand, rust, 0.42)
  const roof: [number, number][] = [
    [330, 560],
    [470, 236],
    [1380, 236],
    [1540, 560],
  ]
  const kids = [skin.pale, skin.brown, skin.rosy, skin.tan, skin.dark, skin.pale, skin.olive, skin.rosy]
  const coats = [harbour, ochre, rust, deep, moss, harbour, rust, sea]
  return sheet(
    1800,
    1200,
    sea,
    sky(1800, 760, [mix(sea, harbour, 0.35), sea, mix(sea, mist, 0.55), mist], 3, 24),
    cloud(1080, 190, 760, 120, paper, 4),
    cloud(-90, 330, 520, 90, mix(mist, paper, 0.6), 9),
    cloud(980, 350, 380, 60, mix(mist, paper, 0.6), 2),
    poly('-10,820 -10,610 60,560 150,610 150,640 260,600 350,660 350,820', mix(sea, harbour, 0.5)),
    // The school.
    rect(360, 540, 1160, 380, wall),
    stipple(360, 540, 1160, 380, rust, 'right', { count: 2600, seed: 8 }),
    rect(860, 112, 116, 130, wall),
    poly('836,116 918,20 1000,116', deep),
    rect(890, 140, 56, 80, ink),
    poly('900,196 936,196 928,156 908,156', ochre),
    rect(938, 112, 38, 130, ink, 'opacity="0.2"'),
    poly(roof, mix(ink, deep, 0.4)),
    slates(
      roof,
      320,
      236,
      1240,
      326,
      mix(harbour, mist, 0.3),
      (c, r) =>
        Math.hypot(c - 15 - r * 0.2, (r - 4) * 1.7) < 4.7 || (c === 20 && r === 6) || (c === 9 && r === 3),
    ),
    ...[0, 1, 2, 3].map(at =>
      line(996 + at * 62, 262 + (at % 2) * 10, 990 + at * 66, 480, mix(sand, rust, 0.35), 9),
    ),
    poly('1180,262 1416,258 1496,452 1236,470', ochre),
    poly('1180,262 1236,470 1290,466 1226,261', mix(ochre, rust, 0.4)),
    stroke('M1236 470L1236 540M1496 452L1500 530', ink, 4),
    poly('330,560 1540,560 1540,584 330,584', mix(wall, ink, 0.5)),
    poly('420,920 420,500 560,320 700,500 700,920', mix(wall, paper, 0.2)),
    poly('400,516 560,300 720,516 696,526 560,344 424,526', deep),
    disc(560, 480, 46, deep),
    stroke('M560 434V526M514 480H606', paper, 6),
    rect(464, 580, 192, 150, deep),
    windows(464, 580, 192, 150, 4, 2, mix(mist, sea, 0.3), mix(mist, sea, 0.3), 0, 1, 0.86, 0.9),
    poly('510,920 510,800 560,762 610,800 610,920', ink),
    ...[770, 960, 1150, 1340].map(
      x =>
        rect(x - 8, 632, 136, 168, paper) +
        rect(x, 640, 120, 152, deep) +
        windows(x, 640, 120, 152, 3, 3, mix(mist, sea, 0.3), mix(mist, sea, 0.3), 0, 1, 0.84, 0.86),
    ),
    // Scaffold, and the inspector on it.
    ...[1040, 1210, 1380, 1550].map(x => rect(x, 190, 12, 740, ink)),
    ...[560, 760].map(
      y => rect(1010, y, 580, 14, mix(sand, ochre, 0.3)) + line(1016, y - 76, 1586, y - 76, ink, 6),
    ),
    line(1046, 920, 1216, 770, ink, 6),
    line(1386, 570, 1556, 770, ink, 6),
    rect(1200, 210, 390, 10, ink),
    line(1112, 560, 1180, 236, sand, 10),
    line(1152, 560, 1216, 236, sand, 10),
    repeat(8, at => line(1118 + at * 8, 530 - at * 38, 1158 + at * 8, 530 - at * 38, sand, 7)),
    figure({
      x: 1150,
      y: 452,
      h: 286,
      face: -1,
      coat: rust,
      legs: ink,
      hat: 'helmet',
      hatInk: paper,
      skin: skin.tan,
      hem: -44,
      stance: 'walk',
      near: [
        [8, -70],
        [22, -80],
      ],
      far: [
        [12, -66],
        [22, -58],
      ],
    }),
    // Yard, and the pupils leaving in a long line.
    poly('-10,900 1810,880 1810,1210 -10,1210', mix(sand, paper, 0.3)),
    poly('700,900 1810,884 1810,1040 1080,960', mix(harbour, sand, 0.45)),
    stipple(0, 960, 1800, 240, ochre, 'bottom', { seed: 5 }),
    ...kids.map((tone, at) => {
      const x = 1560 - at * 178 - at * at * 3
      const h = 196 + at * 19
      const y = 994 + at * 17
      return (
        poly(
          [
            [x - 8, y],
            [x + 12, y],
            [x + h * 0.9, y + h * 0.12],
            [x + h * 0.7, y + h * 0.17],
          ],
          mix(harbour, sand, 0.35),
        ) +
        figure({
          x,
          y,
          h,
          face: -1,
          coat: coats[at] ?? rust,
          legs: at % 3 ? ink : deep,
          skin: tone,
          hair: [ink, mix(rust, ink, 0.4), mix(ochre, ink, 0.2)][at % 3] ?? ink,
          hairStyle: at % 2 ? 'bob' : 'short',
          ...(at % 3 === 1 ? { hat: 'bobble' as const, hatInk: rust } : {}),
          hem: -38,
          flare: at % 2 ? 21 : 16,
          stance: 'walk',
          near: [
            [-6, -64],
            [3, -54],
          ],
          far: [
            [10, -64],
            [17, -56],
          ],
          more: poly('-15,-78 -6,-80 -6,-54 -15,-54', at % 2 ? paper : ochre),
        })
      )
    }),
    figure({
      x: 1720,
      y: 1006,
      h: 350,
      face: -1,
      coat: mix(blush, rust, 0.3),
      legs: deep,
      skin: skin.pale,
      hairStyle: 'bun',
      hair: mix(ochre, ink, 0.5),
      hem: -30,
      flare: 22,
      near: [
        [8, -70],
        [20, -82],
      ],
    }),
  )
}

export const schoolRoof: Picture = {
  name: 'school-roof',
  title: 'St Brannoc’s roof',
  width: 1800,
  height: 1200,
  draw,
  alt: 'An old school with scaffolding and a gaping hole in its slate roof, where an inspector in a helmet climbs a ladder; below, a long line of children with satchels walks out of the yard.',
  caption: 'Pupils of St Brannoc’s walk to their new classrooms on the morning after the roof was inspected.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.63, y: 0.36 },
}
