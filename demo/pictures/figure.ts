import { fade, group, oval, type Point, poly, shape, stroke } from './brush.ts'
import { palette, skin } from './palette.ts'

export type Limb = readonly [Point, Point]
export type Figure = {
  x: number
  y: number
  h: number
  /** 1 looks right, -1 looks left. */
  face?: 1 | -1
  view?: 'side' | 'back' | 'front'
  coat?: string
  legs?: string
  skin?: string
  hair?: string
  hairStyle?: 'short' | 'bob' | 'bun' | 'long' | 'bald' | 'curls'
  hat?: 'cap' | 'bobble' | 'helmet' | 'scarf' | 'toque' | 'brim'
  hatInk?: string
  /** How far down the coat reaches: -46 is a jacket, -24 a long coat. */
  hem?: number
  /** Width of the hem, from 12 (trim) to 24 (skirt). */
  flare?: number
  stance?: 'stand' | 'walk' | 'stride' | 'sit' | 'none'
  /** Elbow and hand of the near and the far arm; the figure is 100 high, feet at 0, looking right. */
  near?: Limb
  far?: Limb
  /** Turns the trunk about the hips, in degrees. */
  lean?: number
  /** A thread of light down the front edge of the coat (or the back edge, with `rimBehind`). */
  rim?: string
  rimBehind?: boolean
  /** Draws all in one ink. */
  flat?: string
  /** Extra drawing in the figure's own measures, on top. */
  more?: string
}

/** A tapering limb through three points. */
export const limb = (points: readonly Point[], wide: number, narrow: number, ink: string): string =>
  points
    .slice(1)
    .map((to, at) => {
      const from = points[at] ?? to
      const last = points.length - 1
      const w0 = (wide + ((narrow - wide) * at) / last) / 2
      const w1 = (wide + ((narrow - wide) * (at + 1)) / last) / 2
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
      const nx = -(to[1] - from[1]) / length
      const ny = (to[0] - from[0]) / length
      return (
        poly(
          [
            [from[0] + nx * w0, from[1] + ny * w0],
            [to[0] + nx * w1, to[1] + ny * w1],
            [to[0] - nx * w1, to[1] - ny * w1],
            [from[0] - nx * w0, from[1] - ny * w0],
          ],
          ink,
        ) + oval(to[0], to[1], w1, w1, ink)
      )
    })
    .join('')

const stances: Record<string, readonly [readonly Point[], readonly Point[]]> = {
  stand: [
    [
      [-3.5, -50],
      [-3.5, -26],
      [-4, -2],
    ],
    [
      [3.5, -50],
      [4, -26],
      [4.5, -2],
    ],
  ],
  walk: [
    [
      [-2, -50],
      [-4, -26],
      [-11, -3],
    ],
    [
      [2, -50],
      [7, -27],
      [8, -2],
    ],
  ],
  stride: [
    [
      [-2, -50],
      [-6, -27],
      [-19, -7],
    ],
    [
      [2, -50],
      [12, -30],
      [14, -2],
    ],
  ],
  sit: [
    [
      [-2, -46],
      [17, -46],
      [16, -22],
    ],
    [
      [2, -47],
      [20, -46],
      [21, -22],
    ],
  ],
  none: [[], []],
}

