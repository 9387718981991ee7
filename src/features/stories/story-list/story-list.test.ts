import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aStory, storyWords } from '../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { saveTopic } from '../../topics/topic.ts'
import { beginStory } from '../editor/pages/begin-story.ts'
import { liveDrafts } from '../live-draft/live-drafts.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const one = await testHouse({ clock, working: true })
const { house } = one
let base: string
let editor: SignedIn
let reporter: SignedIn
let contributor: SignedIn

beforeAll(async () => {
  base = await one.serve()
  editor = await signedIn(house, 'editor', { name: 'Ines Falk' })
  reporter = await signedIn(house, 'reporter', { name: 'Tom Brandt' })
  contributor = await signedIn(house, 'contributor', { name: 'Lea Novak' })
})

async function list(who: SignedIn, query = ''): Promise<string> {
  const answer = await who.get(`${base}/newsroom/stories${query}`)
  expect(answer.status).toBe(200)
  return await answer.text()
}

/** Headlines in the table, in their order. */
function headlinesIn(html: string): string[] {
  return [...html.matchAll(/class="table__headline"[^>]*>([^<]*)</g)].map(match => match[1]!)
}

function begun(who: SignedIn, headline: string): Promise<number> {
  return beginStory(house, { by: who.staff, content: storyWords({ headline }) })
}

async function bulk(who: SignedIn, form: Record<string, string | string[]>): Promise<string> {
  const sent = await who.post(`${base}/newsroom/stories/bulk`, form)
  expect(sent.status).toBe(303)
  return await (await who.get(base + sent.headers.get('location'))).text()
}

