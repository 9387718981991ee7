import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { jpegPicture } from '../../../../test/builders/test-pictures.ts'
import { savePublication } from '../../publication/publication.ts'
import { makeRenditionsJob } from '../media-jobs.ts'
import { storePhotograph } from '../photograph.ts'
import { readStoredPhotograph } from '../photograph-queries.ts'
import { undoMinutes } from './change-photographs.ts'

const clock = testClock()
const testing = await testHouse({ clock, working: true })
const { house } = testing
let url: string
let editor: SignedIn
let reporter: SignedIn

beforeAll(async () => {
  await savePublication(house, { name: 'The Test' })
  url = await testing.serve()
  editor = await signedIn(house, 'editor')
  reporter = await signedIn(house, 'reporter')
})

const desk = (path = '') => `${url}/newsroom/photographs${path}`
let seed = 10
/** A picture unlike all others. */
const aPicture = () => jpegPicture({ width: 320, height: 214, seed: ++seed })
const keep = async (words: Partial<Parameters<typeof storePhotograph>[1]> = {}) =>
  (await storePhotograph(house, { bytes: await aPicture(), name: 'picture.jpg', ...words })).id
/** Develops it now, whatever else waits for the darkroom. */
const ready = (id: number) => makeRenditionsJob.run({ photographId: id }, house)
const listed = async (query: string) =>
  [...(await (await editor.get(desk(query))).text()).matchAll(/name="id\[\]" value="(\d+)"/g)].map(found =>
    Number(found[1]),
  )

async function upload(who: SignedIn, files: [string, Buffer][]): Promise<Response> {
  const form = new FormData()
  form.set('csrf', who.csrf)
  for (const [name, bytes] of files) form.append('photograph', new Blob([new Uint8Array(bytes)]), name)
  return who.post(desk(), {}, { body: form })
}

test('several files are kept at once; what is none is named and the others stay', async () => {
  const answer = await upload(reporter, [
    ['a.jpg', await aPicture()],
    ['letter.docx', Buffer.from('not a picture at all')],
    ['b.jpg', await aPicture()],
  ])
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('letter.docx')
  expect(await listed('')).toHaveLength(2)
})

test('words and filters find photographs', async () => {
  const ferry = await keep({ caption: 'The ferry at dawn', credit: 'Petra Quill/Lantern', alt: 'A ferry' })
  const bare = await keep({ credit: '' })
  expect(await listed('?q=FERRY+quill')).toEqual([ferry])
  expect(await listed('?q=100%25')).toEqual([])
  expect(await listed('?lacks=alt')).toContain(bare)
  expect(await listed('?lacks=alt')).not.toContain(ferry)
  await aDraft(house, { photograph: { id: ferry } })
  expect(await listed('?use=used')).toEqual([ferry])
  expect(await listed('?use=orphans')).not.toContain(ferry)
})

test('many are described at once, and all of it is taken back exactly', async () => {
  const [one, two] = [await keep({ credit: 'First' }), await keep({ credit: 'Second' })]
  const ids = { 'id[]': [String(one), String(two)] }
  const answer = await editor.post(desk('/change'), {
    ...ids,
    credit: 'Holm Picture Agency',
    until: '2027-01-31',
  })
  expect(answer.status).toBe(303)
  expect(await readStoredPhotograph(house.db, two)).toMatchObject({
    credit: 'Holm Picture Agency',
    rights: { until: '2027-01-31' },
  })
  const change = new URL(answer.headers.get('location')!, url).searchParams.get('undo')!
  expect((await reporter.post(desk('/undo'), { change })).status).toBe(403)
  await editor.post(desk('/undo'), { change })
  expect(await readStoredPhotograph(house.db, one)).toMatchObject({ credit: 'First', rights: {} })
  expect(await readStoredPhotograph(house.db, two)).toMatchObject({ credit: 'Second', rights: {} })
  expect((await editor.post(desk('/undo'), { change })).status).toBe(409)
  const late = await editor.post(desk('/change'), { ...ids, credit: 'X' })
  clock.advance((undoMinutes + 1) * 60)
  const lateChange = new URL(late.headers.get('location')!, url).searchParams.get('undo')!
  expect((await editor.post(desk('/undo'), { change: lateChange })).status).toBe(409)
})

