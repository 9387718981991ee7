import { bookshelf } from './bookshelf.ts'
import { box, cut, disc, line, oval, poly, rect, shape, stipple, stroke, within } from './brush.ts'
import { figure } from './figure.ts'
import { house } from './houses.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { cloud, sky } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const dark = mix(ink, harbour, 0.25)
  const dim = [
    mix(rust, ink, 0.55),
    mix(harbour, ink, 0.4),
    mix(ochre, ink, 0.6),
    mix(sea, ink, 0.55),
    mix(moss, ink, 0.6),
    deep,
  ]
  const bright = mix(paper, ochre, 0.2)
  const opening = cut(box(770, 130, 560, 800))
  return sheet(
    1800,
    1200,
    dark,
    rect(-10, -10, 1820, 1220, dark),
    // Shelves run from both sides to the door, dark but for their near edges.
    ...[0, 1, 2, 3, 4].map(
      row =>
        within(
          cut([
            [-10, -40 + row * 236],
            [640, 120 + row * 168],
            [640, 268 + row * 168],
            [-10, 170 + row * 236],
          ]),
          `<g transform="matrix(1 0.19 0 1 0 ${-20 + row * 210})">${bookshelf(-10, -30 - row * 8, 680, 210, dim, 21 + row)}</g>`,
        ) +
        poly(
          [
            [-10, 176 + row * 236],
            [640, 272 + row * 168],
            [640, 288 + row * 168],
            [-10, 204 + row * 236],
          ],
          mix(rust, ink, 0.55),
        ),
    ),
    ...[0, 1, 2, 3, 4].map(
      row =>
        within(
          cut([
            [1460, 120 + row * 168],
            [1810, 20 + row * 220],
            [1810, 200 + row * 236],
            [1460, 268 + row * 168],
          ]),
          `<g transform="matrix(1 -0.2 0 1 0 ${280 + row * 196})">${bookshelf(1450, 0, 380, 190, dim, 41 + row)}</g>`,
        ) +
        poly(
          [
            [1460, 272 + row * 168],
            [1810, 196 + row * 236],
            [1810, 224 + row * 236],
            [1460, 288 + row * 168],
          ],
          mix(rust, ink, 0.55),
        ),
    ),
    rect(620, -10, 860, 1000, mix(deep, ink, 0.2)),
    rect(640, -10, 18, 960, ink),
    rect(1446, -10, 18, 960, ink),
    shape('M740 140C760 -60 1340 -60 1360 140Z', ink),
    shape('M780 120C810 -10 1290 -10 1320 120Z', mix(mist, paper, 0.5)),
    ...[0.2, 0.4, 0.6, 0.8].map(t => line(1050, 124, 780 + t * 540, -10 - Math.sin(t * 3.1) * 30, ink, 8)),
    // What the glass shows: Sunday morning in the square.
    rect(744, 116, 612, 830, ink),
    within(
      opening,
      rect(760, 120, 600, 830, bright),
      sky(1800, 560, [mix(sea, mist, 0.4), mix(mist, paper, 0.3), bright], 71),
      cloud(980, 270, 330, 60, paper, 3),
      ...[0, 1, 2, 3, 4].map(at =>
        house({
          x: 750 + at * 126,
          y: 620,
          w: 118,
          h: 170 + (at % 3) * 40,
          wall: [rust, sand, mix(blush, rust, 0.2), ochre, mist][at] ?? sand,
          roof: [deep, rust, harbour, mix(rust, ink, 0.3), harbour][at] ?? deep,
          pane: deep,
          seed: at,
        }),
      ),
      poly('1120,430 1120,250 1152,180 1184,250 1184,430', mix(sand, harbour, 0.25)),
      rect(760, 616, 600, 330, mix(sand, paper, 0.5)),
      poly('760,700 1340,640 1340,720 760,830', mix(sand, ochre, 0.4)),
      line(1290, 620, 1290, 430, moss, 12),
      disc(1290, 400, 84, mix(moss, harbour, 0.3)),
      disc(1266, 380, 50, moss),
    ),
    // Those who wait outside: she shades her eyes on the glass, a boy beside her, a man with a bicycle.
    within(
      opening,
      figure({
        x: 1256,
        y: 830,
        h: 360,
        face: -1,
        coat: mix(sea, harbour, 0.3),
        legs: ink,
        skin: skin.dark,
        hair: ink,
        hem: -42,
        near: [
          [6, -64],
          [16, -58],
        ],
        far: [
          [14, -64],
          [20, -58],
        ],
      }),
      `<g fill="none" stroke="${ink}" stroke-width="8"><circle cx="1130" cy="790" r="56"/><circle cx="1290" cy="790" r="56"/><path d="M1130 790L1170 710H1254L1290 790M1170 710L1214 790L1254 710M1160 690H1190M1254 710L1246 676H1274"/></g>`,
      figure({
        x: 900,
        y: 960,
        h: 600,
        view: 'front',
        coat: rust,
        legs: deep,
        skin: skin.rosy,
        hair: mix(rust, ink, 0.5),
        hairStyle: 'bob',
        hem: -26,
        flare: 23,
        near: [
          [-17, -80],
          [-8, -95],
        ],
        far: [
          [16, -66],
          [14, -54],
        ],
      }),
      figure({
        x: 1124,
        y: 962,
        h: 370,
        view: 'front',
        coat: ochre,
        legs: harbour,
        skin: skin.rosy,
        hat: 'bobble',
        hatInk: harbour,
        hem: -40,
        flare: 19,
        near: [
          [-17, -82],
          [-15, -104],
        ],
        far: [
          [17, -82],
          [15, -104],
        ],
      }),
    ),
    rect(1040, 130, 20, 800, ink),
    ...[130, 520, 920].map(y => rect(770, y, 560, 14, ink)),
    rect(1014, 560, 16, 120, ochre),
    rect(1070, 560, 16, 120, ochre),
    poly('1100,300 1240,294 1244,396 1104,402', paper),
    rect(1120, 320, 104, 16, rust),
    line(1124, 354, 1220, 350, ink, 5),
    line(1124, 374, 1190, 371, ink, 5),
    // Light through the door lies on the floor and on the reading table.
    poly('-10,1080 620,940 1480,940 1810,1080 1810,1210 -10,1210', mix(deep, ink, 0.5)),
    poly('776,944 1034,944 700,1210 160,1210', mix(ochre, sand, 0.4)),
    poly('1064,944 1326,944 1260,1210 770,1210', mix(ochre, sand, 0.4)),
    poly('836,944 960,944 640,1210 400,1210', dark, 'opacity="0.75"'),
    stipple(160, 944, 1200, 266, dark, 'bottom', { size: 6, count: 2800 }),
    poly('776,134 1034,134 560,1210 160,1210', bright, 'opacity="0.08"'),
    poly('1064,134 1326,134 1260,1210 770,1210', bright, 'opacity="0.08"'),
    poly('1240,1050 1810,1010 1810,1090 1180,1130', mix(rust, ink, 0.4)),
    poly('1180,1130 1810,1090 1810,1120 1180,1160', ink),
    rect(1240, 1150, 26, 60, ink),
    rect(1440, 1010, 150, 30, rust),
    rect(1456, 982, 140, 28, sea),
    rect(1446, 956, 150, 26, mix(ochre, rust, 0.3)),
    poly('1300,1076 1354,1040 1400,1060 1344,1098', paper),
    line(1690, 1040, 1690, 900, ink, 10),
    shape('M1620 910C1630 850 1750 850 1760 910Z', mix(moss, ink, 0.3)),
    oval(1690, 1046, 50, 12, ink),
    stroke('M786 150V900', ochre, 4),
    // A chair upon a table: closed.
    poly('90,1120 560,1060 640,1110 150,1180', mix(rust, ink, 0.62)),
    line(200, 1080, 180, 900, ink, 12),
    line(330, 1062, 330, 886, ink, 12),
    poly('160,1080 360,1050 380,1080 180,1110', ink),
    line(240, 1090, 250, 950, ink, 10),
  )
}

export const library: Picture = {
  name: 'library',
  title: 'The library on a Sunday',
  width: 1800,
  height: 1200,
  draw,
  alt: 'From inside a dark, closed library: through the glass of the door, in bright morning sun, a woman shades her eyes to look in, a child presses both hands to the pane and a man waits with a bicycle.',
  caption: 'Readers look in through the door of the town library, closed on Sundays since the spring.',
  credit: 'Petra Quill/Lantern',
  focal: { x: 0.55, y: 0.52 },
}
