import { cloud, disc, group, line, oval, poly, rect, repeat, ripples, shape, sheet, stipple, stroke } from './brush.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

type Sitter = { ground: string; scene: string; tone: string; coat: string; back?: string; front: string; brow: string; collar: string; more?: string; smile?: number; flip?: boolean; mouth?: string; wide?: number; lips?: string }

/** Head and shoulders, cut as everything else: lit from the left, the right half of the face in one darker ink. */
const bust = (o: Sitter): string => {
  const shade = mix(o.tone, ink, 0.24)
  const smile = o.smile ?? 10
  const face = 'M292 318C288 222 346 188 402 188C460 188 512 224 508 320C508 400 500 440 474 478C452 508 430 526 402 526C372 526 350 508 328 478C300 440 294 400 292 318Z'
  const person = [
    o.back ?? '',
    shape('M338 460L334 600C360 650 440 650 466 600L462 460Z', o.tone), shape('M342 500C372 560 440 560 464 494L466 600C440 650 400 646 380 620C420 590 400 540 342 500Z', shade),
    shape('M60 830C70 690 150 640 250 612C300 598 330 590 338 570C370 630 432 630 464 570C474 592 506 600 552 612C650 640 730 690 742 830Z', o.coat), shape('M464 570C474 592 506 600 552 612C650 640 730 690 742 830H470C520 760 500 660 464 570Z', ink, 'opacity="0.24"'), o.collar,
    oval(290, 352, 20, 36, o.tone), oval(510, 352, 18, 34, shade), shape(face, o.tone),
    shape('M402 188C460 188 512 224 508 320C508 400 500 440 474 478C452 508 430 526 402 526C420 500 404 470 410 446C404 432 404 424 412 416L436 400C424 370 410 350 412 316C414 270 420 230 402 188Z', shade), stipple(300, 400, 110, 90, mix(o.tone, rust, 0.5), 'centre', { count: 170, size: 4 }),
    stroke('M436 400C430 416 412 420 400 414', mix(o.tone, ink, 0.6), 5),
    ...[346, 458].map((x) => shape(`M${x - 25} 344C${x - 10} 328 ${x + 14} 328 ${x + 25} 344C${x + 12} 354 ${x - 12} 354 ${x - 25} 344Z`, mix(paper, o.tone, 0.25)) + disc(x + 2, 342, 10, ink) + disc(x - 1, 339, 2.600, paper) + stroke(`M${x - 27} 344C${x - 10} 326 ${x + 14} 326 ${x + 27} 344`, ink, 6)),
    stroke('M314 314C328 300 352 298 372 306', o.brow, 10), stroke('M436 306C456 298 478 300 492 314', o.brow, 10),
    shape(`M362 ${458 - smile * 0.3}C380 ${452} 394 ${450} 403 ${454}C412 450 428 452 446 ${458 - smile * 0.3}C430 ${466 + smile} 378 ${466 + smile} 362 ${458 - smile * 0.3}Z`, o.lips ?? mix(o.tone, rust, 0.55)), stroke(`M356 ${458 - smile * 0.4}C380 ${458 + smile * 0.6} 428 ${458 + smile * 0.6} 452 ${458 - smile * 0.4}`, mix(o.tone, ink, 0.65), 4),
    o.front, o.more ?? '',
  ].join('')
  return sheet(800, 800, o.ground, o.scene, o.flip ? group('translate(800 0) scale(-1 1)', person) : person)
}
const glasses = (fill: string): string => `<g fill="${paper}" fill-opacity="0.14" stroke="${fill}" stroke-width="8"><circle cx="346" cy="344" r="44"/><circle cx="458" cy="344" r="44"/><path d="M390 336C398 328 406 328 414 336M302 338L284 330M502 338L518 330" fill="none"/></g>`

