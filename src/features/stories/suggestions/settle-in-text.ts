import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { settledMeta } from './as-suggestion.ts'
import type { Which } from './settle-suggestions.ts'

/** A suggestion in an open text. */
export interface OpenSuggestion {
  id: string
  staffId: number
  at: string
  before: string
  after: string
  /** Where it begins. */
  from: number
}

/** The suggestions of an open text, in its order. */
export function suggestionsOf(doc: Node): OpenSuggestion[] {
  const found = new Map<string, OpenSuggestion>()
  doc.descendants((node, at) => {
    for (const { type, attrs } of node.isText ? node.marks : []) {
      if (type.name !== 'insertion' && type.name !== 'deletion') continue
      const id = String(attrs.id ?? '')
      const one = found.get(id) ?? {
        id,
        staffId: Number(attrs.staffId) || 0,
        at: String(attrs.at ?? ''),
        before: '',
        after: '',
        from: at,
      }
      found.set(id, one)
      if (type.name === 'insertion') one.after += node.text ?? ''
      else one.before += node.text ?? ''
    }
  })
  return [...found.values()]
}

/** The suggestion that the caret is in or beside; null where there is none. */
export function suggestionAt({ selection }: EditorState): string | null {
  const { $from } = selection
  for (const node of [$from.nodeAfter, $from.nodeBefore])
    for (const { type, attrs } of node?.isText ? node.marks : [])
      if (type.name === 'insertion' || type.name === 'deletion') return String(attrs.id ?? '')
  return null
}

/**
 * Accepts or rejects in an open text, as one edit that can be undone. A paragraph that loses all its words by it goes,
 * too. Null where nothing of it is in this text.
 */
export function settleInText(
  state: EditorState,
  which: Which,
  verdict: 'accept' | 'reject',
): Transaction | null {
  const { doc, tr } = state
  const gone: { from: number; to: number }[] = []
  let any = false
  doc.descendants((node, at) => {
    for (const mark of node.isText ? node.marks : []) {
      const { name } = mark.type
      if (name !== 'insertion' && name !== 'deletion') continue
      if (which !== 'all' && which.id !== String(mark.attrs.id ?? '')) continue
      any = true
      if ((name === 'insertion') === (verdict === 'accept')) tr.removeMark(at, at + node.nodeSize, mark)
      else if (gone.at(-1)?.from !== at) gone.push({ from: at, to: at + node.nodeSize })
    }
  })
  if (!any) return null
  for (const { from, to } of gone.toReversed()) tr.delete(from, to)
  dropEmptied(tr, doc)
  return tr.setMeta(settledMeta, true).scrollIntoView()
}

function dropEmptied(tr: Transaction, before: Node): void {
  const emptied: number[] = []
  before.forEach((block, at) => {
    if (!['paragraph', 'heading', 'pullQuote'].includes(block.type.name) || block.content.size === 0) return
    const now = tr.mapping.map(at, 1)
    if (tr.doc.nodeAt(now)?.content.size === 0) emptied.push(now)
  })
  for (const at of emptied.toReversed()) if (tr.doc.childCount > 1) tr.delete(at, at + 2)
}
