import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { saveAuthor } from '../../src/features/authors/author.ts'
import { createStory, publishStory, saveDraft } from '../../src/features/stories/story.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import type { ConnectionSettings } from '../../src/platform/database/database.ts'
import { buildEntry } from '../builders/build-entry.ts'
import { testHouse } from '../builders/test-house.ts'
import { telling } from './telling.ts'

const kills = 12

let connection: ConnectionSettings = {}
const one = await testHouse({
  working: true,
  through: async straight => {
    connection = straight
    return straight
  },
})
const { house } = one
const { db } = house
const base = await one.serve()
const program = await buildEntry('test/chaos/publish-for-ever.ts')
const dataDir = await mkdtemp(join(tmpdir(), 'masthead-killed-'))
let child: ChildProcess | undefined
afterAll(async () => {
  child?.kill('SIGKILL')
  await rm(dirname(program), { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
})

test('wherever a node is killed while it publishes, each story is wholly out or wholly as before', {
  timeout: 120_000,
}, async () => {
  const topic = await saveTopic(house, { slug: 'harbour', name: 'Harbour' })
  const author = await saveAuthor(house, { slug: 'maeve', name: 'Maeve' })
  const stories: number[] = []
  for (let i = 0; i < 4; i++)
    stories.push(
      await createStory(house, { content: telling({ storyId: i, told: i, topic, author: author }) }),
    )

  for (let kill = 1; kill <= kills; kill++) {
    const published = await publishUntilKilled({ stories, topic, author })
    expect(await brokenStories(), `after kill ${kill}, ${published} published`).toEqual([])
  }
  const { rows: counts } = await sql<{ n: number }>`select count(*) as n from revisions`.execute(db)
  expect(counts[0]!.n).toBeGreaterThan(kills)
  for (const storyId of stories) await expectServed(storyId)

  // Whatever the killed node was about to do can be done again.
  for (const storyId of stories) {
    await saveDraft(house, storyId, telling({ storyId, told: 1, topic, author }))
    await publishStory(house, { storyId, by: 'desk' })
    await expectServed(storyId)
  }
  expect(await brokenStories()).toEqual([])
  await expect.poll(unsentJobs, { timeout: 20_000 }).toBe(0)
  await expect.poll(unfoundStories, { timeout: 20_000 }).toEqual([])
})

/** Starts a node that publishes without end, and kills it at some point after some stories. Returns how many went out. */
async function publishUntilKilled(work: object): Promise<number> {
  child = fork(program, [JSON.stringify({ connection, dataDir, ...work })], { stdio: 'inherit' })
  const ended = once(child, 'exit')
  const enough = 1 + Math.floor(Math.random() * 6)
  let published = 0
  child.on('message', () => {
    // Somewhere within the next publishing, which takes about as long.
    if (++published === enough) setTimeout(() => child?.kill('SIGKILL'), Math.random() * 25)
  })
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
  return published
}

/** Stories of which any part disagrees with another; one statement, so it sees one moment. */
async function brokenStories(): Promise<unknown[]> {
  const { rows } = await sql`
    with told as (
      select s.id, s.state, s.current_revision, count(r.id) as revisions, max(r.number) as newest,
        (select array_agg((e.payload->>'revision')::int order by e.id) from events e
          where e.kind = 'story-published' and (e.payload->>'storyId')::bigint = s.id) as announced,
        array_agg(r.number order by r.number) filter (where r.id is not null) as numbers
      from stories s left join revisions r on r.story_id = s.id group by s.id
    )
    select told.*, p.slug, p.headline from told
    left join revisions r on r.id = told.current_revision
    left join published_stories p on p.story_id = told.id
    where told.revisions <> coalesce(told.newest, 0)
      or told.announced is distinct from told.numbers
      or (told.state = 'published') <> (told.revisions > 0)
      or r.number is distinct from told.newest
      or p.revision_id is distinct from told.current_revision
      or p.headline is distinct from r.content->>'headline'
      or p.slug is distinct from r.content->>'slug'
      or (p.slug is not null and not exists (
        select from story_slugs a where a.slug = p.slug and a.story_id = told.id))
      or (select count(*) from published_story_topics t where t.story_id = told.id)
        <> (case when told.revisions > 0 then 1 else 0 end)
      or (select count(*) from published_story_authors a where a.story_id = told.id)
        <> (case when told.revisions > 0 then 1 else 0 end)`.execute(db)
  return rows
}

/** The page and the front, of a node that lived through all of it, show the newest revision. */
async function expectServed(storyId: number): Promise<void> {
  const { slug, headline } = await db
    .selectFrom('published_stories')
    .select(['slug', 'headline'])
    .where('story_id', '=', storyId)
    .executeTakeFirstOrThrow()
  for (const path of [`/${slug}`, '/'])
    await expect
      .poll(async () => (await fetch(base + path)).text(), { timeout: 5000, message: path })
      .toContain(headline)
}

/** Publishings that were announced less their jobs for the index: each has one, whichever node saw it, and not two. */
async function unsentJobs(): Promise<number> {
  const { rows } = await sql<{ events: number; jobs: number }>`
    select (select count(*) from events where kind = 'story-published') as events,
      (select count(*) from pgboss.job where name = 'index-stories') as jobs`.execute(db)
  return rows[0]!.events - rows[0]!.jobs
}

/** Stories that the search knows in another state than the published one. */
async function unfoundStories(): Promise<unknown[]> {
  const { rows } = await sql`
    select p.story_id from published_stories p left join story_search s using (story_id)
    where s.revision_id is distinct from p.revision_id`.execute(db)
  return rows
}
