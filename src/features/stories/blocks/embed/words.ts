import { hrefAnywhere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { sentence } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import { embedLink } from './link.ts'
import { knownEmbed } from './providers.ts'
import type { EmbedBlock } from './schema.ts'

/** Only that something is there and where; an address cannot be listened to. */
export function embedSpeech(block: EmbedBlock, context: BlockContext): string {
  const known = knownEmbed(block.url)
  if (!known) return ''
  const messages = speechMessages(context.language)
  const place = known.provider === 'mastodon' ? 'Mastodon' : known.label
  return sentence(messages[known.kind](place, block.title?.trim() ?? ''))
}

export function embedText(block: EmbedBlock, context: BlockContext): string {
  const known = knownEmbed(block.url)
  const href = known?.linkHref ?? hrefAnywhere(block.url, context.siteUrl, context.storyPath)
  if (!href) return ''
  const words = embedLink(block, known, context.language)
  return [plainText(block.caption ?? []).trim(), words === href ? '' : words, href].filter(Boolean).join('\n')
}
