import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { settledMeta } from '../../suggestions/as-suggestion.ts'

/** Puts the mark of a note on what is selected; null where no words are selected that can carry one. */
export function withNoteMark(state: EditorState, mark: string): Transaction | null {
  const { selection, tr, schema } = state
  if (selection.empty || !(selection instanceof TextSelection)) return null
  tr.addMark(selection.from, selection.to, schema.marks.note!.create({ id: mark }))
  return tr.docChanged ? beside(tr) : null
}

export function withoutNoteMark(state: EditorState, mark: string): Transaction | null {
  const { tr } = state
  state.doc.descendants((node, at) => {
    for (const each of node.marks)
      if (each.type.name === 'note' && each.attrs.id === mark) tr.removeMark(at, at + node.nodeSize, each)
  })
  return tr.docChanged ? beside(tr) : null
}

/** The words that carry the mark of a note, and where they stand; null where there are none (any more). */
export function findNoteMark(doc: Node, mark: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  doc.descendants((node, at) => {
    if (!node.marks.some(each => each.type.name === 'note' && each.attrs.id === mark)) return
    found = { from: found?.from ?? at, to: at + node.nodeSize }
  })
  return found
}

/** Marks of the notes that the caret stands in. */
export function notesAt({ selection }: EditorState): Set<string> {
  const { $from } = selection
  const nodes = [$from.nodeBefore, $from.nodeAfter].filter(node => node !== null)
  const marks = nodes.flatMap(node => node.marks.filter(({ type }) => type.name === 'note'))
  return new Set(marks.map(({ attrs }) => String(attrs.id)))
}

/** Which of the texts a note stands in. */
export function editorOfMark(editors: readonly Editor[], mark: string): Editor | undefined {
  return editors.find(editor => findNoteMark(editor.state.doc, mark) !== null)
}

/** Notes are no part of the text: they are not undone with it, and never a suggestion. */
function beside(transaction: Transaction): Transaction {
  return transaction.setMeta('addToHistory', false).setMeta(settledMeta, true)
}
