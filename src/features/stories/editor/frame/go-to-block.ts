import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Goes to the block that the address names (`#block-<id>`), as the edit marks on the paper's pages do. */
export function goToNamedBlock(editor: Editor): void {
  const id = /^#block-(.+)$/.exec(location.hash)?.[1]
  if (id) goToBlock(editor, decodeURIComponent(id))
}

/** Scrolls to a block and puts the caret into it. False where there is no such block. */
export function goToBlock(editor: Editor, id: string): boolean {
  let place: number | null = null
  editor.state.doc.forEach((node, offset) => {
    if (place === null && node.attrs.id === id) place = offset
  })
  if (place === null) return false
  const { doc, tr } = editor.state
  const $inside = doc.resolve(place + 1)
  const selection = $inside.parent.isTextblock
    ? TextSelection.create(doc, place + 1)
    : NodeSelection.create(doc, place)
  editor.view.dispatch(tr.setSelection(selection))
  editor.view.focus()
  const dom = editor.view.nodeDOM(place)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' })
  return true
}
