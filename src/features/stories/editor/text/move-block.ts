import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** The block of the story's own level that holds the selection's head: which one it is, and where it begins. */
export function topBlock(state: EditorState): { index: number; from: number; to: number } | null {
  const { selection, doc } = state
  const at = selection instanceof NodeSelection ? selection.from : selection.$head.pos
  const $at = doc.resolve(Math.min(at, doc.content.size))
  const index = $at.index(0)
  const node = doc.maybeChild(index)
  if (!node) return null
  const from = $at.posAtIndex(index, 0)
  return { index, from, to: from + node.nodeSize }
}

/** Moves the block with the caret one place up or down; the caret stays where it is in it. */
export function moveBlock(state: EditorState, by: -1 | 1): Transaction | null {
  const place = topBlock(state)
  if (!place) return null
  const to = place.index + by
  if (to < 0 || to >= state.doc.childCount) return null
  return moveBlockTo(state, place.index, by === 1 ? to + 1 : to)
}

/** Puts block `from` before the block that is now `before` (their number: at the end). */
export function moveBlockTo(state: EditorState, from: number, before: number): Transaction | null {
  const node = state.doc.maybeChild(from)
  if (!node || before === from || before === from + 1) return null
  const start = startOf(state, from)
  const wanted = startOf(state, before)
  const { selection } = state
  const target = before > from ? wanted - node.nodeSize : wanted
  const inside = selection.from >= start && selection.to <= start + node.nodeSize
  const tr = state.tr.delete(start, start + node.nodeSize).insert(target, node)
  if (inside) {
    const moved = target - start
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + moved)
        : TextSelection.create(tr.doc, selection.anchor + moved, selection.head + moved),
    )
  }
  return tr.scrollIntoView()
}

function startOf(state: EditorState, index: number): number {
  let pos = 0
  for (let i = 0; i < index; i++) pos += state.doc.child(i).nodeSize
  return pos
}
