/** An sRGB colour, `#rrggbb`. */
export type Colour = `#${string}`

export const lightPaper = { paper: '#fbf9f4', tint: '#f3f0e8', ink: '#1b1a17' } as const
export const darkPaper = { paper: '#151412', tint: '#1e1d1a', ink: '#ebe7dd' } as const

/** The accent as it may be used: as text on paper and tint, with `ink` as text on a field of it. */
export interface Accent {
  accent: Colour
  ink: Colour
}

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function readColour(text: string): Colour | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text)
  if (short)
    return `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`.toLowerCase() as Colour
  return /^#[0-9a-f]{6}$/i.test(text) ? (text.toLowerCase() as Colour) : null
}

/**
 * Makes the newsroom's accent readable on light and on dark paper: it is mixed with ink or with light just as far
 * as the contrast of WCAG 2.2 (1.4.3, AA: 4.5 to 1) asks for, and stays as it is where it already suffices.
 */
export function accentOn(mode: 'light' | 'dark', wanted: Colour): Accent {
  const sheet = mode === 'light' ? lightPaper : darkPaper
  const towards = mode === 'light' ? '#000000' : '#ffffff'
  // On dark paper a colour that only just suffices looks dull.
  const enough = mode === 'light' ? aa : dark
  const accent = mixUntil(
    wanted,
    towards,
    colour => contrast(colour, sheet.tint) >= enough && contrast(colour, sheet.paper) >= enough,
  )
  return { accent, ink: sheet.paper }
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: Colour, b: Colour): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

/** `share` of the second colour in the first, 0 to 1, mixed in sRGB. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const from = channels(first)
  const to = channels(second)
  return `#${from.map((value, i) => hex(value + (to[i]! - value) * share)).join('')}` as Colour
}

// A little above AA's 4.5, so that rounding to whole channels never falls below it.
const aa = 4.6
const dark = 6.5
const steps = 50

function mixUntil(colour: Colour, towards: Colour, enough: (colour: Colour) => boolean): Colour {
  for (let step = 0; step < steps; step++) {
    const mixed = mix(colour, towards, step / steps)
    if (enough(mixed)) return mixed
  }
  return towards
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(colour: Colour): number {
  const [r, g, b] = channels(colour).map(value => linear(value / 255)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, '0')
}
