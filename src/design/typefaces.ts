import { interfaceLanguage } from './messages.ts'

/** The faces a publication may choose from. Each is cut in src/design/fonts and declared in fonts/faces.css. */
export const serifNames = ['source-serif-4', 'newsreader', 'literata'] as const
export const sansNames = ['public-sans', 'inter', 'ibm-plex-sans'] as const
export type SerifName = (typeof serifNames)[number]
export type SansName = (typeof sansNames)[number]

const families: Record<SerifName | SansName, string> = {
  'source-serif-4': 'Source Serif 4',
  newsreader: 'Newsreader',
  literata: 'Literata',
  'public-sans': 'Public Sans',
  inter: 'Inter',
  'ibm-plex-sans': 'IBM Plex Sans',
}

// Arabic and Hebrew come from the reader's machine: faces of text weight first, display faces never.
const systemSerif = `'Noto Naskh Arabic','Geeza Pro','Traditional Arabic','Noto Serif Hebrew','Times New Roman',serif`
const systemSans = `'Noto Sans Arabic','Geeza Pro','Segoe UI','Noto Sans Hebrew',system-ui,sans-serif`

/**
 * Values of the tokens --serif (text), --display (headlines: the same face cut for large sizes) and --sans.
 * After each face stands its metric-adjusted stand-in, so that nothing moves when the face arrives.
 */
export function fontStacks(
  serif: SerifName,
  sans: SansName,
): { serif: string; display: string; sans: string } {
  const text = families[serif]
  const label = families[sans]
  return {
    serif: `'${text} Text','${text} Text Stand-in','${text} Text Stand-in 2',${systemSerif}`,
    display: `'${text} Display','${text} Display Stand-in','${text} Display Stand-in 2',${systemSerif}`,
    sans: `'${label}','${label} Stand-in','${label} Stand-in 2',${systemSans}`,
  }
}

/**
 * Names of the font files that every page begins with: text, headlines, labels, in the page's scripts (digits and stops
 * are among the Latin ones). They are asked for before the stylesheet is read, since a face that comes after the first
 * paint is left for the next page (docs/decisions/0012).
 */
export function firstFontFiles(serif: SerifName, sans: SansName, language: string): string[] {
  const scripts = interfaceLanguage(language) === 'uk' ? ['cyrillic', 'latin'] : ['latin']
  return scripts.flatMap(script => [`${serif}-text`, `${serif}-display`, sans].map(cut => `${cut}-${script}`))
}

/** The italics of the text face: for where words are written, since a face that comes late is not shown (`optional`). */
export function italicFontFiles(serif: SerifName, language: string): string[] {
  return (interfaceLanguage(language) === 'uk' ? ['cyrillic', 'latin'] : ['latin']).map(
    script => `${serif}-italic-${script}`,
  )
}
