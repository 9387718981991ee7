import {
  box,
  cut,
  disc,
  group,
  line,
  oval,
  place,
  poly,
  rect,
  repeat,
  shape,
  stipple,
  stroke,
  within,
} from './brush.ts'
import { mix, palette } from './palette.ts'

const { ink, paper, harbour, deep, sand, ochre, rust, mist } = palette

/** The Holm Island ferry seen from the side, bow to the right, afloat at y = 0, about 980 long. */
export const ferry = (x: number, y: number, scale: number, flip: boolean, glow: number = 0): string => {
  const white = mix(paper, sand, 0.25)
  const shade = mix(mix(paper, palette.sea, 0.45), deep, 0.18)
  const pane = glow ? mix(ochre, paper, 0.25) : deep
  const hull =
    'M-478 -112L300 -108C380 -112 440 -128 506 -160C486 -110 462 -50 446 8L-452 8C-474 -26 -482 -70 -478 -112Z'
  return place(
    x,
    y,
    scale,
    flip,
    line(-40, -262, -40, -392, ink, 5),
    line(-40, -352, 22, -262, ink, 2.5),
    line(-78, -368, 2, -368, ink, 3.5),
    line(462, -148, 462, -214, ink, 4),
    poly('462,-214 462,-190 428,-200', rust),
    poly('-420,-112 -420,-186 262,-186 322,-112', white),
    poly('-420,-112 -420,-132 306,-132 322,-112', shade),
    poly('-340,-186 -340,-244 128,-244 128,-186', shade),
    poly('60,-186 60,-274 196,-274 236,-186', white),
    poly('72,-262 188,-262 202,-230 72,-230', deep),
    repeat(3, at => line(104 + at * 30, -262, 106 + at * 32, -230, white, 5)),
    poly('50,-274 208,-274 202,-286 50,-286', ink),
    repeat(11, at =>
      rect(-398 + at * 56, -172, 38, 26, at === 4 || at === 8 ? (glow ? pane : harbour) : pane),
    ),
    repeat(7, at => rect(-322 + at * 52, -226, 26, 22, pane)),
    poly('-250,-244 -238,-352 -142,-352 -130,-244', harbour),
    poly('-160,-244 -168,-352 -142,-352 -130,-244', deep),
    poly('-246,-284 -243,-312 -137,-312 -134,-284', ochre),
    poly('-242,-340 -240,-356 -140,-356 -138,-340', ink),
    disc(-191, -298, 11, paper),
    stroke('M-420 -200H-344M-420 -214H-344M-340 -258H44M-340 -270H44', ink, 2.5),
    repeat(16, at => line(-340 + at * 25.5, -272, -340 + at * 25.5, -244, ink, 2)),
    repeat(4, at => line(-418 + at * 25, -216, -418 + at * 25, -186, ink, 2)),
    shape('M-100 -262C-96 -244 -20 -244 -16 -262Z', rust),
    shape('M-90 -262C-60 -272 -40 -272 -26 -262Z', paper),
    line(-96, -286, -96, -250, ink, 3),
    line(-20, -286, -20, -250, ink, 3),
    shape(hull, harbour),
    within(
      hull,
      rect(-500, -24, 1000, 40, rust),
      rect(-500, -32, 1000, 9, paper),
      stipple(-480, -112, 940, 84, deep, 'left', { count: 3400, size: 4.5 }),
      poly('-480,-114 -480,10 -418,10 -432,-114', deep),
    ),
    stroke('M-474 -106L300 -102C380 -106 440 -122 498 -152', paper, 6),
    repeat(9, at => disc(-360 + at * 70, -74, 8, at % 3 ? deep : glow ? ochre : deep)),
    shape('M396 -92l14 -2l4 26l-10 10l-10 -8z', ink),
    poly('-482,-108 -474,-44 -492,-50 -512,-172 -496,-176', deep),
    line(-504, -168, -424, -186, ink, 3),
    // Evening light on all that faces forward, and people at the rail.
    glow
      ? poly(
          '196,-274 236,-186 262,-186 322,-112 306,-112 250,-178 222,-178 186,-262',
          mix(ochre, paper, 0.5),
        )
      : '',
    glow ? stroke('M500 -150C480 -100 458 -46 446 -24', ochre, 6) : '',
    [-320, -296, -252, -236, -70, -36, 20]
      .map(
        (at, index) =>
          oval(at, -262 - (index % 3) * 3, 6, 7, index % 2 ? ink : rust) +
          rect(at - 8, -256 - (index % 3) * 3, 16, 14, index % 3 ? ink : rust),
      )
      .join(''),
  )
}

