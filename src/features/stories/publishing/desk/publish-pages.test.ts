import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aStory, paragraph, storyWords } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../../test/builders/test-house.ts'
import { saveAuthor } from '../../../authors/author.ts'
import { savePublication } from '../../../publication/publication.ts'
import { saveTopic } from '../../../topics/topic.ts'
import { findPublishedStory, liveDrafts, saveDraft } from '../../story.ts'

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

/** Sends the form of the page as it is shown now. */
async function publish(who: SignedIn, storyId: number, form: Record<string, string> = {}): Promise<Response> {
  const seen = seenOn(await page(who, storyId))
  return who.post(at(storyId), { seen, ...(Object.hasOwn(form, 'kind') ? {} : { when: 'now' }), ...form })
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

describe('publishing', () => {
  test('a story without findings goes out with one button', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'ferry' })
    const html = await page(editor, storyId)
    expect(html).toContain('Everything that can be checked is in order.')
    expect(html).toContain('http://localhost:4000/ferry')
    expect(html).toContain('20 March 2026, 09:00 GMT')
    const answer = await publish(editor, storyId)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/newsroom/stories/${storyId}/publish?done=published`,
    ])
    expect((await fetch(`${url}/ferry`)).status).toBe(200)
    expect(await acts(storyId)).toEqual([
      { act: 'publish-story', staff_name: 'Maeve', detail: { kind: 'first', revision: 1 } },
    ])
  })

  test('findings explain themselves, lead to their place, and ask for a reason that is logged', async () => {
    const storyId = await aDraft(house, { slug: 'bare', standfirst: '', blocks: [paragraph('Text', 'b7')] })
    const html = await page(editor, storyId)
    for (const sentence of ['no standfirst', 'no topic', 'no author', 'whether AI helped'])
      expect(html).toContain(sentence)
    expect(html).toContain(`href="/newsroom/stories/${storyId}#field-topics"`)
    const refused = await publish(editor, storyId)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('say why the story goes out all the same')
    expect(await findPublishedStory(db, 'bare')).toBeNull()
    expect((await publish(editor, storyId, { reason: 'It is only a notice.' })).status).toBe(303)
    expect(await acts(storyId)).toEqual([
      {
        act: 'publish-story',
        staff_name: 'Maeve',
        detail: {
          kind: 'first',
          revision: 1,
          overridden: ['no-standfirst', 'no-topic', 'no-author', 'ai-help'],
          reason: 'It is only a notice.',
        },
      },
    ])
  })

  test.each([
    ['without a headline', { headline: '' }, 'The story has no headline.'],
    ['without an address', { slug: '' }, 'The story has no address.'],
    ['with an address of the publication', { slug: 'archive' }, 'belongs to the publication itself'],
    ['with an address that is none', { slug: 'a b' }, 'cannot be an address'],
  ])('a story %s is stopped, whatever the reason', async (_, words, sentence) => {
    const storyId = await aDraft(house, good)
    await liveDrafts.replace(house, storyId, { ...storyWords(good), ...words })
    expect(await page(editor, storyId)).toContain(sentence)
    const answer = await publish(editor, storyId, { reason: 'I want it.' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sentence)
  })

  test('an address that another story has, or had, is stopped', async () => {
    const first = await aStory(house, { slug: 'mine' })
    await saveDraft(house, first, storyWords({ slug: 'mine-now' }))
    await publish(other, first, { kind: 'update', reason: 'x' })
    const storyId = await aDraft(house, { ...good, slug: 'mine' })
    expect(await (await publish(editor, storyId)).text()).toContain('belongs to another story')
  })

  test('a slug that changed leads on, and the page says so beforehand', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'old-quay' })
    await publish(editor, storyId)
    await liveDrafts.replace(house, storyId, storyWords({ ...good, slug: 'new-quay' }))
    expect(await page(editor, storyId)).toContain('/old-quay')
    await publish(editor, storyId, { kind: 'silent' })
    const answer = await fetch(`${url}/old-quay`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/new-quay'])
  })

  test('nothing is half done when the disk is full, and the page says it plainly', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'full-disk' })
    const seen = seenOn(await page(editor, storyId))
    await sql`create function full_disk() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
      db,
    )
    await sql`create trigger full_disk before insert on events for each row execute function full_disk()`.execute(
      db,
    )
    const answer = await editor.post(at(storyId), { seen, when: 'now', reason: 'kept words' })
    await sql`drop trigger full_disk on events`.execute(db)
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(await answer.text()).toContain('kept words')
    expect(await findPublishedStory(db, 'full-disk')).toBeNull()
    expect(await db.selectFrom('revisions').selectAll().where('story_id', '=', storyId).execute()).toEqual([])
    expect(await acts(storyId)).toEqual([])
    expect((await publish(editor, storyId)).status).toBe(303)
  })
})

