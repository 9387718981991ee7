import type { ComponentChildren, VNode } from 'preact'
import { dayOf, formatDateTime, formatLongDate } from '../../design/dates.ts'
import type { Publication } from '../publication/publication.ts'
import { BriefItem, BriefMarks, BriefText, inLanguage } from './brief-item.reader.tsx'
import type { ReaderBrief } from './brief-queries.ts'
import { FeedRegion, feedName, NewsWaiting } from './feed-region.reader.tsx'
import { liveMessages } from './live-messages.ts'

/** The News Feed's page. `after` is set on its first page, which is live. */
export function FeedView(props: {
  publication: Publication
  after: number | undefined
  pinned: ReaderBrief[]
  mostPinned: number
  briefs: ReaderBrief[]
  earlier: string | undefined
  picks?: ComponentChildren
}): VNode {
  const { publication, after, pinned, mostPinned, briefs, earlier, picks } = props
  const texts = liveMessages(publication.language)
  const isLatest = after !== undefined
  return (
    <BesideRail picks={picks}>
      <FeedRegion
        class="feed feed--page"
        labelledBy="news-feed-title"
        language={publication.language}
        after={after}
        mostPinned={mostPinned}
      >
        <h1 class="feed__title" id="news-feed-title">
          {feedName(publication)}
        </h1>
        {!isLatest && (
          <p class="feed__back">
            <a href="/news">{texts.latestNews}</a>
          </p>
        )}
        {isLatest && <NewsWaiting />}
        {pinned.length > 0 && (
          <section class="feed__day feed__day--pinned" aria-labelledby="pinned">
            <h2 class="feed__day-name" id="pinned">
              {texts.pinned}
            </h2>
            <ol class="feed__list feed__list--pinned">
              {pinned.map(brief => (
                <BriefItem key={brief.id} brief={brief} place={publication} dated />
              ))}
            </ol>
          </section>
        )}
        {daysOf(briefs, publication).map(({ day, name, briefs }) => (
          <section key={day} class="feed__day" data-day={day} aria-labelledby={`day-${day}`}>
            <h2 class="feed__day-name" id={`day-${day}`}>
              {name}
            </h2>
            <ol class="feed__list">
              {briefs.map(brief => (
                <BriefItem key={brief.id} brief={brief} place={publication} />
              ))}
            </ol>
          </section>
        ))}
        {pinned.length + briefs.length === 0 && (
          <p class="feed__empty">{isLatest ? texts.empty : texts.emptyEarlier}</p>
        )}
        {earlier && (
          <p class="feed__more">
            <a href={earlier} rel="next">
              {texts.earlierNews}
            </a>
          </p>
        )}
      </FeedRegion>
    </BesideRail>
  )
}

/** Where a withdrawn brief was: says so, and shows what there is instead. */
export function WithdrawnView(props: {
  publication: Publication
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
}): VNode {
  const { publication, newsFeed, picks } = props
  const texts = liveMessages(publication.language)
  return (
    <BesideRail newsFeed={newsFeed} picks={picks}>
      <div class="brief-page">
        <h1 class="brief-page__headline">{texts.withdrawn}</h1>
        <p class="brief-page__all">
          <a href="/news">{texts.latestNews}</a>
        </p>
      </div>
    </BesideRail>
  )
}

function BesideRail(props: {
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
  children: ComponentChildren
}): VNode {
  const { newsFeed, picks, children } = props
  return (
    <div class="news-page grid-page">
      <div class="news-page__main">{children}</div>
      {(newsFeed || picks) && (
        <div class="rail">
          {newsFeed}
          {picks}
        </div>
      )}
    </div>
  )
}

/** Briefs under the days of the publication's zone, in the order they came. */
function daysOf(briefs: readonly ReaderBrief[], publication: Publication) {
  const days: { day: string; name: string; briefs: ReaderBrief[] }[] = []
  for (const brief of briefs) {
    const day = dayOf(brief.publishedAt, publication)
    const last = days.at(-1)
    if (last?.day === day) last.briefs.push(brief)
    else days.push({ day, name: formatLongDate(brief.publishedAt, publication), briefs: [brief] })
  }
  return days
}

/** One brief on its own page, with those before and after it. */
export function BriefView(props: {
  publication: Publication
  brief: ReaderBrief
  neighbours: { earlier: ReaderBrief | null; later: ReaderBrief | null }
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
}): VNode {
  const { publication, brief, neighbours, newsFeed, picks } = props
  const texts = liveMessages(publication.language)
  return (
    <BesideRail newsFeed={newsFeed} picks={picks}>
      <article class="brief-page">
        <header class="brief-page__head">
          <p class="brief-page__kicker">
            <a href="/news">{feedName(publication)}</a>
          </p>
          <BriefMarks brief={brief} place={publication} />
          <h1 class="brief-page__headline" {...inLanguage(brief, publication)}>
            {brief.headline}
          </h1>
          <p class="brief-page__when">
            <time datetime={brief.publishedAt.toISOString()}>
              {formatDateTime(brief.publishedAt, publication)}
            </time>
          </p>
        </header>
        <BriefText brief={brief} place={publication} />
        <nav class="brief-page__neighbours" aria-label={texts.inTheFeed}>
          <Neighbour brief={neighbours.earlier} label={texts.earlier} rel="prev" publication={publication} />
          <Neighbour brief={neighbours.later} label={texts.later} rel="next" publication={publication} />
          <p class="brief-page__all">
            <a href="/news">{texts.moreNews}</a>
          </p>
        </nav>
      </article>
    </BesideRail>
  )
}

function Neighbour(props: {
  brief: ReaderBrief | null
  label: string
  rel: 'prev' | 'next'
  publication: Publication
}): VNode | null {
  const { brief, label, rel, publication } = props
  if (!brief) return null
  return (
    <p class={`brief-page__neighbour brief-page__neighbour--${rel}`}>
      <span class="brief-page__label">{label}</span>{' '}
      <a href={`/news/${brief.id}`} rel={rel} {...inLanguage(brief, publication)}>
        {brief.headline}
      </a>
    </p>
  )
}
