import type { VNode } from 'preact'
import { hrefHere } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { inlineWeb, isBlank } from '../inline-html.tsx'
import type { QuotationBlock } from './schema.ts'

export function quotationWeb(block: QuotationBlock, context: BlockContext): VNode | null {
  const paragraphs = block.paragraphs.filter(one => !isBlank(one))
  if (paragraphs.length === 0) return null
  const source = hrefHere(block.url, context.siteUrl) ?? undefined
  const quote = (
    <blockquote cite={source}>
      {paragraphs.map(one => (
        <p>{inlineWeb(one, context)}</p>
      ))}
    </blockquote>
  )
  if (isBlank(block.cite)) return <figure class="quotation">{quote}</figure>
  const cite = inlineWeb(block.cite ?? [], context)
  const linked = source && !block.cite?.some(part => part.type === 'text' && part.marks?.some(isLink))
  return (
    <figure class="quotation">
      {quote}
      <figcaption>
        {linked ? (
          <a href={source} rel="noopener">
            {cite}
          </a>
        ) : (
          cite
        )}
      </figcaption>
    </figure>
  )
}

function isLink(mark: { type: string }): boolean {
  return mark.type === 'link'
}
