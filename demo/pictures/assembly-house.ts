import { box, cut, disc, line, oval, poly, rect, repeat, shape, stipple, within } from './brush.ts'
import { figure } from './figure.ts'
import { mix, palette, skin } from './palette.ts'
import type { Picture } from './picture.ts'
import { crescent, ripples, sky, streak } from './scenery.ts'
import { sheet } from './sheet.ts'

const { ink, paper, harbour, deep, sea, sand, ochre, rust, mist } = palette

/** A tall sash window with a round head. */
const sash = (x: number, y: number, w: number, h: number, fill: string): string =>
  shape(`M${x} ${y + h}V${y + w / 2}A${w / 2} ${w / 2} 0 0 1 ${x + w} ${y + w / 2}V${y + h}Z`, fill) +
  line(x + w / 2, y, x + w / 2, y + h, ink, 4) +
  line(x, y + h * 0.5, x + w, y + h * 0.5, ink, 4)

const draw = (): string => {
  const wall = mix(harbour, mist, 0.32)
  const wallShade = mix(harbour, ink, 0.3)
  const glow = mix(ochre, paper, 0.3)
  const column = (x: number): string =>
    rect(x, 392, 58, 468, mix(wall, sand, 0.42)) +
    rect(x + 36, 392, 22, 468, wallShade) +
    rect(x - 12, 372, 82, 24, mix(wall, sand, 0.55)) +
    rect(x - 12, 850, 82, 24, mix(wall, sand, 0.3))
  return sheet(
    1800,
    1200,
    deep,
    sky(1800, 900, [mix(ink, deep, 0.5), deep, harbour, mix(harbour, sea, 0.6), mix(sea, mist, 0.4)], 5, -30),
    crescent(1568, 226, 84, mix(sand, paper, 0.5)),
    streak(1080, 330, 800, 20, harbour),
    streak(860, 190, 520, 12, mix(deep, harbour, 0.7)),
    repeat(22, at => disc((at * 397) % 1790, (at * 149) % 330, 2.4, mist)),
    // Roofs of the far side of the square.
    poly(
      '1150,900 1150,720 1290,720 1290,640 1350,590 1410,640 1410,680 1500,680 1500,610 1560,560 1625,610 1625,690 1730,690 1730,630 1810,600 1810,900',
      mix(deep, ink, 0.4),
    ),
    rect(1330, 700, 24, 40, ochre),
    rect(1660, 740, 22, 34, ochre),
    rect(1540, 700, 20, 34, mix(ochre, rust, 0.4)),
    // The house: wing, tower, portico.
    rect(-10, 330, 1180, 560, wall),
    rect(1030, 330, 140, 560, wallShade),
    rect(-10, 300, 1210, 34, mix(wall, sand, 0.35)),
    stipple(-10, 334, 1040, 300, deep, 'top', { seed: 2 }),
    poly('-10,300 60,300 420,122 800,300 800,330 -10,330', mix(wall, sand, 0.5)),
    poly('130,296 420,154 722,296', mix(wall, ink, 0.3)),
    disc(420, 244, 40, mix(sand, paper, 0.4)),
    line(420, 244, 420, 216, ink, 5),
    line(420, 244, 440, 254, ink, 5),
    poly('900,300 900,96 1080,96 1080,300', wall),
    poly('1020,300 1020,96 1080,96 1080,300', wallShade),
    poly('880,100 1100,100 1086,70 894,70', mix(wall, sand, 0.4)),
    shape('M916 70C920 10 1060 10 1064 70Z', mix(deep, sea, 0.5)),
    line(990, 24, 990, -30, ink, 7),
    shape('M936 270V180A34 34 0 0 1 1004 180V270Z', ink),
    shape('M952 250C952 214 988 214 988 250Z', ochre),
    ...[40, 210, 380, 550, 700].map(x => sash(x + 24, 430, 62, 160, x === 550 ? glow : deep)),
    ...[850, 960].map(x => sash(x, 430, 66, 160, x === 960 ? mix(deep, ochre, 0.15) : deep)),
    sash(1072, 430, 54, 160, ink),
    ...[850, 960, 1072].map(x => rect(x, 690, 60, 120, deep)),
    rect(340, 640, 150, 240, mix(ink, deep, 0.4)),
    rect(410, 660, 4, 220, harbour),
    rect(140, 690, 62, 130, deep),
    rect(606, 690, 60, 130, deep),
    // One window lit.
    disc(605, 510, 200, ochre, 'opacity="0.1"'),
    disc(605, 510, 130, ochre, 'opacity="0.16"'),
    column(130),
    column(280),
    column(480),
    column(690),
    stipple(130, 400, 640, 460, ink, 'bottom', { count: 900, size: 4 }),
    // Steps and wet square.
    ...[0, 1, 2, 3, 4].map(at =>
      rect(-10, 868 + at * 30, 880 + at * 44, 32, mix(wall, at % 2 ? ink : sand, at % 2 ? 0.34 : 0.26)),
    ),
    rect(-10, 1016, 1820, 200, mix(deep, ink, 0.35)),
    rect(1050, 888, 760, 130, mix(deep, ink, 0.35)),
    stipple(0, 900, 1800, 300, ink, 'bottom', { seed: 9 }),
    within(
      cut(box(-10, 1016, 1820, 190)),
      ripples(0, 1030, 1800, 170, harbour, 70, 4, 1.4),
      ripples(640, 1024, 400, 180, mix(ochre, sand, 0.3), 34, 6, 0.9),
      ripples(1480, 1024, 200, 160, mist, 12, 2, 0.6),
    ),
    oval(1010, 1106, 190, 13, ink),
    poly('880,1096 1000,1090 1640,1180 1500,1200', ink, 'opacity="0.6"'),
    figure({
      x: 940,
      y: 1104,
      h: 372,
      coat: mix(rust, ink, 0.12),
      legs: ink,
      hair: ink,
      hat: 'brim',
      hatInk: ink,
      hem: -26,
      flare: 21,
      rim: glow,
      rimBehind: true,
      stance: 'walk',
      skin: skin.tan,
      near: [
        [-3, -63],
        [9, -57],
      ],
      more:
        poly('0,-66 20,-70 22,-54 2,-50', paper) +
        line(4, -62, 18, -65, ink, 0.8) +
        line(5, -58, 18, -61, ink, 0.8) +
        oval(10, -55, 2.6, 2.4, skin.tan),
    }),
  )
}

export const assemblyHouse: Picture = {
  name: 'assembly-house',
  title: 'The Assembly House by night',
  width: 1800,
  height: 1200,
  draw,
  alt: 'A columned town hall at night with a single lit window; a figure in a red coat and hat walks away across the wet square with papers under one arm.',
  caption: 'One office was still lit at the Assembly House late on the night the figures were handed round.',
  credit: 'Jonas Weir/Lantern',
  focal: { x: 0.5, y: 0.72 },
}
