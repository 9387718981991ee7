import type { Mark } from '../../stories/story.ts'
import type { ImportedBlock, Reference, SeenMedia } from '../import.ts'
import type { Node } from './dom.ts'
import type { Shortcode } from './shortcodes.ts'

/**
 * How white space counts: `collapse` as HTML has it; `lines` as WordPress's classic editor has it (a line end is a
 * break, an empty line a new paragraph); `preserve` for verse.
 */
export type Whitespace = 'collapse' | 'lines' | 'preserve'

/** What surrounds the nodes that are being read. */
export interface Surroundings {
  marks: readonly Mark[]
  whitespace: Whitespace
}

/** One body on its way from HTML to blocks. */
export interface Conversion {
  /** Address that relative links are relative to. */
  baseUrl: string | undefined
  /** Foreign id of the story, for a gallery of "all pictures attached here". */
  storyId: string | undefined
  footnotes: readonly { id: string; html: string }[]
  shortcodes: readonly Shortcode[]
  media: SeenMedia[]
  notes: Map<string, number>
  /** Counts work done; throws TooMuchWork when a body asks for far more than its length warrants. */
  spend(nodes: number): void
  /** Nodes to blocks. */
  convert(nodes: readonly Node[], surroundings?: Partial<Surroundings>): ImportedBlock[]
  /** A further piece of HTML (inside a shortcode, a footnote) to blocks. */
  convertHtml(html: string, surroundings?: Partial<Surroundings>): ImportedBlock[]
}

/** Nested elements that are each read twice would take for ever. */
export class TooMuchWork extends Error {}

/** Remembers, once for each kind, that something is not as it was. */
export function note(conversion: Conversion, what: string): void {
  conversion.notes.set(what, (conversion.notes.get(what) ?? 0) + 1)
}

/** A web address made whole and without surprises; null for anything that is not http or https. */
export function wholeUrl(conversion: Conversion, source: string | undefined): string | null {
  const text = source?.replace(/[\t\r\n]/g, '').trim()
  if (!text || text.length > 4000) return null
  try {
    const url = new URL(text, conversion.baseUrl)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
    return url.href
  } catch {
    return null
  }
}

/** Notes a picture or file that the body shows, and gives what stands for it in a block. */
export function seen(conversion: Conversion, media: SeenMedia): Reference {
  conversion.media.push(media)
  return { $media: media.foreignId ?? '', url: media.url }
}
