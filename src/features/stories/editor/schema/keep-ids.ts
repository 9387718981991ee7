import { Extension } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { newBlockId } from './new-block-id.ts'

/**
 * Gives blocks without an id one, and a block that was split off or pasted beside its original a new one. What other
 * people's editors change is theirs to mend.
 */
export const KeepIds = Extension.create({
  name: 'keepIds',
  addProseMirrorPlugins: () => [keepIds()],
})

export function keepIds(): Plugin {
  return new Plugin({
    key: new PluginKey('keepIds'),
    appendTransaction(transactions, before, after) {
      const changed = transactions.filter(one => one.docChanged)
      if (changed.length === 0 || changed.every(isFromOutside)) return null
      return mended(before, after)
    },
  })
}

function isFromOutside(transaction: Transaction): boolean {
  // The key of the binding to Yjs (y-tiptap, y-prosemirror); the plugin itself is only loaded where people write.
  const sync: unknown = transaction.getMeta('y-sync$')
  return (sync as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true
}

function mended(before: EditorState, after: EditorState): Transaction | null {
  const transaction = after.tr
  const owners = ownersOfIds(before.doc, after.doc)
  after.doc.forEach((block, offset, place) => {
    const id: unknown = block.attrs.id
    if (!('id' in block.attrs)) return
    if (typeof id === 'string' && id !== '' && owners.get(id) === place) return
    transaction.setNodeAttribute(offset, 'id', newBlockId())
  })
  return transaction.docChanged ? transaction : null
}

/** Of several blocks with one id, the one that was there before keeps it, else the first. */
function ownersOfIds(before: ProseMirrorNode, after: ProseMirrorNode): Map<string, number> {
  const old = new Set<ProseMirrorNode>()
  before.forEach(block => void old.add(block))
  const owners = new Map<string, number>()
  const sure = new Set<string>()
  after.forEach((block, _offset, place) => {
    const id: unknown = block.attrs.id
    if (typeof id !== 'string' || sure.has(id)) return
    const stood = old.has(block)
    if (stood || !owners.has(id)) owners.set(id, place)
    if (stood) sure.add(id)
  })
  return owners
}
