import { zonedTime } from '../../design/zones.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { type Author, listAuthors } from '../authors/author.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'
import { findCards } from '../stories/story.ts'
import { listTopics, type Topic } from '../topics/topic.ts'
import { type SearchInput, type SearchResult, searchInput } from './search.ts'
import { searchMessages } from './search-messages.ts'
import { searchStories } from './search-queries.ts'
import { SearchView } from './search-view.reader.tsx'

/** `/search?q=`: a form, and what it finds. Never printed: what somebody looks for is nobody else's business. */
export async function searchPage(ask: Ask, house: House): Promise<Answer> {
  const publication = await readPublication(house)
  const texts = searchMessages(publication.language)
  const { input, wrong } = read(ask.query)
  const choices = await readChoices(house)
  const result = input.q ? await search(house, { input, choices, publication }) : null
  const cards = await findCards(house.db, result?.hits.map(hit => hit.storyId) ?? [])
  const answer = publicationPage(house, {
    publication,
    ask,
    head: {
      title: input.q ? texts.results(input.q) : texts.search,
      canonical: `${publication.siteUrl}/search`,
      robots: 'noindex, follow',
    },
    body: (
      <SearchView
        place={publication}
        input={input}
        notices={wrong.map(texts.wrongField)}
        choices={choices}
        result={result}
        cards={cards}
      />
    ),
    keys: [],
  })
  return { ...answer, headers: { ...answer.headers, 'cache-control': 'private, no-store' } }
}

export interface Choices {
  topics: Topic[]
  authors: Author[]
  languages: string[]
}

/** A field that cannot be read is left out and named; the others still count. */
function read(query: Record<string, string>): { input: SearchInput; wrong: string[] } {
  const given: Record<string, string> = { ...query, ...(query.q ? { q: query.q.slice(0, 200) } : {}) }
  const result = searchInput.safeParse(given)
  if (result.success) return { input: result.data, wrong: [] }
  const wrong = [...new Set(result.error.issues.map(issue => String(issue.path[0])))]
  for (const field of wrong) delete given[field]
  return { input: searchInput.parse(given), wrong }
}

function readChoices(house: House): Promise<Choices> {
  return house.press.keep('search:choices', ['stories', 'publication'], async () => ({
    topics: (await listTopics(house.db)).slice(0, 200),
    authors: (await listAuthors(house.db)).slice(0, 500),
    languages: await languagesOf(house),
  }))
}

/** The languages stories are in; one step through the index for each. */
async function languagesOf(house: House): Promise<string[]> {
  const languages: string[] = []
  for (;;) {
    const next = await house.db
      .selectFrom('published_stories')
      .select('language')
      .where('kind', '=', 'story')
      .where('language', '>', languages.at(-1) ?? '')
      .orderBy('language')
      .limit(1)
      .executeTakeFirst()
    if (!next) return languages
    languages.push(next.language)
  }
}

async function search(
  house: House,
  options: { input: SearchInput; choices: Choices; publication: { language: string; timeZone: string } },
): Promise<SearchResult> {
  const { input, choices, publication } = options
  const topic = choices.topics.find(each => each.slug === input.topic)
  const author = choices.authors.find(each => each.slug === input.author)
  const day = (text: string, plusDays = 0) => {
    if (!text) return undefined
    const noon = new Date(Date.parse(`${text}T12:00:00Z`) + plusDays * 86_400_000)
    return zonedTime(noon, '00:00', publication.timeZone)
  }
  return searchStories(house.db, {
    q: input.q,
    // A filter that names nothing there is finds nothing.
    topicId: input.topic ? (topic?.id ?? -1) : undefined,
    authorId: input.author ? (author?.id ?? -1) : undefined,
    language: input.language || undefined,
    from: day(input.from),
    until: day(input.until, 1),
    page: input.page,
    publicationLanguage: publication.language,
  })
}