const head = (o: Figure, tone: string, hair: string): string => {
  const back = o.view === 'back'
  const side = (o.view ?? 'side') === 'side'
  const hat = o.flat ?? o.hatInk ?? palette.rust
  const parts = [
    o.hairStyle === 'long' ? shape('M-8 -94C-9 -86 -10 -80 -9 -74L5 -74C7 -80 7 -88 7 -94Z', hair) : '',
    o.hairStyle === 'bun' ? oval(side ? -7 : 0, side ? -96 : -102, 4, 4, hair) : '',
    shape('M-3 -88L-3.4 -79L3.4 -79L3 -88Z', tone),
    oval(0, -92, 5.9, 7.4, back && o.hairStyle !== 'bald' ? hair : tone),
    side ? shape('M5 -94L7.6 -90.5L5 -89.5Z', tone) : '',
  ]
  if (!back && !o.flat && side)
    parts.push(
      oval(3.2, -92.6, 0.75, 0.95, palette.ink),
      stroke('M3.4 -88.200L5.200 -88.4', palette.ink, 0.7),
    )
  if (!back && !o.flat && !side)
    parts.push(
      fade(0.16, shape('M1 -99.2C8 -98 7.5 -86 0.5 -84.800C3 -89 3 -95 1 -99.200Z', palette.ink)),
      oval(-2.2, -92.4, 0.75, 0.95, palette.ink),
      oval(2.2, -92.4, 0.75, 0.95, palette.ink),
      stroke('M-1.4 -88C-0.5 -87.4 0.5 -87.4 1.4 -88', palette.ink, 0.7),
    )
  if (!back && o.hairStyle !== 'bald') {
    parts.push(
      side
        ? shape(
            'M5.8 -95C5 -101 -2 -101.5 -5 -98.5C-8.4 -95 -7 -88 -5.4 -86C-3.4 -88 -2.5 -91 -2 -94C1 -94.5 4 -95 5.8 -95Z',
            hair,
          )
        : shape(
            'M-6.2 -91C-7.4 -99 -3 -101 0 -100.6C4 -101 7.2 -98 6.2 -91C5 -95 2 -96 -1 -95.6C-4 -95.6 -5.4 -94 -6.2 -91Z',
            hair,
          ),
    )
    if (o.hairStyle === 'bob')
      parts.push(
        shape(
          side
            ? 'M3 -99C-9 -102 -9 -92 -8.5 -84L-1.5 -84C-2.5 -89 -1 -94 3 -99Z'
            : 'M-6 -97L-8 -84L-4.6 -84L-5 -94ZM6 -97L8 -84L4.6 -84L5 -94Z',
          hair,
        ),
      )
  }
  if (back && o.hairStyle === 'bob') parts.push(shape('M-6 -96L-8 -83L8 -83L6 -96Z', hair))
  if (o.hairStyle === 'curls')
    parts.push(oval(-4, -98, 5, 4.4, hair), oval(2.6, -99, 4.6, 4, hair), oval(-6.4, -93, 3.2, 4, hair))
  if (o.hat === 'cap') parts.push(shape('M-7.5 -95C-7.5 -103 6 -103 6.6 -96L12 -94.4L6 -93.6Z', hat))
  if (o.hat === 'brim')
    parts.push(shape('M-12 -95.5C-4 -93.5 5 -93.5 12.5 -95.5L6.5 -97.5C6 -104 -6 -104 -6.5 -97.5Z', hat))
  if (o.hat === 'bobble')
    parts.push(shape('M-7 -94C-7 -104 7 -104 7 -94Z', hat), oval(0, -103, 3, 3, o.flat ?? palette.paper))
  if (o.hat === 'helmet') parts.push(shape('M-7.6 -95C-7.6 -104.5 7.6 -104.5 7.6 -95L10 -94L-7.6 -94Z', hat))
  if (o.hat === 'toque') parts.push(shape('M-6 -96L-8 -105C-8 -109 8 -109 8 -105L6 -96Z', hat))
  if (o.hat === 'scarf')
    parts.push(
      shape(
        back
          ? 'M-7 -92C-8 -103 8 -103 7 -92C7 -86 10 -80 11 -77L-11 -77C-10 -80 -7 -86 -7 -92Z'
          : side
            ? 'M4 -99C-4 -103 -9 -98 -8 -91C-8 -86 -11 -81 -10.5 -77L7 -77C8 -81 4 -84.5 3 -86C-1 -88 -1 -95 4 -99Z'
            : 'M-7.2 -92C-8 -103 8 -103 7.2 -92C7 -85 10 -80 11 -76L-11 -76C-10 -80 -7 -85 -7.2 -92ZM-4.2 -93C-4.5 -87 -2 -85 0 -85C2 -85 4.5 -87 4.2 -93C3 -97.5 -3 -97.5 -4.2 -93Z',
        hat,
        'fill-rule="evenodd"',
      ),
    )
  return parts.join('')
}

