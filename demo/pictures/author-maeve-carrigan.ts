import { disc, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, portrait } from './portrait.ts'

const { ink, paper, harbour, deep, sea, sand, ochre, rust } = palette

const draw = (): string =>
  bust({
    ground: mix(sand, paper, 0.2),
    tone: skin.pale,
    coat: harbour,
    brow: mix(rust, ink, 0.3),
    smile: 8,
    scene:
      disc(610, 220, 230, mix(ochre, paper, 0.35)) +
      rect(-10, 560, 820, 250, mix(sand, ochre, 0.3)) +
      repeat(6, at =>
        rect(
          -10 + at * 46,
          420 - (at % 3) * 40,
          38,
          400,
          [rust, harbour, ochre, mix(rust, ink, 0.4), sea, deep][at] ?? rust,
        ),
      ) +
      stipple(0, 0, 800, 800, ochre, 'right', { count: 2200 }),
    back:
      shape(
        'M268 470C210 380 230 190 330 150C420 110 560 150 566 290C572 370 560 430 540 480C530 510 280 510 268 470Z',
        mix(rust, ink, 0.12),
      ) + shape('M430 140C540 150 572 250 562 340C560 420 552 450 540 480L480 490Z', mix(rust, ink, 0.42)),
    front:
      shape(
        'M280 380C276 300 300 250 350 232C420 230 470 210 486 196C506 240 520 300 518 380C540 320 548 220 480 170C400 126 300 150 272 240C258 290 264 350 280 380Z',
        mix(rust, ink, 0.12),
      ) +
      stroke('M300 240C360 220 430 210 480 186M290 270C310 240 330 226 350 220', mix(rust, ochre, 0.45), 5),
    collar:
      shape('M338 572L300 612L372 720L402 650ZM464 572L500 612L432 720L402 650Z', paper) +
      shape('M402 640L372 720L402 830H440L432 720Z', deep),
    more: disc(286, 398, 8, ochre),
  })

export const maeveCarrigan = portrait(
  'maeve-carrigan',
  'Maeve Carrigan',
  draw,
  'A woman with chin-length red hair and a white collar in front of a shelf and a low sun.',
  'editor of the Lantern',
)
