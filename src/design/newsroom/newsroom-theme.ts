import { accentOn } from '../colour.ts'
import type { FramePublication } from '../frame.ts'
import { fontStacks } from '../typefaces.ts'

export const themeNames = ['system', 'light', 'dark'] as const
export type ThemeName = (typeof themeNames)[number]
/** Kept by the browser itself, since it is about a screen and not about a person. */
export const themeCookie = 'theme'

/** The publication's faces and accent for the newsroom, where light and dark can also be chosen by hand. */
export function newsroomTheme({
  serif,
  sans,
  accent,
}: Pick<FramePublication, 'accent' | 'serif' | 'sans'>): string {
  const fonts = fontStacks(serif, sans)
  const light = accentOn('light', accent)
  const dark = accentOn('dark', accent)
  return (
    `:root{--serif:${fonts.serif};--display:${fonts.display};--sans:${fonts.sans};` +
    `--accent:light-dark(${light.accent},${dark.accent});--accent-ink:light-dark(${light.ink},${dark.ink})}`
  )
}
