import type { VNode } from 'preact'
import { hrefAnywhere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import { embedLink } from './link.ts'
import { knownEmbed } from './providers.ts'
import type { EmbedBlock } from './schema.ts'

/** For e-mail and feeds: a plain link, because frames work in neither. */
export function embedHtml(block: EmbedBlock, context: BlockContext): VNode | null {
  const known = knownEmbed(block.url)
  const href = known?.linkHref ?? hrefAnywhere(block.url, context.siteUrl, context.storyPath)
  if (!href) return null
  return (
    <p>
      <a href={href}>{embedLink(block, known, context.language)}</a>
      {isBlank(block.caption) ? null : <br />}
      {isBlank(block.caption) ? null : inlineAnywhere(block.caption ?? [], context)}
    </p>
  )
}
