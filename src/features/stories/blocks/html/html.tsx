import type { VNode } from 'preact'
import type { BlockContext } from '../block.ts'
import { sanitise } from './sanitise.ts'
import type { HtmlBlock } from './schema.ts'

/** For e-mail and feeds: the sanitised HTML itself. */
export function htmlHtml(block: HtmlBlock, context: BlockContext): VNode | null {
  const html = sanitise(block.html, { siteUrl: context.siteUrl })
  return html ? <div dangerouslySetInnerHTML={{ __html: html }} /> : null
}
