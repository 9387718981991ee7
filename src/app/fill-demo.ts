import { sql } from 'kysely'
import { authors } from '../../demo/authors.ts'
import { briefs } from '../../demo/briefs.ts'
import type { DemoBlock, DemoFront, DemoStory } from '../../demo/demo-types.ts'
import { files } from '../../demo/files/files.ts'
import { editorsPicks, front } from '../../demo/front.ts'
import { publication } from '../../demo/publication.ts'
import { stories } from '../../demo/stories/stories.ts'
import { running } from '../../demo/stories/write.ts'
import { topics } from '../../demo/topics.ts'
import { zonedTime } from '../design/zones.ts'
import { saveAuthor } from '../features/authors/author.ts'
import { publishFront } from '../features/fronts/front.ts'
import { postBrief } from '../features/live/brief.ts'
import { storeFile } from '../features/media/photograph.ts'
import { savePublication } from '../features/publication/publication.ts'
import {
  addCorrection,
  createStory,
  publishStory,
  type StoryContentInput,
} from '../features/stories/story.ts'
import { saveTopic } from '../features/topics/topic.ts'
import type { House } from '../platform/house.ts'
import { developPictures } from './demo-pictures.ts'
import { moveInDemoStaff } from './demo-staff.ts'
import { fillDemoCampaign } from './fill-demo-campaign.ts'
import { fillDemoDesk } from './fill-demo-desk.ts'
import { fillDemoSupport } from './fill-demo-support.ts'
import { demoMark, wasBegun } from './wants-demo.ts'

/** Who publishes, as the log of revisions shows it: the demo's editor. */
const by = 'Ines Okafor-Lund'
/** Who posts the briefs, in turn. */
const posters = ['Daniel Prouse', 'Tomas Vell', 'Salma Haddad']
const minute = 60_000

/** Ids of what the demo names. */
interface Names {
  pictures: Map<string, number>
  files: Map<string, number>
  authors: Map<string, number>
  topics: Map<string, number>
  stories: Map<string, number>
}

/**
 * Fills an empty publication with the demo newsroom, its times counted back from now. The settings are written last,
 * so a fill that was broken off is known by their absence; what it left is cleared away first.
 */
export async function fillDemo(house: House, say: (line: string) => void): Promise<void> {
  await begin(house)
  const drawn = await developPictures(house, say)
  const names: Names = {
    pictures: drawn.photographs,
    files: await storeFiles(house),
    authors: new Map(),
    topics: new Map(),
    stories: new Map(),
  }
  for (const { picture, ...author } of authors)
    names.authors.set(
      author.slug,
      await saveAuthor(house, { ...author, photographId: names.pictures.get(picture) ?? null }),
    )
  for (const topic of topics) names.topics.set(topic.slug, await saveTopic(house, topic))
  say(`Publishing ${stories.length} stories …`)
  await publishStories(house, names)
  await postBriefs(house, names)
  for (const each of [front, editorsPicks]) await placeFront(house, each, names)
  await moveInDemoStaff(house)
  await fillDemoDesk(house, draft => ({
    ...wordsOf(draft, names),
    blocks: draft.blocks.map((block, i) => placed(block, i, names)),
  }))
  await fillDemoCampaign(house)
  await fillDemoSupport(house)
  await savePublication(house, { ...publication, ...drawn.signs })
}

async function begin({ db, clock }: House): Promise<void> {
  if (await wasBegun(db))
    await sql`truncate stories, briefs, fronts, authors, topics, photographs, files, redirects, imported cascade`.execute(
      db,
    )
  await db
    .insertInto('imported')
    .values({ ...demoMark, fingerprint: '', imported_at: clock.now() })
    .execute()
}

async function storeFiles(house: House): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const file of files)
    ids.set(file.name, (await storeFile(house, { name: file.name, bytes: file.bytes() })).id)
  return ids
}

