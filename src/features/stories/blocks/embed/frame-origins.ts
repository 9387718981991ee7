import { isFrameOrigin, knownEmbed } from './providers.ts'
import type { EmbedBlock } from './schema.ts'

/** Origins for the page's `frame-src`, read from the HTML's `data-frame` attributes; each once, only known forms. */
export function frameOrigins(html: string): string[] {
  const origins = new Set<string>()
  // Text and attributes are escaped, so that no author's words can hold this quotation mark.
  for (const [, origin = ''] of html.matchAll(/\sdata-frame="(https:\/\/[^"/?#]+)/g)) {
    if (isFrameOrigin(origin)) origins.add(origin)
  }
  return [...origins]
}

/** The same from a story's blocks, before anything is rendered. */
export function frameOriginsOf(blocks: readonly { type: string }[]): string[] {
  const origins = new Set<string>()
  for (const block of blocks) {
    const known = isEmbed(block) ? knownEmbed(block.url) : null
    if (known) origins.add(new URL(known.frameSrc).origin)
  }
  return [...origins]
}

function isEmbed(block: { type: string }): block is EmbedBlock {
  return block.type === 'embed'
}
