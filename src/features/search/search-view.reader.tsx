import type { ComponentChildren } from 'preact'
import { formatDate } from '../../design/dates.ts'
import { direction } from '../../design/messages.ts'
import { Picture } from '../../design/picture.tsx'
import { languageOf } from '../../design/story-card.tsx'
import type { StoryCard } from '../stories/story.ts'
import type { Hit, Passage, SearchInput, SearchResult } from './search.ts'
import { searchMessages } from './search-messages.ts'

interface Place {
  language: string
  timeZone: string
}

export interface SearchViewProps {
  place: Place
  input: SearchInput
  /** What could not be used of the request. */
  notices: readonly string[]
  choices: {
    topics: readonly { slug: string; name: string }[]
    authors: readonly { slug: string; name: string }[]
    languages: readonly string[]
  }
  /** null where nothing was asked yet. */
  result: SearchResult | null
  cards: ReadonlyMap<number, StoryCard>
}

/** The search form with its filters, and under it what was found. */
export function SearchView(props: SearchViewProps): ComponentChildren {
  const { place, input, notices, result } = props
  const texts = searchMessages(place.language)
  return (
    <div class="search-page grid-page">
      <header class="list-head">
        <h1 class="list-head__title">{texts.search}</h1>
      </header>
      <SearchForm {...props} />
      {notices.map(notice => (
        <p key={notice} class="search-page__notice">
          {notice}
        </p>
      ))}
      {result === null ? (
        <div class="search-page__invite">
          <p>{texts.invite}</p>
          <ToArchive label={texts.archive} />
        </div>
      ) : (
        <Results {...props} result={result} texts={texts} input={input} />
      )}
    </div>
  )
}

function SearchForm({ place, input, choices }: SearchViewProps): ComponentChildren {
  const texts = searchMessages(place.language)
  const narrowed = Boolean(input.topic || input.author || input.language || input.from || input.until)
  return (
    <search>
      <form class="search-form search-field" action="/search">
        <label for="q">{texts.label}</label>
        <div class="search-field__line">
          <input id="q" type="search" name="q" value={input.q} maxLength={200} autocomplete="off" required />
          <button type="submit">{texts.search}</button>
        </div>
        <details class="search-form__filters" open={narrowed}>
          <summary>{texts.filters}</summary>
          <div class="search-form__fields">
            <Choice
              name="topic"
              label={texts.topic}
              any={texts.any}
              value={input.topic}
              options={choices.topics.map(asOption)}
            />
            <Choice
              name="author"
              label={texts.author}
              any={texts.any}
              value={input.author}
              options={choices.authors.map(asOption)}
            />
            {choices.languages.length > 1 && (
              <Choice
                name="language"
                label={texts.language}
                any={texts.any}
                value={input.language}
                options={choices.languages.map(tag => ({
                  value: tag,
                  label: languageName(tag, place.language),
                }))}
              />
            )}
            <Day name="from" label={texts.from} value={input.from} />
            <Day name="until" label={texts.until} value={input.until} />
          </div>
        </details>
      </form>
    </search>
  )
}

function Results(
  props: SearchViewProps & { result: SearchResult; texts: ReturnType<typeof searchMessages> },
): ComponentChildren {
  const { place, input, result, texts, cards } = props
  if (result.hits.length === 0)
    return (
      <div class="search-page__none" role="status">
        <p>{texts.none(input.q)}</p>
        <p>{texts.noneHelp}</p>
        <ToArchive label={texts.archive} />
      </div>
    )
  return (
    <section class="search-page__results" aria-labelledby="results-title">
      <h2 class="list-title" id="results-title">
        {texts.results(result.correctedTo ?? input.q)}
      </h2>
      {result.correctedTo && (
        <p class="search-page__notice">{texts.corrected(input.q, result.correctedTo)}</p>
      )}
      <ol class="hits" start={(input.page - 1) * 12 + 1}>
        {result.hits.map(hit => {
          const card = cards.get(hit.storyId)
          return card && <HitItem key={hit.storyId} hit={hit} card={card} place={place} />
        })}
      </ol>
      {(input.page > 1 || result.more) && (
        <nav class="paging" aria-label={texts.pages}>
          {input.page > 1 && (
            <a rel="prev" href={address(input, input.page - 1)}>
              {texts.newer}
            </a>
          )}
          {result.more && (
            <a rel="next" class="paging__older" href={address(input, input.page + 1)}>
              {texts.older}
            </a>
          )}
        </nav>
      )}
    </section>
  )
}

function ToArchive({ label }: { label: string }): ComponentChildren {
  return (
    <p class="search-page__way">
      <a href="/archive">{label}</a>
    </p>
  )
}

function HitItem({ hit, card, place }: { hit: Hit; card: StoryCard; place: Place }): ComponentChildren {
  const foreign = languageOf(card.language, place.language)
  return (
    <li class="hit" {...foreign}>
      {card.photograph && card.photograph.state !== 'elsewhere' && (
        <div class="hit__picture">
          <Picture photograph={card.photograph} sizes="160px" alt="" />
        </div>
      )}
      <div class="hit__words">
        <p class="hit__meta">
          {card.topic && <span>{card.topic.name}</span>}
          <time
            datetime={card.publishedAt.toISOString()}
            lang={foreign.lang && place.language}
            dir={foreign.dir && direction(place.language)}
          >
            {formatDate(card.publishedAt, place)}
          </time>
        </p>
        <h3 class="hit__headline">
          <a href={`/${card.slug}`}>
            <Marked passages={hit.headline} />
          </a>
        </h3>
        <p class="hit__passage">
          <Marked passages={excerpt(hit.passages)} />
        </p>
      </div>
    </li>
  )
}

function Marked({ passages }: { passages: readonly Passage[] }): ComponentChildren {
  return passages.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))
}

/** Says with dots where a passage begins or ends within a sentence. */
function excerpt(passages: readonly Passage[]): readonly Passage[] {
  const opens = /^\p{Ll}/u.test(passages[0]?.text ?? '')
  const closes = /[\p{L}\p{N},;:–—-]\s*$/u.test(passages.at(-1)?.text ?? '')
  const dots = { found: false }
  return [
    ...(opens ? [{ ...dots, text: '… ' }] : []),
    ...passages,
    ...(closes ? [{ ...dots, text: ' …' }] : []),
  ]
}

function Choice(props: {
  name: string
  label: string
  any: string
  value: string
  options: readonly { value: string; label: string }[]
}): ComponentChildren {
  const { name, label, any, value, options } = props
  return (
    <label class="search-form__choice">
      <span>{label}</span>
      <select name={name}>
        <option value="">{any}</option>
        {options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Day({ name, label, value }: { name: string; label: string; value: string }): ComponentChildren {
  return (
    <label class="search-form__choice">
      <span>{label}</span>
      <input type="date" name={name} value={value} />
    </label>
  )
}

function asOption({ slug, name }: { slug: string; name: string }) {
  return { value: slug, label: name }
}

function address(input: SearchInput, page: number): string {
  const given = Object.entries({ ...input, page: page > 1 ? String(page) : '' }).filter(
    ([, value]) => value !== '',
  )
  return `/search?${new URLSearchParams(given as [string, string][])}`
}

function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
