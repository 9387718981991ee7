import { expect, test } from 'vitest'
import { aDraft, aStory, paragraph, storyWords } from '../../test/builders/a-story.ts'
import { testHouse } from '../../test/builders/test-house.ts'
import { jpegPicture } from '../../test/builders/test-pictures.ts'
import { saveAuthor } from '../features/authors/author.ts'
import { publishFront } from '../features/fronts/front.ts'
import { storePhotograph, updatePhotograph } from '../features/media/photograph.ts'
import {
  addCorrection,
  createStory,
  publishStory,
  saveDraft,
  withdrawStory,
} from '../features/stories/story.ts'
import { saveTopic } from '../features/topics/topic.ts'

const one = await testHouse({ working: true })
const { house } = one
const base = await one.serve()
const text = async (path: string) => (await fetch(base + path)).text()

/** Each place prints `now` where it said `before` (or nothing), once `change` has been done. */
async function becomes(
  places: readonly string[],
  { before, now }: { before?: string; now: string },
  change: () => Promise<unknown>,
) {
  for (const place of places) {
    const printed = await text(place)
    expect(printed, place).not.toContain(now)
    if (before) expect(printed, place).toContain(before)
  }
  await change()
  for (const place of places) await expect.poll(() => text(place), { message: place }).toContain(now)
}

test('a topic with a new name has it wherever stories are shown', async () => {
  const sea = await saveTopic(house, { slug: 'sea', name: 'Sea name' })
  const town = await saveTopic(house, { slug: 'town', name: 'Town' })
  await aStory(house, { slug: 'sea-story', topics: [sea, town] })
  await becomes(
    ['/', '/sea-story', '/topics/sea', '/rss.xml', '/feed.json', '/search?q=zzzz'],
    { before: 'Sea name', now: 'Ocean name' },
    () => saveTopic(house, { slug: 'sea', name: 'Ocean name' }),
  )
})

test('an author with a new name has it on stories, in feeds and for other sites', async () => {
  const maeve = await saveAuthor(house, { slug: 'maeve', name: 'Maeve Before' })
  await aStory(house, { slug: 'by-maeve', authors: [maeve] })
  await becomes(
    ['/by-maeve', '/authors/maeve', '/rss.xml', '/atom.xml', '/oembed?url=/by-maeve', '/search?q=zzzz'],
    { before: 'Maeve Before', now: 'Maeve Now' },
    () => saveAuthor(house, { slug: 'maeve', name: 'Maeve Now' }),
  )
})

test('a photograph with a new credit has new addresses in bodies, cards, feeds, sitemaps and oEmbed', async () => {
  const topic = await saveTopic(house, { slug: 'pictures', name: 'Pictures' })
  const { id } = await storePhotograph(house, { bytes: await jpegPicture(), name: 'a.jpg', credit: 'One' })
  await aStory(house, { slug: 'with-lead', topics: [topic], photograph: { id } })
  await aStory(house, {
    slug: 'in-body',
    topics: [topic],
    blocks: [{ id: 'b', type: 'photograph', photographId: id }],
  })
  const month = new Date().toISOString().slice(0, 7)
  const places = ['/with-lead', '/in-body', '/rss.xml', `/sitemaps/${month}.xml`, '/oembed?url=/with-lead']
  const address = async (place: string) => /photographs\/\d+\/[0-9a-f]{12}/.exec(await text(place))?.[0]
  const settled = async () =>
    (await house.db.selectFrom('photographs').select('state').where('id', '=', id).executeTakeFirst())?.state
  await expect.poll(settled, { timeout: 20_000 }).toBe('ready')
  const before = new Map<string, string | undefined>()
  for (const place of places) before.set(place, await address(place))
  for (const [place, found] of before) expect(found, place).toBeTruthy()
  await updatePhotograph(house, id, { credit: 'Another' })
  for (const place of places)
    await expect.poll(() => address(place), { message: place, timeout: 20_000 }).not.toBe(before.get(place))
})

test('a related story appears when it is published, changes with it, and goes when it is taken back', async () => {
  const words = storyWords({ slug: 'related', headline: 'Related headline' })
  const related = await createStory(house, { content: words })
  await aStory(house, {
    slug: 'tells-more',
    blocks: [paragraph('Text'), { id: 'r', type: 'related-story', storyId: related }],
  })
  await becomes(['/tells-more'], { now: 'Related headline' }, () =>
    publishStory(house, { storyId: related, by: 'test' }),
  )
  await withdrawStory(house, { storyId: related, by: 'test' })
  await expect.poll(() => text('/tells-more')).not.toContain('Related headline')
})

