import type { VNode } from 'preact'
import { hrefHere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import { embedLink } from './link.ts'
import { type KnownEmbed, knownEmbed } from './providers.ts'
import type { EmbedBlock } from './schema.ts'

/**
 * A plain link; `embed.island.ts` adds the button and, once it is pressed, the frame. Until then nothing is asked of
 * the provider. The box has its final shape from the start.
 */
export function embedWeb(block: EmbedBlock, context: BlockContext): VNode | null {
  const known = knownEmbed(block.url)
  if (known) return knownFigure(known, block, context)
  const href = hrefHere(block.url, context.siteUrl)
  if (!href) return null
  return (
    <figure class="embed embed--link">
      <p class="embed__box">
        <a class="embed__link" href={href} rel="noopener">
          {cleanText(embedLink(block, null, context.language))}
        </a>
      </p>
      {caption(block, context)}
    </figure>
  )
}

function knownFigure(known: KnownEmbed, block: EmbedBlock, context: BlockContext): VNode {
  const messages = blocksMessages(context.language)
  const title = cleanText(block.title?.trim() ?? '')
  return (
    <figure
      class={`embed embed--${known.kind} ${known.aspect ? `embed--${known.aspect}` : `embed--${known.provider}`}`}
      data-frame={known.frameSrc}
      data-title={title ? `${known.label}: ${title}` : known.label}
    >
      <div class="embed__box">
        <p class="embed__place">{known.label}</p>
        <button class="embed__open" type="button" hidden>
          {known.kind === 'video' ? messages.playHere : messages.showHere}
        </button>
        <p class="embed__note" dir="auto" hidden>
          {messages.sendsTo(URL.parse(known.frameSrc)?.host ?? '')}
        </p>
        <p class="embed__plain" dir="auto">
          <a class="embed__link" href={known.linkHref} rel="noopener">
            {embedLink(block, known, context.language)}
          </a>
        </p>
      </div>
      {caption(block, context)}
    </figure>
  )
}

function caption(block: EmbedBlock, context: BlockContext): VNode | null {
  if (isBlank(block.caption)) return null
  return <figcaption class="figure__caption">{inlineWeb(block.caption ?? [], context)}</figcaption>
}
