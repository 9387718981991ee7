import type { Editor } from '@tiptap/core'
import type { WritingDesk } from '../../editor/desk.ts'
import { newBlockId } from '../../editor/schema/new-block-id.ts'
import { withNoteMark, withoutNoteMark } from './note-marks.ts'

/** Opens a field for a note on what is selected there; on the whole story where nothing is. */
export function beginNote(desk: WritingDesk, editor: Editor): void {
  const { margin } = desk
  giveUpNote(desk)
  const { selection, doc } = editor.state
  const mark = `n-${newBlockId()}`
  const change = withNoteMark(editor.state, mark)
  if (change) {
    const passage = doc.textBetween(selection.from, selection.to, ' ', ' ')
    margin.open.set(new Set([...margin.open.get(), mark]))
    editor.view.dispatch(change)
    margin.begun.set({ mark, passage, editor })
  } else {
    if (!selection.empty) margin.told.set(margin.texts.selectFirst)
    margin.begun.set(null)
  }
  margin.tab.set('notes')
  desk.side.set('margin')
}

/** Leaves a note that was begun, without a trace in the text. */
export function giveUpNote({ margin }: WritingDesk): void {
  const begun = margin.begun.get()
  margin.begun.set(undefined)
  if (!begun || begun.editor.isDestroyed) return
  const change = withoutNoteMark(begun.editor.state, begun.mark)
  if (change) begun.editor.view.dispatch(change)
}
