import { disc, group, oval, shape, stipple, stroke } from './brush.ts'
import { mix, palette } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'

const { ink, paper, rust } = palette

export type Sitter = {
  ground: string
  scene: string
  tone: string
  coat: string
  back?: string
  front: string
  brow: string
  collar: string
  more?: string
  smile?: number
  flip?: boolean
  mouth?: string
  wide?: number
  lips?: string
}

/** Head and shoulders, cut as everything else: lit from the left, the right half of the face in one darker ink. */
export const bust = (o: Sitter): string => {
  const shade = mix(o.tone, ink, 0.24)
  const smile = o.smile ?? 10
  const face =
    'M292 318C288 222 346 188 402 188C460 188 512 224 508 320C508 400 500 440 474 478C452 508 430 526 402 526C372 526 350 508 328 478C300 440 294 400 292 318Z'
  const person = [
    o.back ?? '',
    shape('M338 460L334 600C360 650 440 650 466 600L462 460Z', o.tone),
    shape('M342 500C372 560 440 560 464 494L466 600C440 650 400 646 380 620C420 590 400 540 342 500Z', shade),
    shape(
      'M60 830C70 690 150 640 250 612C300 598 330 590 338 570C370 630 432 630 464 570C474 592 506 600 552 612C650 640 730 690 742 830Z',
      o.coat,
    ),
    shape(
      'M464 570C474 592 506 600 552 612C650 640 730 690 742 830H470C520 760 500 660 464 570Z',
      ink,
      'opacity="0.24"',
    ),
    o.collar,
    oval(290, 352, 20, 36, o.tone),
    oval(510, 352, 18, 34, shade),
    shape(face, o.tone),
    shape(
      'M402 188C460 188 512 224 508 320C508 400 500 440 474 478C452 508 430 526 402 526C420 500 404 470 410 446C404 432 404 424 412 416L436 400C424 370 410 350 412 316C414 270 420 230 402 188Z',
      shade,
    ),
    stipple(300, 400, 110, 90, mix(o.tone, rust, 0.5), 'centre', { count: 170, size: 4 }),
    stroke('M436 400C430 416 412 420 400 414', mix(o.tone, ink, 0.6), 5),
    ...[346, 458].map(
      x =>
        shape(
          `M${x - 25} 344C${x - 10} 328 ${x + 14} 328 ${x + 25} 344C${x + 12} 354 ${x - 12} 354 ${x - 25} 344Z`,
          mix(paper, o.tone, 0.25),
        ) +
        disc(x + 2, 342, 10, ink) +
        disc(x - 1, 339, 2.6, paper) +
        stroke(`M${x - 27} 344C${x - 10} 326 ${x + 14} 326 ${x + 27} 344`, ink, 6),
    ),
    stroke('M314 314C328 300 352 298 372 306', o.brow, 10),
    stroke('M436 306C456 298 478 300 492 314', o.brow, 10),
    shape(
      `M362 ${458 - smile * 0.3}C380 ${452} 394 ${450} 403 ${454}C412 450 428 452 446 ${458 - smile * 0.3}C430 ${466 + smile} 378 ${466 + smile} 362 ${458 - smile * 0.3}Z`,
      o.lips ?? mix(o.tone, rust, 0.55),
    ),
    stroke(
      `M356 ${458 - smile * 0.4}C380 ${458 + smile * 0.6} 428 ${458 + smile * 0.6} 452 ${458 - smile * 0.4}`,
      mix(o.tone, ink, 0.65),
      4,
    ),
    o.front,
    o.more ?? '',
  ].join('')
  return sheet(800, 800, o.ground, o.scene, o.flip ? group('translate(800 0) scale(-1 1)', person) : person)
}
export const glasses = (fill: string): string =>
  `<g fill="${paper}" fill-opacity="0.14" stroke="${fill}" stroke-width="8"><circle cx="346" cy="344" r="44"/><circle cx="458" cy="344" r="44"/><path d="M390 336C398 328 406 328 414 336M302 338L284 330M502 338L518 330" fill="none"/></g>`

export const portrait = (
  slug: string,
  name: string,
  draw: () => string,
  alt: string,
  role: string,
): Picture => ({
  name: `author-${slug}`,
  title: name,
  width: 800,
  height: 800,
  draw,
  alt,
  caption: `${name}, ${role}.`,
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.5, y: 0.44 },
})
