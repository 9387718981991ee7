import { disc, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, portrait } from './portrait.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, blush } = palette

const draw = (): string =>
  bust({
    ground: mix(rust, blush, 0.45),
    tone: skin.olive,
    coat: mix(sea, harbour, 0.25),
    brow: ink,
    smile: 14,
    scene:
      shape('M-10 620C160 480 360 430 560 450C680 460 760 500 810 540V810H-10Z', mix(rust, ink, 0.4)) +
      repeat(
        9,
        at =>
          rect(
            20 + at * 90,
            590 - Math.sin(at * 0.5) * 110 - 66,
            64,
            120,
            [sand, mix(blush, paper, 0.3), mist][at % 3] ?? sand,
          ) +
          poly(
            [
              [14 + at * 90, 526 - Math.sin(at * 0.5) * 110],
              [52 + at * 90, 486 - Math.sin(at * 0.5) * 110],
              [90 + at * 90, 526 - Math.sin(at * 0.5) * 110],
            ],
            deep,
          ) +
          rect(40 + at * 90, 556 - Math.sin(at * 0.5) * 110, 20, 26, ochre),
      ) +
      disc(640, 190, 80, mix(ochre, paper, 0.3)) +
      stipple(0, 0, 800, 500, rust, 'top', { count: 2400 }),
    back: shape(
      'M246 380C226 190 320 120 404 120C496 120 580 190 556 380C556 480 590 560 620 640L190 640C220 560 246 480 246 380Z',
      mist,
    ),
    front:
      shape(
        'M246 380C226 190 320 120 404 120C496 120 580 190 556 380C560 470 600 560 640 640C560 720 500 730 420 700C340 740 240 710 176 640C216 560 248 480 246 380ZM302 330C296 420 330 500 402 536C474 500 506 420 500 330C492 250 456 222 402 222C348 222 308 250 302 330Z',
        mist,
        'fill-rule="evenodd"',
      ) +
      shape(
        'M404 120C496 120 580 190 556 380C560 470 600 560 640 640C590 690 540 712 490 712C560 620 470 600 440 524C480 480 506 410 500 330C492 250 456 222 420 222C470 190 450 150 404 120Z',
        harbour,
        'opacity="0.25"',
      ) +
      stroke(
        'M330 540C400 600 470 600 520 560M300 600C380 660 480 650 560 620M262 300C276 240 310 190 350 166',
        mix(mist, harbour, 0.45),
        6,
      ),
    collar: '',
  })

export const salmaHaddad = portrait(
  'salma-haddad',
  'Salma Haddad',
  draw,
  'A smiling woman in a pale headscarf in front of the houses of a hillside estate.',
  'who reports from Northfield and its schools, in English and Arabic',
)
