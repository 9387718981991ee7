import { crc32, deflateSync } from 'node:zlib'
import { palette } from './palette.ts'

export type Point = readonly [number, number]
const n = (value: number): string => String(Math.round(value * 10) / 10)

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

/** The outline of a polygon as a knife would cut it: long edges waver a little. */
export const cut = (points: readonly Point[], waver = 1.4): string => {
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
export const poly = (points: readonly Point[], fill: string, more = ''): string => shape(cut(points), fill, more)
export const box = (x: number, y: number, w: number, h: number): Point[] => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]]
export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string => poly(box(x, y, w, h), fill, more)
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
export const disc = (x: number, y: number, r: number, fill: string, more = ''): string => oval(x, y, r, r, fill, more)
export const stroke = (d: string, ink: string, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
export const line = (x1: number, y1: number, x2: number, y2: number, ink: string, width: number, more = ''): string =>
  stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, ink, width, more)
export const group = (transform: string, ...content: string[]): string => `<g transform="${transform}">${content.join('')}</g>`
export const place = (x: number, y: number, scale: number, flip: boolean, ...content: string[]): string =>
  group(`translate(${n(x)} ${n(y)}) scale(${flip ? -scale : scale} ${scale})`, ...content)
export const fade = (opacity: number, ...content: string[]): string => `<g opacity="${opacity}">${content.join('')}</g>`
export const repeat = (count: number, draw: (at: number) => string): string => Array.from({ length: count }, (_, at) => draw(at)).join('')

