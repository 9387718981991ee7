import type { VNode } from 'preact'
import { hrefAnywhere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { inlineAnywhere, isBlank } from '../inline-html.tsx'
import type { QuotationBlock } from './schema.ts'

/** For e-mail and feeds. */
export function quotationHtml(block: QuotationBlock, context: BlockContext): VNode | null {
  const paragraphs = block.paragraphs.filter(one => !isBlank(one))
  if (paragraphs.length === 0) return null
  const source = hrefAnywhere(block.url, context.siteUrl, context.storyPath) ?? undefined
  return (
    <blockquote cite={source}>
      {paragraphs.map(one => (
        <p>{inlineAnywhere(one, context)}</p>
      ))}
      {isBlank(block.cite) ? null : (
        <p>
          {'— '}
          {inlineAnywhere(block.cite ?? [], context)}
        </p>
      )}
    </blockquote>
  )
}
