import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aStory, storyWords } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { saveAuthor } from '../../../authors/author.ts'
import { savePublication } from '../../../publication/publication.ts'
import { saveTopic } from '../../../topics/topic.ts'
import { findPublishedStory, liveDrafts, publishScheduledJob, removeStory } from '../../story.ts'

// Changes of a published story that go out by themselves.

const clock = testClock('2026-03-20T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const { db } = house
const url = await serve()
let editor: SignedIn
let other: SignedIn
let reporter: SignedIn
let owner: SignedIn
/** Words that no check finds anything wrong with. */
let good: Parameters<typeof storyWords>[0]
const evening = '2026-03-20T18:00'

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  editor = await signedIn(house, 'editor', { name: 'Maeve' })
  other = await signedIn(house, 'editor', { name: 'Ada' })
  reporter = await signedIn(house, 'reporter', { name: 'Niamh' })
  owner = await signedIn(house, 'owner', { name: 'Una' })
  const author = await saveAuthor(house, { slug: 'petra', name: 'Petra Quill' })
  const topic = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
  good = { authors: [author], topics: [topic], aiHelp: { with: [] } }
})

const at = (storyId: number, what = 'publish') => `${url}/newsroom/stories/${storyId}/${what}`

async function page(who: SignedIn, storyId: number): Promise<string> {
  return (await who.get(at(storyId))).text()
}

