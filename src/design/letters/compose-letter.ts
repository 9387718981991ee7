import type { Letterhead, WrittenLetter } from '../../platform/mail/letter.ts'
import { accentOn } from '../colour.ts'
import { direction, interfaceLanguage } from '../messages.ts'
import { letterPieces } from './letter-pieces.ts'

/**
 * One part of a letter, in words: marks in them are shown as they are. A button's address is http or https; beside it
 * stands the address itself, for mail programs that show no buttons, with `orOpen` before it.
 */
export type LetterPart =
  | { heading: string }
  | { paragraph: string }
  | { quotation: string }
  | { code: string }
  | { button: { label: string; href: string; orOpen?: string } }
  | { note: string }
  | { rule: true }

export interface LetterWords {
  subject: string
  /** What a list of letters shows after the subject; the reader of the letter itself does not see it. */
  preview: string
  parts: LetterPart[]
}

/**
 * Puts a letter together: HTML in the publication's letter frame, and plain text that can be read aloud. `language` is
 * that of the words; the frame takes its direction from it.
 */
export function composeLetter(
  { subject, preview, parts }: LetterWords,
  { language, letterhead }: { language: string; letterhead: Letterhead },
): WrittenLetter {
  const spoken = interfaceLanguage(language)
  const pieces = letterPieces[direction(spoken)]
  const light = accentOn('light', letterhead.accent)
  const dark = accentOn('dark', letterhead.accent)
  const common = {
    lang: spoken,
    title: subject,
    preview,
    name: letterhead.name,
    site: letterhead.siteUrl,
    imprint: letterhead.imprint.join(' · '),
    accent: light.accent,
    'accent-ink': light.ink,
    'accent-dark': dark.accent,
    'accent-ink-dark': dark.ink,
  }
  const filled = (name: keyof typeof pieces, values: Record<string, string> = {}) =>
    fill(pieces[name], { ...common, ...values })
  const body = parts.map(part => htmlOf(part, filled))
  return {
    subject,
    html: [filled('open'), ...body, filled('foot'), filled('end')].join(''),
    text: `${[...parts.map(textOf).filter(Boolean), footOf(letterhead)].join('\n\n')}\n`,
  }
}

type Fill = (name: keyof typeof letterPieces.ltr, values?: Record<string, string>) => string

function htmlOf(part: LetterPart, filled: Fill): string {
  if ('button' in part) {
    const { label, href, orOpen } = part.button
    const address = webAddress(href)
    const button = filled('button', { text: label, href: address })
    return orOpen ? button + filled('address', { text: orOpen, href: address }) : button
  }
  if ('rule' in part) return filled('rule')
  const [name, text] = Object.entries(part)[0] as [
    'heading' | 'paragraph' | 'quotation' | 'code' | 'note',
    string,
  ]
  return filled(name, { text })
}

function textOf(part: LetterPart): string {
  if ('button' in part) return `${part.button.label}:\n${webAddress(part.button.href)}`
  if ('quotation' in part) return `“${part.quotation}”`
  if ('rule' in part) return ''
  return Object.values(part)[0] as string
}

function footOf({ name, siteUrl, imprint }: Letterhead): string {
  return [...new Set([name, ...imprint, siteUrl])].join('\n')
}

function fill(piece: string, values: Record<string, string>): string {
  return piece.replace(/\[\[([a-z-]+)\]\]/g, (_, gap: string) => {
    const html = escapeHtml(values[gap] ?? '')
    // What somebody wrote in several lines stays so.
    return gap === 'text' ? html.replaceAll('\n', '<br>') : html
  })
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attributes in either kind of quotation marks. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign]!)
}

function webAddress(href: string): string {
  const url = URL.parse(href)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error('A letter’s button leads to an http(s) address.')
  return url.href
}