async function rowOf(id: number) {
  return await house.db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

async function actsOn(id: number): Promise<string[]> {
  const lines = await house.db
    .selectFrom('audit_log')
    .select('act')
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', String(id))
    .orderBy('id')
    .execute()
  return lines.map(line => line.act)
}

function undoIn(html: string): string {
  const action = /action="(\/newsroom\/stories\/acts\/\d+\/undo)"/.exec(html)?.[1]
  if (!action) throw new Error('There is nothing to undo on the page.')
  return base + action
}

describe('what stands in the list', () => {
  test('a filter in the address finds its stories, newest first', async () => {
    const harbour = await saveTopic(house, { slug: 'harbour-list', name: 'Harbour & sea' })
    clock.advance(60)
    await aStory(house, { headline: 'Quay wall cracks', topics: [harbour], language: 'en' })
    clock.advance(60)
    await aDraft(house, { headline: 'Pilots strike again', topics: [harbour] })
    clock.advance(60)
    await aStory(house, { headline: 'Порт відкрито', language: 'uk' })
    clock.advance(60)
    await aStory(house, { headline: 'About the harbour office' }, { kind: 'page' })
    expect(headlinesIn(await list(editor))).toEqual([
      'About the harbour office',
      'Порт відкрито',
      'Pilots strike again',
      'Quay wall cracks',
    ])
    expect(headlinesIn(await list(editor, '?state=draft'))).toEqual(['Pilots strike again'])
    expect(headlinesIn(await list(editor, '?topic=harbour+%26+sea'))).toEqual([
      'Pilots strike again',
      'Quay wall cracks',
    ])
    expect(headlinesIn(await list(editor, '?topic=harbour-list&state=published'))).toEqual([
      'Quay wall cracks',
    ])
    expect(headlinesIn(await list(editor, '?language=uk'))).toEqual(['Порт відкрито'])
    expect(headlinesIn(await list(editor, '?kind=page'))).toEqual(['About the harbour office'])
    expect(headlinesIn(await list(editor, '?from=2026-11-22&until=2026-11-22'))).toHaveLength(4)
    expect(headlinesIn(await list(editor, '?until=2026-11-21'))).toEqual([])
    expect(await list(editor, '?topic=nothing')).toContain('There is no topic “nothing”.')
    const wrong = await list(editor, '?state=lost&q=quay')
    expect(wrong).toContain('There is no such state')
    expect(headlinesIn(wrong)).toEqual(['Quay wall cracks'])
  })

  test('words are found whatever their accents and case, in the draft and in what is published', async () => {
    const id = await aStory(house, { headline: 'Café Zürich shuts its doors' })
    await liveDrafts.replace(house, id, storyWords({ headline: 'Café Zürich sells up' }))
    for (const q of ['cafe', 'ZÜRICH', 'doors', 'sells zurich', 'ca', '"shuts'])
      expect(headlinesIn(await list(editor, `?q=${encodeURIComponent(q)}`)), q).toContain(
        'Café Zürich sells up',
      )
    for (const q of ['afé z%', 'afe_', 'ells'])
      expect(headlinesIn(await list(editor, `?q=${encodeURIComponent(q)}`)).length, q).toBe(
        q === 'ells' ? 1 : 0,
      )
    expect(await list(editor, '?q=sells')).toContain('changed since')
  })

  test('goes on page by page without losing or repeating a story', async () => {
    const other = await testHouse({ clock, working: true })
    const url = await other.serve()
    const boss = await signedIn(other.house, 'editor')
    await sql`insert into stories (draft, draft_updated_at, created_at)
      select jsonb_build_object('headline', 'Number ' || i), ${clock.now()}, ${clock.now()}
      from generate_series(1, 120) i`.execute(other.house.db)
    const seen: string[] = []
    let next: string | undefined = '/newsroom/stories'
    while (next) {
      const html = await (await boss.get(url + next)).text()
      seen.push(...headlinesIn(html))
      next = /href="([^"]*before=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
    await boss.get(`${url}/newsroom/stories?before=x`)
  })

  test('contributors see their own; reporters see all and open their own', async () => {
    const mine = await begun(contributor, 'A first try')
    const his = await begun(reporter, 'Tom’s own inquiry')
    expect(headlinesIn(await list(contributor))).toEqual(['A first try'])
    expect(headlinesIn(await list(contributor, '?q=inquiry'))).toEqual([])
    const all = await list(reporter)
    expect(headlinesIn(all)).toEqual(expect.arrayContaining(['A first try', 'Tom’s own inquiry']))
    expect(all).toContain(`href="/newsroom/stories/${his}"`)
    expect(all).not.toContain(`href="/newsroom/stories/${mine}"`)
    expect(headlinesIn(await list(reporter, '?mine=1'))).toEqual(['Tom’s own inquiry'])
    await house.db.insertInto('story_staff').values({ story_id: mine, staff_id: reporter.staff.id }).execute()
    expect(headlinesIn(await list(reporter, '?mine=1')).sort()).toEqual(['A first try', 'Tom’s own inquiry'])
  })

  test('an empty list teaches', async () => {
    const newcomer = await signedIn(house, 'contributor')
    expect(await list(newcomer)).toContain('No stories yet')
    expect(await list(editor, '?mine=1')).toContain('Nothing is yours just now')
    expect(await list(editor, '?q=zeppelin')).toContain('No story fits this filter')
  })
})

describe('many at once', () => {
  test('assigning is undone to exactly what was there before', async () => {
    const [a, b, c] = [await begun(editor, 'One'), await begun(editor, 'Two'), await begun(editor, 'Three')]
    await house.db.updateTable('stories').set({ assignee_id: editor.staff.id }).where('id', '=', b).execute()
    const html = await bulk(editor, {
      act: 'assign',
      assignee: String(reporter.staff.id),
      'story[]': [String(a), String(b), String(c)],
    })
    expect(html).toContain('3 stories assigned to Tom Brandt.')
    expect([(await rowOf(a)).assignee_id, (await rowOf(b)).assignee_id]).toEqual([
      reporter.staff.id,
      reporter.staff.id,
    ])
    // Somebody is quicker with one of them.
    await house.db.updateTable('stories').set({ assignee_id: null }).where('id', '=', c).execute()
    clock.advance(20 * 60)
    const later = await list(editor)
    expect(later).toContain('What you changed lately')
    const undone = await editor.post(undoIn(later))
    const told = await (await editor.get(base + undone.headers.get('location'))).text()
    expect(told).toContain('2 stories assigned as before.')
    expect(told).toMatch(/One story stayed as it was:.*Three.*Somebody has changed it since/s)
    expect([(await rowOf(a)).assignee_id, (await rowOf(b)).assignee_id]).toEqual([null, editor.staff.id])
    expect(await actsOn(a)).toEqual(['begin-story', 'plan-story', 'plan-story'])
    const again = await editor.post(undoIn(later))
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('This has been undone already.')
  })

  test('what cannot be moved is told story by story, and the others are moved', async () => {
    const draft = await begun(reporter, 'Ready to be read')
    const out = await aStory(house, { headline: 'Out already' })
    const html = await bulk(editor, { act: 'move', to: 'in-review', 'story[]': [String(draft), String(out)] })
    expect(html).toContain('1 story moved to “In review”.')
    expect(html).toMatch(/Out already<\/strong>: The story is published by now/)
    expect((await rowOf(draft)).state).toBe('in-review')
    await editor.post(undoIn(html))
    expect((await rowOf(draft)).state).toBe('draft')
  })

  test('a reporter moves their own and nobody else’s, and withdraws nothing', async () => {
    const own = await begun(reporter, 'Handed in')
    const other = await begun(editor, 'Not his')
    const html = await bulk(reporter, {
      act: 'move',
      to: 'in-review',
      'story[]': [String(own), String(other)],
    })
    expect(html).toContain('1 story moved')
    expect(html).toMatch(/Not his<\/strong>: This story is not one of yours/)
    const out = await aStory(house, { headline: 'Stays out' })
    await house.db
      .updateTable('stories')
      .set({ created_by: reporter.staff.id })
      .where('id', '=', out)
      .execute()
    const refused = await bulk(reporter, {
      act: 'withdraw',
      confirmed: '1',
      note: 'No.',
      'story[]': [String(out)],
    })
    expect(refused).toContain('Only an editor withdraws stories.')
    expect((await rowOf(out)).state).toBe('published')
  })

  test('nobody learns of a story by trying to change it', async () => {
    const secret = await begun(editor, 'A name under wraps')
    const html = await bulk(contributor, { act: 'move', to: 'in-review', 'story[]': [String(secret)] })
    expect(html).toContain('This story is not one of yours')
    expect(html).not.toContain('under wraps')
    const ask = await contributor.post(`${base}/newsroom/stories/bulk`, {
      act: 'withdraw',
      'story[]': [String(secret)],
    })
    expect(ask.status).toBe(403)
    expect(await ask.text()).not.toContain('under wraps')
  })

  test('a topic is added to drafts and taken away again', async () => {
    const topic = await saveTopic(house, { slug: 'winter', name: 'Winter' })
    const first = await begun(editor, 'Snow')
    const has = await beginStory(house, {
      by: editor.staff,
      content: storyWords({ headline: 'Ice', topics: [topic] }),
    })
    const html = await bulk(editor, {
      act: 'add-topic',
      topic: 'winter',
      'story[]': [String(first), String(has)],
    })
    expect(html).toContain('Topic “Winter” added to 1 story.')
    expect(html).not.toContain('the paper shows the topic')
    expect((await liveDrafts.read(house, first)).topics).toEqual([topic])
    await editor.post(undoIn(html))
    expect((await liveDrafts.read(house, first)).topics).toEqual([])
    expect((await liveDrafts.read(house, has)).topics).toEqual([topic])
    expect(await actsOn(first)).toEqual(['begin-story', 'change-topics', 'change-topics'])
    const out = await aStory(house, { headline: 'Thaw' })
    const told = await bulk(editor, { act: 'add-topic', topic: 'Winter', 'story[]': [String(out)] })
    expect(told).toContain('the paper shows the topic when it is published again')
  })

  test('withdrawing asks first and needs a note; undoing it brings the same page back', async () => {
    const id = await aStory(house, { headline: 'Wrong man named', slug: 'wrong-man' })
    const ask = await editor.post(`${base}/newsroom/stories/bulk`, {
      act: 'withdraw',
      'story[]': [String(id)],
    })
    expect(ask.status).toBe(200)
    expect(await ask.text()).toContain('Withdraw this story?')
    const silent = await editor.post(`${base}/newsroom/stories/bulk`, {
      act: 'withdraw',
      confirmed: '1',
      note: ' ',
      'story[]': [String(id)],
    })
    expect(silent.status).toBe(422)
    expect(await silent.text()).toContain('Tell readers in a sentence')
    const before = await (await fetch(`${base}/wrong-man`)).text()
    const html = await bulk(editor, {
      act: 'withdraw',
      confirmed: '1',
      note: 'An error.',
      'story[]': [String(id)],
    })
    expect(html).toContain('1 story withdrawn.')
    await expect.poll(async () => (await fetch(`${base}/wrong-man`)).status).toBe(410)
    const revisions = () => house.db.selectFrom('revisions').selectAll().where('story_id', '=', id).execute()
    const kept = await revisions()
    await editor.post(undoIn(html))
    await expect.poll(async () => (await fetch(`${base}/wrong-man`)).status).toBe(200)
    expect(textOf(await (await fetch(`${base}/wrong-man`)).text())).toBe(textOf(before))
    expect(await revisions()).toEqual(kept)
    expect(await rowOf(id)).toMatchObject({ state: 'published', withdrawn_at: null, withdrawal_note: '' })
    expect(await actsOn(id)).toEqual(['withdraw-story', 'put-story-back'])
  })

  test('nobody undoes what somebody else did, nor after half an hour', async () => {
    const id = await begun(editor, 'Late thought')
    const html = await bulk(editor, { act: 'move', to: 'ready', 'story[]': [String(id)] })
    const boss = await signedIn(house, 'owner')
    expect((await boss.post(undoIn(html))).status).toBe(404)
    clock.advance(31 * 60)
    expect((await editor.post(undoIn(html))).status).toBe(409)
    expect((await rowOf(id)).state).toBe('ready')
  })

  test('a form without ticks or with nothing chosen says so and changes nothing', async () => {
    const none = await editor.post(`${base}/newsroom/stories/bulk`, { act: 'assign', assignee: 'nobody' })
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('Select at least one story first.')
    const vague = await editor.post(`${base}/newsroom/stories/bulk`, {
      act: 'move',
      to: 'published',
      'story[]': ['1'],
    })
    expect(await vague.text()).toContain('Choose draft, in review or ready.')
  })
})

test('a filter is kept under a name, found above the list, taken out and put back', async () => {
  const kept = await editor.post(`${base}/newsroom/stories/filters`, {
    back: 'state=draft&q=ferry&x=1',
    name: 'Ferry drafts',
  })
  expect(kept.headers.get('location')).toBe('/newsroom/stories?q=ferry&state=draft')
  const html = await list(editor, '?q=ferry&state=draft')
  expect(html).toMatch(/aria-current="page"[^>]*>Ferry drafts</)
  expect(await list(reporter)).not.toContain('Ferry drafts')
  const remove = /action="(\/newsroom\/stories\/filters\/\d+\/remove)"/.exec(html)![1]!
  expect((await reporter.post(base + remove)).status).toBe(404)
  const gone = await (await editor.post(base + remove)).text()
  expect(gone).toContain('The filter “Ferry drafts” is gone.')
  expect(gone).toContain('Put it back')
  expect(await list(editor)).not.toContain('>Ferry drafts<')
})

/** A page's words without what differs by the hour. */
function textOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/data-after="\d+"/g, '') ?? ''
}
