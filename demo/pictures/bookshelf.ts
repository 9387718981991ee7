import { poly, rect, seeded } from './brush.ts'
import { palette } from './palette.ts'

const { ink, sand } = palette

/** A shelf of books of uneven height and lean. */
export const bookshelf = (
  x: number,
  y: number,
  w: number,
  h: number,
  inks: readonly string[],
  seed: number,
): string => {
  const random = seeded(seed)
  let at = x + 6
  let books = ''
  while (at < x + w - 30) {
    const bw = 14 + random() * 26
    const bh = h * (0.6 + random() * 0.3)
    const tone = inks[Math.floor(random() * inks.length)] ?? ink
    if (random() < 0.06) at += 34
    books +=
      random() < 0.07
        ? poly(
            [
              [at, y + h],
              [at + bw, y + h],
              [at + bw + 26, y + h - bh],
              [at + 26, y + h - bh + 4],
            ],
            tone,
          )
        : rect(at, y + h - bh, bw - 2, bh, tone) +
          (random() < 0.4 ? rect(at, y + h - bh * 0.8, bw - 2, 8, sand) : '')
    at += bw + (random() < 0.07 ? 28 : 0)
  }
  return books
}
