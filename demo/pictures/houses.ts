import { poly, rect, repeat, seeded } from './brush.ts'
import { palette } from './palette.ts'

/** Rows of panes; `lit` is the share that shows a light. */
export const windows = (
  x: number,
  y: number,
  w: number,
  h: number,
  columns: number,
  rows: number,
  dark: string,
  light: string,
  lit = 0,
  seed = 1,
  fillX = 0.5,
  fillY = 0.58,
): string => {
  const random = seeded(seed)
  return repeat(columns * rows, at => {
    const cw = w / columns
    const ch = h / rows
    const px = x + (at % columns) * cw + (cw * (1 - fillX)) / 2
    const py = y + Math.floor(at / columns) * ch + (ch * (1 - fillY)) / 2
    return rect(px, py, cw * fillX, ch * fillY, random() < lit ? light : dark)
  })
}

export type House = {
  x: number
  y: number
  w: number
  h: number
  wall: string
  roof: string
  pane: string
  light?: string
  lit?: number
  pitch?: number
  columns?: number
  rows?: number
  door?: string
  chimney?: boolean
  seed?: number
  shade?: string
}
/** A plain house standing on `y`, gable to the side, shaded on its right. */
export const house = (o: House): string => {
  const { x, y, w, h, pitch = h * 0.36, columns = 2, rows = 2, seed = 1 } = o
  const top = y - h
  return [
    o.chimney === false
      ? ''
      : rect(x + w * 0.72, top - pitch * 1.25, w * 0.12, pitch, o.wall) +
        rect(x + w * 0.7, top - pitch * 1.3, w * 0.16, pitch * 0.16, o.roof),
    rect(x, top, w, h, o.wall),
    rect(x + w * 0.82, top, w * 0.18, h, o.shade ?? palette.ink, 'opacity="0.22"'),
    poly(
      [
        [x - w * 0.04, top + 2],
        [x + w * 0.07, top - pitch],
        [x + w * 0.93, top - pitch],
        [x + w * 1.04, top + 2],
      ],
      o.roof,
    ),
    windows(
      x + w * 0.05,
      top + h * 0.05,
      w * 0.9,
      h * (o.door ? 0.62 : 0.9),
      columns,
      rows,
      o.pane,
      o.light ?? o.pane,
      o.lit ?? 0,
      seed,
      0.42,
      0.6,
    ),
    o.door ? rect(x + w * 0.18, y - h * 0.3, w * 0.2, h * 0.3, o.door) : '',
  ].join('')
}
