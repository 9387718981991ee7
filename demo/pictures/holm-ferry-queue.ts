import { disc, group, line, oval, poly, rect, repeat, shape, stipple } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { glitter, gull, hills, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const vehicle = (x: number, y: number, s: number, fill: string, van: boolean): string =>
  group(
    `translate(${x} ${y}) scale(${s})`,
    oval(0, 4, 92, 14, ink, 'opacity="0.4"'),
    van
      ? shape('M-70 0V-130C-70 -144 -60 -150 -50 -150H50C60 -150 70 -144 70 -130V0Z', fill)
      : shape('M-74 0V-50L-56 -62L-42 -104C-38 -112 38 -112 42 -104L56 -62L74 -50V0Z', fill),
    van ? rect(-56, -130, 112, 54, deep) : poly('-44,-64 -34,-98 34,-98 44,-64', deep),
    rect(-74, -34, 148, 10, mix(fill, ink, 0.4)),
    rect(-68, -52, 26, 13, rust),
    rect(42, -52, 26, 13, rust),
    rect(-20, -46, 40, 14, sand),
    rect(-62, -10, 28, 18, ink),
    rect(34, -10, 28, 18, ink),
    poly(
      [
        [30, van ? -150 : -104],
        [70, van ? -130 : -50],
        [72, 0],
        [40, 0],
      ],
      ink,
      'opacity="0.18"',
    ),
  )

const draw = (): string => {
  const dawn = mix(blush, paper, 0.35)
  const white = mix(paper, mist, 0.3)
  const lane = (at: number, of: number, side: number): [number, number, number] => {
    const t = at / of
    const s = 0.5 + 1.1 * t
    return [1090 - side * s - t * 360, 700 + t * 470, s]
  }
  const cars: string[] = []
  const inks = [rust, paper, ochre, harbour, mist, sand, moss]
  for (let at = 0; at < 5; at++)
    for (const side of [-110, 120]) {
      const [x, y, s] = lane(at, 4.6, side)
      cars.push(
        vehicle(
          x,
          y,
          s,
          inks[(at * 2 + (side > 0 ? 1 : 0)) % 7] ?? rust,
          (at + (side > 0 ? 1 : 0)) % 3 === 1,
        ),
      )
    }
  return sheet(
    1800,
    1200,
    dawn,
    sky(1800, 520, [mix(sea, mist, 0.55), mix(mist, blush, 0.4), blush, dawn], 41, 20),
    streak(100, 150, 800, 18, mix(mist, paper, 0.4)),
    streak(900, 260, 900, 22, mix(blush, paper, 0.4)),
    disc(330, 430, 70, mix(ochre, paper, 0.4)),
    hills(1800, 540, [500, 470, 440, 470, 510, 516, 518, 515, 510], mix(sea, mist, 0.4)),
    rect(-10, 520, 1820, 700, mix(sea, mist, 0.3)),
    ripples(0, 530, 1100, 400, paper, 50, 4, 1),
    glitter(330, 530, 360, 130, mix(ochre, paper, 0.3), 6, 22),
    stipple(0, 520, 1800, 200, dawn, 'top', { count: 1900 }),
    ripples(0, 640, 900, 500, harbour, 46, 6, 1.2),
    // The ferry, bow on, its jaws open.
    shape('M820 700L800 330C806 310 1380 310 1386 330L1366 700Z', harbour),
    shape('M1240 700V318C1330 318 1380 322 1386 330L1366 700Z', deep),
    rect(810, 640, 566, 60, rust),
    poly('858,316 878,190 1308,190 1328,316', white),
    poly('1220,190 1308,190 1328,316 1230,316', mix(white, harbour, 0.4)),
    rect(892, 212, 402, 54, deep),
    repeat(6, at => line(956 + at * 64, 212, 956 + at * 64, 266, white, 8)),
    poly('930,190 946,130 1240,130 1256,190', white),
    rect(1060, 40, 70, 92, ochre),
    rect(1060, 40, 70, 22, ink),
    line(980, 130, 980, 30, ink, 6),
    line(940, 60, 1020, 60, ink, 4),
    disc(980, 26, 8, rust),
    shape('M900 700V446C900 410 1286 410 1286 446V700Z', ink),
    rect(924, 452, 338, 250, mix(ink, ochre, 0.28)),
    ...[0, 1, 2].map(at => rect(950 + at * 100, 470, 70, 12, mix(ochre, paper, 0.4))),
    poly('860,430 900,300 1286,300 1326,430 1290,440 896,440', mix(harbour, mist, 0.25)),
    ...[0, 1, 2, 3, 4].map(at => line(920 + at * 88, 312, 906 + at * 94, 428, harbour, 5)),
    disc(850, 520, 16, deep),
    disc(850, 580, 16, deep),
    // The ramp, the slip and its lanes.
    poly('896,690 1290,690 1340,790 830,790', mix(harbour, ink, 0.3)),
    repeat(5, at => line(890 - at * 12, 704 + at * 18, 1296 + at * 10, 704 + at * 18, mist, 4)),
    poly('640,770 1810,770 1810,1210 -10,1210 -10,1130', mix(sand, harbour, 0.42)),
    poly('640,770 -10,1130 -10,1180 660,800', deep),
    stipple(100, 780, 1700, 420, harbour, 'bottom', { size: 5, count: 5200 }),
    ...[-230, 5, 240].map(side =>
      poly(
        [
          [1086 - side * 0.5, 790],
          [1098 - side * 0.5, 790],
          [740 - side * 1.6, 1210],
          [710 - side * 1.6, 1210],
        ],
        paper,
        'opacity="0.75"',
      ),
    ),
    ...cars,
    // Those on foot, in their own line, with a man in orange who waves them on.
    ...(
      [
        [1400, 800, 190, rust],
        [1450, 820, 206, deep],
        [1500, 842, 170, ochre],
        [1556, 868, 236, sea],
        [1616, 900, 254, mix(rust, ink, 0.35)],
        [1690, 940, 280, moss],
        [1770, 990, 310, harbour],
      ] as const
    ).map(([x, y, h, coat], at) =>
      figure({
        x,
        y,
        h,
        face: -1,
        view: 'side',
        coat,
        legs: ink,
        skin: [skin.pale, skin.brown, skin.rosy, skin.tan][at % 4] ?? skin.rosy,
        hair: at % 2 ? ink : mist,
        hairStyle: at % 3 ? 'short' : 'bob',
        ...(at % 3 === 1 ? { hat: 'bobble' as const, hatInk: ochre } : {}),
        stance: 'walk',
        hem: at % 2 ? -40 : -26,
        flare: at % 2 ? 16 : 22,
        more: at % 2 ? poly('-16,-50 -6,-50 -5,-34 -17,-34', rust) : '',
      }),
    ),
    figure({
      x: 650,
      y: 836,
      h: 232,
      face: 1,
      view: 'front',
      coat: mix(rust, ochre, 0.55),
      legs: deep,
      hat: 'helmet',
      hatInk: paper,
      skin: skin.olive,
      hem: -40,
      flare: 19,
      near: [
        [-18, -84],
        [-14, -104],
      ],
      far: [
        [18, -72],
        [30, -74],
      ],
      more: rect(-9, -62, 18, 4, paper),
    }),
    gull(520, 330, 0.8, paper, -8),
    gull(640, 280, 0.55, paper, 8),
    gull(1560, 200, 0.7, paper, 4),
    ...[0, 1].map(
      at =>
        rect(330 - at * 190, 900 + at * 110, 26 + at * 8, 90 + at * 20, ink) +
        rect(330 - at * 190, 918 + at * 112, 26 + at * 8, 18, ochre),
    ),
  )
}

export const holmFerryQueue: Picture = {
  name: 'holm-ferry-queue',
  title: 'The queue at Coal Quay',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Two lanes of cars and vans and a line of foot passengers move down the slip towards the open bow of a green ferry in pink morning light.',
  caption: 'Cars and foot passengers wait to board at Coal Quay for the first sailing of the day.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.6, y: 0.45 },
}
