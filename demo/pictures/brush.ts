import { crc32 } from 'node:zlib'

export type Point = readonly [number, number]
/** Points as pairs, or written as '0,0 10,0 10,10'. */
export type Outline = string | readonly Point[]
export const n = (value: number): string => String(Math.round(value * 10) / 10)

/** A seeded generator, so that every printing is the same. */
export const seeded = (seed: number): (() => number) => {
  let state = seed * 2654435761 + 97
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const pointsOf = (outline: Outline): readonly Point[] =>
  typeof outline === 'string'
    ? outline.split(' ').map(pair => {
        const [x = 0, y = 0] = pair.split(',').map(Number)
        return [x, y] as const
      })
    : outline

/** The outline of a polygon as a knife would cut it: long edges waver a little. */
export const cut = (outline: Outline, waver = 1.4): string => {
  const points = pointsOf(outline)
  const [first] = points
  if (!first) return ''
  const random = seeded(Math.round(first[0] * 7 + first[1] * 13 + points.length))
  let d = `M${n(first[0])} ${n(first[1])}`
  points.forEach((from, at) => {
    const to = points[(at + 1) % points.length] ?? first
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    const steps = waver && length > 70 ? Math.min(14, Math.round(length / 70)) : 1
    for (let step = 1; step <= steps; step++) {
      const t = step / steps
      const shake = step === steps ? 0 : (random() - 0.5) * 2 * waver
      const nx = -(to[1] - from[1]) / (length || 1)
      const ny = (to[0] - from[0]) / (length || 1)
      d += `L${n(from[0] + (to[0] - from[0]) * t + nx * shake)} ${n(from[1] + (to[1] - from[1]) * t + ny * shake)}`
    }
  })
  return `${d}Z`
}

export const shape = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`
export const poly = (points: Outline, fill: string, more = ''): string => shape(cut(points), fill, more)
export const box = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
]
export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  poly(box(x, y, w, h), fill, more)
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  oval(x, y, r, r, fill, more)
export const stroke = (d: string, ink: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  ink: string,
  width: number,
  more = '',
): string => stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, ink, width, more)
export const group = (transform: string, ...content: string[]): string =>
  `<g transform="${transform}">${content.join('')}</g>`
export const place = (x: number, y: number, scale: number, flip: boolean, ...content: string[]): string =>
  group(`translate(${n(x)} ${n(y)}) scale(${flip ? -scale : scale} ${scale})`, ...content)
export const fade = (opacity: number, ...content: string[]): string =>
  `<g opacity="${opacity}">${content.join('')}</g>`
export const repeat = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('')

/** Shows the content only inside an outline. */
export const within = (d: string, ...content: string[]): string => {
  const id = `k${crc32(d + content.length).toString(36)}`
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content.join('')}</g>`
}

export type Edge = 'top' | 'bottom' | 'left' | 'right' | 'centre' | 'even'
/** Grain that thickens towards one edge: the printer's way to shade a flat colour. */
export const stipple = (
  x: number,
  y: number,
  w: number,
  h: number,
  ink: string,
  edge: Edge,
  options: { count?: number; size?: number; seed?: number; opacity?: number } = {},
): string => {
  const { count = Math.round((w * h) / 160), size = 3.4, seed = 1, opacity = 1 } = options
  const random = seeded(seed + Math.round(x + y * 3 + w))
  let d = ''
  for (let at = 0; at < count; at++) {
    const u = random()
    const v = random()
    const t = {
      top: v,
      bottom: 1 - v,
      left: u,
      right: 1 - u,
      centre: Math.hypot(u - 0.5, v - 0.5) * 2,
      even: 0.45,
    }[edge]
    if (random() > (1 - t) ** 2.2) continue
    const s = size * (0.4 + random() * (1.15 - t * 0.5))
    d += `M${n(x + u * w)} ${n(y + v * h)}l${n(s)} ${n(s * (random() - 0.3))}l${n(-s * random())} ${n(s)}z`
  }
  return shape(d, ink, `opacity="${opacity}"`)
}
