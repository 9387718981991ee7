import { disc, group, line, poly, rect, repeat, seeded, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, gull, hills, ripples, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, blush } = palette

const envelope = (x: number, y: number, s: number, turn: number, fill: string): string =>
  group(
    `translate(${x} ${y}) rotate(${turn}) scale(${s})`,
    poly('-60,-38 60,-38 60,38 -60,38', fill),
    poly('-60,38 -8,-4 8,-4 60,38', mix(fill, harbour, 0.16)),
    stroke('M-60 -38L0 10L60 -38', mix(fill, ink, 0.6), 4),
    disc(0, 8, 11, rust),
  )
/** Half envelope, half bird. */
const winged = (x: number, y: number, s: number, turn: number): string =>
  group(
    `translate(${x} ${y}) rotate(${turn}) scale(${s})`,
    shape(
      'M-46 -14C-90 -70 -140 -60 -170 -30C-130 -40 -90 -20 -50 16ZM46 -14C80 -76 140 -70 172 -46C130 -46 90 -20 50 16Z',
      mix(paper, mist, 0.2),
    ),
    poly('-52,-28 52,-28 52,32 -52,32', paper),
    stroke('M-52 -28L0 8L52 -28', mix(paper, ink, 0.6), 4),
    disc(0, 6, 9, rust),
  )

const draw = (): string => {
  const random = seeded(12)
  const wall = mix(sand, blush, 0.35)
  return sheet(
    1800,
    1200,
    sea,
    sky(
      1800,
      900,
      [
        mix(harbour, deep, 0.3),
        harbour,
        mix(harbour, sea, 0.6),
        sea,
        mix(sea, mist, 0.5),
        mix(mist, ochre, 0.25),
      ],
      15,
      -70,
    ),
    cloud(900, 820, 960, 110, mix(mist, paper, 0.4), 5),
    cloud(480, 640, 460, 60, mix(sea, mist, 0.4), 3),
    disc(1520, 810, 70, mix(ochre, paper, 0.4)),
    hills(1800, 920, [860, 840, 830, 850, 800, 790, 830], mix(harbour, sea, 0.3)),
    rect(-10, 900, 1820, 320, mix(sea, harbour, 0.4)),
    ripples(500, 910, 1300, 150, mist, 40, 6, 0.8),
    ripples(1420, 906, 220, 140, ochre, 22, 3, 0.6),
    ...repeatRoofs(),
    // The corner of the Assembly House, close.
    poly('-10,-10 560,-10 560,1210 -10,1210', wall),
    poly('560,-10 700,60 700,1210 560,1210', mix(wall, harbour, 0.55)),
    stipple(-10, -10, 570, 1220, rust, 'left', { count: 3600, size: 4 }),
    stipple(380, 0, 180, 1200, sand, 'right', { count: 900 }),
    poly('-10,20 580,20 730,86 730,126 580,64 -10,64', mix(wall, paper, 0.4)),
    poly('-10,830 580,830 716,866 716,900 580,868 -10,868', mix(wall, paper, 0.4)),
    repeat(12, at =>
      rect(
        500 + (at % 2) * 16,
        90 + at * 62 - (at > 11 ? 0 : 0),
        60 - (at % 2) * 16,
        46,
        mix(wall, rust, 0.18),
      ),
    ),
    rect(60, 930, 170, 290, deep),
    rect(310, 930, 170, 290, deep),
    rect(76, 946, 138, 270, mix(deep, ink, 0.5)),
    rect(326, 946, 138, 270, mix(deep, ink, 0.5)),
    // The open window, the clerk at it, the paper pile.
    shape('M70 800V310C70 190 470 190 470 310V800Z', paper),
    shape('M96 800V316C96 216 444 216 444 316V800Z', mix(ochre, paper, 0.3)),
    shape('M96 800V316C96 266 190 240 270 240V800Z', mix(ochre, rust, 0.18)),
    stipple(96, 240, 348, 560, rust, 'left', { count: 1200 }),
    line(340, 226, 340, 330, ink, 5),
    shape('M290 372C296 332 318 326 340 326C362 326 384 332 390 372Z', harbour),
    poly('470,300 640,370 640,770 470,800', 'none', `stroke="${paper}" stroke-width="16"`),
    line(556, 336, 556, 784, paper, 9),
    line(470, 550, 640, 570, paper, 9),
    poly('478,312 634,376 634,764 478,790', mist, 'opacity="0.45"'),
    figure({
      x: 200,
      y: 1130,
      h: 690,
      view: 'side',
      coat: deep,
      skin: skin.pale,
      hair: mist,
      hem: -48,
      lean: 4,
      near: [
        [8, -72],
        [22, -66],
      ],
      far: [
        [18, -76],
        [32, -80],
      ],
      stance: 'none',
    }),
    ...Array.from({ length: 13 }, (_, at) =>
      poly(
        [
          [300 + random() * 16, 786 - at * 15],
          [418 + random() * 14, 786 - at * 15],
          [418, 772 - at * 15],
          [304, 772 - at * 15],
        ],
        at % 4 === 2 ? mist : at % 3 ? paper : mix(paper, sand, 0.6),
      ),
    ),
    rect(50, 796, 450, 30, mix(wall, paper, 0.6)),
    rect(50, 822, 450, 12, mix(wall, ink, 0.5)),
    // They leave as letters and arrive in the sky as birds.
    envelope(520, 590, 0.9, -16, paper),
    envelope(610, 480, 0.8, 12, paper),
    envelope(720, 560, 1, -24, mix(paper, sand, 0.4)),
    envelope(800, 430, 0.9, 18, paper),
    envelope(690, 390, 0.6, -8, mist),
    envelope(900, 540, 0.8, -12, paper),
    winged(960, 400, 0.9, -12),
    winged(1110, 490, 0.8, 8),
    winged(1080, 290, 0.85, -18),
    winged(1270, 370, 1, -6),
    winged(1240, 220, 0.6, 10),
    winged(1430, 280, 0.72, -14),
    gull(1420, 440, 1.3, paper, -8),
    gull(1560, 350, 1.1, paper, 6),
    gull(1580, 210, 1.2, paper, -14),
    gull(1700, 280, 0.9, paper, 4),
    gull(1680, 130, 0.9, paper, -8),
    gull(1480, 140, 0.7, paper, 6),
    gull(1760, 440, 0.8, paper, 0),
    gull(1340, 120, 0.55, mist, -10),
    gull(1770, 70, 0.6, mist),
  )
}