const maeve = (): string => bust({ ground: mix(sand, paper, 0.2), tone: skin.pale, coat: harbour, brow: mix(rust, ink, 0.3), smile: 8,
  scene: disc(610, 220, 230, mix(ochre, paper, 0.35)) + rect(-10, 560, 820, 250, mix(sand, ochre, 0.3)) + repeat(6, (at) => rect(-10 + at * 46, 420 - (at % 3) * 40, 38, 400, [rust, harbour, ochre, mix(rust, ink, 0.4), sea, deep][at] ?? rust)) + stipple(0, 0, 800, 800, ochre, 'right', { count: 2200 }),
  back: shape('M268 470C210 380 230 190 330 150C420 110 560 150 566 290C572 370 560 430 540 480C530 510 280 510 268 470Z', mix(rust, ink, 0.12)) + shape('M430 140C540 150 572 250 562 340C560 420 552 450 540 480L480 490Z', mix(rust, ink, 0.42)),
  front: shape('M280 380C276 300 300 250 350 232C420 230 470 210 486 196C506 240 520 300 518 380C540 320 548 220 480 170C400 126 300 150 272 240C258 290 264 350 280 380Z', mix(rust, ink, 0.12)) + stroke('M300 240C360 220 430 210 480 186M290 270C310 240 330 226 350 220', mix(rust, ochre, 0.45), 5),
  collar: shape('M338 572L300 612L372 720L402 650ZM464 572L500 612L432 720L402 650Z', paper) + shape('M402 640L372 720L402 830H440L432 720Z', deep), more: disc(286, 398, 8, ochre) })

const tomas = (): string => bust({ ground: harbour, tone: skin.rosy, coat: mix(ink, deep, 0.4), brow: ink, smile: 2, flip: true,
  scene: poly([[-10, 800], [-10, 330], [210, 180], [430, 330], [430, 800]], mix(harbour, sea, 0.5)) + rect(-10, 330, 450, 26, mix(sea, mist, 0.5)) + repeat(4, (at) => rect(20 + at * 110, 360, 46, 440, mix(sea, mist, 0.4)) + rect(46 + at * 110, 360, 20, 440, mix(harbour, deep, 0.3))) + disc(210, 276, 30, sand) + stipple(0, 0, 800, 420, deep, 'top', { count: 2400 }),
  front: shape('M284 340C262 220 320 140 420 148C520 150 540 240 514 340C508 300 500 270 478 250C420 262 350 250 322 236C300 262 290 300 284 340Z', ink) + shape('M296 390C300 470 340 540 402 544C466 540 504 470 506 390C500 420 486 440 470 446C440 430 420 436 403 438C386 436 360 430 336 446C316 440 302 420 296 390Z', ink) + shape('M366 462C384 454 420 454 442 462C430 482 378 482 366 462Z', mix(skin.rosy, rust, 0.55)) + stroke('M360 462C386 470 420 470 448 462', mix(skin.rosy, ink, 0.6), 4), more: glasses(mix(rust, ink, 0.2)),
  collar: shape('M338 572L310 606L380 680L402 640ZM464 572L490 606L424 680L402 640Z', mist) + shape('M386 660H420L436 830H370Z', rust) })

const ines = (): string => bust({ ground: mix(mist, paper, 0.2), tone: skin.dark, coat: ochre, brow: ink, smile: 18, lips: mix(rust, ink, 0.15),
  scene: rect(-10, 470, 820, 340, moss) + shape('M-10 480C200 440 500 500 810 450V560H-10Z', mix(moss, sand, 0.4)) + shape('M520 800C560 700 760 700 700 620C660 570 560 560 640 490H700C650 560 780 580 800 640V810Z', mix(mist, paper, 0.5)) + cloud(40, 200, 260, 60, paper, 4) + cloud(560, 150, 260, 50, paper, 7) + stipple(0, 480, 800, 320, deep, 'bottom', { count: 1800 }),
  back: [[300, 190, 92], [400, 140, 100], [510, 190, 96], [560, 290, 88], [246, 290, 88], [250, 390, 70], [560, 390, 70], [300, 250, 80], [500, 260, 80]].map(([x = 0, y = 0, r = 0], at) => disc(x, y, r, at === 2 || at === 3 || at === 6 ? mix(ink, deep, 0.2) : mix(ink, rust, 0.14))).join(''),
  front: shape('M286 320C290 250 320 220 360 224C380 206 430 206 446 222C490 224 510 262 514 320C530 250 510 180 402 172C300 180 270 250 286 320Z', mix(ink, rust, 0.14)) + repeat(9, (at) => stroke(`M${270 + at * 34} ${170 - Math.sin(at * 0.4) * 60}q12 -16 24 0`, mix(rust, ink, 0.5), 5)), more: shape('M278 396L290 396L296 440L272 440Z', rust) + shape('M506 396L518 396L524 440L500 440Z', mix(rust, ink, 0.3)),
  collar: shape('M250 612C290 600 330 590 338 570C370 640 432 640 464 570C474 592 506 600 552 612C520 720 290 720 250 612Z', mix(ochre, rust, 0.4)) + shape('M338 570C370 640 432 640 464 570L470 600C440 672 362 672 334 600Z', mix(ochre, ink, 0.4)) })

