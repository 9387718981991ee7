import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import type { KnownEmbed } from './providers.ts'
import type { EmbedBlock } from './schema.ts'

/** The words of the plain link: the title, then where it leads; the address where nothing better is known. */
export function embedLink(block: EmbedBlock, known: KnownEmbed | null, language: string): string {
  const title = cleanText(block.title?.trim() ?? '')
  if (!known) return title || block.url.trim()
  const messages = blocksMessages(language)
  const where = known.kind === 'video' ? messages.watchOn(known.label) : messages.readOn(known.label)
  return title ? `${title} — ${where}` : where
}
