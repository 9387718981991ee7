import { updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { newBlockId } from '../editor/schema/new-block-id.ts'
import { bodySchema, lineSchema } from '../editor/schema/schema.ts'
import { treeOf } from './blocks-to-tree.ts'
import { type DraftContent, readDraft } from './draft-content.ts'
import { readTree } from './read-tree.ts'
import { textNodes } from './running-text.ts'
import { sameBlock } from './same-block.ts'
import { node, type TreeNode } from './tree.ts'
import { blockOf, blocksOf } from './tree-to-blocks.ts'

/** Names inside the shared document of a story. */
export const sharedNames = { headline: 'headline', standfirst: 'standfirst', body: 'body', story: 'story' }

/**
 * Makes the document say what `content` says, by as small a change as can be found: a block that says the same already
 * stays as it is, with its notes and suggestions.
 */
export function writeDocument(document: Y.Doc, content: DraftContent, origin?: unknown): void {
  const { headline, standfirst, blocks, ...fields } = content
  document.transact(() => {
    writeLine(document, sharedNames.headline, headline)
    writeLine(document, sharedNames.standfirst, standfirst)
    writeFragment(document, sharedNames.body, bodySchema, bodyTree(document, blocks))
    const story = document.getMap(sharedNames.story)
    for (const [name, value] of Object.entries(fields))
      if (JSON.stringify(story.get(name)) !== JSON.stringify(value)) story.set(name, value)
  }, origin)
}

/** What the document says, in order and free of everything that is not the story's. Never throws, never changes it. */
export function readDocument(document: Y.Doc, before?: Readonly<Record<string, unknown>>): DraftContent {
  const found: Record<string, unknown> = Object.fromEntries(document.getMap(sharedNames.story).entries())
  return readDraft(
    {
      ...found,
      headline: lineIn(document, sharedNames.headline),
      standfirst: lineIn(document, sharedNames.standfirst),
      blocks: withoutStart(blocksOf(readTree(document.getXmlFragment(sharedNames.body)))),
    },
    before,
  )
}

function writeFragment(document: Y.Doc, name: string, schema: typeof bodySchema, tree: TreeNode): void {
  updateYFragment(document, document.getXmlFragment(name), schema.nodeFromJSON(tree), {
    mapping: new Map(),
    isOMark: new Map(),
  })
}

/** One line is there from the beginning, so that two people who begin at once write in the same. */
function writeLine(document: Y.Doc, name: string, text: string): void {
  if (document.getXmlFragment(name).length > 0 && lineIn(document, name) === text) return
  const line = node('line', {}, textNodes([{ type: 'text', text }]))
  writeFragment(document, name, lineSchema, { type: 'doc', content: [line] })
}

function bodyTree(document: Y.Doc, blocks: DraftContent['blocks']): TreeNode {
  const standing = readTree(document.getXmlFragment(sharedNames.body)).content ?? []
  const byId = new Map(standing.map(one => [one.attrs?.id, one]))
  const content = (treeOf(blocks).content ?? []).map((fresh, place) => {
    const before = byId.get(fresh.attrs?.id)
    return before && bodySchema.nodes[before.type] && sameBlock(blockOf(before), blocks[place])
      ? before
      : fresh
  })
  return { type: 'doc', content: content.length > 0 ? content : [node('paragraph', { id: newBlockId() })] }
}

/** The one empty paragraph that every text begins with is no text yet. */
function withoutStart(blocks: ReturnType<typeof blocksOf>): ReturnType<typeof blocksOf> {
  const [only, ...others] = blocks
  const isStart =
    others.length === 0 && only?.type === 'paragraph' && (only.content as unknown[])?.length === 0
  return isStart ? [] : blocks
}

function lineIn(document: Y.Doc, name: string): string {
  const lines = readTree(document.getXmlFragment(name)).content ?? []
  return lines.map(wordsOf).filter(Boolean).join(' ')
}

function wordsOf(one: TreeNode): string {
  if (one.marks?.some(mark => mark.type === 'insertion')) return ''
  return (one.text ?? '') + (one.content ?? []).map(wordsOf).join('')
}
