import { type Command, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  selectedRect,
} from '@tiptap/pm/tables'
import type { ComponentChildren } from 'preact'
import { focusAt } from '../text/focus-at.ts'
import type { BlockLook, BlockProps } from './block-view.tsx'
import { Button, Select } from './controls.tsx'

export const tableLook: BlockLook = {
  tag: 'figure',
  class: 'table-block writing__table',
  above: TableTools,
  content: { tag: 'div', class: 'table-block__scroll' },
}

/** Rows, columns, and what cells are: for the cell with the caret. */
function TableTools(props: BlockProps): ComponentChildren {
  const { desk, editor, node, position, remove } = props
  const texts = desk.blockTexts
  const run = (command: Command) => () => {
    enterTable(props)
    command(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const tableAt = () => {
    const at = position()
    let found: number | null = null
    node.forEach((child, offset) => {
      if (child.type.name === 'table' && at !== undefined) found = at + 1 + offset
    })
    return found
  }
  const table = node.children.find(child => child.type.name === 'table')
  const hasCaption = node.children.some(child => child.type.name === 'caption')
  const setHead = (head: boolean) => {
    const at = tableAt()
    if (at !== null) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'head', head))
  }
  const changeCells = (attributes: Record<string, unknown>) => () => {
    enterTable(props)
    const rect = selectedRect(editor.state)
    const change = editor.state.tr
    for (const pos of rect.map.cellsInRect(rect))
      for (const [name, value] of Object.entries(attributes))
        change.setNodeAttribute(rect.tableStart + pos, name, value)
    editor.view.dispatch(change)
    editor.view.focus()
  }
  const nameRow = () => {
    enterTable(props)
    const rect = selectedRect(editor.state)
    const change = editor.state.tr
    for (const pos of rect.map.cellsInRect(rect)) {
      const cell = rect.table.nodeAt(pos)
      if (!cell) continue
      const { tableCell, tableHeader } = editor.schema.nodes
      change.setNodeMarkup(
        rect.tableStart + pos,
        cell.type === tableHeader ? tableCell : tableHeader,
        cell.attrs,
      )
    }
    editor.view.dispatch(change)
    editor.view.focus()
  }
  const addCaption = () => {
    const at = position()
    if (at === undefined) return
    editor.view.dispatch(editor.state.tr.insert(at + 1, editor.schema.nodes.caption!.create()))
    focusAt(editor, at + 2)
  }
  return (
    <div class="controls__row controls__row--asked" role="toolbar" aria-label={desk.texts.tools}>
      <Button kind="quiet" onPress={run(addRowBefore)}>
        {texts.rowAbove}
      </Button>
      <Button kind="quiet" onPress={run(addRowAfter)}>
        {texts.rowBelow}
      </Button>
      <Button kind="quiet" onPress={run(addColumnBefore)}>
        {texts.columnBefore}
      </Button>
      <Button kind="quiet" onPress={run(addColumnAfter)}>
        {texts.columnAfter}
      </Button>
      <Button kind="quiet" onPress={run(deleteRow)}>
        {texts.removeRow}
      </Button>
      <Button kind="quiet" onPress={run(deleteColumn)}>
        {texts.removeColumn}
      </Button>
      <Button kind="quiet" onPress={nameRow}>
        {texts.headCell}
      </Button>
      {!hasCaption && (
        <Button kind="quiet" onPress={addCaption}>
          {texts.tableCaption}
        </Button>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={table?.attrs.head === true}
          onChange={event => setHead(event.currentTarget.checked)}
        />
        {texts.headRow}
      </label>
      <Select
        label={texts.alignment}
        value="start"
        options={(['start', 'center', 'end'] as const).map(value => ({
          value: value as 'start',
          label: texts.alignments[value],
        }))}
        onValue={value => changeCells({ align: (value as string) === 'start' ? null : value })()}
      />
      <Button kind="quiet" onPress={remove}>
        {texts.remove}
      </Button>
    </div>
  )
}

/** Commands work on the cell with the caret; where it is elsewhere, on the first. */
function enterTable({ editor, node, position }: BlockProps): void {
  const at = position()
  const { selection, doc, tr } = editor.state
  if (
    at === undefined ||
    (selection.from > at && selection.to < at + node.nodeSize && editor.isActive('table'))
  )
    return
  let cell: number | null = null
  doc.nodesBetween(at, at + node.nodeSize, (inner, pos) => {
    if (cell === null && (inner.type.name === 'tableCell' || inner.type.name === 'tableHeader')) cell = pos
  })
  if (cell !== null) editor.view.dispatch(tr.setSelection(TextSelection.create(doc, cell + 1)))
}
