import { disc, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, portrait } from './portrait.ts'
import { cloud } from './scenery.ts'

const { ink, paper, deep, mist, sand, ochre, rust, moss } = palette

const draw = (): string =>
  bust({
    ground: mix(mist, paper, 0.2),
    tone: skin.dark,
    coat: ochre,
    brow: ink,
    smile: 18,
    lips: mix(rust, ink, 0.15),
    scene:
      rect(-10, 470, 820, 340, moss) +
      shape('M-10 480C200 440 500 500 810 450V560H-10Z', mix(moss, sand, 0.4)) +
      shape(
        'M520 800C560 700 760 700 700 620C660 570 560 560 640 490H700C650 560 780 580 800 640V810Z',
        mix(mist, paper, 0.5),
      ) +
      cloud(40, 200, 260, 60, paper, 4) +
      cloud(560, 150, 260, 50, paper, 7) +
      stipple(0, 480, 800, 320, deep, 'bottom', { count: 1800 }),
    back: [
      [300, 190, 92],
      [400, 140, 100],
      [510, 190, 96],
      [560, 290, 88],
      [246, 290, 88],
      [250, 390, 70],
      [560, 390, 70],
      [300, 250, 80],
      [500, 260, 80],
    ]
      .map(([x = 0, y = 0, r = 0], at) =>
        disc(x, y, r, at === 2 || at === 3 || at === 6 ? mix(ink, deep, 0.2) : mix(ink, rust, 0.14)),
      )
      .join(''),
    front:
      shape(
        'M286 320C290 250 320 220 360 224C380 206 430 206 446 222C490 224 510 262 514 320C530 250 510 180 402 172C300 180 270 250 286 320Z',
        mix(ink, rust, 0.14),
      ) +
      repeat(9, at =>
        stroke(`M${270 + at * 34} ${170 - Math.sin(at * 0.4) * 60}q12 -16 24 0`, mix(rust, ink, 0.5), 5),
      ),
    more:
      shape('M278 396L290 396L296 440L272 440Z', rust) +
      shape('M506 396L518 396L524 440L500 440Z', mix(rust, ink, 0.3)),
    collar:
      shape(
        'M250 612C290 600 330 590 338 570C370 640 432 640 464 570C474 592 506 600 552 612C520 720 290 720 250 612Z',
        mix(ochre, rust, 0.4),
      ) + shape('M338 570C370 640 432 640 464 570L470 600C440 672 362 672 334 600Z', mix(ochre, ink, 0.4)),
  })

export const inesOkaforLund = portrait(
  'ines-okafor-lund',
  'Ines Okafor-Lund',
  draw,
  'A smiling woman with full curly hair and red earrings in front of a green marsh.',
  'who reports on land and water',
)
