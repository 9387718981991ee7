import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { liveDrafts, publishStory } from '../../stories/story.ts'
import { postQueuedJob } from '../post-queued.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const one = await testHouse({ clock, working: true })
const { house } = one
let base: string
let editor: SignedIn
let reporter: SignedIn

beforeAll(async () => {
  base = await one.serve()
  editor = await signedIn(house, 'editor', { name: 'Ines Falk' })
  reporter = await signedIn(house, 'reporter', { name: 'Tom Brandt' })
})

async function desk(who: SignedIn, query = ''): Promise<string> {
  const answer = await who.get(`${base}/newsroom/live${query}`)
  expect(answer.status).toBe(200)
  return await answer.text()
}

/** Posts, and gives the number of the brief. */
async function post(who: SignedIn, form: Record<string, string>): Promise<number> {
  const answer = await who.post(`${base}/newsroom/live`, { do: 'post', ...form })
  expect(answer.status, await answer.clone().text()).toBe(303)
  return Number(/[?&]id=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1])
}

function act(who: SignedIn, id: number, form: Record<string, string>): Promise<Response> {
  return who.post(`${base}/newsroom/live/${id}`, form)
}

async function rowOf(id: number) {
  return await house.db.selectFrom('briefs').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function paper(path: string): Promise<string> {
  return await (await fetch(base + path)).text()
}

async function actsOn(id: number): Promise<string[]> {
  const lines = await house.db
    .selectFrom('audit_log')
    .select('act')
    .where('subject_kind', '=', 'brief')
    .where('subject_id', '=', String(id))
    .orderBy('id')
    .execute()
  return lines.map(line => line.act)
}

test('what is typed is on the paper: headline, paragraphs, links, marks, and who posted it', async () => {
  const id = await post(reporter, {
    text: 'Ferry back in service\nThe **first boat** left at six; see [the timetable](https://ferry.example/times).',
    breaking: 'on',
  })
  expect(await rowOf(id)).toMatchObject({
    headline: 'Ferry back in service',
    breaking: true,
    pinned: false,
    posted_by: 'Tom Brandt',
    created_by: reporter.staff.id,
  })
  await expect.poll(() => paper('/news')).toMatch(/href="https:\/\/ferry.example\/times"[^>]*>the timetable</)
  expect(await actsOn(id)).toEqual(['post-brief'])
  expect(await desk(editor)).toContain('by Tom Brandt')
})

test('a brief sent twice is posted once; other words with the same number are another brief', async () => {
  const key = randomUUID()
  const first = await post(editor, { text: 'Twice', key })
  expect(await post(editor, { text: 'Twice', key })).toBe(first)
  expect(await actsOn(first)).toEqual(['post-brief'])
  expect(await post(editor, { text: 'Twice, with more', key })).not.toBe(first)
  const many = await Promise.all(
    Array.from({ length: 4 }, () =>
      post(editor, { text: 'At once', key: '7b0f2b5c-4c8e-4f5c-9c47-0f1d2b3c4d5e' }),
    ),
  )
  expect(new Set(many).size).toBe(1)
})

test('what cannot be posted keeps the words and says why', async () => {
  for (const [text, sentence] of [
    ['', 'Write the brief first.'],
    ['A [link](https://x.example) in front', 'cannot hold a link'],
    ['x'.repeat(501), 'cannot have more than 500 characters'],
  ] as const) {
    const answer = await editor.post(`${base}/newsroom/live`, { do: 'post', text, breaking: 'on' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toMatch(/name="breaking" checked/)
    if (text.length < 100) expect(html).toContain(`>${text}</textarea>`)
  }
})

test('the preview is what readers will see', async () => {
  const form = { text: 'Bridge closed\nUse the <b>ring</b> road.', breaking: 'on', pinned: 'on' }
  const live = await (await editor.post(`${base}/newsroom/live/preview`, form)).text()
  for (const html of [
    live,
    await (await editor.post(`${base}/newsroom/live`, { do: 'preview', ...form })).text(),
  ]) {
    expect(html).toContain('brief__mark--breaking')
    expect(html).toContain('brief__mark--pinned')
    expect(html).toContain('Use the &lt;b>ring&lt;/b> road.')
  }
  expect(
    await house.db.selectFrom('briefs').selectAll().where('headline', '=', 'Bridge closed').execute(),
  ).toEqual([])
})

test('reporters change their own, editors all', async () => {
  const hers = await post(editor, { text: 'From the editor' })
  const refused = await act(reporter, hers, { do: 'edit', text: 'Mine now' })
  expect(refused.status).toBe(403)
  expect(await desk(reporter)).not.toContain(`id="edit-${hers}"`)
  const his = await post(reporter, { text: 'From the reporter' })
  clock.advance(120)
  expect((await act(editor, his, { do: 'edit', text: 'From both\nWith a line.' })).status).toBe(303)
  expect(await rowOf(his)).toMatchObject({ headline: 'From both', updated_at: clock.now() })
  const mine = await desk(reporter, '?mine=1')
  expect(mine).toContain('From both')
  expect(mine).not.toContain('From the editor')
  const contributor = await signedIn(house, 'contributor')
  expect((await contributor.get(`${base}/newsroom/live`)).status).toBe(403)
})

test('a brief is changed in its place, with its time; a wrong change keeps what was typed', async () => {
  clock.set('2026-11-22T10:30:00Z')
  const id = await post(editor, { text: 'Six hurt\nAt the bridge.' })
  const open = await desk(editor, `?edit=${id}`)
  expect(open).toContain('Six hurt\nAt the bridge.</textarea>')
  expect(open).toMatch(/name="at"[^>]* value="2026-11-22T10:30"/)
  const wrong = await act(editor, id, { do: 'edit', text: 'Seven hurt', at: '2026-11-22T11:30' })
  expect(wrong.status).toBe(422)
  const kept = await wrong.text()
  expect(kept).toContain('This time is still to come.')
  expect(kept).toContain('>Seven hurt</textarea>')
  await act(editor, id, { do: 'edit', text: 'Seven hurt', at: '2026-11-22T09:45' })
  expect(await rowOf(id)).toMatchObject({
    headline: 'Seven hurt',
    published_at: new Date('2026-11-22T09:45:00Z'),
  })
})

test('pinned briefs have an order of their own, on the paper too', async () => {
  const [a, b, c] = [
    await post(editor, { text: 'Pin A', pinned: 'on' }),
    await post(editor, { text: 'Pin B', pinned: 'on' }),
    await post(editor, { text: 'Pin C' }),
  ]
  await act(editor, c, { do: 'pin' })
  const order = async () => [...(await paper('/news')).matchAll(/>(Pin [ABC])</g)].map(match => match[1])
  await expect.poll(order).toEqual(['Pin C', 'Pin B', 'Pin A'])
  await act(editor, a, { do: 'up' })
  await expect.poll(order).toEqual(['Pin C', 'Pin A', 'Pin B'])
  await act(editor, c, { do: 'down' })
  await act(editor, c, { do: 'down' })
  await expect.poll(order).toEqual(['Pin A', 'Pin B', 'Pin C'])
  expect((await act(editor, c, { do: 'down' })).status).toBe(303)
  await act(editor, b, { do: 'unpin' })
  expect((await act(editor, b, { do: 'up' })).status).toBe(409)
  expect(await actsOn(c)).toEqual(['post-brief', 'edit-brief', 'move-brief', 'move-brief'])
})

test('what is withdrawn can be put back for half an hour, and stands where it stood', async () => {
  const id = await post(editor, { text: 'Too early' })
  clock.advance(300)
  const answer = await act(editor, id, { do: 'withdraw' })
  expect(await (await editor.get(base + answer.headers.get('location'))).text()).toContain('Put back')
  await expect.poll(async () => (await fetch(`${base}/news/${id}`)).status).toBe(410)
  expect(await desk(editor)).toContain('Withdrawn lately')
  const before = await rowOf(id)
  await act(editor, id, { do: 'put-back' })
  await expect.poll(async () => (await fetch(`${base}/news/${id}`)).status).toBe(200)
  expect(await rowOf(id)).toMatchObject({ published_at: before.published_at, withdrawn_at: null })
  await act(editor, id, { do: 'withdraw' })
  clock.advance(31 * 60)
  expect((await act(editor, id, { do: 'put-back' })).status).toBe(409)
  expect(await actsOn(id)).toEqual(['post-brief', 'withdraw-brief', 'put-brief-back', 'withdraw-brief'])
})

test('a queued brief is nobody’s news until its time, and then goes out by itself, once', async () => {
  clock.set('2026-11-22T12:00:00Z')
  const past = await editor.post(`${base}/newsroom/live`, {
    do: 'post',
    text: 'Past',
    at: '2026-11-22T11:00',
  })
  expect(past.status).toBe(422)
  expect(await past.text()).toContain('This time is past.')
  const id = await post(reporter, { text: 'Embargo lifted', at: '2026-11-22T12:30' })
  expect((await fetch(`${base}/news/${id}`)).status).toBe(404)
  expect((await fetch(`${base}/news?before=${id}`)).status).toBe(404)
  expect(await desk(editor)).toMatch(/Queued<\/h2>.*Embargo lifted/s)
  await postQueuedJob.run({}, house)
  expect((await rowOf(id)).state).toBe('queued')
  await act(reporter, id, { do: 'edit', text: 'Embargo lifted\nAt last.', at: '2026-11-22T12:40' })
  expect(await rowOf(id)).toMatchObject({ queued_for: new Date('2026-11-22T12:40:00Z'), updated_at: null })
  clock.set('2026-11-22T12:41:00Z')
  await Promise.all([postQueuedJob.run({}, house), postQueuedJob.run({}, house)])
  expect(await rowOf(id)).toMatchObject({
    state: 'published',
    published_at: new Date('2026-11-22T12:40:00Z'),
  })
  await expect.poll(() => paper('/news')).toContain('Embargo lifted')
  expect(await actsOn(id)).toEqual(['queue-brief', 'edit-brief', 'post-queued-brief'])
})

test('a queued brief can be posted at once, or taken out of the queue and put back', async () => {
  clock.set('2026-11-22T13:00:00Z')
  const now = await post(editor, { text: 'Sooner', at: '2026-11-22T14:00' })
  await act(editor, now, { do: 'post-now' })
  expect(await rowOf(now)).toMatchObject({ state: 'published', published_at: clock.now() })
  const never = await post(editor, { text: 'Never', at: '2026-11-22T14:00' })
  await act(editor, never, { do: 'withdraw' })
  expect((await rowOf(never)).state).toBe('cancelled')
  expect((await fetch(`${base}/news/${never}`)).status).toBe(404)
  await act(editor, never, { do: 'put-back' })
  expect((await rowOf(never)).state).toBe('queued')
  await act(editor, never, { do: 'withdraw' })
  clock.set('2026-11-22T14:10:00Z')
  await postQueuedJob.run({}, house)
  expect((await rowOf(never)).state).toBe('cancelled')
})

test('a brief becomes a story once, and leads to it when that is published', async () => {
  const id = await post(reporter, { text: 'Mill to close\nThe last shift is on Friday.' })
  const [first, second] = await Promise.all([
    act(reporter, id, { do: 'story' }),
    act(reporter, id, { do: 'story' }),
  ])
  const storyId = Number(/\/newsroom\/stories\/(\d+)$/.exec(first.headers.get('location') ?? '')?.[1])
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  expect(await rowOf(id)).toMatchObject({ story_id: storyId })
  const draft = await liveDrafts.read(house, storyId)
  expect(draft).toMatchObject({ headline: 'Mill to close', blocks: [{ type: 'paragraph' }] })
  expect(await desk(reporter)).toContain(`href="/newsroom/stories/${storyId}"`)
  await expect.poll(() => paper(`/news/${id}`)).toContain('The last shift is on Friday.')
  expect(await paper(`/news/${id}`)).not.toContain('Read the story')
  await liveDrafts.replace(house, storyId, { ...draft, slug: 'mill-to-close' })
  await publishStory(house, { storyId, by: 'Ines Falk' })
  await expect.poll(() => paper(`/news/${id}`)).toMatch(/Read the story:.*href="\/mill-to-close"/s)
  await expect.poll(() => paper('/news')).toMatch(/href="\/mill-to-close"/)
})