test('a wrong date keeps what was typed and what was chosen', async () => {
  const id = await keep()
  const answer = await editor.post(desk('/change'), { 'id[]': [String(id)], credit: 'Typed', until: 'soon' })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('value="Typed"')
  expect(html).toContain(`value="${id}" checked`)
})

test('a reporter describes own photographs and no others', async () => {
  const others = await keep()
  expect((await reporter.post(desk(`/${others}`), { alt: 'Mine now' })).status).toBe(403)
  await upload(reporter, [['own.jpg', await aPicture()]])
  const own = Math.max(...(await listed('')))
  const saved = await reporter.post(desk(`/${own}`), {
    alt: 'The quay',
    focalX: '20',
    focalY: '80',
    until: '2026-12-01',
  })
  expect(saved.status).toBe(303)
  expect(await readStoredPhotograph(house.db, own)).toMatchObject({
    alt: 'The quay',
    focalX: 0.2,
    focalY: 0.8,
  })
  await reporter.post(desk(`/${own}`), { alt: 'The quay', until: '' })
  expect((await readStoredPhotograph(house.db, own))!.rights.until).toBeUndefined()
})

test('where it is shown is told, with places that have words of their own', async () => {
  const id = await keep({ alt: 'A boat' })
  await aStory(house, { headline: 'With a lead', slug: 'with-a-lead', photograph: { id } })
  await aDraft(house, {
    headline: 'With a block',
    slug: 'with-a-block',
    blocks: [{ id: 'p', type: 'photograph', photographId: id, credit: 'Somebody else' }],
  })
  const html = await (await editor.get(desk(`/${id}`))).text()
  expect(html).toContain('With a lead')
  expect(html).toContain('With a block')
  expect(html.match(/with words of its own/g)).toHaveLength(1)
})

test('ended rights warn; another picture in its place shows everywhere, and the old one is gone', async () => {
  const id = await keep({ alt: 'Old', credit: 'Agency', rights: { until: '2026-11-01', holder: 'Agency' } })
  await aStory(house, { headline: 'Shows it', slug: 'shows-it', photograph: { id } })
  await ready(id)
  expect(await (await editor.get(desk())).text()).toContain('rights of one photograph')
  expect(await listed('?rights=ended&use=used')).toEqual([id])
  const before = (await readStoredPhotograph(house.db, id))!
  const shown = await (await fetch(`${url}/shows-it`)).text()
  const old = before.renditions.find(({ format, crop }) => format === 'jpeg' && !crop)!
  expect(shown).toContain(old.key)
  const form = new FormData()
  form.set('csrf', editor.csrf)
  form.set('picture', new Blob([new Uint8Array(await aPicture())]), 'new.jpg')
  expect((await editor.post(desk(`/${id}/replace`), {}, { body: form })).status).toBe(303)
  await ready(id)
  const now = (await readStoredPhotograph(house.db, id))!
  expect(now.rights).toEqual({})
  await expect.poll(async () => (await fetch(`${url}/shows-it`)).text()).not.toContain(old.key)
  await expect.poll(async () => house.files.stat(before.fileKey!)).toBeNull()
  await expect.poll(async () => house.files.stat(old.key)).toBeNull()
  const led = await fetch(`${url}/media/${old.key}`, { redirect: 'manual' })
  expect(led.status).toBe(302)
  expect((await fetch(new URL(led.headers.get('location')!, url))).status).toBe(200)
  expect(await listed('?rights=ended')).toEqual([])
})

test('another photograph of ours can take its place, words and rights too', async () => {
  const id = await keep({ alt: 'Old' })
  const other = await keep({ alt: 'Better', credit: 'Jonas Weir/Lantern', rights: { until: '2030-01-01' } })
  await editor.post(desk(`/${id}/replace`), {}, { body: withOther(editor, other) })
  expect(await readStoredPhotograph(house.db, id)).toMatchObject({
    alt: 'Better',
    credit: 'Jonas Weir/Lantern',
    rights: { until: '2030-01-01' },
    fingerprint: null,
  })
  expect((await readStoredPhotograph(house.db, other))!.fingerprint).not.toBeNull()
})

