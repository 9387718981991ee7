import type { EditorView } from '@tiptap/pm/view'

/** A place between two blocks of the story's own level, before the first, or behind the last. */
export interface BlockGap {
  /** How many blocks stand before it. */
  index: number
  /** Where it is in the document. */
  pos: number
  /** Where it is on the screen, in pixels from the window's top. */
  top: number
}

/** The gap that is nearest to a height on the screen: the upper half of a block stands for the gap above it. */
export function gapAt(view: EditorView, y: number): BlockGap {
  let found: BlockGap | undefined
  let below = view.dom.getBoundingClientRect().top
  view.state.doc.forEach((_node, pos, index) => {
    const dom = view.nodeDOM(pos)
    if (found || !(dom instanceof HTMLElement)) return
    const { top, bottom } = dom.getBoundingClientRect()
    if (y < (top + bottom) / 2) found = { index, pos, top: index === 0 ? top : (below + top) / 2 }
    below = bottom
  })
  const { childCount, content } = view.state.doc
  return found ?? { index: childCount, pos: content.size, top: below }
}
