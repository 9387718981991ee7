import { disc, line, oval, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { windows } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, blush } = palette
const letters: Record<string, string> = {
  R: 'M0 60V0H26Q40 0 40 16Q40 32 26 32H0M22 32L40 60',
  E: 'M38 0H0V60H38M0 30H30',
  G: 'M40 8Q32 0 20 0Q0 0 0 30Q0 60 20 60Q40 60 40 42V34H22',
  A: 'M0 60L20 0L40 60M8 40H32',
  L: 'M0 0V60H36',
}

const draw = (): string => {
  const night = mix(ink, deep, 0.45)
  const front = mix(blush, sand, 0.4)
  const glow = mix(ochre, paper, 0.45)
  const queue = [
    [760, skin.pale, rust],
    [850, skin.brown, harbour],
    [960, skin.rosy, ochre],
    [1060, skin.tan, deep],
    [1150, skin.dark, mist],
    [1260, skin.olive, rust],
    [1370, skin.pale, sea],
    [1450, skin.brown, sand],
    [1560, skin.rosy, deep],
  ] as const
  return sheet(
    1800,
    1200,
    night,
    sky(1800, 800, [night, deep, mix(deep, harbour, 0.7), harbour], 12, 50),
    repeat(30, at => disc((at * 613) % 1800, (at * 211) % 420, 2.5, mist)),
    rect(1180, 420, 640, 520, mix(deep, ink, 0.4)),
    poly('1180,424 1260,340 1440,340 1500,424', ink),
    poly('1500,424 1560,360 1810,360 1810,424', mix(ink, deep, 0.3)),
    windows(1220, 460, 580, 280, 6, 3, ink, mix(ochre, rust, 0.3), 0.35, 4),
    // Searchlight, then the front with its fin.
    poly('480,180 1240,-20 1520,-20 500,230', paper, 'opacity="0.1"'),
    poly('470,180 -20,-20 160,-20 520,200', paper, 'opacity="0.1"'),
    shape('M-10 330H300C330 330 340 350 340 380V940H-10Z', mix(front, rust, 0.3)),
    rect(620, 300, 540, 640, front),
    shape('M1160 300V940H1240V380C1240 330 1210 300 1160 300Z', mix(front, harbour, 0.5)),
    ...[0, 1, 2].map(at => rect(620, 350 + at * 26, 580, 9, mix(rust, front, 0.2))),
    stipple(620, 300, 540, 420, rust, 'right', { count: 2200, seed: 4 }),
    stipple(-10, 330, 350, 500, deep, 'left', { count: 1500, seed: 4 }),
    ...[700, 830, 960].map(
      x =>
        rect(x, 470, 74, 190, deep) +
        rect(x + 6, 476, 28, 88, glow) +
        rect(x + 40, 476, 28, 88, mix(ochre, rust, 0.3)) +
        rect(x + 6, 570, 62, 84, harbour),
    ),
    poly('330,940 330,60 370,12 590,12 630,60 630,940', rust),
    poly('540,940 540,12 590,12 630,60 630,940', mix(rust, ink, 0.4)),
    stipple(330, 60, 210, 880, ink, 'bottom', { count: 1500, seed: 2 }),
    line(348, 70, 348, 690, glow, 7),
    line(522, 70, 522, 690, glow, 7),
    ...'REGAL'
      .split('')
      .map(
        (letter, at) =>
          stroke(letters[letter] ?? '', deep, 17, `transform="translate(400 ${96 + at * 120}) scale(1.55)"`) +
          stroke(letters[letter] ?? '', paper, 10, `transform="translate(396 ${92 + at * 120}) scale(1.55)"`),
      ),
    // Canopy with bulbs, the lit foyer beneath.
    rect(-10, 770, 1250, 200, glow),
    ...[60, 200, 340, 700, 860, 1020].map(
      x =>
        rect(x, 800, 104, 170, mix(ochre, rust, 0.25)) +
        rect(x + 8, 808, 40, 160, mix(paper, ochre, 0.2)) +
        rect(x + 56, 808, 40, 160, mix(paper, ochre, 0.2)),
    ),
    rect(470, 800, 190, 170, deep),
    rect(488, 812, 60, 120, blush),
    rect(572, 812, 66, 120, sea),
    poly('-10,700 1300,700 1360,740 1340,786 -10,786', deep),
    poly('-10,712 1296,712 1344,744 -10,744', paper),
    ...[120, 300, 420, 760, 880, 1060].map((x, at) => rect(x, 722, 90 + (at % 3) * 50, 12, ink)),
    repeat(42, at => disc(8 + at * 32, 768, 9, at % 2 ? paper : ochre)),
    // Wet street.
    rect(-10, 960, 1820, 250, mix(deep, ink, 0.25)),
    rect(-10, 950, 1820, 20, mix(harbour, ink, 0.2)),
    ripples(-20, 980, 1300, 210, glow, 90, 4, 1.1),
    ripples(340, 980, 300, 220, rust, 44, 8, 1),
    ripples(1200, 980, 620, 200, harbour, 40, 11, 1.2),
    stipple(0, 980, 1800, 220, ink, 'bottom', { seed: 7 }),
    ...queue.map(
      ([x, tone, coat], at) =>
        oval(x, 1014 + (at % 2) * 10, 40, 7, ink) +
        figure({
          x,
          y: 1014 + (at % 2) * 10,
          h: 262 + (at % 3) * 16,
          face: -1,
          coat,
          legs: ink,
          skin: tone,
          hair: at % 3 === 1 ? mix(rust, ink, 0.4) : ink,
          hairStyle: at % 2 ? 'bob' : 'short',
          ...(at === 2
            ? { hat: 'brim' as const, hatInk: ink }
            : at === 5
              ? { hat: 'scarf' as const, hatInk: mist }
              : at === 7
                ? { hat: 'bobble' as const, hatInk: rust }
                : {}),
          hem: at % 2 ? -24 : -38,
          flare: at % 2 ? 22 : 16,
        }),
    ),
    // A couple in the foreground, dark against the light.
    figure({
      x: 176,
      y: 1230,
      h: 520,
      view: 'back',
      flat: mix(ink, deep, 0.25),
      hat: 'cap',
      hem: -28,
      flare: 20,
      rim: glow,
      far: [
        [14, -64],
        [20, -54],
      ],
    }),
    figure({
      x: 300,
      y: 1236,
      h: 480,
      view: 'back',
      flat: mix(ink, deep, 0.25),
      hairStyle: 'bob',
      hem: -22,
      flare: 24,
      rim: glow,
      near: [
        [-13, -64],
        [-18, -54],
      ],
      far: [
        [15, -66],
        [12, -54],
      ],
    }),
  )
}

export const regalCinema: Picture = {
  name: 'regal-cinema',
  title: 'The Regal, lit again',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A 1930s cinema with a tall red fin and a lit canopy at night; a queue waits on the wet pavement and a couple watches from across the road.',
  caption: 'The queue outside the Regal on the night it reopened under its 940 owners.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.3, y: 0.42 },
}
