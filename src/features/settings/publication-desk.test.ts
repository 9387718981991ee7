import { beforeAll, expect, test } from 'vitest'
import { aDraft, aStory } from '../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../test/builders/staff.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { saveAuthor } from '../authors/author.ts'
import { readPublication, savePublication } from '../publication/publication.ts'
import { saveTopic } from '../topics/topic.ts'
import { listTopicsWithCounts } from '../topics/topic-queries.ts'

const testing = await testHouse({ working: true })
const { house } = testing
let url: string
let owner: SignedIn
let editor: SignedIn

beforeAll(async () => {
  await savePublication(house, { name: 'The Test', navigation: [{ label: 'Town', href: '/topics/town' }] })
  url = await testing.serve()
  owner = await signedIn(house, 'owner')
  editor = await signedIn(house, 'editor')
})

const desk = (page: string) => `${url}/newsroom/publication/${page}`
const acts = () =>
  house.db.selectFrom('audit_log').select(['act', 'staff_id', 'subject_title']).orderBy('id').execute()

test('settings show on the paper at once, and the log says what changed', async () => {
  const form = new FormData()
  form.set('csrf', owner.csrf)
  form.set('name', 'The Evening Test')
  form.set('accent', '#8a1c1c')
  const answer = await owner.post(desk('settings'), {}, { body: form })
  expect(answer.status).toBe(303)
  await expect.poll(async () => (await readPublication(house)).name).toBe('The Evening Test')
  expect(await (await fetch(url)).text()).toContain('The Evening Test')
  expect((await acts()).at(-1)).toMatchObject({ act: 'change-settings', staff_id: owner.staff.id })
})

test('a wrong setting keeps what was typed, and changes nothing', async () => {
  const form = new FormData()
  form.set('csrf', owner.csrf)
  form.set('name', '')
  form.set('tagline', 'A tagline that was typed')
  const answer = await owner.post(desk('settings'), {}, { body: form })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('A tagline that was typed')
  expect(html).toContain('name cannot be used')
  expect((await readPublication(house)).name).toBe('The Evening Test')
})

test('the preview shows the form and saves nothing', async () => {
  const form = new FormData()
  form.set('csrf', owner.csrf)
  form.set('name', 'Only a Preview')
  const answer = await owner.post(desk('settings/preview'), {}, { body: form })
  expect(await answer.text()).toContain('Only a Preview')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await (await fetch(url)).text()).not.toContain('Only a Preview')
})

test('an editor may not change the settings, and nobody without a token may', async () => {
  expect((await editor.get(desk('settings'))).status).toBe(403)
  expect(
    (await owner.post(desk('languages'), { csrf: 'wrong', language: 'de', timeZone: 'UTC' })).status,
  ).toBe(403)
  expect((await readPublication(house)).language).toBe('en')
})

test('lines of the navigation move and save', async () => {
  const typed = { 'label[]': ['Town', 'Sea'], 'href[]': ['/topics/town', '/topics/sea'] }
  const moved = await (await owner.post(desk('navigation'), { ...typed, do: 'up 1' })).text()
  expect(moved.indexOf('value="Sea"')).toBeLessThan(moved.indexOf('value="Town"'))
  await owner.post(desk('navigation'), {
    ...typed,
    do: 'save',
    'title[]': 'More',
    'links[]': 'About us /about',
  })
  // A node hears of the change a moment after it is made.
  await expect
    .poll(async () => (await readPublication(house)).navigation.map(({ label }) => label))
    .toEqual(['Town', 'Sea'])
  const { footer } = await readPublication(house)
  expect(footer.columns).toEqual([{ title: 'More', links: [{ label: 'About us', href: '/about' }] }])
})

