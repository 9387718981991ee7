import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDraft, aStory, paragraph, storyWords } from '../../../../test/builders/a-story.ts'
import { allRows } from '../../../../test/builders/all-rows.ts'
import { signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { forgetStoryJob } from '../../fronts/forget-story.ts'
import { frontContent, publishFront } from '../../fronts/front.ts'
import { forgetWordsJob, indexStoriesJob } from '../../search/search-jobs.ts'
import { addCorrection, findFormerAddress, liveDrafts, publishStory, saveDraft } from '../story.ts'
import { moveStory } from './move-story.ts'
import { publishAtDesk } from './publish-at-desk.ts'
import { readSeenState } from './publishing-queries.ts'
import { removeStory } from './remove-story.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const { db } = house
const owner = await signedIn(house, 'owner')

const secret = 'Zephyrine'

async function aStoryWithPast(): Promise<number> {
  const words = storyWords({
    slug: 'a-court-case',
    headline: `${secret} in the headline`,
    standfirst: `${secret} in the standfirst`,
    blocks: [paragraph(`${secret} in the text.`)],
  })
  const storyId = await aDraft(house, words)
  await moveStory(house, { storyId, to: 'ready', by: owner.staff })
  await publishStory(house, { storyId, by: 'test' })
  await saveDraft(house, storyId, { ...words, searchHeadline: `${secret} found` })
  await publishStory(house, { storyId, by: 'test', kind: 'update', reason: `${secret} again` })
  await addCorrection(house, { storyId, text: `${secret} was wrong.` })
  // An editor has it open.
  await liveDrafts.replace(house, storyId, { ...words, label: secret })
  await indexStoriesJob.run({}, house)
  for (const size of [3, 4])
    await publishFront(house, {
      slug: 'home',
      title: 'Front',
      by: 'desk',
      content: {
        containers: [
          { id: 'a', layout: 'lead', size, slots: [{ storyId, headline: `${secret} on the front` }] },
          { id: 'b', layout: 'list', size, slots: [{ storyId: 999, headline: 'Another' }, { storyId }] },
        ],
      },
    })
  return storyId
}

test('removing takes the text out of everything that is kept, and leaves a tombstone', async () => {
  const storyId = await aStoryWithPast()
  expect(JSON.stringify(await allRows(db))).toContain(secret)
  const removal = { storyId, by: owner.staff, status: 451, note: 'A court has ordered this.' } as const
  await expect(removeStory(house, { ...removal, confirmation: 'remove' })).rejects.toThrow(
    `remove ${storyId}`,
  )
  await expect(
    removeStory(house, { ...removal, note: ' ', confirmation: `remove ${storyId}` }),
  ).rejects.toThrow('Tell readers')
  await removeStory(house, { ...removal, confirmation: `remove ${storyId}` })

  await forgetWordsJob.run({}, house)
  await forgetStoryJob.run({ storyId }, house)
  const rows = await allRows(db)
  const left = Object.entries(rows).flatMap(([table, all]) =>
    all.filter(row => row.toLowerCase().includes(secret.toLowerCase())).map(row => `${table}: ${row}`),
  )
  expect(left).toEqual([])
  const { live } = await db.selectFrom('fronts').select('live').executeTakeFirstOrThrow()
  expect(frontContent.parse(live).containers.map(({ slots }) => slots)).toEqual([
    [{ storyId }],
    [{ storyId: 999, headline: 'Another' }, { storyId }],
  ])
  expect(await findFormerAddress(db, 'a-court-case')).toEqual({
    storyId,
    removed: { status: 451, note: 'A court has ordered this.', at: clock.now() },
  })
  expect(await db.selectFrom('tombstones').selectAll().where('story_id', '=', storyId).execute()).toEqual([
    {
      story_id: storyId,
      status: 451,
      note: 'A court has ordered this.',
      removed_at: clock.now(),
      removed_by: owner.staff.name,
      revisions: 2,
      corrections: 1,
    },
  ])
  const acts = await db.selectFrom('audit_log').select(['act', 'subject_title']).execute()
  expect(acts).toContainEqual({ act: 'remove-story', subject_title: '' })
  expect(acts).toContainEqual({ act: 'move-story', subject_title: '' })
})

test('what was removed never comes back, neither by publishing nor by writing on', async () => {
  const storyId = await aStory(house, { slug: 'gone-for-good' })
  await liveDrafts.replace(house, storyId, storyWords({ slug: 'gone-for-good', headline: 'Once more' }))
  await removeStory(house, {
    storyId,
    by: owner.staff,
    status: 410,
    note: 'It was about a child.',
    confirmation: `remove ${storyId}`,
  })
  await expect(publishStory(house, { storyId, by: 'test' })).rejects.toThrow('removed for good')
  await expect(saveDraft(house, storyId, storyWords())).rejects.toThrow('stories_removed_check')
  await expect(liveDrafts.replace(house, storyId, storyWords())).rejects.toThrow('stories_removed_check')
  const seen = await readSeenState(db, storyId)
  await expect(
    publishAtDesk(house, {
      storyId,
      by: owner.staff,
      seen,
      change: { kind: 'update' },
      reason: '',
      timeZone: 'UTC',
    }),
  ).rejects.toThrow()
  await expect(sql`update stories set removed_at = null where id = ${storyId}`.execute(db)).rejects.toThrow(
    'never changed',
  )
})

test('without a tombstone neither revisions nor audit lines can be emptied, with one nothing else of them', async () => {
  const storyId = await aStory(house)
  await moveless(storyId)
  const attempts = [
    sql`update revisions set content = removed_text(), context = '{}', reason = '' where story_id = ${storyId}`,
    sql`update audit_log set subject_title = '' where subject_id = ${String(storyId)}`,
    sql`delete from audit_log where subject_id = ${String(storyId)}`,
  ]
  for (const attempt of attempts) await expect(attempt.execute(db)).rejects.toThrow('never changed')
  await removeStory(house, {
    storyId,
    by: owner.staff,
    status: 410,
    note: 'Gone.',
    confirmation: `remove ${storyId}`,
  })
  const later = [
    sql`update revisions set published_by = 'somebody else' where story_id = ${storyId}`,
    sql`update revisions set content = '{"headline": "back"}' where story_id = ${storyId}`,
    sql`update audit_log set staff_name = 'somebody else' where subject_id = ${String(storyId)}`,
    sql`update audit_log set act = 'x', subject_title = '' where subject_id = ${String(storyId)}`,
    sql`delete from audit_log where subject_id = ${String(storyId)}`,
    sql`delete from tombstones where story_id = ${storyId}`,
    sql`update tombstones set note = 'x' where story_id = ${storyId}`,
  ]
  for (const attempt of later) await expect(attempt.execute(db)).rejects.toThrow('never changed')
})

/** Leaves a line about the story in the audit log. */
async function moveless(storyId: number): Promise<void> {
  await sql`
    insert into audit_log (at, staff_name, act, subject_kind, subject_id, subject_title)
    values (now(), 'Ada', 'look-at', 'story', ${String(storyId)}, 'A headline')`.execute(db)
}
