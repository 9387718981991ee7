import { beforeAll, expect, test } from 'vitest'
import { aStory, storyWords } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { saveAuthor } from '../../../authors/author.ts'
import { savePublication } from '../../../publication/publication.ts'
import { saveTopic } from '../../../topics/topic.ts'
import { findPublishedStory, liveDrafts, publishScheduledJob } from '../../story.ts'

// Changes of a published story on their way from whoever wrote them to an editor, and back.

const clock = testClock('2026-03-20T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const { db } = house
const url = await serve()
let editor: SignedIn
let reporter: SignedIn
let other: SignedIn
let good: Parameters<typeof storyWords>[0]

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  editor = await signedIn(house, 'editor', { name: 'Maeve Tierney' })
  reporter = await signedIn(house, 'reporter', { name: 'Niamh Quill' })
  other = await signedIn(house, 'reporter', { name: 'Tomas Vell' })
  const author = await saveAuthor(house, { slug: 'petra', name: 'Petra Quill' })
  const topic = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
  good = { authors: [author], topics: [topic], aiHelp: { with: [] } }
})

const at = (storyId: number, what = 'publish') => `${url}/newsroom/stories/${storyId}/${what}`

async function page(who: SignedIn, storyId: number): Promise<string> {
  return (await who.get(at(storyId))).text()
}

/** The reporter's own story, published this morning and changed by them since. */
async function changed(slug: string, headline = `${slug} changed`): Promise<number> {
  const storyId = await aStory(house, { ...good, slug, headline: `${slug} as it was` })
  await db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', storyId).execute()
  clock.advance(60)
  await write(storyId, { slug, headline })
  return storyId
}

async function write(storyId: number, words: Parameters<typeof storyWords>[0]): Promise<void> {
  await liveDrafts.replace(house, storyId, storyWords({ ...good, ...words }))
}

const handIn = (storyId: number, who = reporter) => who.post(at(storyId, 'changes/hand-in'))

async function publish(storyId: number, form: Record<string, string>): Promise<Response> {
  const seen = /name="seen" value="([^"]+)"/.exec(await page(editor, storyId))?.[1] ?? ''
  return editor.post(at(storyId), { seen, change: 'yes', ...form })
}

async function waiting(who = editor): Promise<string> {
  const html = await (await who.get(`${url}/newsroom/stories?changes=waiting`)).text()
  return html.split('id="story-list"')[1] ?? ''
}

