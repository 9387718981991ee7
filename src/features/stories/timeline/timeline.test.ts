import { expect, test } from 'vitest'
import { aDraft, aStory, paragraph } from '../../../../test/builders/a-story.ts'
import { draftOf, openEditor, ready, saved } from '../../../../test/builders/open-editor.ts'
import { signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'
import { removeStory } from '../publishing/remove-story.ts'
import { pruneDrafts } from './timeline-queries.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const opened = await testHouse({ clock })
const { house } = opened
const at = await opened.serve()
const ann = await signedIn(house, 'owner', { name: 'Ann Quill' })
const ben = await signedIn(house, 'editor', { name: 'Ben Ferry' })

const timelineOf = (storyId: number) => `${at}/newsroom/stories/${storyId}/timeline`
const write = (storyId: number, text: string, by = ann) =>
  liveDrafts
    .read(house, storyId)
    .then(now => liveDrafts.replace(house, storyId, { ...now, blocks: [paragraph(text, 'b1')] }, by.staff.id))
const kept = (storyId: number) =>
  house.db.selectFrom('saved_drafts').selectAll().where('story_id', '=', storyId).orderBy('id').execute()
const textOf = ({ content }: { content: unknown }) => JSON.stringify(readDraft(Object(content)).blocks)

test('while somebody writes, what stood there is kept every five minutes, with who wrote it', async () => {
  const storyId = await aDraft(house)
  const editor = openEditor({ at, storyId, who: ann })
  await ready(editor)
  editor.type(' Then it left.')
  await saved(editor)
  expect(await kept(storyId)).toHaveLength(1)
  clock.advance(60)
  editor.type(' It came back.')
  await saved(editor)
  expect(await kept(storyId)).toHaveLength(1)
  clock.advance(3 * 3600)
  const other = openEditor({ at, storyId, who: ben })
  await ready(other)
  other.type(' Ben was here.')
  await saved(other)
  const [, second] = await kept(storyId)
  // What Ann left in the morning, kept as Ben began; with the time at which it was written.
  expect(textOf(second!)).toContain('It came back.')
  expect(textOf(second!)).not.toContain('Ben')
  expect(second!.written_by).toEqual([ann.staff.id])
  expect(second!.text_at).toEqual(new Date('2026-11-22T09:01:00Z'))
  const page = await (await ann.get(timelineOf(storyId))).text()
  expect(page).toContain('Ben Ferry')
  expect(page).toContain('The draft as it is now')
})

test('states are compared in words, and a revision is one of them', async () => {
  const storyId = await aStory(house, { blocks: [paragraph('The boat came in at six.', 'b1')] })
  clock.advance(600)
  await write(storyId, 'The boat came in at seven.')
  const page = await (await ann.get(`${timelineOf(storyId)}?from=r1&to=now`)).text()
  expect(page).toContain('Revision 1: first published')
  expect(page).toMatch(/<del>.*six.*<\/del><ins>.*seven/)
  for (const query of ['?from=r9&to=now', '?from=d999999&to=r1', '?from=<b>&to=zz'])
    expect((await ann.get(timelineOf(storyId) + query)).status).toBe(200)
})

test('an earlier state is put back as one edit that open editors see, and that can be undone', async () => {
  const storyId = await aStory(house, { blocks: [paragraph('The boat came in at six.', 'b1')] })
  clock.advance(600)
  await write(storyId, 'All wrong.')
  const editor = openEditor({ at, storyId, who: ben })
  await ready(editor)
  const answer = await ann.post(timelineOf(storyId), { of: 'r1' })
  expect(answer.status).toBe(303)
  await expect.poll(editor.words).toBe('The boat came in at six.')
  const [, of] = /restored=(d\d+)/.exec(answer.headers.get('location')!)!
  const page = await (await ann.get(at + answer.headers.get('location'))).text()
  expect(page).toContain('Put back what stood there')
  await ann.post(timelineOf(storyId), { of: of! })
  await expect.poll(editor.words).toBe('All wrong.')
  expect(JSON.stringify((await draftOf(house.db, storyId)).blocks)).toContain('All wrong.')
  const acts = await house.db
    .selectFrom('audit_log')
    .select('staff_name')
    .where('act', '=', 'restore-draft')
    .where('subject_id', '=', String(storyId))
    .execute()
  expect(acts).toEqual([{ staff_name: 'Ann Quill' }, { staff_name: 'Ann Quill' }])
  expect((await ann.post(timelineOf(storyId), { of: 'now' })).status).toBe(400)
  expect((await ann.post(timelineOf(storyId), { of: 'd999999' })).status).toBe(404)
})

test('as a story moves on, its text is kept', async () => {
  const storyId = await aDraft(house)
  await ann.post(`${at}/newsroom/stories/${storyId}/state`, { to: 'in-review' })
  expect(await kept(storyId)).toMatchObject([{ reason: 'moved', detail: 'in-review' }])
  expect(await (await ann.get(timelineOf(storyId))).text()).toContain('as it went to: in review')
})

test('what is kept is thinned out as it grows old', async () => {
  const storyId = await aDraft(house)
  const now = new Date('2026-11-22T12:00:00Z')
  const ago = (hours: number) => new Date(now.getTime() - hours * 3600_000)
  const rows = (times: number[], reason: 'writing' | 'moved' = 'writing') =>
    times.map(hours => ({
      story_id: storyId,
      content: '{}',
      text_at: ago(hours),
      kept_at: ago(hours),
      reason,
      detail: '',
      written_by: [],
    }))
  const lastDay = [0.1, 0.2, 0.3]
  const lastWeek = [30.1, 30.2, 31.1]
  const lastMonths = [24 * 20, 24 * 20 + 3, 24 * 21]
  await house.db
    .insertInto('saved_drafts')
    .values([
      ...rows([...lastDay, ...lastWeek, ...lastMonths, 24 * 100]),
      ...rows([24 * 20 + 1, 24 * 99], 'moved'),
    ])
    .execute()
  await pruneDrafts(house.db, now)
  const left = (await kept(storyId)).map(({ kept_at, reason }) => [
    Math.round((now.getTime() - kept_at.getTime()) / 360_000) / 10,
    reason,
  ])
  expect(left).toEqual([
    [0.1, 'writing'],
    [0.2, 'writing'],
    [0.3, 'writing'],
    [30.1, 'writing'],
    [31.1, 'writing'],
    [24 * 20, 'writing'],
    [24 * 21, 'writing'],
    [24 * 20 + 1, 'moved'],
  ])
})

test('a story that is removed for good takes its past and its notes with it', async () => {
  const storyId = await aDraft(house)
  await ann.post(`${at}/newsroom/stories/${storyId}/notes`, { words: 'Gone soon' })
  await ann.post(`${at}/newsroom/stories/${storyId}/state`, { to: 'in-review' })
  await removeStory(house, {
    storyId,
    status: 451,
    note: 'A court has decided so.',
    confirmation: `remove ${storyId}`,
    by: ann.staff,
  })
  expect(await kept(storyId)).toEqual([])
  for (const table of ['story_notes', 'story_writers'] as const)
    expect(
      await house.db.selectFrom(table).select('story_id').where('story_id', '=', storyId).execute(),
    ).toEqual([])
})
