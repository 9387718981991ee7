import { EditorState, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { keepIds } from './keep-ids.ts'
import { bodySchema } from './schema.ts'

const paragraph = (text: string, id: string | null) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})

function editing(...content: object[]): EditorState {
  const doc = bodySchema.nodeFromJSON({ type: 'doc', content })
  return EditorState.create({ doc, plugins: [keepIds()] })
}

function ids(state: EditorState): unknown[] {
  return state.doc.children.map(block => block.attrs.id)
}

function typed(state: EditorState, change: (transaction: Transaction) => Transaction): EditorState {
  return state.apply(change(state.tr))
}

test('a block that is split off gets an id of its own, the first half keeps the old one', () => {
  const [first, second] = ids(typed(editing(paragraph('One two', 'a')), tr => tr.split(4)))
  expect(first).toBe('a')
  expect(second).toMatch(/^[0-9a-z]{12}$/)
})

test('a copy pasted before its original leaves the original its id', () => {
  const before = editing(paragraph('One', 'a'))
  const after = typed(before, tr => tr.insert(0, bodySchema.nodeFromJSON(paragraph('One', 'a'))))
  const [copy, original] = ids(after)
  expect(original).toBe('a')
  expect(copy).not.toBe('a')
})

test('blocks from elsewhere without an id, or with one id among them, get their own', () => {
  const slice = [paragraph('Two', null), paragraph('Three', 'x'), paragraph('Four', 'x')]
  const after = typed(editing(paragraph('One', 'a')), tr =>
    tr.insert(
      5,
      slice.map(json => bodySchema.nodeFromJSON(json)),
    ),
  )
  expect(new Set(ids(after)).size).toBe(4)
  expect(ids(after)).toContain('x')
  expect(ids(after)).not.toContain(null)
})

test('moving a block keeps its id; what others changed is theirs to mend', () => {
  const state = editing(paragraph('One', 'a'), paragraph('Two', 'b'))
  const block = state.doc.child(0)
  const moved = typed(state, tr => tr.delete(0, 5).insert(5, block))
  expect(ids(moved)).toEqual(['b', 'a'])
  const theirs = typed(state, tr =>
    tr.insert(0, bodySchema.nodeFromJSON(paragraph('New', 'a'))).setMeta('y-sync$', { isChangeOrigin: true }),
  )
  expect(ids(theirs)).toEqual(['a', 'a', 'b'])
})
