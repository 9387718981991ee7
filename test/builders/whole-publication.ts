import { saveAuthor } from '../../src/features/authors/author.ts'
import { publishFront } from '../../src/features/fronts/front.ts'
import { postBrief, queueBrief, withdrawBrief } from '../../src/features/live/brief.ts'
import { linkPhotograph, storeFile, storePhotograph } from '../../src/features/media/photograph.ts'
import { savePublication } from '../../src/features/publication/publication.ts'
import { writeBlock } from '../../src/features/stories/blocks/blocks.ts'
import {
  addCorrection,
  createStory,
  publishStory,
  removeStory,
  type StoryContentInput,
  saveDraft,
  scheduleStory,
  withdrawStory,
} from '../../src/features/stories/story.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import type { House } from '../../src/platform/house.ts'
import { everyBlock } from './every-block.ts'
import type { testClock } from './test-house.ts'
import { jpegPicture } from './test-pictures.ts'

/** Fills a house with one of everything that a publication can hold, in every state. */
export async function fillWithEverything(house: House, clock: ReturnType<typeof testClock>): Promise<void> {
  const later = () => clock.advance(61)
  const picture = await storePhotograph(house, {
    bytes: await jpegPicture(),
    name: 'a.jpg',
    alt: 'Ä “quay”',
    caption: 'At work',
    credit: 'P. Quill/Lantern',
    focalX: 0.3,
    focalY: 0.7,
    rights: { holder: 'Lantern', takenOn: '2026-01-02' },
  })
  const elsewhere = await house.db
    .transaction()
    .execute(tx =>
      linkPhotograph(tx, clock, { sourceUrl: 'https://pictures.example.org/b.jpg', width: 640, height: 480 }),
    )
  const file = await storeFile(house, { name: 'Minutes ü.pdf', bytes: Buffer.from('%PDF-1.7 minutes') })
  await house.files.put('publication/logo-light.png', await jpegPicture({ seed: 2 }))
  const author = await saveAuthor(house, {
    slug: 'petra-quill',
    name: 'Petra Quill',
    bio: 'Writes.',
    email: 'petra@lantern.example',
    links: [{ label: 'Site', href: 'https://petra.example' }],
    photographId: picture.id,
  })
  later()
  const merged = await saveTopic(house, { slug: 'coast', name: 'Coast' })
  const topic = await saveTopic(house, { slug: 'море', name: 'Море', description: 'The sea' })
  await house.db.updateTable('topics').set({ merged_into: topic }).where('id', '=', merged).execute()
  const content = (changes: Partial<StoryContentInput>): StoryContentInput => ({
    headline: 'A story',
    standfirst: 'Of it',
    slug: 'a-story',
    language: 'en',
    authors: [author],
    topics: [topic],
    photograph: { id: picture.id, caption: 'Own' },
    blocks: [],
    ...changes,
  })

  const other = await createStory(house, { content: content({ slug: 'other', headline: 'Other' }) })
  const blocks = everyBlock().map(block => {
    const raw = writeBlock(block) as { id: string; type: string }
    return JSON.parse(
      JSON.stringify(raw, (key, value) =>
        key === 'photographId' ? picture.id : key === 'fileId' ? file.id : key === 'storyId' ? other : value,
      ),
    )
  })
  const main = await createStory(house, {
    content: content({
      blocks,
      searchHeadline: 'Found',
      canonicalUrl: 'https://e.org/a',
      label: 'Analysis',
      timeZone: 'Europe/Kyiv',
    }),
  })
  await publishStory(house, { storyId: main, by: 'Ada' })
  later()
  await saveDraft(house, main, content({ slug: 'a-new-address', blocks }))
  await publishStory(house, { storyId: main, by: 'Ada', kind: 'update', reason: 'A new figure' })
  const correction = await addCorrection(house, {
    storyId: main,
    text: 'It said 3; it was 4.',
    severity: 'major',
    placement: 'top',
  })
  await addCorrection(house, { storyId: main, text: 'It was 5.', refersTo: correction })
  later()
  await saveDraft(house, main, content({ slug: 'a-new-address', headline: 'Half typed', blocks: [] }))

  const translation = await createStory(house, {
    content: content({ slug: 'переклад', language: 'uk', headline: 'Переклад' }),
    translationOf: main,
  })
  await publishStory(house, { storyId: translation, by: 'Олена' })
  // A translation that comes before what it is a translation of.
  await house.db.updateTable('stories').set({ translation_of: translation }).where('id', '=', other).execute()
  const scheduled = await createStory(house, { content: content({ slug: 'later' }) })
  await scheduleStory(house, { storyId: scheduled, at: new Date('2031-01-01T08:00:00.123Z') })
  const gone = await createStory(house, { content: content({ slug: 'gone' }), kind: 'page' })
  await publishStory(house, { storyId: gone, by: 'Ada' })
  await withdrawStory(house, { storyId: gone, by: 'Ada', note: 'It was wrong.' })
  const hidden = await createStory(house, { content: content({ slug: 'hidden' }) })
  await house.db.updateTable('stories').set({ audience: 'nobody' }).where('id', '=', hidden).execute()

  const embargoed = await createStory(house, { content: content({ slug: 'embargoed' }) })
  await house.db
    .updateTable('stories')
    .set({ state: 'ready', due_at: clock.now(), embargo_until: new Date('2031-02-03T06:00:00Z') })
    .where('id', '=', embargoed)
    .execute()
  const removed = await createStory(house, { content: content({ slug: 'removed' }) })
  await publishStory(house, { storyId: removed, by: 'Ada' })
  await removeStory(house, {
    storyId: removed,
    by: { id: 1, name: 'Una' },
    status: 451,
    note: 'A court has ordered this.',
    confirmation: `remove ${removed}`,
  })

  const brief = await postBrief(
    house,
    {
      headline: 'Ferry sails',
      content: [[{ type: 'text', text: 'At six.', marks: [{ type: 'bold' }] }]],
      breaking: true,
      pinned: true,
      storyId: main,
    },
    { by: 'desk' },
  )
  later()
  const taken = await postBrief(house, { headline: 'Wrong' }, { by: 'desk' })
  await withdrawBrief(house, taken.id)
  const inAnHour = new Date(house.clock.now().getTime() + 3_600_000)
  await queueBrief(house, { headline: 'Ferry to sail', pinned: true }, { by: 'desk', at: inAnHour })
  await house.db.updateTable('briefs').set({ language: 'ar' }).where('id', '=', brief.id).execute()
  for (const size of [3, 4])
    await publishFront(house, {
      slug: 'home',
      title: 'Front',
      by: 'desk',
      content: {
        containers: [
          {
            id: 'lead',
            layout: 'lead',
            size,
            slots: [{ storyId: main, headline: 'Own words', photographId: elsewhere }],
            fill: { topicId: topic },
          },
        ],
      },
    })
  await house.db
    .insertInto('redirects')
    .values([
      { path: '/2019/01/old', target: '/a-new-address', created_at: clock.now() },
      { path: '/Ä', target: 'https://e.org/', created_at: clock.now() },
    ])
    .execute()
  await house.db
    .insertInto('imported')
    .values({
      origin: 'ghost',
      kind: 'story',
      foreign_id: 'x\n"y"',
      local_id: main,
      fingerprint: 'f',
      imported_at: clock.now(),
    })
    .execute()
  await savePublication(house, {
    name: 'The Lantern',
    language: 'en',
    timeZone: 'Europe/Dublin',
    logo: { light: { file: 'publication/logo-light.png', width: 640, height: 427 } },
  })
}