const daniel = (): string => bust({ ground: mix(blush, paper, 0.2), tone: skin.tan, coat: deep, brow: mix(mist, ink, 0.35), smile: 6, flip: true,
  scene: rect(-10, 500, 820, 310, sea) + disc(160, 260, 110, mix(ochre, paper, 0.3)) + shape('M-10 510C120 470 260 470 420 510Z', harbour) + ripples(0, 520, 800, 280, paper, 40, 4, 0.7) + shape('M560 540L780 534L760 590H590Z', rust) + rect(620, 480, 70, 60, paper) + line(720, 540, 720, 330, ink, 7) + line(720, 340, 600, 540, ink, 3) + stipple(0, 520, 800, 280, harbour, 'bottom', { count: 1700 }),
  front: shape('M286 350C276 320 276 280 284 256C330 240 470 240 516 256C524 280 522 320 512 350C504 320 500 300 496 284C440 276 360 276 308 284C300 300 294 320 286 350Z', mix(mist, ink, 0.2)) + shape('M266 272C258 140 340 112 402 112C470 112 548 140 536 272C460 250 340 250 266 272Z', mix(harbour, ink, 0.2)) + shape('M402 112C470 112 548 140 536 272C500 262 470 258 440 256C460 200 440 140 402 112Z', ink, 'opacity="0.35"') + shape('M256 268C340 240 462 240 546 268L548 304C462 276 340 276 254 304Z', mix(harbour, sea, 0.3)) + repeat(14, (at) => line(266 + at * 20.500, 266 - Math.sin((at / 13) * 3.1) * 14, 266 + at * 20.500, 292 - Math.sin((at / 13) * 3.1) * 14, deep, 4)) + shape('M300 420C312 510 350 548 402 550C456 548 494 510 504 420C490 452 470 452 448 444C420 432 386 432 358 444C336 452 314 452 300 420Z', mix(mist, paper, 0.2)) + shape('M402 550C456 548 494 510 504 420C490 452 470 452 448 444C460 480 440 530 402 550Z', mix(mist, harbour, 0.3)) + shape('M368 466C384 460 422 460 438 466C424 482 382 482 368 466Z', mix(skin.tan, rust, 0.5)),
  collar: rect(326, 556, 150, 76, mix(harbour, sea, 0.3)) + repeat(7, (at) => line(338 + at * 21, 560, 338 + at * 21, 628, deep, 4)) + rect(396, 630, 10, 200, ochre) })

const salma = (): string => bust({ ground: mix(rust, blush, 0.45), tone: skin.olive, coat: mix(sea, harbour, 0.25), brow: ink, smile: 14,
  scene: shape('M-10 620C160 480 360 430 560 450C680 460 760 500 810 540V810H-10Z', mix(rust, ink, 0.4)) + repeat(9, (at) => rect(20 + at * 90, 590 - Math.sin(at * 0.5) * 110 - 66, 64, 120, [sand, mix(blush, paper, 0.3), mist][at % 3] ?? sand) + poly([[14 + at * 90, 526 - Math.sin(at * 0.5) * 110], [52 + at * 90, 486 - Math.sin(at * 0.5) * 110], [90 + at * 90, 526 - Math.sin(at * 0.5) * 110]], deep) + rect(40 + at * 90, 556 - Math.sin(at * 0.5) * 110, 20, 26, ochre)) + disc(640, 190, 80, mix(ochre, paper, 0.3)) + stipple(0, 0, 800, 500, rust, 'top', { count: 2400 }),
  back: shape('M246 380C226 190 320 120 404 120C496 120 580 190 556 380C556 480 590 560 620 640L190 640C220 560 246 480 246 380Z', mist),
  front: shape('M246 380C226 190 320 120 404 120C496 120 580 190 556 380C560 470 600 560 640 640C560 720 500 730 420 700C340 740 240 710 176 640C216 560 248 480 246 380ZM302 330C296 420 330 500 402 536C474 500 506 420 500 330C492 250 456 222 402 222C348 222 308 250 302 330Z', mist, 'fill-rule="evenodd"') + shape('M404 120C496 120 580 190 556 380C560 470 600 560 640 640C590 690 540 712 490 712C560 620 470 600 440 524C480 480 506 410 500 330C492 250 456 222 420 222C470 190 450 150 404 120Z', harbour, 'opacity="0.25"') + stroke('M330 540C400 600 470 600 520 560M300 600C380 660 480 650 560 620M262 300C276 240 310 190 350 166', mix(mist, harbour, 0.45), 6),
  collar: '' })

