import { updateYFragment } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { newBlockId } from '../editor/schema/keep-ids.ts'
import { bodySchema, lineSchema } from '../editor/schema/schema.ts'
import { treeOf } from './blocks-to-tree.ts'
import { type DraftContent, readDraft } from './draft-content.ts'
import { readTree } from './read-tree.ts'
import { textNodes } from './running-text.ts'
import { node, type TreeNode } from './tree.ts'
import { blocksOf } from './tree-to-blocks.ts'

/** Names inside the shared document of a story. */
export const sharedNames = { headline: 'headline', standfirst: 'standfirst', body: 'body', story: 'story' }

/** Makes the document say what `content` says, by as small a change as can be found: what stays the same stays. */
export function writeDocument(document: Y.Doc, content: DraftContent, origin?: unknown): void {
  const { headline, standfirst, blocks, ...fields } = content
  document.transact(() => {
    writeFragment(document, sharedNames.headline, lineSchema, lineTree(headline))
    writeFragment(document, sharedNames.standfirst, lineSchema, lineTree(standfirst))
    writeFragment(document, sharedNames.body, bodySchema, bodyTree(blocks))
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

/** One line that is there from the beginning, so that two people who begin at once write in the same. */
function lineTree(text: string): TreeNode {
  return { type: 'doc', content: [node('line', {}, textNodes([{ type: 'text', text }]))] }
}

function bodyTree(blocks: DraftContent['blocks']): TreeNode {
  const tree = treeOf(blocks)
  return tree.content?.length ? tree : { type: 'doc', content: [node('paragraph', { id: newBlockId() })] }
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