describe('two at once', () => {
  test('the second is told who published what and when, loses nothing, and can go on', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'race' })
    const [mine, theirs] = [seenOn(await page(editor, storyId)), seenOn(await page(other, storyId))]
    await other.post(at(storyId), { seen: theirs, when: 'now' })
    await liveDrafts.replace(house, storyId, storyWords({ ...good, slug: 'race', headline: 'Newer words' }))
    const answer = await editor.post(at(storyId), { seen: mine, when: 'now', reason: 'my reason' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Ada published this story at 09:00')
    expect(html).toContain('href="/race"')
    expect((await findPublishedStory(db, 'race'))?.revision).toBe(1)
    const next = await editor.post(at(storyId), { seen: seenOn(html), kind: 'update' })
    expect(next.status).toBe(303)
    expect(await findPublishedStory(db, 'race')).toMatchObject({ revision: 2, headline: 'Newer words' })
  })

  test('truly at once, exactly one of them publishes', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'same-moment' })
    const seen = seenOn(await page(editor, storyId))
    const answers = await Promise.all(
      [editor, other, owner].map(who => who.post(at(storyId), { seen, when: 'now' })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 409, 409])
    expect((await findPublishedStory(db, 'same-moment'))?.revision).toBe(1)
  })

  test('a text that changed meanwhile is shown first; pressing again publishes the newest', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'typing' })
    const seen = seenOn(await page(editor, storyId))
    await liveDrafts.replace(house, storyId, storyWords({ ...good, slug: 'typing', headline: 'Typed since' }))
    const answer = await editor.post(at(storyId), { seen, when: 'now' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('The text has changed since you opened this page')
    await liveDrafts.replace(house, storyId, storyWords({ ...good, slug: 'typing', headline: 'And again' }))
    await editor.post(at(storyId), { seen: seenOn(html), when: 'now' })
    expect((await findPublishedStory(db, 'typing'))?.headline).toBe('And again')
  })

  test('the same correction is not published twice', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'one-correction' })
    await publish(editor, storyId)
    const seen = seenOn(await page(editor, storyId))
    const form = { seen, kind: 'correction', text: 'It was four.', severity: 'minor', placement: 'bottom' }
    const answers = [await editor.post(at(storyId), form), await other.post(at(storyId), form)]
    expect(answers.map(answer => answer.status)).toEqual([303, 409])
    expect((await findPublishedStory(db, 'one-correction'))?.corrections.length).toBe(1)
  })
})

