import { disc, group, line, oval, poly, rect, shape, stipple, stroke } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, mist, sand, ochre, rust, moss, blush } = palette

const draw = (): string => {
  const wall = mix(sand, paper, 0.35)
  const chalk = mix(paper, mist, 0.3)
  const pupil = (
    x: number,
    y: number,
    s: number,
    coat: string,
    tone: string,
    hair: string,
    style: 'bob' | 'short' | 'curls' | 'bun' | 'long',
    up: boolean,
  ): string =>
    figure({
      x,
      y,
      h: 640 * s,
      view: 'back',
      coat,
      skin: tone,
      hair,
      hairStyle: style,
      hem: -30,
      flare: 20,
      stance: 'none',
      near: [
        [-17, -66],
        [-16, -54],
      ],
      far: up
        ? [
            [17, -90],
            [15, -116],
          ]
        : [
            [17, -66],
            [14, -54],
          ],
    })
  return sheet(
    1800,
    1200,
    wall,
    rect(-10, -10, 1820, 1000, wall),
    rect(-10, 690, 1820, 300, mix(sea, mist, 0.3)),
    rect(-10, 680, 1820, 16, harbour),
    // Tall windows to the left, light thrown across the board.
    poly('-10,-10 330,40 330,860 -10,990', mix(wall, ochre, 0.2)),
    poly('20,60 130,76 130,700 20,740', mix(mist, paper, 0.4)),
    poly('170,82 290,98 290,640 170,684', mix(mist, paper, 0.4)),
    shape('M20 480C60 450 100 470 130 440V700L20 740ZM170 430C220 410 260 420 290 400V640L170 684Z', moss),
    ...[
      [20, 130, 60, 76],
      [170, 290, 82, 98],
    ].map(
      ([a = 0, b = 0, c = 0, d = 0]) =>
        line((a + b) / 2, (c + d) / 2, (a + b) / 2, 700, paper, 9) +
        line(a, 270, b, 276, paper, 9) +
        line(a, 470, b, 460, paper, 9),
    ),
    rect(470, 90, 980, 500, mix(rust, ink, 0.4)),
    rect(492, 112, 936, 456, mix(deep, harbour, 0.35)),
    poly('560,112 900,112 1240,568 820,568', mix(harbour, sea, 0.35)),
    poly('980,112 1130,112 1428,520 1428,568 1330,568', mix(harbour, sea, 0.35)),
    stipple(492, 112, 936, 456, mist, 'left', { count: 1300, size: 3 }),
    rect(460, 588, 1000, 22, mix(rust, ochre, 0.3)),
    ...[700, 760, 1010].map((x, at) => rect(x, 576, 46, 12, [paper, ochre, mist][at] ?? paper)),
    // What is on the board: how the tide is drawn by the moon.
    `<g fill="none" stroke="${chalk}" stroke-width="6" stroke-linecap="round"><circle cx="680" cy="330" r="92"/><ellipse cx="680" cy="330" rx="150" ry="112" stroke-dasharray="20 14"/><circle cx="960" cy="210" r="34"/><path d="M790 280L910 230M890 226L912 229L900 248"/><path d="M612 300C650 290 650 330 690 320C720 312 720 280 752 280M620 372C660 350 700 400 750 372"/><path d="M560 500C600 460 640 460 680 500S760 540 800 500S880 460 920 500"/></g>`,
    disc(960, 210, 26, ochre),
    line(1290, 180, 1390, 180, chalk, 5),
    line(1290, 220, 1370, 220, chalk, 5),
    line(1290, 260, 1390, 260, chalk, 5),
    // The apprentice at the board; her mentor on the windowsill side of the desk.
    figure({
      x: 1130,
      y: 980,
      h: 740,
      view: 'side',
      face: -1,
      coat: ochre,
      legs: deep,
      skin: skin.brown,
      hairStyle: 'bun',
      hair: ink,
      hem: -30,
      flare: 23,
      near: [
        [8, -66],
        [20, -60],
      ],
      far: [
        [15, -84],
        [24, -100],
      ],
      more: poly('17,-64 28,-62 26,-50 15,-52', rust) + oval(20, -59, 2.4, 2.4, skin.brown),
    }),
    line(966, 238, 946, 226, paper, 9),
    figure({
      x: 1610,
      y: 1000,
      h: 620,
      view: 'side',
      face: -1,
      coat: mix(harbour, sea, 0.3),
      legs: ink,
      skin: skin.pale,
      hair: mist,
      hem: -40,
      flare: 17,
      near: [
        [9, -62],
        [-3, -66],
      ],
      far: [
        [12, -64],
        [2, -68],
      ],
    }),
    rect(1480, 760, 330, 24, mix(rust, ochre, 0.25)),
    rect(1500, 784, 20, 240, mix(rust, ink, 0.3)),
    rect(1490, 712, 110, 24, rust),
    rect(1500, 736, 110, 24, harbour),
    disc(1560, 670, 44, sea),
    stroke('M1520 648C1550 660 1560 690 1600 684M1540 630C1570 640 1580 650 1600 650', moss, 10),
    line(1560, 714, 1560, 734, ink, 8),
    group(
      'translate(-20 -74)',
      rect(1560, 130, 170, 230, paper),
      rect(1576, 146, 138, 150, blush),
      disc(1645, 210, 40, ochre),
      poly('1576,296 1620,230 1660,280 1690,250 1714,296', moss),
      line(1590, 326, 1690, 326, ink, 5),
    ),
    // Desks and the class.
    poly('-10,960 1810,960 1810,1210 -10,1210', mix(rust, ochre, 0.3)),
    poly('330,960 900,960 1300,1210 240,1210', mix(ochre, paper, 0.35)),
    stipple(0, 960, 1800, 240, mix(rust, ink, 0.4), 'bottom', { size: 5 }),
    pupil(470, 1310, 0.84, mix(sea, harbour, 0.3), skin.pale, mix(ochre, rust, 0.3), 'long', false),
    pupil(760, 1300, 0.8, rust, skin.dark, ink, 'curls', true),
    pupil(1330, 1330, 0.86, moss, skin.rosy, mix(rust, ink, 0.4), 'short', false),
    ...[360, 660, 1230].map(
      x =>
        poly(
          [
            [x, 1080],
            [x + 210, 1080],
            [x + 230, 1110],
            [x - 20, 1110],
          ],
          mix(sand, ochre, 0.3),
        ) + rect(x - 20, 1108, 250, 12, mix(rust, ink, 0.4)),
    ),
    pupil(150, 1560, 1.15, deep, skin.tan, ink, 'short', false),
    pupil(610, 1600, 1.18, paper, skin.olive, ink, 'bob', false),
    pupil(1110, 1630, 1.2, mix(mist, sea, 0.45), skin.pale, rust, 'bun', true),
    pupil(1600, 1590, 1.2, mix(blush, rust, 0.5), skin.brown, ink, 'curls', false),
    poly('330,0 700,0 1500,1210 500,1210', mix(ochre, paper, 0.6), 'opacity="0.1"'),
  )
}

export const apprenticeTeachers: Picture = {
  name: 'apprentice-teachers',
  title: 'The town that trains its own teachers',
  width: 1800,
  height: 1200,
  draw,
  alt: 'Seen from the back of a class, a young teacher in yellow explains a chalk drawing of the moon and the tide; two pupils have raised a hand and an older colleague listens at the side.',
  caption: 'An apprentice teacher takes a science lesson at St Brannoc’s, watched by her mentor.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.6, y: 0.42 },
}
