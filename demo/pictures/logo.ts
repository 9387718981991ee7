import { palette } from './palette.ts'
import { wordmark } from './wordmark.ts'

const { ink, paper, harbour, ochre } = palette

/** The lantern on a square of 64: ring, cap, glass with its flame, foot. */
export const lanternMark = (frame: string, light: string): string =>
  `<path fill="none" stroke="${frame}" stroke-width="3.2" d="M20.500 22C15.500 -2.8 48.5 -2.8 43.5 22"/>` +
  `<path fill="${frame}" d="M27.500 10.500h9L38 15h-12zM24 16.500h16c3.500 1 6 3 7.5 6.500h-31C18 19.5 20.5 17.5 24 16.500z"/>` +
  `<path fill="${frame}" d="M18.200 25h4.300L19.300 49h-4.800zM45.800 25h-4.300L44.700 49h4.800z"/>` +
  `<path fill="${light}" d="M24.300 25h15.400L43 49H21z"/><path fill="${paper}" d="M32.600 29.500c-2.9 2.9-3.7 6-3.2 9.2-1.2-.5-2-1.5-2.5-3.2-2 2.7-2.4 5.4-1.2 8 1.2 2.5 3.6 3.9 6.5 3.900s5.300-1.4 6.6-3.900c2.200-4.5-.2-9.5-6.2-14z"/>` +
  `<path fill="${frame}" d="M12.500 50.500h39V55h-39zM18 56.500h28l3 4.500H15z"/>`

const svg = (width: number, height: number, content: string, label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">${content}</svg>`
const full = (frame: string, light: string, letters: string): string =>
  svg(
    Math.ceil(wordmark.width + 82),
    72,
    `<g transform="translate(2 2) scale(1.05)">${lanternMark(frame, light)}</g><path fill="${letters}" transform="translate(80 54)" d="${wordmark.d}"/>`,
    'The Wrenmouth Lantern',
  )

/** The paper's sign in every form it is needed: with its name on light and on dark, the mark alone, and a square icon. */
export const logos = {
  light: full(harbour, ochre, ink),
  dark: full(paper, ochre, paper),
  mark: svg(64, 64, lanternMark(harbour, ochre), 'The Wrenmouth Lantern'),
  markDark: svg(64, 64, lanternMark(paper, ochre), 'The Wrenmouth Lantern'),
  icon: svg(
    512,
    512,
    `<rect width="512" height="512" fill="${harbour}"/><g transform="translate(38 36) scale(6.8)">${lanternMark(paper, ochre)}</g>`,
    'The Wrenmouth Lantern',
  ),
} as const