describe('changes of what is out', () => {
  async function changed(slug: string, kind: string, more: Record<string, string> = {}) {
    const storyId = await aDraft(house, { ...good, slug })
    await publish(editor, storyId)
    clock.advance(3600)
    await liveDrafts.replace(house, storyId, storyWords({ ...good, slug, headline: 'Changed words' }))
    const answer = await publish(editor, storyId, { kind, ...more })
    return { storyId, answer, html: await (await fetch(`${url}/${slug}`)).text() }
  }

  test('an update shows its time, a silent fix shows nothing', async () => {
    expect((await changed('an-update', 'update')).html).toContain('Updated')
    const silent = await changed('a-fix', 'silent')
    expect(silent.html).toContain('Changed words')
    expect(silent.html).not.toContain('Updated')
  })

  test('what the change is has to be said', async () => {
    const { answer } = await changed('unsaid', '')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Say what the change is to readers')
  })

  test('a correction is public on the story, on its page, in its feeds and in JSON-LD', async () => {
    const { storyId, answer, html } = await changed('corrected', 'correction', {
      text: 'We wrote three & it was <four>.',
      severity: 'major',
      placement: 'top',
    })
    expect(answer.status).toBe(303)
    const { corrections } = (await findPublishedStory(db, 'corrected'))!
    const anchor = `correction-${corrections[0]!.id}`
    expect(html).toContain(`id="${anchor}"`)
    expect(html.indexOf(anchor)).toBeLessThan(html.indexOf('The boat came in'))
    expect(html).toContain('"@type":"CorrectionComment"')
    const list = await (await fetch(`${url}/corrections`)).text()
    expect(list).toContain('We wrote three &amp; it was &lt;four>.')
    expect(list).toContain('href="http://localhost:4000/corrections/rss.xml"')
    for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
      const feed = await fetch(`${url}/corrections/${file}`)
      expect(feed.status).toBe(200)
      const text = await feed.text()
      expect(text).toContain('Correction: Changed words')
      expect(text).toContain(`/corrected#${anchor}`)
    }
    expect((await acts(storyId)).map(({ act }) => act)).toEqual([
      'publish-story',
      'correct-story',
      'publish-story',
    ])
  })

  test('a correction without another change makes no new revision; a later one can refer to it', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'only-corrected' })
    await publish(editor, storyId)
    expect(await (await publish(editor, storyId, { kind: 'update' })).text()).toContain('Nothing has changed')
    const first = { kind: 'correction', text: 'Four.', severity: 'minor', placement: 'bottom' }
    expect((await publish(editor, storyId, first)).status).toBe(303)
    const [{ id = 0 } = {}] = (await findPublishedStory(db, 'only-corrected'))!.corrections
    clock.advance(60)
    await publish(editor, storyId, { ...first, text: 'Five, after all.', refersTo: String(id) })
    const story = (await findPublishedStory(db, 'only-corrected'))!
    expect(story.revision).toBe(1)
    expect(story.corrections.map(({ text, refersTo }) => [text, refersTo])).toEqual([
      ['Four.', null],
      ['Five, after all.', id],
    ])
    const html = await (await fetch(`${url}/only-corrected`)).text()
    expect(html).toContain(`href="#correction-${id}"`)
    const refused = await publish(editor, storyId, { ...first, refersTo: '999999' })
    expect(refused.status).toBe(422)
  })
})

describe('times', () => {
  test('a story is scheduled on the publication’s clock, and taken off again', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'scheduled-one' })
    const answer = await publish(editor, storyId, { when: 'at', time: '2026-07-01T08:30' })
    expect(answer.headers.get('location')).toContain('done=scheduled')
    const read = () =>
      db
        .selectFrom('stories')
        .select(['state', 'scheduled_for', 'scheduled_by'])
        .where('id', '=', storyId)
        .executeTakeFirst()
    expect(await read()).toEqual({
      state: 'scheduled',
      scheduled_for: new Date('2026-07-01T07:30:00Z'),
      scheduled_by: 'Maeve',
    })
    await editor.post(at(storyId, 'unschedule'))
    expect(await read()).toMatchObject({ state: 'ready', scheduled_for: null })
    expect((await acts(storyId)).map(({ act }) => act)).toEqual(['schedule-story', 'unschedule-story'])
  })

  test.each([
    ['2026-03-29T01:30', 'clocks go from 01:00 straight to 02:00'],
    ['2026-10-25T01:30', 'this time comes twice'],
    ['2020-01-01T10:00', 'lies in the past'],
    ['soon', 'Give a day and a time'],
    ['', 'Give the day and time'],
  ])('“%s” is answered with “%s”, and what was typed is kept', async (time, sentence) => {
    const storyId = await aDraft(house, good)
    const answer = await publish(editor, storyId, { when: 'at', time, reason: 'typed before' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    if (time) expect(html).toContain(`value="${time}"`)
  })

  test('of a time that comes twice, one can be chosen', async () => {
    const storyId = await aDraft(house, good)
    await publish(editor, storyId, { when: 'at', time: '2026-10-25T01:30', 'time-which': 'second' })
    const row = await db
      .selectFrom('stories')
      .select('scheduled_for')
      .where('id', '=', storyId)
      .executeTakeFirst()
    expect(row?.scheduled_for).toEqual(new Date('2026-10-25T01:30:00Z'))
  })

  test('a time beside “now” is asked about instead of guessed', async () => {
    const storyId = await aDraft(house, good)
    const answer = await publish(editor, storyId, { when: 'now', time: '2026-07-01T08:30' })
    expect(await answer.text()).toContain('Choose one of the two')
  })

  test('an embargo keeps it in, by hand and by schedule', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'embargoed' })
    const planned = await editor.post(at(storyId, 'plan'), { embargo: '2026-05-01T06:00' })
    expect(planned.headers.get('location')).toContain('done=planned')
    const now = await publish(editor, storyId, { reason: 'I must.' })
    expect(now.status).toBe(422)
    expect(await now.text()).toContain('embargoed until 1 May 2026, 06:00')
    const early = await publish(editor, storyId, { when: 'at', time: '2026-05-01T05:59', reason: 'x' })
    expect(early.status).toBe(422)
    expect((await publish(editor, storyId, { when: 'at', time: '2026-05-01T06:00' })).status).toBe(303)
    const later = await editor.post(at(storyId, 'plan'), { embargo: '2026-05-02T06:00' })
    expect(await later.text()).toContain('scheduled to go out before that')
  })
})

