import { disc, poly, rect, repeat, shape, stipple, stroke } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import { bust, glasses, portrait } from './portrait.ts'

const { ink, harbour, deep, sea, mist, sand, rust } = palette

const draw = (): string =>
  bust({
    ground: harbour,
    tone: skin.rosy,
    coat: mix(ink, deep, 0.4),
    brow: ink,
    smile: 2,
    flip: true,
    scene:
      poly('-10,800 -10,330 210,180 430,330 430,800', mix(harbour, sea, 0.5)) +
      rect(-10, 330, 450, 26, mix(sea, mist, 0.5)) +
      repeat(
        4,
        at =>
          rect(20 + at * 110, 360, 46, 440, mix(sea, mist, 0.4)) +
          rect(46 + at * 110, 360, 20, 440, mix(harbour, deep, 0.3)),
      ) +
      disc(210, 276, 30, sand) +
      stipple(0, 0, 800, 420, deep, 'top', { count: 2400 }),
    front:
      shape(
        'M284 340C262 220 320 140 420 148C520 150 540 240 514 340C508 300 500 270 478 250C420 262 350 250 322 236C300 262 290 300 284 340Z',
        ink,
      ) +
      shape(
        'M296 390C300 470 340 540 402 544C466 540 504 470 506 390C500 420 486 440 470 446C440 430 420 436 403 438C386 436 360 430 336 446C316 440 302 420 296 390Z',
        ink,
      ) +
      shape('M366 462C384 454 420 454 442 462C430 482 378 482 366 462Z', mix(skin.rosy, rust, 0.55)) +
      stroke('M360 462C386 470 420 470 448 462', mix(skin.rosy, ink, 0.6), 4),
    more: glasses(mix(rust, ink, 0.2)),
    collar:
      shape('M338 572L310 606L380 680L402 640ZM464 572L490 606L424 680L402 640Z', mist) +
      shape('M386 660H420L436 830H370Z', rust),
  })

export const tomasVell = portrait(
  'tomas-vell',
  'Tomas Vell',
  draw,
  'A man with dark hair, a full beard and round glasses in front of a columned town hall.',
  'who reports from the town hall',
)