/** Shows the content only inside an outline. */
export const within = (d: string, ...content: string[]): string => {
  const id = `k${crc32(d + content.length).toString(36)}`
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${content.join('')}</g>`
}

export type Edge = 'top' | 'bottom' | 'left' | 'right' | 'centre' | 'even'
/** Grain that thickens towards one edge: the printer's way to shade a flat colour. */
export const stipple = (x: number, y: number, w: number, h: number, ink: string, edge: Edge, options: { count?: number; size?: number; seed?: number; opacity?: number } = {}): string => {
  const { count = Math.round((w * h) / 160), size = 3.4, seed = 1, opacity = 1 } = options
  const random = seeded(seed + Math.round(x + y * 3 + w))
  let d = ''
  for (let at = 0; at < count; at++) {
    const u = random()
    const v = random()
    const t = { top: v, bottom: 1 - v, left: u, right: 1 - u, centre: Math.hypot(u - 0.5, v - 0.5) * 2, even: 0.45 }[edge]
    if (random() > (1 - t) ** 2.2) continue
    const s = size * (0.4 + random() * (1.15 - t * 0.5))
    d += `M${n(x + u * w)} ${n(y + v * h)}l${n(s)} ${n(s * (random() - 0.3))}l${n(-s * random())} ${n(s)}z`
  }
  return shape(d, ink, `opacity="${opacity}"`)
}

/** A sky of flat bands with wavering edges, lightest at the horizon, each graining into the next. */
export const sky = (width: number, horizon: number, inks: readonly string[], seed = 1, lean = 0): string => {
  const random = seeded(seed)
  return inks.map((ink, at) => {
    const top = at === 0 ? -10 : (horizon * at ** 0.85) / inks.length ** 0.85
    const next = (horizon * (at + 1) ** 0.85) / inks.length ** 0.85
    const a = (random() - 0.5) * 60
    const wave = at === 0 ? box(-10, -10, width + 20, horizon + 20) : undefined
    const d = wave ? cut(wave) : `M-10 ${n(top + lean)}C${n(width * 0.3)} ${n(top + a)} ${n(width * 0.6)} ${n(top - a - lean)} ${width + 10} ${n(top - lean)}V${horizon + 10}H-10Z`
    const after = inks[at + 1]
    return shape(d, ink) + (after ? stipple(0, next - (next - top) * 0.55, width, (next - top) * 0.55, after, 'bottom', { seed: seed + at, count: Math.round(width * 1.1) }) : '')
  }).join('')
}

/** Lens-shaped strokes that widen towards the viewer. */
export const ripples = (x: number, y: number, w: number, h: number, ink: string, count: number, seed = 1, size = 1): string => {
  const random = seeded(seed)
  let d = ''
  for (let at = 0; at < count; at++) {
    const t = random() ** 1.2
    const cx = x + random() * w
    const cy = y + t * h
    const half = (22 + random() * 70) * (0.3 + t * 1.1) * size
    const thick = (1.5 + random() * 4) * (0.4 + t * 1.4) * size
    d += `M${n(cx - half)} ${n(cy)}Q${n(cx)} ${n(cy - thick)} ${n(cx + half)} ${n(cy)}Q${n(cx)} ${n(cy + thick)} ${n(cx - half)} ${n(cy)}Z`
  }
  return shape(d, ink)
}

/** The broken path of a light on water. */
export const glitter = (x: number, y: number, h: number, width: number, ink: string, seed = 1, count = 26): string => {
  const random = seeded(seed)
  let d = ''
  for (let at = 0; at < count; at++) {
    const t = (at + 0.2) / count
    const half = width * (0.55 + random() * 0.6) * (0.5 + t * 0.8) * 0.5
    const thick = 3 + t * 9
    const cx = x + (random() - 0.5) * width * 0.5
    const cy = y + t ** 1.3 * h
    d += `M${n(cx - half)} ${n(cy)}Q${n(cx)} ${n(cy - thick)} ${n(cx + half)} ${n(cy)}Q${n(cx)} ${n(cy + thick)} ${n(cx - half)} ${n(cy)}Z`
  }
  return shape(d, ink)
}

/** A flat-bottomed cloud. */
export const cloud = (x: number, y: number, w: number, h: number, ink: string, seed = 1): string => {
  const random = seeded(seed)
  const lumps = 5
  let d = `M${n(x)} ${n(y)}`
  for (let at = 0; at < lumps; at++) {
    const from = x + (w * at) / lumps
    const to = x + (w * (at + 1)) / lumps
    const rise = h * (0.35 + random() * 0.9) * Math.sin((Math.PI * (at + 0.7)) / (lumps + 0.4))
    d += `C${n(from - w * 0.03)} ${n(y - rise * 1.25)} ${n(to + w * 0.03)} ${n(y - rise * 1.25)} ${n(to)} ${n(at === lumps - 1 ? y : y - rise * 0.35)}`
  }
  return shape(`${d}Z`, ink)
}
export const streak = (x: number, y: number, w: number, h: number, ink: string): string =>
  shape(`M${n(x)} ${n(y)}C${n(x + w * 0.25)} ${n(y - h)} ${n(x + w * 0.6)} ${n(y - h * 0.7)} ${n(x + w)} ${n(y)}C${n(x + w * 0.7)} ${n(y + h * 0.35)} ${n(x + w * 0.3)} ${n(y + h * 0.5)} ${n(x)} ${n(y)}Z`, ink)

/** A ridge of hills through the given heights, down to `base`. */
export const hills = (width: number, base: number, heights: readonly number[], ink: string): string => {
  const step = width / (heights.length - 1)
  let d = `M-10 ${n(base)}V${n(heights[0] ?? base)}`
  heights.slice(1).forEach((y, at) => {
    const before = heights[at] ?? base
    d += `C${n(step * (at + 0.5))} ${n(before)} ${n(step * (at + 0.5))} ${n(y)} ${n(step * (at + 1) + (at === heights.length - 2 ? 10 : 0))} ${n(y)}`
  })
  return shape(`${d}V${n(base)}Z`, ink)
}

/** A thin moon. */
export const crescent = (x: number, y: number, r: number, ink: string): string =>
  shape(`M${n(x - r * 0.2)} ${n(y - r)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r * 0.75)} ${n(y + r * 0.72)}A${n(r * 0.92)} ${n(r * 0.92)} 0 0 0 ${n(x - r * 0.2)} ${n(y - r)}Z`, ink)

export const gull = (x: number, y: number, s: number, ink: string, tilt = 0): string =>
  group(`translate(${n(x)} ${n(y)}) rotate(${tilt}) scale(${s})`, shape('M-50 -8C-34 -24 -14 -20 0 -3C14 -22 36 -26 54 -12C36 -15 18 -8 5 6C2 9 -3 9 -5 6C-18 -8 -32 -12 -50 -8Z', ink))

/** Rows of panes; `lit` is the share that shows a light. */
export const windows = (x: number, y: number, w: number, h: number, columns: number, rows: number, dark: string, light: string, lit = 0, seed = 1, fillX = 0.5, fillY = 0.58): string => {
  const random = seeded(seed)
  return repeat(columns * rows, (at) => {
    const cw = w / columns
    const ch = h / rows
    const px = x + (at % columns) * cw + (cw * (1 - fillX)) / 2
    const py = y + Math.floor(at / columns) * ch + (ch * (1 - fillY)) / 2
    return rect(px, py, cw * fillX, ch * fillY, random() < lit ? light : dark)
  })
}

export type House = { x: number; y: number; w: number; h: number; wall: string; roof: string; pane: string; light?: string; lit?: number; pitch?: number; columns?: number; rows?: number; door?: string; chimney?: boolean; seed?: number; shade?: string }
/** A plain house standing on `y`, gable to the side, shaded on its right. */
export const house = (o: House): string => {
  const { x, y, w, h, pitch = h * 0.36, columns = 2, rows = 2, seed = 1 } = o
  const top = y - h
  return [
    o.chimney === false ? '' : rect(x + w * 0.72, top - pitch * 1.25, w * 0.12, pitch, o.wall) + rect(x + w * 0.7, top - pitch * 1.3, w * 0.16, pitch * 0.16, o.roof),
    rect(x, top, w, h, o.wall),
    rect(x + w * 0.82, top, w * 0.18, h, o.shade ?? palette.ink, 'opacity="0.22"'),
    poly([[x - w * 0.04, top + 2], [x + w * 0.07, top - pitch], [x + w * 0.93, top - pitch], [x + w * 1.04, top + 2]], o.roof),
    windows(x + w * 0.05, top + h * 0.05, w * 0.9, h * (o.door ? 0.62 : 0.9), columns, rows, o.pane, o.light ?? o.pane, o.lit ?? 0, seed, 0.42, 0.6),
    o.door ? rect(x + w * 0.18, y - h * 0.3, w * 0.2, h * 0.3, o.door) : '',
  ].join('')
}

/** Tufts of grass or reed rooted along a line. */
export const reeds = (x: number, y: number, w: number, ink: string, count: number, height: number, seed = 1, fall = 0): string => {
  const random = seeded(seed)
  let d = ''
  for (let at = 0; at < count; at++) {
    const t = random()
    const px = x + t * w
    const py = y + fall * t + random() * height * 0.25
    const h = height * (0.5 + random() * 0.6)
    const lean = (random() - 0.35) * h * 0.45
    d += `M${n(px - 3)} ${n(py)}Q${n(px + lean * 0.2)} ${n(py - h * 0.6)} ${n(px + lean)} ${n(py - h)}Q${n(px + lean * 0.4 + 4)} ${n(py - h * 0.5)} ${n(px + 5)} ${n(py)}Z`
  }
  return shape(d, ink)
}

let tile = ''
/** One small square of paper tooth, light and dark specks, made once and tiled over every picture. */
const tooth = (): string => {
  if (tile) return tile
  const side = 300
  const random = seeded(1936)
  const field = Array.from({ length: side * side }, () => random() - 0.5)
  const rows = Buffer.alloc(side * (side * 2 + 1))
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (let k = 0; k < 9; k++) sum += field[((y + Math.floor(k / 3)) % side) * side + ((x + (k % 3)) % side)] ?? 0
      const value = sum / 3 + (field[y * side + x] ?? 0) * 0.5
      rows[y * (side * 2 + 1) + 1 + x * 2] = value > 0 ? 250 : 14
      rows[y * (side * 2 + 1) + 2 + x * 2] = Math.min(70, Math.abs(value) > 0.33 ? Math.abs(value) * 38 : Math.abs(value) * 12)
    }
  }
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 4, 0, 0, 0], 8)
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
  tile = `data:image/png;base64,${png.toString('base64')}`
  return tile
}

/** A finished sheet: ground, drawing, and the tooth of the paper over all. */
export const sheet = (width: number, height: number, ground: string, ...content: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
  `<defs><pattern id="tooth" width="300" height="300" patternUnits="userSpaceOnUse"><image width="300" height="300" xlink:href="${tooth()}"/></pattern></defs>` +
  `<rect width="${width}" height="${height}" fill="${ground}"/>${content.join('')}<rect width="${width}" height="${height}" fill="url(#tooth)"/></svg>`
