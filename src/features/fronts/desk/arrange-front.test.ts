import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrontContent } from '../front.ts'
import { arrangeFront, type FrontChange } from './arrange-front.ts'

const front: FrontContent = {
  containers: [
    {
      id: 'a',
      layout: 'lead',
      title: '',
      href: null,
      size: 3,
      slots: [{ storyId: 1 }, { storyId: 2 }],
      fill: null,
    },
    {
      id: 'b',
      layout: 'river',
      title: 'B',
      href: null,
      size: 5,
      slots: [{ storyId: 3, headline: 'Own' }],
      fill: {},
    },
  ],
}
const order = (content: FrontContent) =>
  content.containers.map(({ id, slots }) => `${id}:${slots.map(({ storyId }) => storyId).join()}`)

test('a slot moves within its container and to another, with its own words', () => {
  const down = arrangeFront(front, { do: 'move-slot', container: 'a', storyId: 1, to: 'a', at: 1 })
  expect(order(down)).toEqual(['a:2,1', 'b:3'])
  const over = arrangeFront(front, { do: 'move-slot', container: 'b', storyId: 3, to: 'a', at: 0 })
  expect(order(over)).toEqual(['a:3,1,2', 'b:'])
  expect(over.containers[0]!.slots[0]).toEqual({ storyId: 3, headline: 'Own' })
})

test('a story is added once, at the top', () => {
  const added = arrangeFront(front, { do: 'add-slot', container: 'b', storyId: 9 })
  expect(order(added)).toEqual(['a:1,2', 'b:9,3'])
  expect(order(arrangeFront(added, { do: 'add-slot', container: 'b', storyId: 9 }))).toEqual(order(added))
})

test('containers are added, moved, set and removed', () => {
  const added = arrangeFront(front, { do: 'add-container', layout: 'opinion', id: 'c' })
  expect(order(arrangeFront(added, { do: 'move-container', container: 'c', by: -5 }))).toEqual([
    'c:',
    'a:1,2',
    'b:3',
  ])
  const set = arrangeFront(front, {
    do: 'set-container',
    container: 'a',
    values: { layout: 'grid', title: 'New', href: '/new', size: 4, fill: { topicId: 3 } },
  })
  expect(set.containers[0]).toMatchObject({ layout: 'grid', title: 'New', fill: { topicId: 3 } })
  expect(set.containers[0]!.slots).toHaveLength(2)
  expect(order(arrangeFront(front, { do: 'remove-container', container: 'a' }))).toEqual(['b:3'])
})

test('no change of slots loses or doubles a story, whatever it names', () => {
  const change = fc.record({
    container: fc.constantFrom('a', 'b', 'gone'),
    storyId: fc.integer({ min: 1, max: 4 }),
    to: fc.constantFrom('a', 'b', 'gone'),
    at: fc.integer({ min: -3, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(change), changes => {
      const after = changes.reduce<FrontContent>(
        (content, each) => arrangeFront(content, { do: 'move-slot', ...each } satisfies FrontChange),
        front,
      )
      expect(after.containers.flatMap(({ slots }) => slots.map(({ storyId }) => storyId)).sort()).toEqual([
        1, 2, 3,
      ])
    }),
  )
})
