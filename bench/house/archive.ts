import { sql } from 'kysely'
import { saveAuthor } from '../../src/features/authors/author.ts'
import { type Container, publishFront } from '../../src/features/fronts/front.ts'
import { postBrief } from '../../src/features/live/brief.ts'
import { indexStories } from '../../src/features/search/search-jobs.ts'
import { saveTopic } from '../../src/features/topics/topic.ts'
import type { Transaction } from '../../src/platform/database/database.ts'
import type { House } from '../../src/platform/house.ts'
import { type MadeStory, rareWord, type StoryMaker, storyMaker } from './made-stories.ts'

const topicCount = 40
const authorCount = 60
const pictureCount = 500
const batch = 1000

/** From here on stories are told again: with the same words, at other times and addresses. */
const different = 25_000

/**
 * Fills an empty publication with `wanted` generated stories: the rows a publishing leaves, written many at a time, and
 * the search index by its own function. Returns the seconds of both.
 */
export async function growArchive(
  house: House,
  wanted: number,
): Promise<{ stories: number; writing: number; indexing: number }> {
  const began = performance.now()
  const maker = await beginArchive(house)
  const own = Math.min(wanted, different)
  while (maker.made() < own) {
    const stories = maker.make(Math.min(batch, own - maker.made()))
    await house.db.transaction().execute(tx => writeStories(tx, stories))
  }
  const written = performance.now()
  await indexArchive(house, () => tellAgain(house, wanted - own))
  await sql`vacuum analyze`.execute(house.db)
  house.press.throwAway(['*'])
  const ended = performance.now()
  return { stories: wanted, writing: (written - began) / 1000, indexing: (ended - written) / 1000 }
}

async function beginArchive(house: House): Promise<StoryMaker> {
  const topics: number[] = []
  for (let i = 0; i < topicCount; i++)
    topics.push(await saveTopic(house, { slug: `topic-${i}`, name: `Topic ${i}` }))
  const authors: number[] = []
  for (let i = 0; i < authorCount; i++)
    authors.push(await saveAuthor(house, { slug: `author-${i}`, name: `Author Number ${i}` }))
  const { rows } = await sql<{ id: number }>`
    insert into photographs (state, source_url, width, height, alt, caption, credit, tone, created_at, updated_at)
    select 'elsewhere', 'https://pictures.example.org/' || n || '.jpg', 1600, 1067, 'A picture', 'What it shows.',
      'Somebody/Agency', '#8899aa', now(), now()
    from generate_series(1, ${pictureCount}) n returning id`.execute(house.db)
  for (let i = 0; i < 40; i++) await postBrief(house, { headline: `Brief ${i} of the day` }, { by: 'bench' })
  await publishFronts(house, topics)
  return storyMaker({ topics, authors, pictures: rows.map(row => row.id), now: house.clock.now() })
}

async function publishFronts(house: House, topics: number[]): Promise<void> {
  const container = (id: string, layout: Container['layout'], size: number, fill: Container['fill']) => ({
    id,
    layout,
    title: id,
    size,
    slots: [],
    fill,
  })
  const containers = [
    container('lead', 'lead', 5, {}),
    container('opinion', 'opinion', 4, { label: 'Opinion' }),
    ...topics.slice(0, 5).map((topicId, i) => container(`topic-${i}`, 'grid', 4, { topicId })),
    container('river', 'river', 8, {}),
  ]
  await publishFront(house, { slug: 'home', title: 'Front', content: { containers }, by: 'bench' })
  const picks = [container('picks', 'ranked', 6, { topicId: topics[7] })]
  await publishFront(house, {
    slug: 'editors-picks',
    title: 'Picks',
    content: { containers: picks },
    by: 'bench',
  })
}

