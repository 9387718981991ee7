/** The inks of the Lantern's pictures: ink, paper, the harbour blue-green and eight companions. */
export const palette = {
  ink: '#13222a',
  paper: '#f5ecd9',
  harbour: '#0b5563',
  deep: '#0a3642',
  sea: '#3f8c8e',
  mist: '#b3cfc5',
  sand: '#e8d0a0',
  ochre: '#e0a030',
  rust: '#c24a2a',
  moss: '#75834a',
  blush: '#e9ad8c',
} as const

const channels = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))

/** Overprints one ink on another: `share` of `over` on `under`. */
export const mix = (under: string, over: string, share: number): string => {
  const top = channels(over)
  const mixed = channels(under).map((value, at) => Math.round(value * (1 - share) + (top[at] ?? 0) * share))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

/** Skins, all printed from the same inks. */
export const skin = {
  pale: mix(palette.blush, palette.paper, 0.35),
  rosy: palette.blush,
  olive: mix(mix(palette.blush, palette.ochre, 0.25), palette.rust, 0.18),
  tan: mix(palette.blush, palette.rust, 0.4),
  brown: mix(palette.rust, palette.ink, 0.45),
  dark: mix(palette.rust, palette.ink, 0.66),
} as const
