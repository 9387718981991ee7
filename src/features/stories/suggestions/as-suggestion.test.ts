import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodySchema, lineSchema } from '../editor/schema/schema.ts'
import { runningTextOf } from '../live-draft/running-text.ts'
import type { TreeNode } from '../live-draft/tree.ts'
import { asSuggestion, type Suggester } from './as-suggestion.ts'
import { settleInText, suggestionsOf } from './settle-in-text.ts'

let made = 0
const me: Suggester = { staffId: 1, fresh: () => ({ id: `s${++made}`, at: '2026-11-22T09:00:00Z' }) }
const other: Suggester = { ...me, staffId: 2 }

const p = (text: string, id = 'b') =>
  bodySchema.node('paragraph', { id }, text ? [bodySchema.text(text)] : [])
const open = (...blocks: Node[]) => EditorState.create({ doc: bodySchema.node('doc', null, blocks) })

/** Applies a change as a suggestion; throws where it is refused. */
function suggest(state: EditorState, change: (tr: Transaction) => Transaction, by = me): EditorState {
  const made = asSuggestion(change(state.tr), state, by)
  if (made === 'as it is') return state.apply(change(state.tr))
  if ('refused' in made) throw new Error(made.refused)
  return state.apply(made.transaction)
}

function refused(state: EditorState, change: (tr: Transaction) => Transaction, by = me): string {
  const made = asSuggestion(change(state.tr), state, by)
  return made !== 'as it is' && 'refused' in made ? made.refused : 'not refused'
}

const type = (state: EditorState, at: number, words: string, by = me) =>
  [...words].reduce((now, letter, i) => suggest(now, tr => tr.insertText(letter, at + i), by), state)

/** The text with its margins: [-gone-] and {+come+}. */
const shown = (state: EditorState) => {
  const blocks: string[] = []
  state.doc.forEach(block => {
    let text = ''
    block.descendants(node => {
      const marks = node.marks.map(mark => mark.type.name)
      if (!node.isText) return
      const words = marks.includes('insertion') ? `{+${node.text}+}` : node.text!
      text += marks.includes('deletion') ? `[-${words}-]` : words
    })
    blocks.push(text)
  })
  return blocks.join('¶')
}
const settled = (state: EditorState, verdict: 'accept' | 'reject') => {
  const tr = settleInText(state, 'all', verdict)
  return shown(tr ? state.apply(tr) : state)
}
/** What readers would get now. */
const published = (state: EditorState) =>
  ((state.doc.toJSON() as TreeNode).content ?? [])
    .map(block =>
      runningTextOf(block.content ?? [])
        .map(part => ('text' in part ? part.text : ''))
        .join(''),
    )
    .filter(Boolean)
    .join('¶')

test('what is typed is an insertion, and one as long as one goes on typing', () => {
  const state = type(open(p('The boat came.')), 5, 'big ')
  expect(shown(state)).toBe('The {+big +}boat came.')
  expect(suggestionsOf(state.doc)).toMatchObject([{ staffId: 1, before: '', after: 'big ' }])
  expect(state.selection.from).toBe(9)
})

test('what is deleted stays, struck out; the caret goes on as if it were gone', () => {
  let state = open(p('The boat came.'))
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 9)))
  for (let i = 9; i > 5; i--) state = suggest(state, tr => tr.delete(i - 1, i))
  expect(shown(state)).toBe('The [-boat-] came.')
  expect(state.selection.from).toBe(5)
  expect(suggestionsOf(state.doc)).toHaveLength(1)
  // Once more over what is struck out already: nothing but the caret moves.
  const again = suggest(state, tr => tr.delete(4, 5))
  expect(shown(again)).toBe('The[- boat-] came.')
})

test('words put in the place of others are one suggestion', () => {
  const state = suggest(open(p('The boat came.')), tr => tr.insertText('ferry', 5, 9))
  expect(shown(state)).toBe('The [-boat-]{+ferry+} came.')
  expect(suggestionsOf(state.doc)).toMatchObject([{ before: 'boat', after: 'ferry' }])
  expect(published(state)).toBe('The boat came.')
  expect(settled(state, 'accept')).toBe('The ferry came.')
  expect(settled(state, 'reject')).toBe('The boat came.')
})

test('one’s own insertion is altered freely, somebody else’s is not', () => {
  const mine = type(open(p('The boat.')), 5, 'big ')
  expect(shown(suggest(mine, tr => tr.delete(6, 7)))).toBe('The {+bg +}boat.')
  expect(shown(suggest(mine, tr => tr.delete(6, 7), other))).toBe('The {+b+}[-{+i+}-]{+g +}boat.')
  expect(shown(suggest(mine, tr => tr.addMark(5, 8, bodySchema.mark('bold'))))).toBe('The {+big+}{+ +}boat.')
  expect(refused(mine, tr => tr.addMark(5, 8, bodySchema.mark('bold')), other)).toBe('onlyText')
})

