import { disc, line, poly, rect, repeat, shape, stipple } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, glasses, portrait } from './portrait.ts'

const { ink, paper, harbour, deep, mist, ochre, rust, moss } = palette

const draw = (): string =>
  bust({
    ground: moss,
    tone: skin.brown,
    coat: mix(rust, ink, 0.1),
    brow: mix(mist, paper, 0.2),
    smile: 16,
    flip: true,
    lips: mix(rust, ink, 0.2),
    scene:
      poly('-10,-10 330,-10 560,810 -10,810', mix(moss, mist, 0.25)) +
      rect(-10, 610, 820, 200, mix(moss, deep, 0.4)) +
      shape('M-10 604H810V622H-10Z', paper) +
      `<g fill="none" stroke="${paper}" stroke-width="10"><path d="M560 610V330H810M560 330L620 610"/></g>` +
      repeat(
        6,
        at =>
          line(600 + at * 40, 334, 620 + at * 36, 606, mix(paper, moss, 0.4), 3) +
          line(566, 370 + at * 42, 810, 370 + at * 42, mix(paper, moss, 0.4), 3),
      ) +
      disc(110, 570, 56, paper) +
      shape('M110 540L138 562L128 594H92L82 562Z', ink) +
      stipple(0, 0, 800, 800, deep, 'bottom', { count: 2600 }),
    back: shape(
      'M272 350C262 300 270 250 292 226L312 360ZM528 350C540 300 530 250 508 226L490 360Z',
      mix(mist, paper, 0.3),
    ),
    front:
      shape(
        'M286 352C276 300 284 262 300 246L306 300C300 320 296 336 286 352ZM514 352C524 300 516 262 500 246L496 300C502 320 506 336 514 352Z',
        mix(mist, paper, 0.3),
      ) +
      shape(
        'M350 436C370 422 390 424 403 432C416 424 438 422 456 436C448 452 424 448 403 448C382 448 358 452 350 436Z',
        mix(mist, paper, 0.3),
      ),
    more:
      shape('M330 226C350 206 380 200 392 204C372 212 350 222 340 236Z', mix(skin.brown, paper, 0.35)) +
      glasses(ink),
    collar:
      shape(
        'M250 612C300 598 330 590 338 566C370 620 432 620 464 566C474 592 506 600 552 612L540 660C480 690 330 690 264 660Z',
        ochre,
      ) +
      repeat(6, at =>
        poly(
          [
            [274 + at * 48, 606 + Math.sin((at / 5) * 3.1) * 26],
            [296 + at * 48, 602 + Math.sin((at / 5) * 3.1) * 28],
            [300 + at * 48, 664 + Math.sin((at / 5) * 3.1) * 16],
            [278 + at * 48, 664 + Math.sin((at / 5) * 3.1) * 16],
          ],
          harbour,
        ),
      ) +
      poly('300,660 360,672 350,810 290,800', ochre) +
      poly('294,740 354,748 352,776 292,768', harbour),
  })

export const wilfArden = portrait(
  'wilf-arden',
  'Wilf Arden',
  draw,
  'An older man with glasses, a grey moustache and a striped scarf in front of a football goal.',
  'who writes on culture and sport',
)
