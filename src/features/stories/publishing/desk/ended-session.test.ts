import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory, storyWords } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn, signInAgain } from '../../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { savePublication } from '../../../publication/publication.ts'
import { findPublishedStory, liveDrafts } from '../../story.ts'

// A session that ends between opening the page about publishing and pressing its button.

const clock = testClock('2026-03-20T09:00:00Z')
const { house, serve } = await testHouse({ clock })
const { db } = house
const url = await serve()
let editor: SignedIn
let other: SignedIn

beforeAll(async () => {
  await savePublication(house, { name: 'The Lantern', language: 'en', timeZone: 'Europe/Dublin' })
  editor = await signedIn(house, 'editor', { name: 'Maeve' })
  other = await signedIn(house, 'editor', { name: 'Ada' })
})

const at = (storyId: number) => `${url}/newsroom/stories/${storyId}/publish`

async function seenBy(who: SignedIn, storyId: number): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec(await (await who.get(at(storyId))).text())?.[1] ?? ''
}

async function end(who: SignedIn): Promise<void> {
  await db.deleteFrom('staff_sessions').where('staff_id', '=', who.staff.id).execute()
}

/** What the page that says so would send again: its form's address and fields. */
function keptIn(html: string): { action: string; fields: Record<string, string> } {
  const [, action = '', inside = ''] =
    /<form[^>]*action="([^"]*\/publish)"([\s\S]*?)<\/form>/.exec(html) ?? []
  const fields = [...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]): [string, string] => [name!, plain(value!)],
  )
  return { action, fields: Object.fromEntries(fields.filter(([name]) => name !== 'csrf')) }
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

test('nothing goes out, every word is kept, and it goes out as typed after signing in', async () => {
  const storyId = await aStory(house, { slug: 'ferry' })
  await liveDrafts.replace(house, storyId, storyWords({ slug: 'ferry', headline: 'Four boats' }))
  const typed = {
    ...{ seen: await seenBy(editor, storyId), change: 'yes', when: 'now', kind: 'correction' },
    ...{
      text: 'We wrote “three” & it was <four>.',
      severity: 'major',
      placement: 'top',
      reason: 'No picture.',
    },
  }
  await end(editor)
  const refused = await editor.post(at(storyId), typed)
  expect(refused.status).toBe(401)
  expect((await findPublishedStory(db, 'ferry'))?.revision).toBe(1)
  const { action, fields } = keptIn(await refused.text())
  expect(fields).toMatchObject(typed)
  const again = await signInAgain(house, editor.staff.id)
  const sent = await again.post(url + action, fields)
  expect(sent.headers.get('location')).toContain('done=corrected')
  const story = (await findPublishedStory(db, 'ferry'))!
  expect([story.headline, story.corrections[0]?.text, story.corrections[0]?.placement]).toEqual([
    'Four boats',
    typed.text,
    'top',
  ])
})

test('a time is kept as well; who was faster meanwhile is told after signing in', async () => {
  const third = await signedIn(house, 'editor')
  const storyId = await aDraft(house, { slug: 'late' })
  const typed = { when: 'at', time: '2026-03-21T07:15', reason: 'It is short.' }
  const seen = await seenBy(third, storyId)
  await end(third)
  const { fields } = keptIn(await (await third.post(at(storyId), { ...typed, seen })).text())
  await other.post(at(storyId), { seen, when: 'now', reason: 'I was here.' })
  await liveDrafts.replace(house, storyId, storyWords({ slug: 'late', headline: 'Written since' }))
  const again = await signInAgain(house, third.staff.id)
  const told = await again.post(at(storyId), fields)
  expect(told.status).toBe(409)
  const html = await told.text()
  expect(html).toContain('Ada published this story at 09:00')
  for (const words of ['value="2026-03-21T07:15"', 'It is short.']) expect(html).toContain(words)
})
