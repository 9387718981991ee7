import type { Inline, Mark } from '../../src/features/stories/blocks/inline.ts'
import type { DemoBlock, DemoListItem } from '../demo-types.ts'

// The small vocabulary the demo's stories are written in. Running text knows **bold**, _italic_, `code`,
// [a link](/archive), [words of another language](lang:ar), and a line feed for a break.

export const p = (text: string): DemoBlock => ({ type: 'paragraph', content: running(text) })

export const h2 = (text: string): DemoBlock => ({ type: 'heading', level: 2, content: running(text) })

export const h3 = (text: string): DemoBlock => ({ type: 'heading', level: 3, content: running(text) })

/** An item of a list: its text, or its text and the items below it. */
export type Item = string | [text: string, below: Item[]]

export const bullets = (...items: Item[]): DemoBlock => ({ type: 'list', ...list(false, items) })

export const numbered = (...items: Item[]): DemoBlock => ({ type: 'list', ...list(true, items) })

/** A passage quoted from a document or a speech; `cite` says whose it is. */
export const quote = (text: string | string[], cite?: string): DemoBlock => ({
  type: 'quotation',
  paragraphs: [text].flat().map(one => running(one)),
  cite: cite === undefined ? undefined : running(cite),
})

/** A sentence of the story set large. */
export const pull = (text: string, attribution?: string): DemoBlock => ({
  type: 'pull-quote',
  content: running(text),
  attribution,
})

export const photo = (
  name: string,
  { caption, width = 'text' }: { caption?: string; width?: 'text' | 'wide' | 'full' } = {},
): DemoBlock => ({
  type: 'photograph',
  photograph: name,
  caption: caption === undefined ? undefined : running(caption),
  width,
})

/** Several photographs: each a name, or a name with a caption of its own. */
export const gallery = (
  photographs: (string | { name: string; caption: string })[],
  { caption }: { caption?: string } = {},
): DemoBlock => ({
  type: 'gallery',
  photographs: photographs.map(one =>
    typeof one === 'string' ? { photograph: one } : { photograph: one.name, caption: running(one.caption) },
  ),
  caption: caption === undefined ? undefined : running(caption),
})

export const related = (slug: string): DemoBlock => ({ type: 'related-story', story: slug })

export const embed = (
  provider: string,
  url: string,
  { title, caption }: { title?: string; caption?: string } = {},
): DemoBlock => ({
  type: 'embed',
  provider,
  url,
  title,
  caption: caption === undefined ? undefined : running(caption),
})

/** A table whose first row names the columns and whose first column names the rows; figures are set to the end. */
export const table = (caption: string, rows: string[][]): DemoBlock => {
  const figures = rows[0]?.map((_, column) =>
    rows.slice(1).every(row => /^[*€\d.,]*$/.test(row[column] ?? '')),
  )
  return {
    type: 'table',
    caption: running(caption),
    head: true,
    rows: rows.map((row, at) => ({
      cells: row.map((cell, column) => ({
        content: running(cell),
        ...(at > 0 && column === 0 ? { header: true } : {}),
        ...(figures?.[column] ? { align: 'end' as const } : {}),
      })),
    })),
  }
}

export const code = (text: string, language?: string): DemoBlock => ({ type: 'code', text, language })

/** A file of demo/files, offered for download. */
export const file = (
  name: string,
  { title, description }: { title?: string; description?: string } = {},
): DemoBlock => ({ type: 'file', file: name, title, description })

export const rule = (): DemoBlock => ({ type: 'divider' })

export const facts = (title: string, paragraphs: string[]): DemoBlock => callOut('facts', title, paragraphs)

export const note = (title: string, paragraphs: string[]): DemoBlock => callOut('note', title, paragraphs)

export const warning = (title: string, paragraphs: string[]): DemoBlock =>
  callOut('warning', title, paragraphs)

export const html = (markup: string, height?: number): DemoBlock => ({ type: 'html', html: markup, height })

const notation = new RegExp(
  [
    String.raw`\*\*(?<bold>.+?)\*\*`,
    String.raw`(?<![\p{L}\p{N}])_(?<italic>.+?)_(?![\p{L}\p{N}])`,
    '`(?<code>[^`]+)`',
    String.raw`\[(?<words>[^\]]+)\]\((?<target>[^)\s]+)\)`,
    '(?<feed>\n)',
  ].join('|'),
  'u',
)

/** Running text in the notation above, as it is kept. */
export function running(text: string, marks: Mark[] = []): Inline[] {
  const found = notation.exec(text)
  if (!found?.groups) return plain(text, marks)
  const { bold, italic, code: typed, words, target = '', feed } = found.groups
  const inside =
    feed !== undefined
      ? [{ type: 'break' } satisfies Inline]
      : bold !== undefined
        ? running(bold, [...marks, { type: 'bold' }])
        : italic !== undefined
          ? running(italic, [...marks, { type: 'italic' }])
          : typed !== undefined
            ? plain(typed, [...marks, { type: 'code' }])
            : running(words ?? '', [...marks, linkOrLanguage(target)])
  return [
    ...plain(text.slice(0, found.index), marks),
    ...inside,
    ...running(text.slice(found.index + found[0].length), marks),
  ]
}

function plain(text: string, marks: Mark[]): Inline[] {
  if (text === '') return []
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }]
}

function linkOrLanguage(target: string): Mark {
  if (target.startsWith('lang:')) return { type: 'language', language: target.slice('lang:'.length) }
  return { type: 'link', href: target }
}

function list(ordered: boolean, items: Item[]): { ordered: boolean; items: DemoListItem[] } {
  return {
    ordered,
    items: items.map(item =>
      typeof item === 'string'
        ? { content: running(item) }
        : { content: running(item[0]), list: list(ordered, item[1]) },
    ),
  }
}

function callOut(tone: 'note' | 'facts' | 'warning', title: string, paragraphs: string[]): DemoBlock {
  return { type: 'call-out', tone, title, paragraphs: paragraphs.map(text => running(text)) }
}
