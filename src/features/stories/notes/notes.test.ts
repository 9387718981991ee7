import { beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { aDraft, paragraph } from '../../../../test/builders/a-story.ts'
import { openEditor, ready, saved } from '../../../../test/builders/open-editor.ts'
import { readLettersTo } from '../../../../test/builders/practice-letters.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'

const opened = await testHouse()
const { house } = opened
let at: string
let ann: SignedIn
let ben: SignedIn
let stranger: SignedIn

beforeAll(async () => {
  at = await opened.serve()
  ann = await signedIn(house, 'editor', { name: 'Ann Quill' })
  ben = await signedIn(house, 'editor', { name: 'Ben Ferry', email: 'ben@paper.example' })
  stranger = await signedIn(house, 'contributor', { name: 'Cass Doe', email: 'cass@paper.example' })
})

const notesOf = (storyId: number) => `${at}/newsroom/stories/${storyId}/notes`
const pageOf = async (storyId: number, who = ann, query = '') =>
  (await who.get(`${notesOf(storyId)}${query}`)).text()

async function aNote(storyId: number, words: string, more: Record<string, string> = {}): Promise<number> {
  const answer = await ann.post(notesOf(storyId), { words, ...more })
  expect(answer.status).toBe(303)
  return Number(/#note-(\d+)$/.exec(answer.headers.get('location')!)![1])
}

test('a note is written, answered, resolved and opened again', async () => {
  const storyId = await aDraft(house)
  const note = await aNote(storyId, 'Is this so?\nI doubt it.')
  await ben.post(`${notesOf(storyId)}/${note}/answers`, { words: 'It is: see <the minutes>.' })
  const page = await pageOf(storyId)
  expect(page).toContain('Is this so?\nI doubt it.')
  expect(page).toContain('see &lt;the minutes>')
  expect(page).toContain('Ben Ferry')
  await ann.post(`${notesOf(storyId)}/${note}/state`, { to: 'resolved' })
  expect(await pageOf(storyId)).not.toContain('Is this so?')
  expect(await pageOf(storyId, ben, '?show=all')).toContain('Resolved by Ann Quill')
  // Whoever answers meanwhile opens it again, so that it is not lost.
  await ben.post(`${notesOf(storyId)}/${note}/answers`, { words: 'One more thing' })
  expect(await pageOf(storyId)).toContain('One more thing')
  const acts = await house.db
    .selectFrom('audit_log')
    .select('act')
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(storyId))
    .orderBy('id')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual(['write-note', 'answer-note', 'resolve-note', 'answer-note'])
})

test('only one’s own words can be changed, and taken back', async () => {
  const storyId = await aDraft(house)
  const note = await aNote(storyId, 'A first thought')
  const { id } = await house.db
    .selectFrom('story_note_messages')
    .select('id')
    .where('note_id', '=', note)
    .executeTakeFirstOrThrow()
  const message = `${notesOf(storyId)}/messages/${id}`
  expect((await ben.post(message, { act: 'save', words: 'Not mine' })).status).toBe(403)
  await ann.post(message, { act: 'save', words: 'A second thought' })
  expect(await pageOf(storyId)).toContain('A second thought')
  await ben.post(`${notesOf(storyId)}/${note}/answers`, { words: 'An answer' })
  await ann.post(message, { act: 'remove' })
  const page = await pageOf(storyId)
  expect(page).not.toContain('A second thought')
  expect(page).toContain('taken back')
  expect(page).toContain('An answer')
  const alone = await aNote(storyId, 'All alone')
  const row = await house.db
    .selectFrom('story_note_messages')
    .select('id')
    .where('note_id', '=', alone)
    .executeTakeFirstOrThrow()
  await ann.post(`${notesOf(storyId)}/messages/${row.id}`, { act: 'remove' })
  expect(await pageOf(storyId)).not.toContain(`note-${alone}"`)
})

test('nothing is no note, too much is none, and what was typed stays', async () => {
  const storyId = await aDraft(house)
  const empty = await ann.post(notesOf(storyId), { words: '  ' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Write something in the note.')
  const long = await ann.post(notesOf(storyId), { words: 'x'.repeat(4001) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('x'.repeat(4001))
})

test('who may not open the story has no part in its notes', async () => {
  const storyId = await aDraft(house)
  const note = await aNote(storyId, 'Between us')
  expect((await stranger.get(notesOf(storyId))).status).toBe(403)
  for (const path of ['', `/${note}/answers`, `/${note}/state`])
    expect((await stranger.post(`${notesOf(storyId)}${path}`, { words: 'a', to: 'resolved' })).status).toBe(
      403,
    )
  // A note of another story is not reached through one's own.
  const other = await aDraft(house)
  expect((await ann.post(`${notesOf(other)}/${note}/answers`, { words: 'a' })).status).toBe(404)
})

test('whoever is named gets one letter; who may not open the story gets none, and that is said', async () => {
  const storyId = await aDraft(house, { headline: 'Harbour dues' })
  const note = await aNote(storyId, '@Ben Ferry and @Cass Doe and @Ann Quill: please look', {
    passage: 'the dues',
  })
  const page = await pageOf(storyId)
  expect(page).toContain('Written to: Ben Ferry')
  expect(page).toContain('this story is not open to them: Cass Doe')
  const [letter, ...more] = await readLettersTo(house, 'ben@paper.example')
  expect(more).toEqual([])
  expect(letter?.subject).toBe('Ann Quill mentioned you in a note on “Harbour dues”')
  expect(letter?.text).toContain('the dues')
  expect(letter?.text).toContain(`/newsroom/stories/${storyId}/notes#note-${note}`)
  expect(await readLettersTo(house, 'cass@paper.example')).toEqual([])
  expect(await readLettersTo(house, ann.staff.email)).toEqual([])
  const { id } = await house.db
    .selectFrom('story_note_messages')
    .select('id')
    .where('note_id', '=', note)
    .executeTakeFirstOrThrow()
  await ann.post(`${notesOf(storyId)}/messages/${id}`, {
    act: 'save',
    words: '@Ben Ferry: please look again',
  })
  expect(await readLettersTo(house, 'ben@paper.example')).toHaveLength(1)
})

test('two people write notes on one story at once', async () => {
  const storyId = await aDraft(house)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => (i % 2 ? ann : ben).post(notesOf(storyId), { words: `Note ${i}` })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303))
})

test('a thread stands beside its words, stays when they go, and open editors hear of it', async () => {
  const storyId = await aDraft(house, { blocks: [paragraph('The boat came in at six.', 'b1')] })
  const editor = openEditor({ at, storyId, who: ann })
  await ready(editor)
  const words = (editor.document.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.format(4, 4, { 'note--AAAAAAAA': { id: 'm1' } })
  await saved(editor)
  let heard = 0
  editor.provider.on('stateless', ({ payload }: { payload: string }) => {
    if (payload === '{"kind":"margin"}') heard++
  })
  await aNote(storyId, 'Which one?', { mark: 'm1', passage: 'boat' })
  await expect.poll(() => heard).toBe(1)
  expect(await pageOf(storyId)).toContain(`href="/newsroom/stories/${storyId}#block-b1"`)
  words.delete(0, 9)
  await saved(editor)
  const page = await pageOf(storyId)
  expect(page).not.toContain('#block-b1')
  expect(page).toMatch(/<p class="note__gone[^"]*">The text is gone/)
  expect(page).toContain('boat')
})

test('notes and suggestions that are open are told before publishing', async () => {
  const storyId = await aDraft(house, { blocks: [paragraph('The boat came in at six.', 'b1')] })
  const editor = openEditor({ at, storyId, who: ann })
  await ready(editor)
  const words = (editor.document.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  words.format(4, 4, { deletion: { id: 's1', staffId: ann.staff.id, at: '2026-11-22T09:00:00Z' } })
  words.insert(8, 'ferry', {
    deletion: null,
    insertion: { id: 's1', staffId: ann.staff.id, at: '2026-11-22T09:00:00Z' },
  })
  await saved(editor)
  expect(editor.words()).toBe('The boat came in at six.')
  const note = await aNote(storyId, 'Which one?')
  const publish = await (await ann.get(`${at}/newsroom/stories/${storyId}/publish`)).text()
  expect(publish).toContain('One note in the margin is not resolved.')
  expect(publish).toContain(`/newsroom/stories/${storyId}/notes#note-${note}`)
  expect(publish).toContain('One suggested change is neither accepted nor rejected.')
  const page = await pageOf(storyId)
  expect(page).toContain('<del>boat</del>')
  expect(page).toContain('<ins>ferry</ins>')
  const answer = await ann.post(`${at}/newsroom/stories/${storyId}/suggestions`, {
    which: 's1',
    verdict: 'accept',
  })
  expect(answer.status).toBe(303)
  await expect.poll(editor.words).toBe('The ferry came in at six.')
  const again = await ann.post(`${at}/newsroom/stories/${storyId}/suggestions`, {
    which: 's1',
    verdict: 'accept',
  })
  expect(again.status).toBe(409)
})
