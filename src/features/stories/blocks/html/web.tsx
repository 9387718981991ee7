import type { VNode } from 'preact'
import { frameHeightClass } from '../../../../design/tone.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { frameHeight, frameSandbox } from './frame.ts'
import type { HtmlBlock } from './schema.ts'

/** The HTML never stands in the page itself: it is shown in a sandboxed frame from an address of its own. */
export function htmlWeb(block: HtmlBlock, context: BlockContext): VNode | null {
  if (block.html.trim() === '') return null
  const messages = blocksMessages(context.language)
  const folder = context.htmlBlocksAt ?? `/blocks/${context.storyId}`
  const src = `${folder}/${encodeURIComponent(block.id.toWellFormed())}`
  return (
    <figure class="html-block">
      <iframe
        class={`html-block__frame ${frameHeightClass(frameHeight(block))}`}
        src={src}
        title={messages.htmlTitle}
        sandbox={frameSandbox}
        loading="lazy"
      />
      <figcaption class="html-block__open">
        <a href={src} data-address={context.siteUrl + src}>
          {messages.openOnItsOwn}
        </a>
      </figcaption>
    </figure>
  )
}