describe('hands', () => {
  test('a reporter hands in and takes back their own story, and an editor decides the rest', async () => {
    const storyId = await aDraft(house, good)
    await db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', storyId).execute()
    const move = (who: SignedIn, to: string) => who.post(at(storyId, 'state'), { to })
    expect((await move(reporter, 'in-review')).status).toBe(303)
    expect((await move(reporter, 'ready')).status).toBe(403)
    expect((await move(reporter, 'draft')).status).toBe(303)
    expect((await move(editor, 'ready')).status).toBe(303)
    expect((await move(reporter, 'draft')).status).toBe(403)
    expect((await move(editor, 'published')).status).toBe(422)
    expect((await acts(storyId)).map(({ staff_name, detail }) => [staff_name, detail])).toEqual([
      ['Niamh', { from: 'draft', to: 'in-review' }],
      ['Niamh', { from: 'in-review', to: 'draft' }],
      ['Maeve', { from: 'draft', to: 'ready' }],
    ])
  })

  test('a reporter sees checks of their own stories but cannot publish; others’ stories are closed to them', async () => {
    const storyId = await aDraft(house, good)
    expect((await reporter.get(at(storyId))).status).toBe(403)
    await editor.post(at(storyId, 'plan'), { assignee: String(reporter.staff.id) })
    const html = await page(reporter, storyId)
    expect(html).toContain('Checks')
    expect(html).not.toContain('id="publish"')
    expect((await reporter.post(at(storyId), { seen: '0.0.newest', when: 'now' })).status).toBe(403)
    for (const what of ['withdraw', 'remove', 'unschedule', 'open'])
      expect((await reporter.post(at(storyId, what))).status, what).toBe(403)
    expect((await editor.post(at(storyId, 'remove'))).status).toBe(403)
  })

  test('a plan that cannot be is refused in a sentence', async () => {
    const storyId = await aDraft(house, good)
    const refused = await editor.post(at(storyId, 'plan'), { embargo: '2020-01-01T00:00' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('would be over already')
    expect((await editor.post(at(storyId, 'plan'), { assignee: '999999' })).status).toBe(422)
  })

  test('whether AI helped is asked, answered, and told to readers', async () => {
    const storyId = await aDraft(house, { ...good, aiHelp: null, slug: 'with-ai' })
    expect((await editor.post(at(storyId, 'ai-help'))).status).toBe(422)
    await editor.post(at(storyId, 'ai-help'), { 'with[]': ['translation', 'transcription'] })
    await publish(editor, storyId)
    expect(await (await fetch(`${url}/with-ai`)).text()).toContain(
      'AI helped with transcription and translation',
    )
    expect(await (await fetch(`${url}/feed.json`)).text()).toContain('AI helped with transcription')
  })
})

describe('taking back', () => {
  test('withdrawing needs a note, answers 410 with it, and publishing brings the story back', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'taken' })
    await publish(editor, storyId)
    expect((await editor.post(at(storyId, 'withdraw'), { note: ' ' })).status).toBe(422)
    await editor.post(at(storyId, 'withdraw'), { note: 'A source lied to us.' })
    const gone = await fetch(`${url}/taken`)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('A source lied to us.')
    expect((await publish(editor, storyId, { kind: 'silent' })).headers.get('location')).toContain('restored')
    expect((await fetch(`${url}/taken`)).status).toBe(200)
    expect((await acts(storyId)).map(({ act }) => act)).toEqual([
      'publish-story',
      'withdraw-story',
      'restore-story',
    ])
  })

  test('the owner removes a text for good: 451, a tombstone, and nobody can open it', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'secret-case', headline: 'Quixotry' })
    await publish(editor, storyId)
    const form = { status: '451', note: 'A court has ordered this.', confirmation: 'remove' }
    const refused = await owner.post(at(storyId, 'remove'), form)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`Type “remove ${storyId}”`)
    const done = await owner.post(at(storyId, 'remove'), { ...form, confirmation: `remove ${storyId}` })
    expect(done.headers.get('location')).toBe('/newsroom/stories?done=removed')
    const list = await owner.get(`${url}/newsroom/stories?done=removed`)
    expect(await list.text()).toContain('The text of the story was removed for good.')
    const answer = await fetch(`${url}/secret-case`)
    expect(answer.status).toBe(451)
    const html = await answer.text()
    expect(html).toContain('This story has been removed')
    expect(html).toContain('A court has ordered this.')
    expect(html).not.toContain('Quixotry')
    expect((await owner.get(at(storyId))).status).toBe(410)
  })
})

