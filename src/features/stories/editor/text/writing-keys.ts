import { type Editor, Extension } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { goToNextCell } from '@tiptap/pm/tables'
import { isInList, toggleList } from './lists.ts'
import { textMarks } from './marks.ts'
import { moveBlock, topBlock } from './move-block.ts'

export interface WritingKeysOptions {
  /** The caret leaves the text upwards. */
  previous(): void
  editLink(): void
  publish(): void
}

/** What keys do in the body, beside what ProseMirror does anyway. The newsroom's sheet of shortcuts tells the same. */
export function writingKeys(options: WritingKeysOptions): Extension {
  return Extension.create({
    name: 'writingKeys',
    priority: 900,
    addKeyboardShortcuts() {
      const { editor } = this
      const mark = (name: string) => () => !isPlain(editor) && editor.commands.toggleMark(name)
      const heading = (level: number) => () =>
        editor.isActive('heading', { level })
          ? editor.commands.setNode('paragraph')
          : editor.commands.setNode('heading', { level })
      return {
        ...Object.fromEntries(textMarks.map(({ name, key }) => [key, mark(name)])),
        'Mod-Shift-k': () => {
          options.editLink()
          return true
        },
        'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
        'Mod-Alt-2': heading(2),
        'Mod-Alt-3': heading(3),
        'Mod-Alt-4': heading(4),
        'Mod-Shift-7': () => toggleList(editor, true),
        'Mod-Shift-8': () => toggleList(editor, false),
        'Mod-Shift-9': () => editor.commands.toggleWrap('quotation'),
        'Shift-Enter': () => !isPlain(editor) && editor.commands.insertContent({ type: 'break' }),
        Enter: () => enter(editor),
        'Mod-Enter': () => paragraphBelow(editor),
        'Mod-Shift-p': () => {
          options.publish()
          return true
        },
        Tab: () => tab(editor, 1),
        'Shift-Tab': () => tab(editor, -1),
        Backspace: () => backspace(editor),
        'Alt-ArrowUp': () => move(editor, -1),
        'Alt-ArrowDown': () => move(editor, 1),
        ArrowUp: () => {
          const { state, view } = editor
          if (!isAtStart(editor) || !view.endOfTextblock('up') || state.selection.$head.index(0) > 0)
            return false
          options.previous()
          return true
        },
      }
    },
  })
}

/** A new paragraph below the block, whatever the block is; the caret goes there. */
export function paragraphBelow(editor: Editor): boolean {
  const place = topBlock(editor.state)
  if (!place) return false
  const { tr, schema } = editor.state
  tr.insert(place.to, schema.nodes.paragraph!.create())
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place.to + 1)).scrollIntoView())
  editor.view.focus()
  return true
}

function enter(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (isInList(editor.state) && $from.parent.type.name === 'paragraph')
    return editor.commands.splitListItem('listItem')
  // What says something about a block has one line; behind it the text goes on.
  if (['caption', 'cite'].includes($from.parent.type.name)) return paragraphBelow(editor)
  // The third empty line ends a piece of code.
  if ($from.parent.type.name === 'codeBlock' && empty && $from.parentOffset === $from.parent.content.size)
    return $from.parent.textContent.endsWith('\n\n') && leaveCode(editor)
  return false
}

function leaveCode(editor: Editor): boolean {
  const { state, view } = editor
  const { pos } = state.selection.$from
  view.dispatch(state.tr.delete(pos - 2, pos))
  return paragraphBelow(editor)
}

function tab(editor: Editor, way: 1 | -1): boolean {
  if (isInTable(editor)) return goToNextCell(way)(editor.state, editor.view.dispatch) || way === 1
  if (isInList(editor.state))
    return (
      (way === 1 ? editor.commands.sinkListItem('listItem') : editor.commands.liftListItem('listItem')) ||
      true
    )
  if (isPlain(editor) && way === 1) return editor.commands.insertContent('\t')
  return false
}

function backspace(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0) return false
  if (isInList(editor.state) && $from.index(-1) === 0) return editor.commands.liftListItem('listItem')
  if (['heading', 'pullQuote', 'codeBlock'].includes($from.parent.type.name) && $from.depth === 1)
    return editor.commands.setNode('paragraph')
  return false
}

function move(editor: Editor, by: -1 | 1): boolean {
  const transaction = moveBlock(editor.state, by)
  if (transaction) editor.view.dispatch(transaction)
  return true
}

function isPlain(editor: Editor): boolean {
  return editor.state.selection.$from.parent.type.spec.code === true
}

function isInTable(editor: Editor): boolean {
  return editor.isActive('table')
}

function isAtStart(editor: Editor): boolean {
  const { selection, doc } = editor.state
  return selection.empty && selection.head <= Selection.atStart(doc).head + (doc.firstChild?.nodeSize ?? 0)
}
