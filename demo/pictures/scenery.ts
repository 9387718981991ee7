import { box, cut, group, n, seeded, shape, stipple } from './brush.ts'

/** A sky of flat bands with wavering edges, lightest at the horizon, each graining into the next. */
export const sky = (width: number, horizon: number, inks: readonly string[], seed = 1, lean = 0): string => {
  const random = seeded(seed)
  return inks
    .map((ink, at) => {
      const top = at === 0 ? -10 : (horizon * at ** 0.85) / inks.length ** 0.85
      const next = (horizon * (at + 1) ** 0.85) / inks.length ** 0.85
      const a = (random() - 0.5) * 60
      const wave = at === 0 ? box(-10, -10, width + 20, horizon + 20) : undefined
      const d = wave
        ? cut(wave)
        : `M-10 ${n(top + lean)}C${n(width * 0.3)} ${n(top + a)} ${n(width * 0.6)} ${n(top - a - lean)} ${width + 10} ${n(top - lean)}V${horizon + 10}H-10Z`
      const after = inks[at + 1]
      return (
        shape(d, ink) +
        (after
          ? stipple(0, next - (next - top) * 0.55, width, (next - top) * 0.55, after, 'bottom', {
              seed: seed + at,
              count: Math.round(width * 1.1),
            })
          : '')
      )
    })
    .join('')
}

/** Lens-shaped strokes that widen towards the viewer. */
export const ripples = (
  x: number,
  y: number,
  w: number,
  h: number,
  ink: string,
  count: number,
  seed = 1,
  size = 1,
): string => {
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
export const glitter = (
  x: number,
  y: number,
  h: number,
  width: number,
  ink: string,
  seed = 1,
  count = 26,
): string => {
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
  shape(
    `M${n(x)} ${n(y)}C${n(x + w * 0.25)} ${n(y - h)} ${n(x + w * 0.6)} ${n(y - h * 0.7)} ${n(x + w)} ${n(y)}C${n(x + w * 0.7)} ${n(y + h * 0.35)} ${n(x + w * 0.3)} ${n(y + h * 0.5)} ${n(x)} ${n(y)}Z`,
    ink,
  )

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
  shape(
    `M${n(x - r * 0.2)} ${n(y - r)}A${n(r)} ${n(r)} 0 1 1 ${n(x - r * 0.75)} ${n(y + r * 0.72)}A${n(r * 0.92)} ${n(r * 0.92)} 0 0 0 ${n(x - r * 0.2)} ${n(y - r)}Z`,
    ink,
  )

export const gull = (x: number, y: number, s: number, ink: string, tilt = 0): string =>
  group(
    `translate(${n(x)} ${n(y)}) rotate(${tilt}) scale(${s})`,
    shape(
      'M-50 -8C-34 -24 -14 -20 0 -3C14 -22 36 -26 54 -12C36 -15 18 -8 5 6C2 9 -3 9 -5 6C-18 -8 -32 -12 -50 -8Z',
      ink,
    ),
  )

/** Tufts of grass or reed rooted along a line. */
export const reeds = (
  x: number,
  y: number,
  w: number,
  ink: string,
  count: number,
  height: number,
  seed = 1,
  fall = 0,
): string => {
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
