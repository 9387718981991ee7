import { expect, test } from 'vitest'
import { paragraph, storyWords } from '../../../../test/builders/a-story.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { compareDrafts } from './compare-drafts.ts'

const draft = (words: Parameters<typeof storyWords>[0]) =>
  readDraft({ ...storyWords(), headline: 'One', slug: 'one', ...words })
const kinds = (comparison: ReturnType<typeof compareDrafts>) => comparison.blocks.map(({ kind }) => kind)

test('headline and fields beside the text are told apart', () => {
  const before = draft({ headline: 'The vote is near' })
  const after = draft({ headline: 'The vote is over', topics: [3] })
  const found = compareDrafts(before, after)
  expect(found.headline.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'del', text: 'near' },
    { kind: 'ins', text: 'over' },
  ])
  expect(found.fields).toEqual(['topics'])
  expect(found.same).toBe(false)
  expect(compareDrafts(before, before).same).toBe(true)
})

test('blocks are the same ones by their id: changed, added, removed, moved', () => {
  const before = draft({
    blocks: [paragraph('First.', 'a'), paragraph('Second.', 'b'), paragraph('Third.', 'c')],
  })
  const changed = draft({
    blocks: [paragraph('First.', 'a'), paragraph('Another.', 'b'), paragraph('New.', 'd')],
  })
  expect(kinds(compareDrafts(before, changed))).toEqual(['same', 'changed', 'removed', 'added'])
  const moved = draft({
    blocks: [paragraph('Third.', 'c'), paragraph('First.', 'a'), paragraph('Second.', 'b')],
  })
  expect(kinds(compareDrafts(before, moved))).toEqual(['moved', 'same', 'same'])
})

test('a block that got another id is known by its words', () => {
  const before = draft({ blocks: [paragraph('First.', 'a'), paragraph('Second.', 'b')] })
  const after = draft({ blocks: [paragraph('First.', 'x'), paragraph('Second.', 'b')] })
  expect(kinds(compareDrafts(before, after))).toEqual(['same', 'same'])
})

test('what changes no word is still said', () => {
  const bold = {
    ...paragraph('First.', 'a'),
    content: [{ type: 'text', text: 'First.', marks: [{ type: 'bold' }] }],
  }
  const found = compareDrafts(draft({ blocks: [paragraph('First.', 'a')] }), draft({ blocks: [bold] }))
  expect(kinds(found)).toEqual(['settings'])
})
