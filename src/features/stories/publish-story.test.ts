import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDraft, aStory, paragraph, storyWords } from '../../../test/builders/a-story.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { eventsAfter } from '../../platform/events/events.ts'
import { saveTopic } from '../topics/topic.ts'
import {
  addCorrection,
  createStory,
  findFormerAddress,
  findPublishedStory,
  listMonths,
  listStories,
  type Place,
  publishScheduledJob,
  publishStory,
  saveDraft,
  scheduleStory,
  withdrawStory,
} from './story.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const { db } = house

test('a draft is on no reader’s page; publishing makes revision 1 and shows it', async () => {
  const storyId = await aDraft(house, { slug: 'first-light', headline: 'First light' })
  expect(await findPublishedStory(db, 'first-light')).toBeNull()
  expect(await publishStory(house, { storyId, by: 'maeve' })).toBe(1)
  const story = await findPublishedStory(db, 'first-light')
  expect(story).toMatchObject({ headline: 'First light', revision: 1, updatedAt: null, words: 6, minutes: 1 })
  expect(story!.publishedAt).toEqual(clock.now())
})

test('an update keeps the first time and shows the new one; a silent change shows none', async () => {
  const storyId = await aStory(house, { slug: 'tides' })
  const first = clock.now()
  clock.advance(3600)
  await saveDraft({ ...house, db }, storyId, storyWords({ slug: 'tides', headline: 'Tides, again' }))
  await publishStory(house, { storyId, by: 'maeve', kind: 'silent' })
  expect(await findPublishedStory(db, 'tides')).toMatchObject({
    headline: 'Tides, again',
    publishedAt: first,
    updatedAt: null,
    revision: 2,
  })
  clock.advance(3600)
  expect(await publishStory(house, { storyId, by: 'maeve', kind: 'update', reason: 'a new figure' })).toBe(3)
  expect(await findPublishedStory(db, 'tides')).toMatchObject({ publishedAt: first, updatedAt: clock.now() })
  const revisions = await db
    .selectFrom('revisions')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('number')
    .execute()
  expect(revisions.map(each => [each.number, each.kind, each.reason])).toEqual([
    [1, 'first', ''],
    [2, 'silent', ''],
    [3, 'update', 'a new figure'],
  ])
})

test('a revision is never changed', async () => {
  const storyId = await aStory(house)
  await expect(
    sql`update revisions set reason = 'x' where story_id = ${storyId}`.execute(db),
  ).rejects.toThrow('never changed')
})

test('a new address leads on from the old one, and nobody else may take either', async () => {
  const storyId = await aStory(house, { slug: 'old-name' })
  await saveDraft({ ...house, db }, storyId, storyWords({ slug: 'new-name' }))
  await publishStory(house, { storyId, by: 'maeve' })
  expect(await findPublishedStory(db, 'old-name')).toBeNull()
  expect(await findFormerAddress(db, 'old-name')).toEqual({ movedTo: 'new-name', storyId })
  for (const slug of ['old-name', 'new-name'])
    await expect(aStory(house, { slug })).rejects.toThrow('belongs to another story')
})

test('an address of the publication itself is refused in a sentence', async () => {
  await expect(aStory(house, { slug: 'archive' })).rejects.toThrow(
    '“/archive” belongs to the publication itself',
  )
})

test('a withdrawn story leaves every list and answers with its note; publishing brings it back', async () => {
  const storyId = await aStory(house, { slug: 'taken-back' })
  await withdrawStory(house, { storyId, by: 'maeve', note: 'A source was not who they said.' })
  expect(await findPublishedStory(db, 'taken-back')).toBeNull()
  expect((await listStories(db, { limit: 100 })).map(story => story.id)).not.toContain(storyId)
  expect(await findFormerAddress(db, 'taken-back')).toEqual({
    withdrawn: true,
    storyId,
    note: 'A source was not who they said.',
  })
  await expect(withdrawStory(house, { storyId, by: 'maeve' })).rejects.toThrow('Only a published story')
  await publishStory(house, { storyId, by: 'maeve' })
  expect(await findPublishedStory(db, 'taken-back')).not.toBeNull()
})

test('what was private elsewhere cannot be published, scheduled or stored as anything but a draft', async () => {
  const storyId = await aDraft(house)
  await db.updateTable('stories').set({ audience: 'nobody' }).where('id', '=', storyId).execute()
  await expect(publishStory(house, { storyId, by: 'maeve' })).rejects.toThrow('private')
  await expect(scheduleStory(house, { storyId, at: new Date('2030-01-01') })).rejects.toThrow('private')
  await expect(
    db.updateTable('stories').set({ state: 'published' }).where('id', '=', storyId).execute(),
  ).rejects.toThrow('check constraint')
})

