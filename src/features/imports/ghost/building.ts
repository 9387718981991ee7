import type { Inline, Mark } from '../../stories/story.ts'
import { htmlToBlocks } from '../html/html-to-blocks.ts'
import { asTexts, joined } from '../html/running-text.ts'
import type { ImportedBlock, Reference, SeenMedia } from '../import.ts'
import type { Addresses } from './addresses.ts'

/** One body on its way to blocks: what it shows from elsewhere, and what had to be changed. */
export interface Building {
  addresses: Addresses
  media: SeenMedia[]
  notes: Map<string, number>
  /** What the old site is relative to. */
  site: string
  storyId: string
}

/** A card's fields, or a node's: whatever came. */
export type Fields = Readonly<Record<string, unknown>>

export function note(building: Building, what: string): void {
  building.notes.set(what, (building.notes.get(what) ?? 0) + 1)
}

export function notesOf({ notes }: Building): string[] {
  return [...notes].map(([what, times]) => (times > 1 ? `${what} (${times} times)` : what))
}

/** A field's text, trimmed; '' where it is none. */
export function text(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

export function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

/** HTML as blocks, its own links from the slash. */
export function htmlBlocks(html: string, building: Building): ImportedBlock[] {
  const { addresses, site, storyId } = building
  if (html.trim() === '') return []
  const converted = htmlToBlocks(addresses.readable(html), { dialect: 'plain', baseUrl: `${site}/`, storyId })
  building.media.push(...converted.media)
  for (const each of converted.notes) {
    const times = Number(/ \((\d+) times\)$/.exec(each)?.[1] ?? 1)
    const what = each.replace(/ \(\d+ times\)$/, '')
    building.notes.set(what, (building.notes.get(what) ?? 0) + times)
  }
  for (const block of converted.blocks) bringHome(block, building)
  return converted.blocks
}

/** A caption or a card's short text: running text, without what cannot be in it. */
export function htmlInline(html: string, building: Building): Inline[] {
  if (!/[<&]/.test(html)) return html.trim() === '' ? [] : [{ type: 'text', text: html.trim() }]
  return joined(htmlTexts(html, building).texts)
}

/** The same as paragraphs, and the blocks that cannot be text. */
export function htmlTexts(html: string, building: Building): { texts: Inline[][]; rest: ImportedBlock[] } {
  return asTexts(htmlBlocks(html, building))
}

/** Notes a picture or file that the body shows; null (and a note) where it has no address. */
export function seen(
  building: Building,
  kind: SeenMedia['kind'],
  source: unknown,
  facts: Omit<SeenMedia, 'kind' | 'url'> = {},
): Reference | null {
  const url = building.addresses.media(source)
  if (!url) {
    note(building, `a ${kind === 'photograph' ? 'picture' : 'file'} without a web address was left out`)
    return null
  }
  building.media.push({ kind, url, ...facts })
  return { $media: '', url }
}

/** The mark of a link, or none (and a note) where it goes nowhere that may be kept. */
export function linkMark(source: unknown, building: Building): Mark[] {
  const href = building.addresses.link(source)
  if (href) return [{ type: 'link', href }]
  if (typeof source !== 'string' || source.trim() === '') return []
  if (/#\/(portal|share|search)\b/.test(source))
    note(building, 'a link to Ghost’s own sign-up window was taken off its words')
  else if (/^\s*(javascript|data|vbscript):/i.test(source))
    note(building, 'a link that could do harm was taken off its words')
  else note(building, 'a link with a broken address was taken off its words')
  return []
}

function bringHome(value: unknown, building: Building): void {
  if (Array.isArray(value)) for (const each of value) bringHome(each, building)
  else if (typeof value === 'object' && value !== null) {
    const fields = value as Record<string, unknown>
    for (const inner of Object.values(fields)) bringHome(inner, building)
    const { href, marks } = fields
    if (typeof href === 'string' && building.addresses.isOwn(href)) {
      const own = building.addresses.link(href)
      if (own) fields.href = own
    }
    if (!Array.isArray(marks)) return
    const kept = marks.filter(mark => mark.type !== 'link' || !/#\/(portal|share|search)\b/.test(mark.href))
    if (kept.length === marks.length) return
    note(building, 'a link to Ghost’s own sign-up window was taken off its words')
    if (kept.length > 0) fields.marks = kept
    else delete fields.marks
  }
}
