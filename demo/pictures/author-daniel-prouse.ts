import { disc, line, rect, repeat, shape, stipple } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, portrait } from './portrait.ts'
import { ripples } from './scenery.ts'

const { ink, paper, harbour, deep, sea, mist, ochre, rust, blush } = palette

const draw = (): string =>
  bust({
    ground: mix(blush, paper, 0.2),
    tone: skin.tan,
    coat: deep,
    brow: mix(mist, ink, 0.35),
    smile: 6,
    flip: true,
    scene:
      rect(-10, 500, 820, 310, sea) +
      disc(160, 260, 110, mix(ochre, paper, 0.3)) +
      shape('M-10 510C120 470 260 470 420 510Z', harbour) +
      ripples(0, 520, 800, 280, paper, 40, 4, 0.7) +
      shape('M560 540L780 534L760 590H590Z', rust) +
      rect(620, 480, 70, 60, paper) +
      line(720, 540, 720, 330, ink, 7) +
      line(720, 340, 600, 540, ink, 3) +
      stipple(0, 520, 800, 280, harbour, 'bottom', { count: 1700 }),
    front:
      shape(
        'M286 350C276 320 276 280 284 256C330 240 470 240 516 256C524 280 522 320 512 350C504 320 500 300 496 284C440 276 360 276 308 284C300 300 294 320 286 350Z',
        mix(mist, ink, 0.2),
      ) +
      shape(
        'M266 272C258 140 340 112 402 112C470 112 548 140 536 272C460 250 340 250 266 272Z',
        mix(harbour, ink, 0.2),
      ) +
      shape(
        'M402 112C470 112 548 140 536 272C500 262 470 258 440 256C460 200 440 140 402 112Z',
        ink,
        'opacity="0.35"',
      ) +
      shape('M256 268C340 240 462 240 546 268L548 304C462 276 340 276 254 304Z', mix(harbour, sea, 0.3)) +
      repeat(14, at =>
        line(
          266 + at * 20.5,
          266 - Math.sin((at / 13) * 3.1) * 14,
          266 + at * 20.5,
          292 - Math.sin((at / 13) * 3.1) * 14,
          deep,
          4,
        ),
      ) +
      shape(
        'M300 420C312 510 350 548 402 550C456 548 494 510 504 420C490 452 470 452 448 444C420 432 386 432 358 444C336 452 314 452 300 420Z',
        mix(mist, paper, 0.2),
      ) +
      shape(
        'M402 550C456 548 494 510 504 420C490 452 470 452 448 444C460 480 440 530 402 550Z',
        mix(mist, harbour, 0.3),
      ) +
      shape('M368 466C384 460 422 460 438 466C424 482 382 482 368 466Z', mix(skin.tan, rust, 0.5)),
    collar:
      rect(326, 556, 150, 76, mix(harbour, sea, 0.3)) +
      repeat(7, at => line(338 + at * 21, 560, 338 + at * 21, 628, deep, 4)) +
      rect(396, 630, 10, 200, ochre),
  })

export const danielProuse = portrait(
  'daniel-prouse',
  'Daniel Prouse',
  draw,
  'A man with a white beard, a woollen cap and a fisherman’s jersey in front of the harbour.',
  'who reports on the harbour and its businesses',
)
