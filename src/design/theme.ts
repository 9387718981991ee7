import { accentOn } from './colour.ts'
import type { FramePublication } from './frame.ts'
import { fontStacks } from './typefaces.ts'

type ThemeSettings = Pick<FramePublication, 'accent' | 'serif' | 'sans'>

// A publication's settings object is replaced, never changed; its theme lives exactly as long.
const themes = new WeakMap<ThemeSettings, string>()

/** The tokens that come from the publication's settings, as CSS: faces, and the accent for light and dark paper. */
export function themeStyle(settings: ThemeSettings): string {
  const known = themes.get(settings)
  if (known) return known
  const fonts = fontStacks(settings.serif, settings.sans)
  const light = accentOn('light', settings.accent)
  const dark = accentOn('dark', settings.accent)
  const made =
    `:root{--serif:${fonts.serif};--display:${fonts.display};--sans:${fonts.sans};` +
    `--accent:${light.accent};--accent-ink:${light.ink}}` +
    `@media screen and (prefers-color-scheme:dark){:root{--accent:${dark.accent};--accent-ink:${dark.ink}}}`
  themes.set(settings, made)
  return made
}
