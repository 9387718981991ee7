import { type ComponentChildren, Fragment, h, type VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { BlockContext, BlockKind, References } from './block.ts'
import { blocksMessages } from './blocks-messages.ts'
import { callOut } from './call-out/call-out.ts'
import type { CallOutBlock } from './call-out/schema.ts'
import { cleanText } from './clean-text.ts'
import { code } from './code/code.ts'
import type { CodeBlock } from './code/schema.ts'
import { countWordsIn } from './count-words.ts'
import { divider } from './divider/divider.ts'
import type { DividerBlock } from './divider/schema.ts'
import { embed } from './embed/embed.ts'
import type { EmbedBlock } from './embed/schema.ts'
import { file } from './file/file.ts'
import type { FileBlock } from './file/schema.ts'
import { gallery } from './gallery/gallery.ts'
import type { GalleryBlock } from './gallery/schema.ts'
import { anchorsOf } from './heading/anchor.ts'
import { heading } from './heading/heading.ts'
import type { HeadingBlock } from './heading/schema.ts'
import { html } from './html/html.ts'
import type { HtmlBlock } from './html/schema.ts'
import { list } from './list/list.ts'
import type { ListBlock } from './list/schema.ts'
import { paragraph } from './paragraph/paragraph.ts'
import type { ParagraphBlock } from './paragraph/schema.ts'
import { photograph } from './photograph/photograph.ts'
import type { PhotographBlock } from './photograph/schema.ts'
import { pullQuote } from './pull-quote/pull-quote.ts'
import type { PullQuoteBlock } from './pull-quote/schema.ts'
import { quotation } from './quotation/quotation.ts'
import type { QuotationBlock } from './quotation/schema.ts'
import { relatedStory } from './related-story/related-story.ts'
import type { RelatedStoryBlock } from './related-story/schema.ts'
import type { TableBlock } from './table/schema.ts'
import { table } from './table/table.ts'
import type { UnknownBlock } from './unknown/schema.ts'
import { unknown } from './unknown/unknown.ts'

export type Block =
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | QuotationBlock
  | PullQuoteBlock
  | PhotographBlock
  | GalleryBlock
  | RelatedStoryBlock
  | EmbedBlock
  | TableBlock
  | CodeBlock
  | FileBlock
  | DividerBlock
  | CallOutBlock
  | HtmlBlock
  | UnknownBlock

/** Every kind a story can be made of. To add one: its folder, its line here, its type above. */
export const blockKinds: readonly BlockKind[] = [
  paragraph,
  heading,
  list,
  quotation,
  pullQuote,
  photograph,
  gallery,
  relatedStory,
  embed,
  table,
  code,
  file,
  divider,
  callOut,
  html,
]

/**
 * A block as it was kept, with its kind. What no kind knows, or what does not fit its kind, becomes an unknown block
 * that holds it unchanged. Never throws; `writeBlock(readBlock(raw))` is `raw` itself, whatever it is.
 */
export function readBlock(raw: unknown): Block {
  const { id, type } = Object(raw) as { id?: unknown; type?: unknown }
  const kind = kindsByType.get(type)
  // The schema only checks; the value itself goes on, with fields that a later program may have added.
  if (kind?.schema.safeParse(raw).success) return raw as Block
  return { type: 'unknown', id: typeof id === 'string' ? id : '', original: raw }
}

export function readBlocks(raw: readonly unknown[]): Block[] {
  return raw.map(readBlock)
}

/** A block as it is kept: an unknown one as it came. */
export function writeBlock(block: Block): unknown {
  return block.type === 'unknown' ? block.original : block
}

/** Photographs, stories and files that the blocks point at, each once, to be looked up before rendering. */
export function referencesOf(blocks: readonly Block[]): Required<References> {
  const found = { photographs: new Set<number>(), stories: new Set<number>(), files: new Set<number>() }
  for (const block of blocks) {
    const references = kindOf(block).references?.(block)
    for (const id of references?.photographs ?? []) found.photographs.add(id)
    for (const id of references?.stories ?? []) found.stories.add(id)
    for (const id of references?.files ?? []) found.files.add(id)
  }
  return { photographs: [...found.photographs], stories: [...found.stories], files: [...found.files] }
}

/** For a page of the publication: the blocks beside each other, to stand right inside `.story__body`. */
export function renderWeb(
  blocks: readonly Block[],
  context: BlockContext,
  inserted?: ComponentChildren,
): VNode {
  const anchors = anchorsOf(blocks.filter(block => block.type === 'heading'))
  const anchored = { ...context, anchors }
  const children = blocks.map(block => withEditMark(kindOf(block).web(block, anchored), block, context))
  if (inserted) children.splice(betweenParagraphs(blocks), 0, inserted)
  return h(Fragment, null, children)
}

/** Where what is inserted tears nothing apart: in the middle, with paragraphs on both sides; else at the end. */
function betweenParagraphs(blocks: readonly Block[]): number {
  const places = blocks.flatMap((block, i) =>
    block.type === 'paragraph' && blocks[i - 1]?.type === 'paragraph' ? [i] : [],
  )
  return places.find(at => at >= blocks.length / 2) ?? places.at(-1) ?? blocks.length
}

/** On pages for staff: a small link beside each block, to its place in the editor. */
function withEditMark(
  shown: ComponentChildren,
  block: Block,
  { editAt, language }: BlockContext,
): ComponentChildren {
  if (editAt === undefined || block.id === '' || !shown) return shown
  const href = `${editAt}#block-${encodeURIComponent(block.id.toWellFormed())}`
  const mark = h('a', { class: 'edit-mark', href, 'aria-label': blocksMessages(language).editHere }, '✎')
  return [shown, mark]
}

/** For a letter: HTML with whole addresses and inline styles where a mail program needs them. */
export function renderEmail(blocks: readonly Block[], context: BlockContext): string {
  const children = blocks.map(block => kindOf(block).email(block, context))
  return cleanText(render(h(Fragment, null, children)))
}

/** The full content for feeds: whole addresses, no scripts, no frames, no classes. */
export function renderFeedHtml(blocks: readonly Block[], context: BlockContext): string {
  const children = blocks.map(block => kindOf(block).feed(block, context))
  return cleanText(render(h(Fragment, null, children)))
}

/** Paragraphs to be read aloud, in order. The labels are in the context's language: give it the story's own. */
export function renderSpeech(blocks: readonly Block[], context: BlockContext): string[] {
  return blocks.flatMap(block =>
    kindOf(block).speech(block, context).split('\n').filter(Boolean).map(cleanText),
  )
}

/** Plain text for letters and search, with an empty line between blocks. */
export function renderText(blocks: readonly Block[], context: BlockContext): string {
  const parts = blocks.map(block => kindOf(block).text(block, context))
  return cleanText(parts.filter(Boolean).join('\n\n'))
}

/** Words that a reader reads in the course of the text, as the language divides it into words (UAX 29). */
export function countWords(blocks: readonly Block[], language: string): number {
  const context = { ...wordsOnly, language }
  const parts = blocks.map(block => (kindOf(block).counted ? kindOf(block).text(block, context) : ''))
  return countWordsIn(parts.join('\n'), language)
}

const kindsByType = new Map<unknown, BlockKind>(blockKinds.map(kind => [kind.type, kind]))

function kindOf(block: Block): BlockKind {
  return kindsByType.get(block.type) ?? (unknown as BlockKind)
}

const wordsOnly: BlockContext = {
  language: 'en',
  siteUrl: '',
  storyId: 0,
  forStaff: false,
  photographs: new Map(),
  stories: new Map(),
  files: new Map(),
}
