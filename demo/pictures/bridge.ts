import { line, poly, rect, repeat, stroke } from './brush.ts'

export type Span = {
  x: number
  y: number
  w: number
  rise: number
  ink: string
  thick?: number
  panels?: number
  from?: number
  to?: number
  deck?: boolean
}

/** A steel arch that carries its deck on hangers: the Arle Bridge. `from` and `to` (0..1) draw only a part. */
export const arch = (o: Span): string => {
  const { x, y, w, rise, ink, thick = 16, panels = 16, from = 0, to = 1 } = o
  const top = (t: number): [number, number] => [x + w * t, y - rise * (1 - (2 * t - 1) ** 2) - thick * 3.2]
  const low = (t: number): [number, number] => [
    x + w * t,
    y + rise * 0.12 - rise * 0.94 * (1 - (2 * t - 1) ** 2),
  ]
  const steps = Array.from({ length: panels + 1 }, (_, at) => at / panels).filter(
    t => t >= from - 1e-6 && t <= to + 1e-6,
  )
  const trace = (at: (t: number) => [number, number]): string =>
    `M${steps
      .map(t =>
        at(t)
          .map(value => value.toFixed(1))
          .join(' '),
      )
      .join('L')}`
  return [
    stroke(trace(top), ink, thick),
    stroke(trace(low), ink, thick),
    ...steps.map((t, at) => {
      const [ax, ay] = top(t)
      const [bx, by] = low(t)
      const next = steps[at + 1]
      const diagonal =
        next === undefined
          ? ''
          : t < 0.5
            ? line(ax, ay, ...low(next), ink, thick * 0.4)
            : line(bx, by, ...top(next), ink, thick * 0.4)
      return (
        line(ax, ay, bx, by, ink, thick * 0.45) +
        diagonal +
        (by < y - 4 && o.deck !== false ? line(bx, by, bx, y, ink, thick * 0.3) : '')
      )
    }),
    o.deck === false
      ? ''
      : rect(
          x + w * from - (from ? 0 : w * 0.3),
          y - thick * 0.4,
          w * (to - from) + (from ? 0 : w * 0.3) + (to < 1 ? 0 : w * 0.3),
          thick * 1.5,
          ink,
        ) +
        repeat(Math.round(26 * (to - from)), at =>
          line(x + w * (from + at / 26), y - thick * 1.8, x + w * (from + at / 26), y, ink, thick * 0.16),
        ) +
        line(x + w * from, y - thick * 1.8, x + w * to, y - thick * 1.8, ink, thick * 0.22),
  ].join('')
}

/** A stone pier, lit on its left. */
export const pier = (x: number, y: number, w: number, h: number, lit: string, shade: string): string =>
  poly(
    [
      [x - w * 0.5, y],
      [x + w * 0.5, y],
      [x + w * 0.62, y + h],
      [x - w * 0.62, y + h],
    ],
    lit,
  ) +
  poly(
    [
      [x + w * 0.1, y],
      [x + w * 0.5, y],
      [x + w * 0.62, y + h],
      [x + w * 0.14, y + h],
    ],
    shade,
  ) +
  rect(x - w * 0.62, y - w * 0.12, w * 1.24, w * 0.16, lit) +
  repeat(Math.max(2, Math.floor(h / (w * 0.5))), at =>
    line(x - w * 0.55, y + w * 0.4 * (at + 1), x + w * 0.55, y + w * 0.4 * (at + 1), shade, 3),
  )