function seenOn(html: string): string {
  return /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** A story that was published this morning and changed since. */
async function changed(slug: string, headline: string): Promise<number> {
  clock.set('2026-03-20T09:00:00Z')
  const storyId = await aStory(house, { ...good, slug, headline: `${slug} as it was` })
  clock.advance(3600)
  await write(storyId, { slug, headline })
  return storyId
}

async function write(storyId: number, words: Parameters<typeof storyWords>[0]): Promise<void> {
  await liveDrafts.replace(house, storyId, storyWords({ ...good, ...words }))
}

/** Sends the form of the page as it is shown now. */
async function send(who: SignedIn, storyId: number, form: Record<string, string>): Promise<Response> {
  const seen = seenOn(await page(who, storyId))
  return who.post(at(storyId), { seen, change: 'yes', ...form })
}

function schedule(storyId: number, form: Record<string, string> = {}): Promise<Response> {
  return send(editor, storyId, { when: 'at', time: evening, kind: 'update', ...form })
}

async function runAt(time: string): Promise<void> {
  clock.set(time)
  await publishScheduledJob.run({}, house)
}

function acts(storyId: number) {
  return db
    .selectFrom('audit_log')
    .select(['act', 'staff_name', 'detail'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(storyId))
    .orderBy('id')
    .execute()
}

describe('a change at a time', () => {
  test('goes out by itself, as it was scheduled, and shows as the update it is', async () => {
    const storyId = await changed('tide', 'Tide tables are new')
    const answer = await schedule(storyId)
    expect(answer.headers.get('location')).toContain('done=change-scheduled')
    await runAt('2026-03-20T17:59:59Z')
    expect((await findPublishedStory(db, 'tide'))?.headline).toBe('tide as it was')
    await runAt('2026-03-20T18:00:20Z')
    const html = await (await fetch(`${url}/tide`)).text()
    expect(html).toContain('Tide tables are new')
    expect(html).toContain('Updated')
    expect(html).toContain('18:00')
    expect(
      await db.selectFrom('planned_changes').selectAll().where('story_id', '=', storyId).execute(),
    ).toEqual([])
    expect(await acts(storyId)).toEqual([
      {
        act: 'schedule-change',
        staff_name: 'Maeve',
        detail: { at: '2026-03-20T18:00:00.000Z', kind: 'update' },
      },
      { act: 'publish-story', staff_name: '', detail: { revision: 2, kind: 'update', scheduledBy: 'Maeve' } },
    ])
    const [newest] = await db
      .selectFrom('revisions')
      .select(['published_by', 'published_at'])
      .where('story_id', '=', storyId)
      .orderBy('number', 'desc')
      .execute()
    expect(newest).toEqual({ published_by: 'Maeve', published_at: new Date('2026-03-20T18:00:00Z') })
  })

  test('is no longer what the draft says once somebody writes on, and the page says so', async () => {
    const storyId = await changed('frozen', 'Scheduled words')
    await schedule(storyId)
    expect(await page(editor, storyId)).not.toContain('The draft says something else by now')
    clock.advance(60)
    await write(storyId, { slug: 'frozen', headline: 'Words that nobody has accepted' })
    const html = await page(editor, storyId)
    expect(html).toContain('The draft says something else by now: headline.')
    expect(html).toMatch(/timeline\?from=r1&amp;to=d\d+/)
    await runAt('2026-03-20T18:00:00Z')
    expect((await findPublishedStory(db, 'frozen'))?.headline).toBe('Scheduled words')
    expect((await liveDrafts.read(house, storyId)).headline).toBe('Words that nobody has accepted')
    // What was written since is still a change to the desk.
    const list = await (await editor.get(`${url}/newsroom/stories?changes=made`)).text()
    expect(list).toContain('Words that nobody has accepted')
    expect(await page(editor, storyId)).toContain('Changed since it was last published: headline.')
  })

  test('that is a correction brings its correction, at the same moment', async () => {
    const storyId = await changed('four', 'There were four')
    await schedule(storyId, {
      kind: 'correction',
      text: 'We wrote three; it was four.',
      severity: 'major',
      placement: 'top',
    })
    expect(await (await fetch(`${url}/corrections`)).text()).not.toContain('it was four')
    expect(await page(editor, storyId)).toContain('We wrote three; it was four.')
    await runAt('2026-03-20T18:00:30Z')
    const story = (await findPublishedStory(db, 'four'))!
    expect(story.corrections).toMatchObject([
      { text: 'We wrote three; it was four.', severity: 'major', placement: 'top' },
    ])
    expect(story.corrections[0]!.publishedAt).toEqual(new Date('2026-03-20T18:00:00Z'))
    expect(story.updatedAt).toEqual(new Date('2026-03-20T18:00:00Z'))
    expect((await acts(storyId)).map(({ act }) => act)).toEqual([
      'schedule-change',
      'correct-story',
      'publish-story',
    ])
  })

  test('that is a silent fix shows nothing', async () => {
    const storyId = await changed('quiet', 'A comma, put right')
    await schedule(storyId, { kind: 'silent' })
    await runAt('2026-03-20T18:00:00Z')
    const html = await (await fetch(`${url}/quiet`)).text()
    expect(html).toContain('A comma, put right')
    expect(html).not.toContain('Updated')
  })

  test('leaks nowhere before its time', async () => {
    const storyId = await changed('quixotry', 'Zephyrine words')
    await schedule(storyId)
    const feeds = [
      '/',
      '/quixotry',
      '/rss.xml',
      '/feed.json',
      '/search?q=zephyrine',
      '/topics/harbour',
      '/sitemap.xml',
    ]
    for (const path of feeds) {
      const text = (await (await fetch(url + path)).text()).replaceAll('zephyrine', '')
      expect(text, path).not.toMatch(/zephyrine/i)
    }
  })

  test('stands on the page, in the list and in planning, with its time', async () => {
    const storyId = await changed('seen', 'Seen at the desk')
    await schedule(storyId)
    expect(await page(editor, storyId)).toContain(
      'Update: goes out by itself on 20 March 2026, 18:00 GMT, set by Maeve.',
    )
    const list = await (await editor.get(`${url}/newsroom/stories?changes=scheduled`)).text()
    expect(list).toMatch(/Seen at the desk[\s\S]*a change goes out 18:00/)
    const planning = await (await editor.get(`${url}/newsroom/planning`)).text()
    expect(planning.split('id="day-2026-03-20"')[1]).toMatch(
      /18:00[\s\S]*A change goes out[\s\S]*Seen at the desk/,
    )
    await editor.post(at(storyId, 'planned-change/cancel'))
    expect(await (await editor.get(`${url}/newsroom/stories?changes=scheduled`)).text()).not.toContain(
      'Seen at the desk',
    )
  })
})

describe('what is scheduled', () => {
  test('gets another time without another text, and is taken off', async () => {
    const storyId = await changed('moved', 'To be moved')
    await schedule(storyId)
    await write(storyId, { slug: 'moved', headline: 'Written later' })
    const move = (time: string) => editor.post(at(storyId, 'planned-change'), { time })
    const refused = await move('2020-01-01T00:00')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('lies in the past')
    expect((await move('2026-03-20T20:00')).headers.get('location')).toContain('done=change-moved')
    await runAt('2026-03-20T19:00:00Z')
    expect((await findPublishedStory(db, 'moved'))?.headline).toBe('moved as it was')
    await runAt('2026-03-20T20:00:00Z')
    expect((await findPublishedStory(db, 'moved'))?.headline).toBe('To be moved')

    const second = await changed('cancelled', 'Never out')
    await schedule(second)
    expect((await editor.post(at(second, 'planned-change/cancel'))).status).toBe(303)
    expect((await editor.post(at(second, 'planned-change/cancel'))).status).toBe(409)
    await runAt('2026-03-21T09:00:00Z')
    expect((await findPublishedStory(db, 'cancelled'))?.headline).toBe('cancelled as it was')
    expect((await acts(second)).map(({ act }) => act)).toEqual(['schedule-change', 'cancel-planned-change'])
  })

  test('scheduled again it is the newest text that goes out', async () => {
    const storyId = await changed('again', 'First thought')
    await schedule(storyId)
    await write(storyId, { slug: 'again', headline: 'Second thought' })
    await schedule(storyId, { time: '2026-03-20T19:00' })
    await runAt('2026-03-20T18:30:00Z')
    expect((await findPublishedStory(db, 'again'))?.headline).toBe('again as it was')
    await runAt('2026-03-20T19:00:00Z')
    expect((await findPublishedStory(db, 'again'))?.headline).toBe('Second thought')
  })

  test('is proposed as it stands; to publish at once has to be chosen, and takes its place', async () => {
    const storyId = await changed('at-once', 'Cannot wait')
    await schedule(storyId)
    const html = await page(editor, storyId)
    expect(html).toContain('Now, instead of on 20 March 2026, 18:00 GMT')
    expect(html).toMatch(/name="when" value="at" checked/)
    expect(html).toMatch(/name="kind" value="update" checked/)
    const answer = await send(editor, storyId, { when: 'now', kind: 'update' })
    expect(answer.headers.get('location')).toContain('done=updated-instead')
    await runAt('2026-03-20T18:00:00Z')
    expect((await findPublishedStory(db, 'at-once'))?.revision).toBe(2)
    expect((await acts(storyId)).at(-1)?.detail).toMatchObject({ insteadOf: '2026-03-20T18:00:00.000Z' })
  })

  test('ends when the story is withdrawn, and is gone when its text is removed', async () => {
    const storyId = await changed('ends', 'Not to be seen')
    await schedule(storyId)
    await editor.post(at(storyId, 'withdraw'), { note: 'It was wrong.' })
    await runAt('2026-03-20T18:00:00Z')
    expect((await fetch(`${url}/ends`)).status).toBe(410)
    const removed = await changed('removed', 'Kestrelmoor')
    await schedule(removed)
    await removeStory(house, {
      ...{ storyId: removed, by: owner.staff, status: 451, note: 'A court.' },
      confirmation: `remove ${removed}`,
    })
    expect(
      await db.selectFrom('planned_changes').selectAll().where('story_id', '=', removed).execute(),
    ).toEqual([])
  })

  test('that cannot go out says why, once in the log, and goes out when it can', async () => {
    const storyId = await changed('first-address', 'Has a new address')
    await write(storyId, { slug: 'wanted', headline: 'Has a new address' })
    await schedule(storyId)
    const thief = await aStory(house, { ...good, slug: 'wanted' })
    await runAt('2026-03-20T18:00:00Z')
    await runAt('2026-03-20T18:01:00Z')
    const html = await page(editor, storyId)
    expect(html).toContain(
      'The change could not go out at its time: The address “/wanted” belongs to another story',
    )
    expect(await (await editor.get(`${url}/newsroom/stories?changes=scheduled`)).text()).toContain(
      'did not go out',
    )
    expect((await acts(storyId)).filter(({ act }) => act === 'fail-schedule').length).toBe(1)
    await removeStory(house, {
      ...{ storyId: thief, by: owner.staff, status: 410, note: 'Gone.', confirmation: `remove ${thief}` },
    })
    await db.deleteFrom('story_slugs').where('story_id', '=', thief).execute()
    await runAt('2026-03-20T18:02:00Z')
    expect((await findPublishedStory(db, 'wanted'))?.headline).toBe('Has a new address')
  })
})

describe('checks and hands', () => {
  test('checks run when it is scheduled, and what they find asks for a reason', async () => {
    const storyId = await changed('bare', 'Bare')
    await write(storyId, { slug: 'bare', headline: 'Bare', standfirst: '' })
    const refused = await schedule(storyId)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('say why the story goes out all the same')
    expect(html).toContain(`value="${evening}"`)
    expect((await schedule(storyId, { reason: 'It has to.' })).status).toBe(303)
    expect((await acts(storyId))[0]?.detail).toMatchObject({
      overridden: ['no-standfirst'],
      reason: 'It has to.',
    })
  })

  test.each([
    ['without saying what it is', { kind: '' }, 'Say what the change is to readers'],
    ['in the past', { time: '2020-01-01T00:00' }, 'lies in the past'],
    ['as a correction without words', { kind: 'correction', text: '' }, 'Say what was wrong'],
    [
      'about a correction there is not',
      { kind: 'correction', text: 'x', refersTo: '99999' },
      'no such earlier correction',
    ],
  ])('a change %s is refused, and what was typed is kept', async (_, form, sentence) => {
    const storyId = await changed(`refused-${sentence.length}`, 'Refused')
    const answer = await schedule(storyId, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
    expect(
      await db.selectFrom('planned_changes').selectAll().where('story_id', '=', storyId).execute(),
    ).toEqual([])
  })

  test('of two editors at once the second is told who scheduled it for when, and loses nothing', async () => {
    const storyId = await changed('two', 'Two editors')
    const [mine, theirs] = [seenOn(await page(editor, storyId)), seenOn(await page(other, storyId))]
    const form = { change: 'yes', when: 'at', time: evening, kind: 'update' }
    expect((await other.post(at(storyId), { ...form, seen: theirs })).status).toBe(303)
    const answer = await editor.post(at(storyId), {
      ...form,
      ...{ seen: mine, time: '2026-03-20T16:00', kind: 'correction', text: 'Typed by me.' },
    })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Ada scheduled it for 20 March 2026, 18:00 GMT')
    for (const typed of ['value="2026-03-20T16:00"', 'Typed by me.']) expect(html).toContain(typed)
    const now = await editor.post(at(storyId), { change: 'yes', when: 'now', kind: 'update', seen: mine })
    expect(now.status).toBe(409)
    await other.post(at(storyId, 'planned-change/cancel'))
    const late = await editor.post(at(storyId), { ...form, seen: seenOn(html) })
    expect(await late.text()).toContain('somebody has taken it off the schedule since')
  })

  test('the same for a story that is not out: Schedule and Schedule, Schedule and Publish, withdrawn and Publish', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'two-times' })
    const seen = seenOn(await page(editor, storyId))
    await other.post(at(storyId), { seen, when: 'at', time: '2026-03-22T10:00' })
    const second = await editor.post(at(storyId), { seen, when: 'at', time: '2026-03-22T11:00' })
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('Ada scheduled it for 22 March 2026, 10:00 GMT')
    expect((await editor.post(at(storyId), { seen, when: 'now' })).status).toBe(409)
    expect(await findPublishedStory(db, 'two-times')).toBeNull()

    const out = await changed('taken-back', 'Withdrawn meanwhile')
    const before = seenOn(await page(editor, out))
    await other.post(at(out, 'withdraw'), { note: 'A source lied.' })
    const answer = await editor.post(at(out), { seen: before, change: 'yes', when: 'now', kind: 'update' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Somebody withdrew this story')
    expect((await fetch(`${url}/taken-back`)).status).toBe(410)
  })

  test('truly at once, one of them schedules and the others are told', async () => {
    const storyId = await changed('same-moment', 'At the same moment')
    const seen = seenOn(await page(editor, storyId))
    const answers = await Promise.all(
      [editor, other, owner].map(who =>
        who.post(at(storyId), { seen, change: 'yes', when: 'at', time: evening, kind: 'update' }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 409, 409])
  })

  test('a reporter sees what is scheduled of their own story, and cannot change it', async () => {
    const storyId = await changed('own', 'Their own')
    await db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', storyId).execute()
    await schedule(storyId)
    const html = await page(reporter, storyId)
    expect(html).toContain('A change is scheduled')
    expect(html).not.toContain('planned-change/cancel')
    for (const what of ['planned-change', 'planned-change/cancel'])
      expect((await reporter.post(at(storyId, what), { time: evening })).status).toBe(403)
  })
})
