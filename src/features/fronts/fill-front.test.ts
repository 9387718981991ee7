import { expect, test } from 'vitest'
import { aDraft, aStory } from '../../../test/builders/a-story.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { saveTopic } from '../topics/topic.ts'
import { firstFront } from './first-front.ts'
import { fillFront, frontContent, publishFront, readFront } from './front.ts'

const { house } = await testHouse()
const { db } = house
const harbour = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
const old = await aStory(house, { topics: [harbour] }, { at: new Date('2026-01-01') })
const middle = await aStory(house, { topics: [harbour] }, { at: new Date('2026-02-01') })
const fresh = await aStory(house, { topics: [harbour] }, { at: new Date('2026-03-01') })
const draft = await aDraft(house)

const ids = async (input: object[]) => {
  const containers = await fillFront(db, frontContent.parse({ containers: input }))
  return containers.map(({ slots }) => slots.map(slot => slot.story.id))
}

test('what editors chose comes first, the query fills the rest, newest first', async () => {
  expect(await ids([{ id: 'a', layout: 'lead', size: 3, slots: [{ storyId: old }], fill: {} }])).toEqual([
    [old, fresh, middle],
  ])
})

test('no story stands on a front twice, and a query never takes one that an editor put lower down', async () => {
  expect(
    await ids([
      { id: 'a', layout: 'lead', size: 2, slots: [], fill: { topicId: harbour } },
      { id: 'b', layout: 'list', size: 2, slots: [{ storyId: fresh }, { storyId: fresh }], fill: null },
    ]),
  ).toEqual([[middle, old], [fresh]])
})

test('a story that is not published is passed over, and a container without a query may stay short', async () => {
  expect(
    await ids([
      {
        id: 'a',
        layout: 'grid',
        size: 4,
        slots: [{ storyId: draft }, { storyId: middle }, { storyId: 999_999 }],
      },
    ]),
  ).toEqual([[middle]])
})

test('a slot’s own words and picture stand in for the story’s', async () => {
  const [container] = await fillFront(
    db,
    frontContent.parse({
      containers: [
        { id: 'a', layout: 'lead', size: 1, slots: [{ storyId: old, headline: 'Shorter', standfirst: '' }] },
      ],
    }),
  )
  expect(container!.slots[0]!.story).toMatchObject({ headline: 'Shorter', standfirst: '' })
})

test('publishing a front keeps every revision of it', async () => {
  const content = { containers: [{ id: 'a', layout: 'lead' as const, size: 1, slots: [{ storyId: old }] }] }
  await publishFront(house, { slug: 'home', title: 'Front', content, by: 'maeve' })
  await publishFront(house, { slug: 'home', title: 'Front', content: { containers: [] }, by: 'maeve' })
  expect(await readFront(db, 'home')).toEqual({ containers: [] })
  const kept = await db
    .selectFrom('front_revisions')
    .select(['number', 'published_by'])
    .orderBy('number')
    .execute()
  expect(kept.map(row => row.number)).toEqual([1, 2])
})

test('a paper whose editors have made no front yet opens with its newest stories and its topics', async () => {
  const containers = await fillFront(db, await firstFront(db, { latest: 'Latest' }))
  expect(containers[0]!.slots.map(slot => slot.story.id)).toEqual([fresh, middle, old])
  expect(containers.map(container => container.title)).toEqual(['', 'Latest', 'Harbour'])
})