describe('previews', () => {
  async function linkTo(storyId: number, form = { label: 'Counsel', days: '3' }): Promise<string> {
    const html = await (await editor.post(at(storyId, 'previews'), form)).text()
    return /value="http:\/\/localhost:4000(\/preview\/[\w-]{43})"/.exec(html)?.[1] ?? 'none'
  }

  test('a link shows the newest draft, is kept nowhere, and says what it is', async () => {
    const storyId = await aDraft(house, { ...good, slug: 'pre', headline: 'Not out yet' })
    const link = await linkTo(storyId)
    const answer = await fetch(url + link)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('etag')).toBeNull()
    const html = await answer.text()
    expect(html).toContain('Not out yet')
    expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
    expect(html).not.toContain('max-image-preview')
    expect(html).toContain('This is not published.')
    expect(html).toContain('The link works until')
    await liveDrafts.replace(house, storyId, storyWords({ ...good, headline: 'Written since' }))
    expect(await (await fetch(url + link)).text()).toContain('Written since')
    const { rows } = await sql<{ row: string }>`select p::text as row from preview_links p`.execute(db)
    expect(rows.some(({ row }) => row.includes(link.slice(9)))).toBe(false)
    expect(await page(editor, storyId)).not.toContain(link)
  })

  test('it says how long an embargo stands', async () => {
    const storyId = await aDraft(house, good)
    await editor.post(at(storyId, 'plan'), { embargo: '2026-05-01T06:00' })
    expect(await (await fetch(url + (await linkTo(storyId)))).text()).toContain(
      'Embargoed until 1 May 2026, 06:00',
    )
    await db.updateTable('stories').set({ created_by: reporter.staff.id }).where('id', '=', storyId).execute()
    expect((await reporter.post(at(storyId, 'previews'), { label: '', days: '1' })).status).toBe(403)
  })

  test('a link ends by itself or is taken back, and then answers as one that never was', async () => {
    const storyId = await aDraft(house, { ...good, headline: 'Vanishing' })
    const [one, two] = [await linkTo(storyId), await linkTo(storyId, { label: 'Source', days: '14' })]
    clock.advance(3 * 86_400 + 1)
    const html = await page(editor, storyId)
    expect(html).toContain('Source')
    expect(html).not.toContain('Counsel')
    const id = /previews\/(\d+)\/revoke/.exec(html)?.[1]
    expect((await fetch(url + two)).status).toBe(200)
    await editor.post(at(storyId, `previews/${id}/revoke`))
    const bodies = new Set<string>()
    for (const link of [one, two, `/preview/${'x'.repeat(43)}`, '/preview/short']) {
      const answer = await fetch(url + link)
      expect(answer.status).toBe(410)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      bodies.add(await answer.text())
    }
    expect(bodies.size).toBe(1)
    expect((await acts(storyId)).map(({ act }) => act)).toEqual([
      'create-preview',
      'create-preview',
      'revoke-preview',
    ])
  })
})
