import type { ComponentChildren } from 'preact'
import { dayOf, formatLongDate, formatMonth } from '../../design/dates.ts'
import { Picture, type PictureSource } from '../../design/picture.tsx'
import { type CardStory, StoryCard } from '../../design/story-card.tsx'
import { listMessages } from './list-messages.ts'

interface Place {
  language: string
  timeZone: string
}

/** Where a list goes on; null where it ends. */
export interface Paging {
  newer: string | null
  older: string | null
}

interface ListParts {
  place: Place
  stories: readonly CardStory[]
  paging: Paging
  /** Regions for the rail. */
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
}

export interface TopicViewProps extends ListParts {
  topic: { name: string; description: string; feed: string }
}

/** All stories on one topic, newest first; its first page opens with the newest, large. */
export function TopicView(props: TopicViewProps): ComponentChildren {
  const { topic, place, stories, paging } = props
  const texts = listMessages(place.language)
  const [first, ...rest] = paging.newer ? [undefined, ...stories] : stories
  return (
    <ListPage {...props}>
      <header class="list-head">
        <h1 class="list-head__title">{topic.name}</h1>
        {topic.description && <p class="list-head__text">{topic.description}</p>}
        <FeedLink href={topic.feed} label={texts.followTopic} />
      </header>
      {stories.length === 0 && <p class="empty">{texts.noStories}</p>}
      {first && <StoryCard story={first} size="large" heading={2} place={place} withoutTopic eager date />}
      <StoryRows stories={rest.filter(story => story !== undefined)} place={place} withoutTopic />
    </ListPage>
  )
}

export interface AuthorViewProps extends ListParts {
  author: {
    name: string
    role: string
    bio: string
    email: string | null
    links: readonly { label: string; href: string }[]
    portrait: PictureSource | null
    feed: string
  }
}

/** Who somebody is, and all stories by them. */
export function AuthorView(props: AuthorViewProps): ComponentChildren {
  const { author, place, stories } = props
  const texts = listMessages(place.language)
  return (
    <ListPage {...props}>
      <header class="author-head">
        {author.portrait && (
          <div class="author-head__portrait">
            <Picture photograph={author.portrait} sizes="176px" alt="" eager />
          </div>
        )}
        <div>
          <h1 class="list-head__title">{author.name}</h1>
          {author.role && <p class="author-head__role">{author.role}</p>}
          {author.bio && <p class="author-head__bio">{author.bio}</p>}
          <ul class="author-head__links">
            {author.email && (
              <li>
                <a href={`mailto:${author.email}`}>{texts.writeTo(author.name)}</a>
              </li>
            )}
            {author.links.map(({ label, href }) => (
              <li key={href}>
                <a href={href} rel="me noopener">
                  {label}
                </a>
              </li>
            ))}
            <li>
              <a href={author.feed}>{texts.followTopic}</a>
            </li>
          </ul>
        </div>
      </header>
      <h2 class="list-title">{texts.storiesBy(author.name)}</h2>
      {stories.length === 0 && <p class="empty">{texts.noStories}</p>}
      <StoryRows stories={stories} place={place} />
    </ListPage>
  )
}

export interface ArchiveViewProps {
  place: Place
  /** Months that have stories, newest first. */
  months: readonly { year: number; month: number; stories?: number }[]
}

