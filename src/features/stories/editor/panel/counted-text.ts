import { blocksMessages } from '../../blocks/blocks-messages.ts'
import { countWordsIn } from '../../blocks/count-words.ts'
import { type Inline, plainText } from '../../blocks/inline.ts'
import type { ListBlock, NestedList } from '../../blocks/list/schema.ts'
import type { RawBlock } from '../../live-draft/tree-to-blocks.ts'

/** Words that a reader reads in the course of the text: the same number as the page's own rule gives (blocks.ts). */
export function countWordsOf(blocks: readonly RawBlock[], language: string): number {
  return countWordsIn(blocks.map(block => counted(block, language)).join('\n'), language)
}

function counted(block: RawBlock, language: string): string {
  const text = (content: unknown) => (Array.isArray(content) ? plainText(content as Inline[]) : '')
  const texts = (list: unknown) => (Array.isArray(list) ? list.map(text) : [])
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return text(block.content)
    case 'list':
      return items(block as unknown as ListBlock)
    case 'quotation': {
      const words = texts(block.paragraphs).join('\n')
      return words.trim() ? `${words}\n${text(block.cite)}` : ''
    }
    case 'call-out': {
      const words = texts(block.paragraphs)
      const title = String(block.title ?? '').trim()
      if (!title && words.every(one => one.trim() === '')) return ''
      const tone = block.tone as keyof ReturnType<typeof blocksMessages>['tones']
      return [title || blocksMessages(language).tones[tone], ...words].join('\n')
    }
    case 'table':
      return [text(block.caption), ...rows(block.rows)].join('\n')
    case 'html':
      return wordsOfHtml(String(block.html ?? ''))
    default:
      return ''
  }
}

function items(list: NestedList): string {
  return list.items
    .filter(says)
    .map((item, i) => {
      const number = list.ordered ? `${(list.start ?? 1) + i}. ` : ''
      return `${number}${plainText(item.content)}\n${item.list ? items(item.list) : ''}`
    })
    .join('\n')
}

function says(item: NestedList['items'][number]): boolean {
  return plainText(item.content).trim() !== '' || item.list?.items.some(says) === true
}

function rows(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map(({ cells }: { cells: { content: Inline[] }[] }) =>
    cells.map(cell => plainText(cell.content)).join(' | '),
  )
}

function wordsOfHtml(html: string): string {
  if (typeof DOMParser === 'undefined') return ''
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const silent of body.querySelectorAll(
    'script, style, noscript, template, svg, math, object, select, textarea',
  ))
    silent.remove()
  return body.textContent ?? ''
}
