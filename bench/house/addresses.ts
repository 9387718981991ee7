import type { Database } from '../../src/platform/database/database.ts'
import { rareWord, wordOfRank } from './made-stories.ts'

/** Addresses of each kind in the grown archive, at most `count` different ones. */
export async function addressesIn(db: Database, count: number): Promise<Record<string, string[]>> {
  const rows = await db
    .selectFrom('published_stories')
    .select(['slug', 'published_at'])
    .where(eb => eb(eb.fn<number>('mod', ['story_id', eb.lit(7)]), '=', 3))
    .orderBy(eb => eb.fn('md5', ['slug']))
    .limit(count)
    .execute()
  const months = rows.map(
    ({ published_at }) =>
      `${published_at.getUTCFullYear()}/${String(published_at.getUTCMonth() + 1).padStart(2, '0')}`,
  )
  const numbers = Array.from({ length: count }, (_, i) => i)
  const search = (words: string[]) => words.map(word => `/search?q=${encodeURIComponent(word)}`)
  return {
    front: ['/'],
    story: rows.map(({ slug }) => `/${encodeURIComponent(slug)}`),
    topic: numbers.map(i => `/topics/topic-${i % 40}`),
    author: numbers.map(i => `/authors/author-${i % 60}`),
    archive: ['/archive'],
    'archive month': months.map(month => `/archive/${month}`),
    'site feed': ['/rss.xml'],
    'search, a word of most stories': search(numbers.slice(0, 8).map(i => wordOfRank(52 + i))),
    'search, a word of one story in 50': search(numbers.map(i => wordOfRank(1000 + 10 * i))),
    'search, a word of 20 stories': search([rareWord]),
    'search, two words': search(numbers.map(i => `${wordOfRank(60 + i)} ${wordOfRank(200 + i)}`)),
    'search, a misspelt word': search(numbers.map(i => misspelt(wordOfRank(300 + i)))),
    'story list of the newsroom': ['/newsroom/stories'],
    'story list, one topic': numbers.map(i => `/newsroom/stories?topic=topic-${i % 40}`),
    'story list, one author and state': numbers.map(
      i => `/newsroom/stories?author=author-${i % 60}&state=published`,
    ),
    'story list, a month': months.map(month => `/newsroom/stories?${daysOf(month)}`),
    'story list, a word': numbers.map(
      i => `/newsroom/stories?q=${encodeURIComponent(wordOfRank(1000 + 10 * i))}`,
    ),
  }
}

/** "2024/03" as the list's address has it. */
function daysOf(month: string): string {
  const day = month.replace('/', '-')
  return `from=${day}-01&until=${day}-28`
}

/** Two neighbouring letters changed places. */
function misspelt(word: string): string {
  const at = word.length >> 1
  return word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)
}