async function acts(storyId: number): Promise<string[]> {
  const lines = await db
    .selectFrom('audit_log')
    .select(['act', 'staff_name'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(storyId))
    .orderBy('id')
    .execute()
  return lines.map(({ act, staff_name }) => `${staff_name}: ${act}`)
}

test('a reporter hands in, editors see it in their list, and publish it', async () => {
  const storyId = await changed('ferry')
  expect(await page(reporter, storyId)).toContain('Hand in the changes')
  expect((await handIn(storyId)).headers.get('location')).toContain('done=handed-in')
  expect(await waiting()).toMatch(/ferry changed[\s\S]*changes waiting/)
  expect(await page(reporter, storyId)).toContain('Take them back')
  const html = await page(editor, storyId)
  expect(html).toContain('Niamh Quill handed changes of this story in on 20 March 2026')
  expect(html).toContain('Changed since it was last published: headline.')
  expect((await findPublishedStory(db, 'ferry'))?.headline).toBe('ferry as it was')
  expect((await publish(storyId, { when: 'now', kind: 'update' })).status).toBe(303)
  expect((await findPublishedStory(db, 'ferry'))?.headline).toBe('ferry changed')
  expect(await waiting()).not.toContain('ferry changed')
  expect(await page(reporter, storyId)).toContain('When you have changed something, hand it in here.')
  expect(await acts(storyId)).toEqual(['Niamh Quill: hand-in-changes', 'Maeve Tierney: publish-story'])
})

test('an editor hands back with a note, which stands in the margin and reaches the writer as a letter', async () => {
  const storyId = await changed('eels')
  await handIn(storyId)
  const silent = await editor.post(at(storyId, 'changes/hand-back'), { words: ' ' })
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('Say what is still to be done.')
  const back = await editor.post(at(storyId, 'changes/hand-back'), { words: 'Who counted the eels?' })
  expect(back.headers.get('location')).toContain('done=handed-back')
  expect(await waiting()).not.toContain('eels changed')
  const notes = await (await reporter.get(at(storyId, 'notes'))).text()
  expect(notes).toContain('Who counted the eels?')
  const letters = await db.selectFrom('letters').select(['to_address', 'kind', 'language']).execute()
  expect(letters).toEqual([{ to_address: reporter.staff.email, kind: 'mention', language: 'en' }])
  expect(await page(reporter, storyId)).toContain('Hand in the changes')
  expect(await acts(storyId)).toEqual([
    'Niamh Quill: hand-in-changes',
    'Maeve Tierney: write-note',
    'Maeve Tierney: hand-back-changes',
  ])
  expect((await editor.post(at(storyId, 'changes/hand-back'), { words: 'Again' })).status).toBe(409)
})

test('a note that names somebody itself is left as it is', async () => {
  const storyId = await changed('named')
  await handIn(storyId)
  await editor.post(at(storyId, 'changes/hand-back'), { words: 'Ask the harbour master, @Niamh.' })
  const [note] = await db.selectFrom('story_note_messages').select('words').orderBy('id', 'desc').execute()
  expect(note?.words).toBe('Ask the harbour master, @Niamh.')
})

test('it is taken back, and only those who may write the story hand anything in', async () => {
  const storyId = await changed('mine')
  expect((await handIn(storyId, other)).status).toBe(403)
  await handIn(storyId)
  expect((await handIn(storyId)).status).toBe(409)
  expect((await other.post(at(storyId, 'changes/take-back'))).status).toBe(403)
  expect((await reporter.post(at(storyId, 'changes/hand-back'), { words: 'x' })).status).toBe(403)
  expect((await reporter.post(at(storyId, 'changes/take-back'))).status).toBe(303)
  expect(await waiting()).not.toContain('mine changed')
  // Whoever the story is assigned to may hand in as well.
  await editor.post(at(storyId, 'plan'), { assignee: String(other.staff.id) })
  expect((await handIn(storyId, other)).status).toBe(303)
  expect(await waiting()).toContain('Tomas Vell')
})

test('where nothing has changed, or the story is not out, there is nothing to hand in', async () => {
  const storyId = await aStory(house, { ...good, slug: 'same' })
  await db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', storyId).execute()
  const same = await handIn(storyId)
  expect(same.status).toBe(409)
  expect(await same.text()).toContain('there is no change to hand in')
  await editor.post(at(storyId, 'withdraw'), { note: 'Wrong.' })
  expect((await handIn(storyId)).status).toBe(409)
})

test('scheduling accepts what was handed in; what comes in later still waits when that goes out', async () => {
  const storyId = await changed('both', 'Accepted words')
  await handIn(storyId)
  clock.set('2026-03-20T10:00:00Z')
  await publish(storyId, { when: 'at', time: '2026-03-20T18:00', kind: 'update' })
  expect(await waiting()).not.toContain('Accepted words')
  clock.set('2026-03-20T12:00:00Z')
  await write(storyId, { slug: 'both', headline: 'Later words' })
  await handIn(storyId)
  clock.set('2026-03-20T18:00:00Z')
  await publishScheduledJob.run({}, house)
  expect((await findPublishedStory(db, 'both'))?.headline).toBe('Accepted words')
  expect(await waiting()).toContain('Later words')
})

test('withdrawing ends the waiting', async () => {
  const storyId = await changed('gone')
  await handIn(storyId)
  await editor.post(at(storyId, 'withdraw'), { note: 'Wrong.' })
  expect(await waiting()).not.toContain('gone changed')
})

test('a due time of changes that wait stands in planning', async () => {
  const storyId = await changed('due')
  await handIn(storyId)
  await reporter.post(at(storyId, 'plan'), { due: '2026-03-20T21:00' })
  const html = await (await editor.get(`${url}/newsroom/planning?week=2026-03-20`)).text()
  expect(html.split('id="day-2026-03-20"')[1]).toMatch(/21:00[\s\S]*Due[\s\S]*due changed/)
})

test('the count beside the desk has what waits', async () => {
  const count = async () => {
    const html = await (await editor.get(`${url}/newsroom/stories`)).text()
    return Number(/class="[^"]*count[^"]*"[^>]*>(\d+)/.exec(html)?.[1] ?? 0)
  }
  const before = await count()
  const storyId = await changed('counted')
  await handIn(storyId)
  expect(await count()).toBe(before + 1)
})