const repeatRoofs = (): string[] =>
  Array.from({ length: 11 }, (_, at) => {
    const x = 640 + at * 116
    const h = 130 + ((at * 47) % 90)
    const wall =
      [
        mix(palette.blush, palette.rust, 0.3),
        mix(palette.mist, palette.sea, 0.4),
        palette.sand,
        mix(palette.rust, palette.ink, 0.3),
      ][at % 4] ?? palette.sand
    return (
      rect(x, 1210 - h, 112, h, wall) +
      rect(x + 80, 1210 - h, 32, h, palette.ink, 'opacity="0.2"') +
      poly(
        [
          [x - 6, 1212 - h],
          [x + 56, 1150 - h],
          [x + 118, 1212 - h],
        ],
        at % 2 ? palette.deep : mix(palette.rust, palette.ink, 0.15),
      ) +
      rect(x + 20, 1236 - h, 22, 30, palette.deep) +
      rect(x + 58, 1236 - h, 22, 30, at % 3 ? palette.deep : palette.ochre)
    )
  })

export const clerkEmails: Picture = {
  name: 'clerk-emails',
  title: 'What left the clerk’s office',
  width: 1800,
  height: 1200,
  draw,
  alt: 'From an open window of the town hall, where a grey-haired figure stands beside a stack of papers, envelopes stream out over the roofs and turn into gulls.',
  caption: 'Illustration: some 1,200 messages left the town clerk’s office in fourteen months.',
  credit: 'Ada Sorrel/Lantern',
  focal: { x: 0.5, y: 0.4 },
}
