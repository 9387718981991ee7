import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'

/** Puts the caret into a text at once: the very next key already goes there. */
export function focusAt(editor: Editor, place: 'start' | 'end' | number): void {
  const { doc, tr } = editor.state
  const selection =
    place === 'start'
      ? Selection.atStart(doc)
      : place === 'end'
        ? Selection.atEnd(doc)
        : Selection.near(doc.resolve(Math.min(place, doc.content.size)))
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
}