test('a number that is no other photograph is said beside its field, and kept', async () => {
  const id = await keep({ alt: 'Stays' })
  for (const other of [id, 987_654]) {
    const answer = await editor.post(desk(`/${id}/replace`), {}, { body: withOther(editor, other) })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`There is no other photograph ${other} to take.`)
    expect(html).toContain(`value="${other}"`)
  }
  expect(await readStoredPhotograph(house.db, id)).toMatchObject({ alt: 'Stays' })
})

test('picture, words and rights take its place together or not at all, and it can be tried again', async () => {
  const id = await keep({ alt: 'Old', rights: { until: '2026-11-01' } })
  const other = await keep({ alt: 'Better, by far', credit: 'Jonas Weir/Lantern' })
  await ready(id)
  const before = await readStoredPhotograph(house.db, id)
  await sql`create function full_disk() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
    house.db,
  )
  await sql`create trigger full_disk before update on photographs for each row
    when (new.alt = 'Better, by far') execute function full_disk()`.execute(house.db)
  const failed = await editor.post(desk(`/${id}/replace`), {}, { body: withOther(editor, other) })
  expect(failed.status).toBeGreaterThanOrEqual(500)
  expect(await readStoredPhotograph(house.db, id)).toEqual(before)
  expect(await house.files.stat(before!.fileKey!)).not.toBeNull()
  await sql`drop trigger full_disk on photographs`.execute(house.db)
  expect((await editor.post(desk(`/${id}/replace`), {}, { body: withOther(editor, other) })).status).toBe(303)
  const after = (await readStoredPhotograph(house.db, id))!
  expect(after).toMatchObject({ alt: 'Better, by far', credit: 'Jonas Weir/Lantern', rights: {} })
  expect(after.fileKey).not.toBe(before!.fileKey)
  await expect.poll(async () => house.files.stat(before!.fileKey!)).toBeNull()
})

test('two who put pictures in its place at once leave one of them, whole, and no file behind', async () => {
  const id = await keep({ alt: 'Old' })
  const [one, two] = [await keep({ alt: 'One' }), await keep({ alt: 'Two' })]
  await ready(id)
  const files = [(await readStoredPhotograph(house.db, id))!.fileKey!]
  await Promise.all(
    [one, two].map(other => editor.post(desk(`/${id}/replace`), {}, { body: withOther(editor, other) })),
  )
  const after = (await readStoredPhotograph(house.db, id))!
  const taken = (await readStoredPhotograph(house.db, after.alt === 'One' ? one : two))!
  const lost = (await readStoredPhotograph(house.db, after.alt === 'One' ? two : one))!
  expect(['One', 'Two']).toContain(after.alt)
  expect(after.fileKey).toContain(taken.fingerprint)
  files.push(`photographs/${id}/${lost.fingerprint}.jpg`)
  for (const file of files)
    await expect.poll(async () => house.files.stat(file), { message: file }).toBeNull()
})

test('only what nothing shows can be removed, and only when it is meant', async () => {
  const [used, free] = [await keep(), await keep()]
  await aDraft(house, { blocks: [{ id: 'g', type: 'gallery', photographs: [{ photographId: used }] }] })
  await ready(free)
  const file = (await readStoredPhotograph(house.db, free))!.fileKey!
  const ids = { 'id[]': [String(used), String(free)] }
  expect((await editor.post(desk('/remove'), ids)).status).toBe(422)
  const answer = await editor.post(desk('/remove'), { ...ids, sure: 'yes' })
  expect(answer.headers.get('location')).toContain('removed=1&used=1')
  expect(await readStoredPhotograph(house.db, free)).toBeNull()
  expect(await readStoredPhotograph(house.db, used)).not.toBeNull()
  await expect.poll(async () => house.files.stat(file)).toBeNull()
})

function withOther(who: SignedIn, other: number): FormData {
  const form = new FormData()
  form.set('csrf', who.csrf)
  form.set('other', String(other))
  return form
}
