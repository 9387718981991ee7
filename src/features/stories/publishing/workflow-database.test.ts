import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../test/builders/a-story.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import {
  addCorrection,
  findPublishedStory,
  publishScheduledJob,
  publishStory,
  scheduleStory,
} from '../story.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const { db } = house

async function embargoed(until: string): Promise<number> {
  const storyId = await aDraft(house)
  await db
    .updateTable('stories')
    .set({ embargo_until: new Date(until) })
    .where('id', '=', storyId)
    .execute()
  return storyId
}

test('nothing goes out before its embargo ends, neither by hand nor at a time', async () => {
  const storyId = await embargoed('2026-11-23T06:00:00Z')
  await expect(publishStory(house, { storyId, by: 'maeve' })).rejects.toThrow('An embargo stands')
  await expect(scheduleStory(house, { storyId, at: new Date('2026-11-23T05:59:59Z') })).rejects.toThrow(
    'An embargo stands',
  )
  await scheduleStory(house, { storyId, at: new Date('2026-11-23T06:00:00Z') })
  clock.set('2026-11-23T06:00:01Z')
  await publishScheduledJob.run({}, house)
  expect(
    await db
      .selectFrom('stories')
      .select(['state', 'embargo_until'])
      .where('id', '=', storyId)
      .executeTakeFirst(),
  ).toEqual({ state: 'published', embargo_until: null })
})

test('the database itself keeps a story from being out, or scheduled early, under an embargo', async () => {
  const storyId = await embargoed('2030-01-01T00:00:00Z')
  for (const change of [
    sql`state = 'published'`,
    sql`state = 'scheduled', scheduled_for = '2029-12-31T23:59:59Z'`,
  ])
    await expect(sql`update stories set ${change} where id = ${storyId}`.execute(db)).rejects.toThrow(
      'stories_embargo_check',
    )
})

test.each(['in-review', 'ready'] as const)(
  'a story that is %s can be published and scheduled',
  async state => {
    const [one, other] = [await aDraft(house), await aDraft(house)]
    await db.updateTable('stories').set({ state }).where('id', 'in', [one, other]).execute()
    await scheduleStory(house, { storyId: one, at: new Date(clock.now().getTime() + 60_000) })
    expect(await publishStory(house, { storyId: other, by: 'maeve' })).toBe(1)
  },
)

test('a scheduled story that cannot go out says why, once in the audit log, and goes out when it can', async () => {
  await aStory(house, { slug: 'taken' })
  const storyId = await aDraft(house, { slug: 'taken', headline: 'Second' })
  await scheduleStory(house, { storyId, at: new Date(clock.now().getTime() + 1000), by: 'Maeve' })
  clock.advance(60)
  await publishScheduledJob.run({}, house)
  await publishScheduledJob.run({}, house)
  const read = () =>
    db
      .selectFrom('stories')
      .select(['state', 'schedule_failure'])
      .where('id', '=', storyId)
      .executeTakeFirstOrThrow()
  expect(await read()).toMatchObject({
    state: 'scheduled',
    schedule_failure: expect.stringContaining('belongs to another story'),
  })
  const lines = await db
    .selectFrom('audit_log')
    .select('act')
    .where('subject_id', '=', String(storyId))
    .execute()
  expect(lines).toEqual([{ act: 'fail-schedule' }])
  await sql`update stories set draft = jsonb_set(draft, '{slug}', '"free"') where id = ${storyId}`.execute(db)
  await publishScheduledJob.run({}, house)
  expect(await read()).toEqual({ state: 'published', schedule_failure: '' })
  expect((await findPublishedStory(db, 'free'))?.headline).toBe('Second')
})

test('a correction is never changed or taken away', async () => {
  const storyId = await aStory(house)
  const id = await addCorrection(house, { storyId, text: 'It was four.' })
  for (const change of [
    sql`update corrections set text = 'x' where id = ${id}`,
    sql`delete from corrections where id = ${id}`,
  ])
    await expect(change.execute(db)).rejects.toThrow('a correction is never changed')
})