test.each([
  ['topics', { topics: [999_999] }, 'there is no topic 999999'],
  ['authors', { authors: [999_999] }, 'there is no author 999999'],
])(
  '%s that there are not are named in a sentence, and nothing is written',
  async (field, words, sentence) => {
    const storyId = await aDraft(house, words)
    await expect(publishStory(house, { storyId, by: 'maeve' })).rejects.toMatchObject({
      name: 'BadInput',
      field,
      message: expect.stringContaining(sentence),
    })
    expect(await db.selectFrom('revisions').selectAll().where('story_id', '=', storyId).execute()).toEqual([])
  },
)

test('a translation of a story that there is not is refused', async () => {
  await expect(createStory(house, { content: storyWords(), translationOf: 999_999 })).rejects.toThrow(
    'There is no story 999999',
  )
})

test('a scheduled story goes out when its time has come, with that time, and not before', async () => {
  const storyId = await aDraft(house, { slug: 'at-noon' })
  const noon = new Date(clock.now().getTime() + 3_600_000)
  await scheduleStory(house, { storyId, at: noon })
  await publishScheduledJob.run({}, house)
  expect(await findPublishedStory(db, 'at-noon')).toBeNull()
  clock.advance(3_700)
  await publishScheduledJob.run({}, house)
  await publishScheduledJob.run({}, house)
  expect(await findPublishedStory(db, 'at-noon')).toMatchObject({ publishedAt: noon, revision: 1 })
  await expect(scheduleStory(house, { storyId, at: new Date('2001-01-01') })).rejects.toThrow('past')
})

test('a scheduled story whose address is taken meanwhile does not hold back the others', async () => {
  const at = new Date(clock.now().getTime() + 60_000)
  const blocked = await aDraft(house, { slug: 'same-name' })
  const free = await aDraft(house, { slug: 'free-name' })
  for (const storyId of [blocked, free]) await scheduleStory(house, { storyId, at })
  await aStory(house, { slug: 'same-name' })
  clock.advance(61)
  await publishScheduledJob.run({}, house)
  expect(await findPublishedStory(db, 'free-name')).not.toBeNull()
})

test('the event of a publishing names the topics it left as well as those it joined', async () => {
  const [harbour, schools] = [
    await saveTopic(house, { slug: 'h', name: 'H' }),
    await saveTopic(house, { slug: 's', name: 'S' }),
  ]
  const storyId = await aStory(house, { slug: 'moves', topics: [harbour] })
  await saveDraft({ ...house, db }, storyId, storyWords({ slug: 'moves', topics: [schools] }))
  const before = (await eventsAfter(db, 0, 10_000)).at(-1)!.id
  await publishStory(house, { storyId, by: 'maeve' })
  const [event] = await eventsAfter(db, before)
  expect(event).toMatchObject({ kind: 'story-published' })
  expect(event!.keys.sort()).toEqual(
    ['stories', `story:${storyId}`, `topic:${harbour}`, `topic:${schools}`].sort(),
  )
  expect((await listStories(db, { topicId: harbour, limit: 9 })).length).toBe(0)
})

test('lists go on after a place without a gap or a double, stories of one moment too', async () => {
  const topic = await saveTopic(house, { slug: 'paging', name: 'Paging' })
  const at = new Date('2024-03-01T12:00:00Z')
  for (let i = 0; i < 7; i++)
    await aStory(house, { topics: [topic] }, { at: i < 4 ? at : new Date(at.getTime() + i) })
  const seen: number[] = []
  for (let before: Place | undefined; ; ) {
    const page = await listStories(db, { topicId: topic, before, limit: 2 })
    seen.push(...page.map(story => story.id))
    const last = page.at(-1)
    if (page.length < 2 || !last) break
    before = { publishedAt: last.publishedAt, storyId: last.id }
  }
  expect(seen.length).toBe(7)
  expect(new Set(seen).size).toBe(7)
})

test('months are those of the publication’s zone', async () => {
  await aStory(house, {}, { at: new Date('2019-12-31T23:30:00Z') })
  expect(await listMonths(db, 'Europe/Kyiv')).toContainEqual({ year: 2020, month: 1 })
  expect(await listMonths(db, 'Europe/Dublin')).toContainEqual({ year: 2019, month: 12 })
})

test('a page has no place in lists; corrections come with the story, oldest first', async () => {
  const storyId = await aStory(
    house,
    { slug: 'imprint', blocks: [paragraph('Who we are.')] },
    { kind: 'page' },
  )
  expect((await listStories(db, { limit: 200 })).map(story => story.id)).not.toContain(storyId)
  await addCorrection(house, { storyId, text: 'It is two words.', at: new Date('2026-01-02') })
  await addCorrection(house, {
    storyId,
    text: 'It is one word.',
    severity: 'major',
    placement: 'top',
    at: new Date('2026-01-01'),
  })
  const story = await findPublishedStory(db, 'imprint')
  expect(story!.corrections.map(each => [each.text, each.placement])).toEqual([
    ['It is one word.', 'top'],
    ['It is two words.', 'bottom'],
  ])
})
