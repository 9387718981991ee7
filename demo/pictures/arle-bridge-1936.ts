import { arch, pier } from './bridge.ts'
import { disc, line, poly, rect, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, hills, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, sand, ochre, rust } = palette

const draw = (): string => {
  const [dark, mid, light] = [mix(ink, rust, 0.12), mix(ink, sand, 0.42), mix(sand, paper, 0.35)]
  const derrick = (x: number, y: number, flip: number): string =>
    line(x, y, x, y - 190, dark, 10) +
    line(x, y - 30, x + flip * 210, y - 230, dark, 9) +
    line(x, y - 190, x + flip * 210, y - 230, dark, 3) +
    line(x, y - 190, x - flip * 90, y, dark, 3) +
    line(x + flip * 210, y - 230, x + flip * 210, y - 60, dark, 3)
  return sheet(
    1800,
    1200,
    light,
    sky(1800, 780, [mix(sand, ink, 0.24), mix(sand, ink, 0.1), sand, light], 19, 30),
    disc(900, 330, 120, mix(paper, ochre, 0.15)),
    cloud(120, 250, 500, 60, light, 3),
    cloud(1240, 190, 520, 60, light, 6),
    stipple(0, 0, 1800, 300, mid, 'top', { count: 2400 }),
    hills(1800, 790, [700, 660, 690, 720, 700, 650, 610, 640], mix(sand, ink, 0.34)),
    ...[1280, 1370, 1450, 1560].map(
      (x, at) =>
        rect(x, 620 - at * 16, 20, 150, mix(sand, ink, 0.46)) +
        stroke(
          `M${x + 10} ${616 - at * 16}C${x - 10} ${560 - at * 10} ${x + 60} ${540 - at * 10} ${x + 50} ${480 - at * 10}`,
          mix(sand, ink, 0.2),
          22,
        ),
    ),
    rect(-10, 776, 1820, 440, mix(sand, ink, 0.28)),
    shape('M-10 920C500 880 1200 950 1810 900V1210H-10Z', mix(sand, ink, 0.44)),
    stipple(0, 790, 1800, 150, mid, 'bottom'),
    ripples(0, 790, 1800, 300, light, 60, 4, 1),
    ripples(0, 880, 1800, 300, dark, 50, 8, 1.2),
    pier(270, 690, 150, 220, mix(sand, paper, 0.2), mid),
    pier(1500, 690, 150, 190, mix(sand, paper, 0.2), mid),
    ...[420, 500, 580].map(x => line(x, 700, x, 900, dark, 9)),
    line(400, 760, 600, 860, dark, 5),
    line(600, 760, 400, 860, dark, 5),
    arch({ x: 270, y: 690, w: 1230, rise: 440, ink: dark, thick: 20, from: 0, to: 0.4375, deck: false }),
    arch({ x: 270, y: 690, w: 1230, rise: 440, ink: dark, thick: 20, from: 0.625, to: 1, deck: false }),
    rect(-10, 682, 480, 26, dark),
    rect(1360, 682, 450, 26, dark),
    derrick(690, 262, 1),
    derrick(1130, 292, -1),
    // The piece that will close a panel hangs between them.
    line(900, 32, 900, 230, dark, 3),
    poly('846,260 954,236 958,256 850,280', rust),
    poly('862,276 948,258 900,232', 'none', `stroke="${dark}" stroke-width="3"`),
    ...[
      [560, 324, 46],
      [600, 306, 46],
      [1220, 356, 46],
      [1060, 214, 0],
      [420, 440, 46],
      [1340, 450, 46],
    ].map(([x = 0, y = 0, h = 0], at) =>
      h
        ? figure({
            x,
            y,
            h,
            flat: dark,
            hat: 'cap',
            face: at % 2 ? 1 : -1,
            near:
              at % 2
                ? [
                    [12, -80],
                    [18, -98],
                  ]
                : [
                    [-4, -64],
                    [8, -58],
                  ],
          })
        : '',
    ),
    // Barge with steel, crowd on the near quay.
    poly('700,960 1260,950 1230,1010 740,1014', dark),
    ...[0, 1, 2].map(at => rect(800 + at * 20, 936 - at * 18, 360 - at * 40, 14, at === 1 ? rust : mid)),
    rect(720, 890, 60, 66, mid),
    rect(738, 850, 16, 44, dark),
    stroke('M746 846C730 800 790 790 780 740C776 710 810 700 830 690', mix(sand, ink, 0.3), 20),
    shape('M700 1016C900 1006 1100 1006 1260 1010C1150 1050 850 1050 700 1016Z', dark, 'opacity="0.5"'),
    poly('-10,1080 800,1120 1810,1090 1810,1210 -10,1210', dark),
    ...[60, 150, 235, 330, 410, 505, 590, 1290, 1380, 1470, 1545, 1640, 1730].map((x, at) =>
      figure({
        x,
        y: 1230 + (at % 2) * 16,
        h: 270 + (at % 4) * 22,
        view: 'back',
        flat: mix(ink, rust, at % 2 ? 0.1 : 0.2),
        hat: at % 3 === 0 ? 'brim' : at % 3 === 1 ? 'cap' : 'brim',
        hem: -24,
        flare: at % 2 ? 22 : 17,
        ...(at === 4
          ? {
              far: [
                [14, -84],
                [16, -106],
              ] as const,
            }
          : {}),
      }),
    ),
    poly('474,950 500,930 504,960', rust),
  )
}

export const arleBridge1936: Picture = {
  name: 'arle-bridge-1936',
  title: 'The arch before it closed',
  width: 1800,
  height: 1200,
  draw,
  alt: 'In brown and sand tones, the two halves of an unfinished steel arch reach for each other over the river; cranes hold the next piece while a crowd in hats watches from the quay.',
  caption: 'The two halves of the arch, eleven days before they met over the Arle in 1936.',
  credit: 'Holm Picture Agency',
  focal: { x: 0.5, y: 0.3 },
}