test('a language and a zone are set together; a zone there is not is refused', async () => {
  const wrong = await owner.post(desk('languages'), { language: 'uk', timeZone: 'Europe/Nowhere' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Europe/Nowhere"')
  await owner.post(desk('languages'), { language: 'en', timeZone: 'Europe/Dublin' })
  await expect.poll(async () => (await readPublication(house)).timeZone).toBe('Europe/Dublin')
})

test('a renamed topic leads on from its old address, feeds too', async () => {
  const id = await saveTopic(house, { slug: 'harbor', name: 'Harbor' })
  await aStory(house, { topics: [id] })
  await editor.post(desk(`topics/${id}`), { name: 'Harbour', slug: 'harbour' })
  await expect.poll(async () => (await fetch(`${url}/topics/harbour`)).status).toBe(200)
  for (const path of ['', '/rss.xml', '/feed.json']) {
    const old = await fetch(`${url}/topics/harbor${path}`, { redirect: 'manual' })
    expect([old.status, old.headers.get('location')]).toEqual([301, `/topics/harbour${path}`])
  }
})

test('merged topics are one: lists, addresses, drafts that name the old one', async () => {
  const [ships, boats] = [
    await saveTopic(house, { slug: 'ships', name: 'Ships' }),
    await saveTopic(house, { slug: 'boats', name: 'Boats' }),
  ]
  await aStory(house, { headline: 'Of a ship', slug: 'of-a-ship', topics: [ships] })
  await aStory(house, { headline: 'Of both', slug: 'of-both', topics: [boats, ships] })
  await aDraft(house, { slug: 'begun', topics: [boats] })
  await aDraft(house, { slug: 'begun-of-both', topics: [boats, ships] })
  const unsure = await editor.post(desk(`topics/${boats}/merge`), { into: String(ships) })
  expect(unsure.status).toBe(422)
  const merged = await editor.post(desk(`topics/${boats}/merge`), { into: String(ships), sure: 'yes' })
  expect(merged.status).toBe(303)
  await aStory(house, { headline: 'Late for the old one', slug: 'late', topics: [boats] })
  await expect
    .poll(async () => {
      const html = await (await fetch(`${url}/topics/ships`)).text()
      return ['Of a ship', 'Of both', 'Late for the old one'].every(words => html.includes(words))
    })
    .toBe(true)
  const old = await fetch(`${url}/topics/boats`, { redirect: 'manual' })
  expect([old.status, old.headers.get('location')]).toEqual([301, '/topics/ships'])
  expect(await (await fetch(`${url}/of-both`)).text()).not.toContain('Boats')
  const topics = await listTopicsWithCounts(house.db)
  expect(topics.find(({ id }) => id === ships)).toMatchObject({ published: 3, drafts: 2 })
})

test('a topic with stories stays; one without goes', async () => {
  const used = await saveTopic(house, { slug: 'used', name: 'Used' })
  await aStory(house, { topics: [used] })
  expect((await editor.post(desk(`topics/${used}/remove`))).status).toBe(409)
  const free = await saveTopic(house, { slug: 'free', name: 'Free' })
  expect((await editor.post(desk(`topics/${free}/remove`))).status).toBe(303)
  expect((await fetch(`${url}/topics/free`)).status).toBe(404)
})

test('an author gets a page, a new address and links', async () => {
  const id = await saveAuthor(house, { slug: 'm-carrigan', name: 'M. Carrigan' })
  await aStory(house, { authors: [id] })
  const form = new FormData()
  for (const [name, value] of Object.entries({
    csrf: editor.csrf,
    name: 'Maeve Carrigan',
    slug: 'maeve-carrigan',
    role: 'Editor',
    links: 'Mastodon https://example.social/@maeve',
  }))
    form.set(name, value)
  expect((await editor.post(desk(`authors/${id}`), {}, { body: form })).status).toBe(303)
  await expect.poll(async () => (await fetch(`${url}/authors/maeve-carrigan`)).status).toBe(200)
  expect((await fetch(`${url}/authors/m-carrigan`, { redirect: 'manual' })).headers.get('location')).toBe(
    '/authors/maeve-carrigan',
  )
  form.set('links', 'javascript:alert(1)')
  const wrong = await editor.post(desk(`authors/${id}`), {}, { body: form })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('javascript:alert(1)')
})

test('redirects are added, found and removed; circles and foreign schemes are refused', async () => {
  expect((await editor.post(desk('redirects'), { from: '/2019/old', to: '/of-both' })).status).toBe(303)
  expect((await fetch(`${url}/2019/old`, { redirect: 'manual' })).headers.get('location')).toBe('/of-both')
  expect(await (await editor.get(desk('redirects?q=2019'))).text()).toContain('/2019/old')
  for (const [from, to] of [
    ['/a', 'javascript:alert(1)'],
    ['/a', '//evil.example'],
    ['https://elsewhere.example/', '/a'],
    ['/of-both', '/a'],
    ['/same', '/same'],
  ])
    expect((await editor.post(desk('redirects'), { from: from!, to: to! })).status, `${from} ${to}`).toBe(422)
  await editor.post(desk('redirects/remove'), { path: '/2019/old' })
  expect((await fetch(`${url}/2019/old`, { redirect: 'manual' })).status).toBe(404)
})

test('every act is in the log', async () => {
  const names = new Set((await acts()).map(({ act }) => act))
  for (const act of [
    'change-settings',
    'change-topic',
    'merge-topics',
    'remove-topic',
    'change-author',
    'save-redirect',
    'remove-redirect',
  ])
    expect(names).toContain(act)
})