/** A person cut from flat paper: small head, broad coat, one side in shade. */
export const figure = (o: Figure): string => {
  const coat = o.flat ?? o.coat ?? palette.harbour
  const legs = o.flat ?? o.legs ?? palette.ink
  const tone = o.flat ?? o.skin ?? skin.rosy
  const hair = o.flat ?? o.hair ?? palette.ink
  const hem = o.hem ?? -44
  const flare = (o.flare ?? 15) / 2
  const side = (o.view ?? 'side') === 'side'
  const shoulder = side ? 8.5 : 11.5
  const [legFar, legNear] = stances[o.stance ?? 'stand'] ?? [[], []]
  const leg = (points: readonly Point[]): string => {
    const foot = points[2]
    return foot
      ? limb(points, 8.4, 5, legs) +
          shape(
            `M${foot[0] - 3} ${foot[1] + 2}V${foot[1] - 2.5}H${foot[0] + 2.5}L${foot[0] + (side ? 8 : 4)} ${foot[1] + 2}Z`,
            o.flat ?? palette.ink,
          )
      : ''
  }
  const near = o.near ?? [
    [-shoulder * 0.75, -64],
    [-shoulder * 0.6, -49],
  ]
  const far = o.far ?? [
    [shoulder * 0.9, -64],
    [shoulder * 1.05, -49],
  ]
  const arm = (points: Limb, from: Point): string =>
    limb([from, points[0], points[1]], 6.6, 4.4, coat) +
    (o.flat ? '' : oval(points[1][0], points[1][1], 2.5, 2.7, tone))
  const body = `M-3.5 -82C-8 -82 -${shoulder} -80 -${shoulder} -75C-${shoulder} -62 -${flare * 0.95} -56 -${flare} ${hem}C-${flare / 2} ${hem + 1.5} ${flare / 2} ${hem + 1.5} ${flare} ${hem}C${flare * 0.95} -56 ${shoulder} -62 ${shoulder} -75C${shoulder} -80 8 -82 3.5 -82Z`
  const shade = `M0 -82H3.500C8 -82 ${shoulder} -80 ${shoulder} -75C${shoulder} -62 ${flare * 0.95} -56 ${flare} ${hem}H${flare * 0.25}C${flare * 0.5} -58 3 -70 0 -82Z`
  const turn = o.rimBehind ? -1 : 1
  const rim = o.rim
    ? stroke(
        `M${3.5 * turn} -81.6C${8 * turn} -81.6 ${(shoulder - 0.4) * turn} -79.6 ${(shoulder - 0.4) * turn} -75C${(shoulder - 0.4) * turn} -62 ${flare * 0.95 * turn - 0.4 * turn} -56 ${(flare - 0.5) * turn} ${hem + 0.6}`,
        o.rim,
        1.3,
      )
    : ''
  const trunk = [
    arm(far, [shoulder * 0.7, -77]),
    head(o, tone, hair),
    shape(body, coat),
    o.flat ? '' : fade(0.24, shape(shade, palette.ink)),
    rim,
    arm(near, [-shoulder * 0.65, -77]),
    o.flat
      ? ''
      : fade(
          0.3,
          stroke(
            `M${-shoulder * 0.65 + 3} -74L${near[0][0] + 3} ${near[0][1]}L${near[1][0] + (near[1][0] > near[0][0] ? 0 : 2.6)} ${near[1][1] + (near[1][0] > near[0][0] ? 2.4 : 0)}`,
            palette.ink,
            1.3,
          ),
        ),
  ]
  const scale = o.h / 100
  return group(
    `translate(${o.x} ${o.y}) scale(${(o.face ?? 1) * scale} ${scale})`,
    leg(legFar),
    leg(legNear),
    group(`rotate(${o.lean ?? 0} 0 -48)`, ...trunk),
    o.more ?? '',
  )
}