/** What publishing writes, for many stories in a few statements. Nobody reads the drafts' texts here, so they have none. */
async function writeStories(tx: Transaction, stories: readonly MadeStory[]): Promise<void> {
  const { rows } = await sql<{ story: number; revision: number }>`
    select nextval(pg_get_serial_sequence('stories', 'id')) as story,
      nextval(pg_get_serial_sequence('revisions', 'id')) as revision
    from generate_series(1, ${stories.length})`.execute(tx)
  const numbered = stories.map((story, i) => ({ ...rows[i]!, ...story }))
  await sql`create temporary table made on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
    as made (story bigint, revision bigint, at timestamptz, words integer, content jsonb)`.execute(tx)
  await sql`
    insert into stories (id, state, draft, draft_updated_at, first_published_at, current_revision, created_at)
    select story, 'published', content - 'blocks', at, at, revision, at from made`.execute(tx)
  await sql`
    insert into revisions (id, story_id, number, content, published_by, published_at, kind)
    select revision, story, 1, content, 'bench', at, 'first' from made`.execute(tx)
  await sql`
    insert into story_slugs (slug, story_id, since) select content->>'slug', story, at from made`.execute(tx)
  await sql`
    insert into published_stories (story_id, revision_id, slug, kind, headline, standfirst, label, language,
      published_at, photograph_id, primary_topic_id, topic_ids, author_ids, words, minutes)
    select story, revision, content->>'slug', 'story', content->>'headline', content->>'standfirst',
      content->>'label', content->>'language', at, (content->'photograph'->>'id')::bigint,
      (content->'topics'->>0)::bigint, array(select jsonb_array_elements_text(content->'topics')::bigint),
      array(select jsonb_array_elements_text(content->'authors')::bigint), words, greatest(1, words / 230)
    from made`.execute(tx)
  await sql`
    insert into published_story_topics (topic_id, published_at, story_id)
    select jsonb_array_elements_text(content->'topics')::bigint, at, story from made`.execute(tx)
  await sql`
    insert into published_story_authors (author_id, published_at, story_id)
    select jsonb_array_elements_text(content->'authors')::bigint, at, story from made`.execute(tx)
}

/** The search feature's own indexing, two batches at once; its trees are planted afterwards, as after any large load. */
async function indexArchive({ db }: House, andThen: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ story_id: number }>`
    select story_id from published_stories order by story_id`.execute(db)
  const waiting = rows.map(row => row.story_id)
  const { rows: trees } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('story_search', 'search_words') and indexdef like '%USING gin%'`.execute(db)
  for (const { name } of trees) await sql`drop index ${sql.ref(name)}`.execute(db)
  const work = async () => {
    for (let ids = waiting.splice(0, 100); ids.length > 0; ids = waiting.splice(0, 100))
      await db.transaction().execute(tx => indexStories(tx, ids))
  }
  await Promise.all([work(), work()])
  await andThen()
  for (const { definition } of trees) await sql.raw(definition).execute(db)
}

/** `count` more stories with the texts of those there are: making and dividing new texts would take many minutes. */
async function tellAgain({ db }: House, count: number): Promise<void> {
  for (let done = 0; done < count; done += different) {
    const round = 1 + done / different
    await db.transaction().execute(async tx => {
      await sql`select setseed(${0.1 * round})`.execute(tx)
      await sql`create temporary table again on commit drop as
        select p.story_id as told, nextval(pg_get_serial_sequence('stories', 'id')) as story,
          nextval(pg_get_serial_sequence('revisions', 'id')) as revision,
          now() - random() * interval '8 years' as at
        from published_stories p where p.story_id <= ${different} order by p.story_id
        limit ${Math.min(different, count - done)}`.execute(tx)
      await sql`
        insert into stories (id, state, draft, draft_updated_at, first_published_at, current_revision, created_at)
        select story, 'published', '{}', at, at, revision, at from again`.execute(tx)
      await sql`
        insert into revisions (id, story_id, number, content, published_by, published_at, kind)
        select again.revision, story, 1, content, 'bench', at, 'first'
        from again join revisions on revisions.story_id = told`.execute(tx)
      await sql`
        insert into published_stories
        select story, again.revision, slug || '-again-' || ${round}::int, kind, headline, standfirst, label, language, at,
          updated_at, photograph_id, primary_topic_id, topic_ids, author_ids, words, minutes
        from again join published_stories p on p.story_id = told`.execute(tx)
      await sql`insert into story_slugs select slug, story_id, published_at from published_stories
        where story_id in (select story from again)`.execute(tx)
      await sql`insert into published_story_topics select topic_id, at, story
        from again join published_story_topics on story_id = told`.execute(tx)
      await sql`insert into published_story_authors select author_id, at, story
        from again join published_story_authors on story_id = told`.execute(tx)
      // A word that only a few stories hold stays that rare.
      await sql`
        insert into story_search
        select story, again.revision, at, language, configuration, body, ts_delete(document, ${rareWord})
        from again join story_search on story_id = told`.execute(tx)
    })
  }
}