/** A small fishing boat, bow to the right, about 260 long. */
export const trawler = (
  x: number,
  y: number,
  scale: number,
  flip: boolean,
  hullInk: string = rust,
): string => {
  const hull =
    'M-130 -44L70 -40C100 -44 122 -54 140 -66C130 -36 120 -14 112 4L-118 4C-128 -10 -132 -26 -130 -44Z'
  return place(
    x,
    y,
    scale,
    flip,
    line(10, -40, 10, -196, ink, 5),
    line(10, -190, -112, -48, ink, 2),
    line(10, -190, 132, -62, ink, 2),
    line(10, -150, -80, -110, ink, 4),
    poly('-86,-42 -86,-108 -14,-108 -6,-42', paper),
    poly('-94,-108 -94,-118 -4,-118 -8,-108', ink),
    rect(-74, -98, 22, 24, deep),
    rect(-44, -98, 22, 24, deep),
    shape(hull, hullInk),
    within(hull, rect(-140, -14, 290, 24, ink)),
    stroke('M-128 -40L70 -36C100 -40 120 -50 136 -60', paper, 4),
    disc(96, -36, 4, paper),
  )
}

export const dinghy = (x: number, y: number, scale: number, flip: boolean, inkOf: string = ochre): string =>
  place(
    x,
    y,
    scale,
    flip,
    shape('M-70 -22C-30 -16 40 -16 84 -34C76 -12 66 2 54 6L-52 6C-62 0 -70 -10 -70 -22Z', inkOf),
    shape('M-70 -22C-30 -16 40 -16 84 -34L80 -26C40 -8 -30 -8 -69 -14Z', ink, 'opacity="0.35"'),
  )

export const bollard = (x: number, y: number, s: number, inkOf: string = ink): string =>
  group(
    `translate(${x} ${y}) scale(${s})`,
    shape(
      'M-34 0C-26 -20 -24 -50 -28 -62C-44 -66 -48 -92 -26 -98C-10 -103 14 -103 28 -98C48 -92 44 -66 30 -62C26 -50 28 -20 36 0Z',
      inkOf,
    ),
  )

export const lifebuoy = (x: number, y: number, r: number): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${paper}" stroke-width="${r * 0.44}"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${rust}" stroke-width="${r * 0.44}" stroke-dasharray="${r * 0.78} ${r * 0.7908}"/>`

export const quayWall = (
  points: readonly (readonly [number, number])[],
  face: string,
  top: string,
  depth: number,
): string =>
  poly([...points, ...[...points].reverse().map(([px, py]) => [px, py + depth] as const)], face) +
  stroke(`M${points.map(([px, py]) => `${px} ${py}`).join('L')}`, top, 12) +
  within(
    cut([...points, ...[...points].reverse().map(([px, py]) => [px, py + depth] as const)]),
    ...[0.25, 0.5, 0.75].map(t =>
      stroke(`M${points.map(([px, py]) => `${px} ${py + depth * t}`).join('L')}`, ink, 3, 'opacity="0.5"'),
    ),
  )

export const fishBox = (x: number, y: number, w: number, inkOf: string): string =>
  poly(
    [
      [x, y],
      [x + w, y],
      [x + w * 0.92, y + w * 0.3],
      [x + w * 0.08, y + w * 0.3],
    ],
    inkOf,
  ) +
  poly(
    [
      [x, y],
      [x + w * 0.14, y - w * 0.16],
      [x + w * 0.86, y - w * 0.16],
      [x + w, y],
    ],
    mix(inkOf, ink, 0.5),
  ) +
  repeat(5, at =>
    group(
      `translate(${x + w * (0.2 + at * 0.15)} ${y - w * 0.05}) rotate(${-24 + at * 9})`,
      oval(0, 0, w * 0.11, w * 0.04, at % 2 ? mist : mix(mist, harbour, 0.4)),
      poly(
        [
          [w * 0.09, 0],
          [w * 0.16, -w * 0.04],
          [w * 0.16, w * 0.04],
        ],
        mist,
      ),
    ),
  ) +
  shape(cut(box(x, y, w, w * 0.04)), mix(inkOf, paper, 0.4))