const wilf = (): string => bust({ ground: moss, tone: skin.brown, coat: mix(rust, ink, 0.1), brow: mix(mist, paper, 0.2), smile: 16, flip: true, lips: mix(rust, ink, 0.2),
  scene: poly([[-10, -10], [330, -10], [560, 810], [-10, 810]], mix(moss, mist, 0.25)) + rect(-10, 610, 820, 200, mix(moss, deep, 0.4)) + shape('M-10 604H810V622H-10Z', paper) + `<g fill="none" stroke="${paper}" stroke-width="10"><path d="M560 610V330H810M560 330L620 610"/></g>` + repeat(6, (at) => line(600 + at * 40, 334, 620 + at * 36, 606, mix(paper, moss, 0.4), 3) + line(566, 370 + at * 42, 810, 370 + at * 42, mix(paper, moss, 0.4), 3)) + disc(110, 570, 56, paper) + shape('M110 540L138 562L128 594H92L82 562Z', ink) + stipple(0, 0, 800, 800, deep, 'bottom', { count: 2600 }),
  back: shape('M272 350C262 300 270 250 292 226L312 360ZM528 350C540 300 530 250 508 226L490 360Z', mix(mist, paper, 0.3)), front: shape('M286 352C276 300 284 262 300 246L306 300C300 320 296 336 286 352ZM514 352C524 300 516 262 500 246L496 300C502 320 506 336 514 352Z', mix(mist, paper, 0.3)) + shape('M350 436C370 422 390 424 403 432C416 424 438 422 456 436C448 452 424 448 403 448C382 448 358 452 350 436Z', mix(mist, paper, 0.3)), more: shape('M330 226C350 206 380 200 392 204C372 212 350 222 340 236Z', mix(skin.brown, paper, 0.35)) + glasses(ink),
  collar: shape('M250 612C300 598 330 590 338 566C370 620 432 620 464 566C474 592 506 600 552 612L540 660C480 690 330 690 264 660Z', ochre) + repeat(6, (at) => poly([[274 + at * 48, 606 + Math.sin((at / 5) * 3.1) * 26], [296 + at * 48, 602 + Math.sin((at / 5) * 3.1) * 28], [300 + at * 48, 664 + Math.sin((at / 5) * 3.1) * 16], [278 + at * 48, 664 + Math.sin((at / 5) * 3.1) * 16]], harbour)) + poly([[300, 660], [360, 672], [350, 810], [290, 800]], ochre) + poly([[294, 740], [354, 748], [352, 776], [292, 768]], harbour) })

const portrait = (slug: string, name: string, draw: () => string, alt: string, role: string): Picture => ({ name: `author-${slug}`, title: name, width: 800, height: 800, draw, alt, caption: `${name}, ${role}.`, credit: 'Ada Sorrel/Lantern', focal: { x: 0.5, y: 0.44 } })

export const portraits: Picture[] = [
  portrait('maeve-carrigan', 'Maeve Carrigan', maeve, 'A woman with chin-length red hair and a white collar in front of a shelf and a low sun.', 'editor of the Lantern'),
  portrait('tomas-vell', 'Tomas Vell', tomas, 'A man with dark hair, a full beard and round glasses in front of a columned town hall.', 'who reports from the town hall'),
  portrait('ines-okafor-lund', 'Ines Okafor-Lund', ines, 'A smiling woman with full curly hair and red earrings in front of a green marsh.', 'who reports on land and water'),
  portrait('daniel-prouse', 'Daniel Prouse', daniel, 'A man with a white beard, a woollen cap and a fisherman’s jersey in front of the harbour.', 'who reports on the harbour and its businesses'),
  portrait('salma-haddad', 'Salma Haddad', salma, 'A smiling woman in a pale headscarf in front of the houses of a hillside estate.', 'who reports from Northfield and its schools, in English and Arabic'),
  portrait('wilf-arden', 'Wilf Arden', wilf, 'An older man with glasses, a grey moustache and a striped scarf in front of a football goal.', 'who writes on culture and sport'),
]