test('what words cannot say is refused', () => {
  const divider = bodySchema.node('divider', { id: 'd' })
  const state = open(p('One', 'a'), divider, p('Two', 'b'))
  expect(refused(state, tr => tr.delete(5, 6))).toBe('onlyText')
  expect(refused(state, tr => tr.setBlockType(1, 2, bodySchema.nodes.heading!, { level: 2 }))).toBe(
    'onlyText',
  )
  expect(refused(state, tr => tr.setNodeAttribute(0, 'more', { a: 1 }))).toBe('onlyText')
  expect(refused(state, tr => tr.insert(5, bodySchema.node('divider')))).toBe('noPaste')
  expect(refused(state, tr => tr.insert(3, bodySchema.node('break')))).toBe('onlyText')
  const code = open(bodySchema.node('codeBlock', { id: 'c' }, [bodySchema.text('let')]))
  expect(refused(code, tr => tr.insertText('x', 2))).toBe('onlyText')
  expect(refused(open(p('One', 'a'), p('Two', 'b')), tr => tr.delete(4, 6))).toBe('noJoin')
})

test('deleting over several blocks strikes out their words and leaves what is no text', () => {
  const state = open(p('One', 'a'), bodySchema.node('divider', { id: 'd' }), p('Two', 'b'))
  const made = asSuggestion(state.tr.delete(2, 9), state, me)
  if (made === 'as it is' || 'refused' in made) throw new Error('refused')
  expect(made.told).toBe('blocksStay')
  expect(shown(state.apply(made.transaction))).toBe('O[-ne-]¶¶[-Tw-]o')
})

test('a new paragraph is begun behind one, and goes again when it is rejected', () => {
  let state = open(p('One.', 'a'))
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)))
  state = type(
    suggest(state, tr => tr.split(5)),
    7,
    'Two.',
  )
  expect(shown(state)).toBe('One.¶{+Two.+}')
  expect(state.doc.child(0).attrs.id).toBe('a')
  expect(published(state)).toBe('One.')
  expect(settled(state, 'accept')).toBe('One.¶Two.')
  expect(settled(state, 'reject')).toBe('One.')
  // Going back over the edge takes the own paragraph away again.
  const joined = suggest(state, tr => tr.delete(5, 7))
  expect(shown(joined)).toBe('One.{+Two.+}')
})

test('a paragraph is not split in its middle', () => {
  let state = open(p('One and two.'))
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)))
  expect(refused(state, tr => tr.split(5))).toBe('noSplit')
})

test('pasted paragraphs come as suggested paragraphs, at the end of one', () => {
  const state = open(p('One.', 'a'), p('Last.', 'z'))
  const slice = new Slice(Fragment.from([p(' More.', 'x'), p('Two.', 'y')]), 1, 1)
  const pasted = suggest(state, tr => tr.replace(5, 5, slice))
  expect(shown(pasted)).toBe('One.{+ More.+}¶{+Two.+}¶Last.')
  expect(settled(pasted, 'reject')).toBe('One.¶Last.')
  expect(refused(state, tr => tr.replace(3, 3, slice))).toBe('noSplit')
  const list = bodySchema.node('list', null, [bodySchema.node('listItem', null, [p('a')])])
  expect(refused(state, tr => tr.insert(6, list))).toBe('noPaste')
})

test('pasting into an empty paragraph fills it', () => {
  const state = open(p('One.', 'a'), p('', 'e'))
  const slice = new Slice(Fragment.from([p('Two.', 'x'), p('Three.', 'y')]), 0, 0)
  expect(shown(suggest(state, tr => tr.replaceRange(7, 7, slice)))).toBe('One.¶{+Two.+}¶{+Three.+}')
})

test('headlines are lines and take suggestions, too', () => {
  const line = lineSchema.node('line', null, [lineSchema.text('The vote is near')])
  const state = EditorState.create({ doc: lineSchema.node('doc', null, [line]) })
  const changed = suggest(state, tr => tr.insertText('over', 13, 17))
  expect(shown(changed)).toBe('The vote is [-near-]{+over+}')
  expect(settled(changed, 'accept')).toBe('The vote is over')
})

test('whatever is typed and deleted, nothing of the text is lost before it is accepted', () => {
  const edit = fc.record({
    from: fc.nat(60),
    length: fc.nat(6),
    words: fc.constantFrom('', 'a', 'bee ', 'Ї'),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), edits => {
      let state = open(p('The boat came in at six.', 'a'), p('It left at nine.', 'b'))
      for (const { from, length, words } of edits) {
        const size = state.doc.content.size
        const $at = state.doc.resolve(Math.min(from, size))
        const at = $at.parent.isTextblock ? $at.pos : 1
        const end = Math.min(at + length, state.doc.resolve(at).end())
        if (at === end && words === '') continue
        state = suggest(state, tr => (words ? tr.insertText(words, at, end) : tr.delete(at, end)))
      }
      state.doc.check()
      expect(published(state)).toBe('The boat came in at six.¶It left at nine.')
      expect(settled(state, 'reject')).toBe('The boat came in at six.¶It left at nine.')
      expect(settled(state, 'accept')).not.toMatch(/[{[]/)
    }),
    { numRuns: 200 },
  )
})