/** The way into everything that was published: years, and in them months. */
export function ArchiveView({ place, months }: ArchiveViewProps): ComponentChildren {
  const texts = listMessages(place.language)
  return (
    <div class="archive grid-page">
      <header class="list-head">
        <h1 class="list-head__title">{texts.archive}</h1>
        <p class="list-head__text">{texts.archiveLead}</p>
      </header>
      {months.length === 0 && <p class="empty">{texts.archiveEmpty}</p>}
      {[...Map.groupBy(months, ({ year }) => year)].map(([year, inYear]) => (
        <section class="archive__year" key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ol class="archive__months">
            {inYear.map(({ month, stories }) => (
              <li key={month}>
                <a href={monthHref(year, month)}>{formatMonth(middleOf(year, month), place)}</a>
                {stories !== undefined && <span class="archive__count">{texts.stories(stories)}</span>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

export interface MonthViewProps extends Omit<ListParts, 'paging'> {
  year: number
  month: number
  previous: { year: number; month: number } | null
  next: { year: number; month: number } | null
  /** Further pages of a month that has more than fit one. */
  paging?: Paging
}

/** One month of the archive, its days as headings. */
export function MonthView(props: MonthViewProps): ComponentChildren {
  const { place, year, month, stories, previous, next, paging } = props
  const texts = listMessages(place.language)
  const days = Map.groupBy(stories, story => dayOf(story.publishedAt, place))
  return (
    <ListPage {...props} paging={paging ?? { newer: null, older: null }}>
      <header class="list-head">
        <p class="list-head__above">
          <a href="/archive">{texts.archive}</a>
        </p>
        <h1 class="list-head__title">{formatMonth(middleOf(year, month), place)}</h1>
      </header>
      {stories.length === 0 && <p class="empty">{texts.noStories}</p>}
      {[...days].map(([day, ofDay]) => (
        <section class="day" key={day} aria-labelledby={`day-${day}`}>
          <h2 class="day__title" id={`day-${day}`}>
            <time datetime={day}>{formatLongDate(ofDay[0]!.publishedAt, place)}</time>
          </h2>
          <StoryRows stories={ofDay} place={place} withoutDate />
        </section>
      ))}
      <nav class="paging" aria-label={texts.months}>
        {next && (
          <a rel="next" href={monthHref(next.year, next.month)}>
            {formatMonth(middleOf(next.year, next.month), place)}
          </a>
        )}
        {previous && (
          <a rel="prev" class="paging__older" href={monthHref(previous.year, previous.month)}>
            {formatMonth(middleOf(previous.year, previous.month), place)}
          </a>
        )}
      </nav>
    </ListPage>
  )
}

/** Address of a month in the archive. */
export function monthHref(year: number, month: number): string {
  return `/archive/${year}/${String(month).padStart(2, '0')}`
}

/** Stories one below another with their day, headline, standfirst and picture. */
export function StoryRows(props: {
  stories: readonly CardStory[]
  place: Place
  heading?: 2 | 3
  withoutTopic?: boolean
  withoutDate?: boolean
}): ComponentChildren {
  const { stories, place, heading = 3, withoutTopic, withoutDate } = props
  if (stories.length === 0) return null
  return (
    <div class="rows">
      {stories.map(story => (
        <StoryCard
          key={story.id}
          story={story}
          size="small"
          heading={heading}
          place={place}
          standfirst
          date={!withoutDate}
          withoutTopic={withoutTopic}
        />
      ))}
    </div>
  )
}

function ListPage(props: Omit<ListParts, 'stories'> & { children: ComponentChildren }): ComponentChildren {
  const { place, paging, newsFeed, picks, children } = props
  const texts = listMessages(place.language)
  return (
    <div class="list-page grid-page">
      <div class="list-page__main">
        {children}
        {(paging.newer || paging.older) && (
          <nav class="paging" aria-label={texts.paging}>
            {paging.newer && (
              <a rel="prev" href={paging.newer}>
                {texts.newer}
              </a>
            )}
            {paging.older && (
              <a rel="next" class="paging__older" href={paging.older}>
                {texts.older}
              </a>
            )}
          </nav>
        )}
      </div>
      {(newsFeed || picks) && (
        <div class="rail">
          {newsFeed}
          {picks}
        </div>
      )}
    </div>
  )
}

function FeedLink({ href, label }: { href: string; label: string }): ComponentChildren {
  return (
    <p class="list-head__feed">
      <a href={href}>{label}</a>
    </p>
  )
}

/** A moment that lies in the month in every zone. */
function middleOf(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1, 15))
}