test('the stories below another are those of now: a new one comes, a changed one changes, one taken back goes', async () => {
  const quay = await saveTopic(house, { slug: 'quay', name: 'Quay' })
  await aStory(house, { slug: 'above', topics: [quay] })
  const content = storyWords({ slug: 'below', headline: 'Below headline', topics: [quay] })
  const below = await createStory(house, { content })
  await becomes(['/above'], { now: 'Below headline' }, () =>
    publishStory(house, { storyId: below, by: 'test' }),
  )
  await becomes(['/above'], { before: 'Below headline', now: 'Changed headline' }, async () => {
    await saveDraft(house, below, { ...content, headline: 'Changed headline' })
    await publishStory(house, { storyId: below, by: 'test' })
  })
  expect(await text('/below')).toContain('at six')
  await withdrawStory(house, { storyId: below, by: 'test' })
  await expect.poll(() => text('/above')).not.toContain('Changed headline')
})

test('a translation is linked from its original once it is published, and no longer when it is taken back', async () => {
  const original = await aStory(house, { slug: 'original', language: 'en' })
  const translation = await createStory(house, {
    content: storyWords({ slug: 'переклад', language: 'uk', headline: 'Переклад' }),
    translationOf: original,
  })
  const second = await createStory(house, {
    content: storyWords({ slug: 'traduction', language: 'fr' }),
    translationOf: original,
  })
  const href = `/${encodeURIComponent('переклад')}"`
  await becomes(['/original'], { now: href }, () => publishStory(house, { storyId: translation, by: 'test' }))
  await becomes([`/${encodeURIComponent('переклад')}`, '/original'], { now: 'hreflang="fr"' }, () =>
    publishStory(house, { storyId: second, by: 'test' }),
  )
  for (const path of ['/original', '/traduction', `/${encodeURIComponent('переклад')}`]) {
    const links = [...(await text(path)).matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(
      m => `${m[1]} ${m[2]}`,
    )
    expect(links, path).toEqual([
      'en http://localhost:4000/original',
      'fr http://localhost:4000/traduction',
      `uk http://localhost:4000/${encodeURIComponent('переклад')}`,
      'x-default http://localhost:4000/original',
    ])
  }
  await withdrawStory(house, { storyId: translation, by: 'test' })
  await expect.poll(() => text('/original')).not.toContain(href)
  expect(await text('/traduction')).not.toContain(href)
})

test('a picked story that is not out yet takes its place among the picks of every page when it is', async () => {
  await aStory(house, { slug: 'some-page' })
  const picked = await aDraft(house, { slug: 'picked', headline: 'Picked early' })
  await publishFront(house, {
    slug: 'editors-picks',
    title: 'Picks',
    by: 'test',
    content: { containers: [{ id: 'p', layout: 'ranked', size: 5, slots: [{ storyId: picked }] }] },
  })
  await becomes(['/some-page', '/corrections'], { now: 'Picked early' }, () =>
    publishStory(house, { storyId: picked, by: 'test' }),
  )
})

test('a correction reaches the page, the feeds and the list of corrections', async () => {
  const storyId = await aStory(house, { slug: 'was-wrong' })
  await becomes(
    ['/was-wrong', '/rss.xml', '/feed.json', '/corrections'],
    { now: 'It was the other quay.' },
    () => addCorrection(house, { storyId, text: 'It was the other quay.' }),
  )
})

test('topics and authors of drafts alone are in no sitemap and no filter', async () => {
  const secret = await saveTopic(house, { slug: 'secret', name: 'Resignation' })
  const mole = await saveAuthor(house, { slug: 'mole', name: 'The Mole' })
  const draft = await aDraft(house, { topics: [secret], authors: [mole] })
  for (const path of ['/sitemaps/pages.xml', '/search?q=zzzz']) {
    expect(await text(path), path).not.toMatch(/secret|Resignation|mole|The Mole/)
  }
  await publishStory(house, { storyId: draft, by: 'test' })
  for (const path of ['/sitemaps/pages.xml', '/search?q=zzzz'])
    await expect.poll(() => text(path), { message: path }).toMatch(/secret[\s\S]*mole/i)
})
