import { sql } from 'kysely'
import type { StartedHouse } from '../../src/app/start-house.ts'
import { readFront } from '../../src/features/fronts/front.ts'
import { postBrief } from '../../src/features/live/brief.ts'
import { insertStaff } from '../../src/features/staff/staff-queries.ts'
import { startSession } from '../../src/features/staff/start-session.ts'
import { createStory, publishStory, type StoryContentInput } from '../../src/features/stories/story.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { sessionCookie } from '../../src/platform/http/forgery.ts'
import { addressesIn } from './addresses.ts'
import { growArchive } from './archive.ts'
import { importWordpress, writeWordpressExport } from './import-archive.ts'
import { beginProfile, endProfile } from './profiling.ts'
import { timeQueries } from './time-queries.ts'

export type Asks = ReturnType<typeof createAsks>

const by = 'bench'
const isCopy = /^story-copy-\d+$/

/** What a house can be asked to do by name. Arguments and answers go through a process's channel, so they are plain data. */
export function createAsks({ house, standings, connection }: StartedHouse) {
  const { db, press } = house
  return {
    /** As an event with these keys does. */
    async throwAway(keys: string[]): Promise<void> {
      press.throwAway(keys)
    },

    /** The cookie a signed-in member's browser sends. */
    async memberCookie(): Promise<string> {
      return `standing=${standings.sign('member', new Date(Date.now() + 3_600_000))}`
    },

    /** The cookie of an editor who is signed in to the newsroom. */
    async editorCookie(): Promise<string> {
      const { token } = await db.transaction().execute(async tx => {
        const person = {
          name: 'Bench',
          email: 'bench@paper.example',
          role: 'editor',
          language: 'en',
        } as const
        const id = await insertStaff(tx, { ...person, authorId: null }, house.clock.now())
        const staff = { id, name: person.name }
        return startSession(tx, house, { staff, userAgent: undefined, secondFactor: true, by: 'bench' })
      })
      return `${sessionCookie}=${token}`
    },

    /** What is still to be done in the background: pictures to be developed, stories to be indexed. */
    async waiting(): Promise<{ pictures: number; stories: number }> {
      const { rows } = await sql<{ pictures: number; stories: number }>`
        select (select count(*) from photographs where state = 'pending') as pictures,
          (select count(*) from published_stories p left join story_search s using (story_id)
           where s.revision_id is distinct from p.revision_id) as stories`.execute(db)
      return rows[0]!
    },

    /** One page of each kind: the story is the one the front leads with. */
    async somePages(): Promise<Record<string, string>> {
      const front = await readFront(db, 'home')
      const lead = front?.containers[0]?.slots[0]?.storyId
      const story = await db
        .selectFrom('published_stories')
        .innerJoin('topics', 'topics.id', 'primary_topic_id')
        .select(['published_stories.slug', 'topics.slug as topic'])
        .$if(lead !== undefined, query => query.where('story_id', '=', lead!))
        .executeTakeFirstOrThrow()
      return { story: `/${story.slug}`, front: '/', topic: `/topics/${story.topic}`, news: '/news' }
    },

    /** Publishes every story once more under other addresses, until there are `count` of them. Returns their addresses. */
    async copyStories(count: number): Promise<{ id: number; path: string }[]> {
      const rows = await db
        .selectFrom('published_stories')
        .innerJoin('revisions', 'revisions.id', 'published_stories.revision_id')
        .select(['published_stories.slug', 'published_stories.story_id', 'content', 'revisions.published_at'])
        .where('published_stories.kind', '=', 'story')
        .orderBy('published_stories.story_id')
        .execute()
      const known = new Map(rows.map(row => [row.slug, row.story_id]))
      const originals = rows.filter(row => !isCopy.test(row.slug))
      const copies: { id: number; path: string }[] = []
      for (let i = 0; i < count; i++) {
        const { content, published_at } = originals[i % originals.length]!
        const slug = `story-copy-${i}`
        const storyId =
          known.get(slug) ??
          (await createStory(house, { content: { ...(content as StoryContentInput), slug } }))
        if (!known.has(slug)) await publishStory(house, { storyId, by, at: published_at })
        copies.push({ id: storyId, path: `/${slug}` })
      }
      return copies
    },

    /** A new story, kept as a draft and ready to be published. */
    async draft(headline: string, slug: string): Promise<number> {
      const [first] = await db
        .selectFrom('published_stories')
        .selectAll()
        .orderBy('published_at', 'desc')
        .limit(1)
        .execute()
      const content: StoryContentInput = {
        headline,
        standfirst: 'What happened, in one sentence.',
        slug,
        language: 'en',
        topics: first?.topic_ids ?? [],
        authors: first?.author_ids ?? [],
        photograph: first?.photograph_id ? { id: first.photograph_id } : null,
        blocks: Array.from({ length: 12 }, (_, i) => ({
          id: `p${i}`,
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'The council met on Tuesday and voted, by eleven to nine, to wait. '.repeat(6),
            },
          ],
        })),
      }
      return createStory(house, { content })
    },

    /** What the Publish button does. */
    async publish(storyId: number): Promise<void> {
      await publishStory(house, { storyId, by })
    },

    async brief(headline: string): Promise<void> {
      await postBrief(house, { headline }, { by })
    },

    addresses: (count: number) => addressesIn(db, count),

    writeWordpressExport,
    importWordpress: (path: string) => importWordpress(house, path),
    async growArchive(stories: number) {
      const db = openDatabase(connection, { max: 4 })
      return growArchive({ ...house, db }, stories).finally(() => db.destroy())
    },

    timeQueries: async () => timeQueries(),
    beginProfile,
    endProfile,

    /** What the planner does with a statement, for those who ask why. */
    async explain(statement: string): Promise<string> {
      const { rows } = await sql
        .raw<Record<string, string>>(`explain (analyze, buffers) ${statement}`)
        .execute(db)
      return rows.map(row => Object.values(row)[0]).join('\n')
    },
  }
}