/** Oldest first, so that ids and feeds have the order of time; drafts first, since stories point at one another. */
async function publishStories(house: House, names: Names): Promise<void> {
  const inTime = [...stories].sort((a, b) => timeOf(a, house).getTime() - timeOf(b, house).getTime())
  const bare = (story: DemoStory): StoryContentInput => ({ ...wordsOf(story, names), blocks: [] })
  for (const story of inTime) {
    const translationOf = story.translationOf ? names.stories.get(story.translationOf) : null
    names.stories.set(
      story.slug,
      await createStory(house, { content: bare(story), kind: story.kind, translationOf }),
    )
  }
  for (const story of inTime) {
    const storyId = names.stories.get(story.slug)!
    const blocks = story.blocks.map((block, i) => placed(block, i, names))
    await house.db
      .updateTable('stories')
      .set({ draft: { ...wordsOf(story, names), blocks } })
      .where('id', '=', storyId)
      .execute()
    const at = timeOf(story, house)
    await publishStory(house, { storyId, by, at })
    if (story.updatedAfterMinutes !== undefined) {
      const updatedAt = new Date(at.getTime() + story.updatedAfterMinutes * minute)
      if (updatedAt <= house.clock.now())
        await publishStory(house, { storyId, by, kind: 'update', at: updatedAt })
    }
    for (const { afterHours, ...correction } of story.corrections ?? [])
      await addCorrection(house, {
        ...correction,
        storyId,
        at: new Date(
          Math.min(at.getTime() + afterHours * 60 * minute, house.clock.now().getTime() - 5 * minute),
        ),
      })
  }
}

function wordsOf(
  story: Omit<DemoStory, 'daysAgo' | 'hour' | 'kind'>,
  names: Names,
): Omit<StoryContentInput, 'blocks'> {
  const { slug, headline, standfirst, label, language, searchHeadline, picture, pictureCaption } = story
  const pictureId = picture === null ? undefined : need(names.pictures, picture)
  return {
    slug,
    headline,
    standfirst,
    label,
    language,
    searchHeadline,
    authors: story.authors.map(author => need(names.authors, author)),
    topics: story.topics.map(topic => need(names.topics, topic)),
    photograph: pictureId === undefined ? null : { id: pictureId, caption: pictureCaption },
  }
}

/** A demo block as it is kept: with an id, and ids in place of names. */
function placed(
  block: DemoBlock,
  index: number,
  names: Names,
): { id: string; type: string; [field: string]: unknown } {
  const id = `d${index + 1}`
  switch (block.type) {
    case 'photograph': {
      const { photograph, ...rest } = block
      return { ...rest, id, photographId: need(names.pictures, photograph) }
    }
    case 'gallery':
      return {
        ...block,
        id,
        photographs: block.photographs.map(({ photograph, ...rest }) => ({
          ...rest,
          photographId: need(names.pictures, photograph),
        })),
      }
    case 'related-story': {
      const { story, ...rest } = block
      return { ...rest, id, storyId: need(names.stories, story) }
    }
    case 'file': {
      const { file, ...rest } = block
      return { ...rest, id, fileId: need(names.files, file) }
    }
    default:
      return { ...block, id }
  }
}

async function postBriefs(house: House, names: Names): Promise<void> {
  const oldestFirst = [...briefs].sort((a, b) => b.minutesAgo - a.minutesAgo)
  for (const [i, { minutesAgo, paragraphs = [], story, ...brief }] of oldestFirst.entries()) {
    const publishedAt = new Date(house.clock.now().getTime() - minutesAgo * minute)
    const content = paragraphs.map(text => running(text))
    const storyId = story === undefined ? null : need(names.stories, story)
    await postBrief(house, { ...brief, content, storyId }, { by: posters[i % posters.length]!, publishedAt })
  }
}

async function placeFront(house: House, front: DemoFront, names: Names): Promise<void> {
  const containers = front.containers.map(({ slots, fill, ...container }) => ({
    ...container,
    slots: slots.map(({ story, picture, ...words }) => ({
      ...words,
      storyId: need(names.stories, story),
      photographId: picture === undefined ? undefined : need(names.pictures, picture),
    })),
    fill: fill && {
      topicId: fill.topic && need(names.topics, fill.topic),
      authorId: fill.author && need(names.authors, fill.author),
      label: fill.label,
      language: fill.language,
    },
  }))
  await publishFront(house, { slug: front.slug, title: front.title, content: { containers }, by })
}

/** The story's time of day on its day; one that would lie in the future is taken back to some minutes ago. */
function timeOf(story: DemoStory, house: House): Date {
  const now = house.clock.now()
  const day = new Date(now.getTime() - story.daysAgo * 86_400_000)
  const at = zonedTime(day, story.hour, publication.timeZone ?? 'UTC')
  return at <= now ? at : new Date(now.getTime() - 20 * minute - story.headline.length * 1000)
}

function need(ids: Map<string, number>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo names “${name}”, which it does not have.`)
  return id
}
