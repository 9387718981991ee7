import type { VNode } from 'preact'
import { type DatePlace, dayOf, formatDateTime, formatDay, formatTime } from '../../design/dates.ts'
import { direction } from '../../design/messages.ts'
import { languageOf } from '../../design/story-card.tsx'
import { type BlockContext, inlineWeb } from '../stories/story.ts'
import type { ReaderBrief } from './brief-queries.ts'
import { liveMessages } from './live-messages.ts'

/** Where briefs are shown: the publication's language, zone and address. */
export interface BriefPlace extends DatePlace {
  siteUrl: string
}

interface BriefItemProps {
  brief: ReaderBrief
  place: BriefPlace
  /** Shows the day above the time: on the first brief of a day where no heading names the day. */
  dated?: boolean
  /** Headline, time and marks only. */
  short?: boolean
}

/** One brief in a list; the same in the rail, on the News Feed's page and in the stream. */
export function BriefItem({ brief, place, dated, short }: BriefItemProps): VNode {
  const marks = `${brief.breaking ? ' brief--breaking' : ''}${brief.pinned ? ' brief--pinned' : ''}`
  return (
    <li
      class={`brief${marks}${dated ? ' brief--dated' : ''}`}
      data-brief={brief.id}
      data-day={dayOf(brief.publishedAt, place)}
      data-rank={brief.pinned ? brief.pinRank : undefined}
    >
      <p class="brief__when">
        <BriefTime date={brief.publishedAt} place={place} />
        <span class="brief__date">{formatDay(brief.publishedAt, place)}</span>
      </p>
      <div class="brief__body">
        <BriefMarks brief={brief} place={place} />
        <h3 class="brief__headline" {...inLanguage(brief, place)}>
          <a href={`/news/${brief.id}`}>{brief.headline}</a>
        </h3>
        {!short && <BriefText brief={brief} place={place} />}
      </div>
    </li>
  )
}

export function BriefTime({ date, place }: { date: Date; place: DatePlace }): VNode {
  return (
    <time class="brief__time" datetime={date.toISOString()}>
      {formatTime(date, place)}
    </time>
  )
}

/** "Breaking" and "Pinned", where they apply. */
export function BriefMarks({ brief, place }: { brief: ReaderBrief; place: DatePlace }): VNode | null {
  if (!brief.breaking && !brief.pinned) return null
  const texts = liveMessages(place.language)
  return (
    <p class="brief__marks">
      {brief.breaking && <span class="brief__mark brief__mark--breaking">{texts.breaking}</span>}
      {brief.breaking && brief.pinned && ' '}
      {brief.pinned && <span class="brief__mark brief__mark--pinned">{texts.pinned}</span>}
    </p>
  )
}

/** The paragraphs after the headline, when it was updated, and the way to its story. */
export function BriefText({ brief, place }: { brief: ReaderBrief; place: BriefPlace }): VNode {
  const texts = liveMessages(place.language)
  return (
    <>
      {brief.content.length > 0 && (
        <div class="brief__text" {...inLanguage(brief, place)}>
          {brief.content.map((paragraph, i) => (
            <p key={i}>{inlineWeb(paragraph, contextFor(place))}</p>
          ))}
        </div>
      )}
      {brief.story && (
        <p class="brief__story">
          {texts.readStory}{' '}
          <a href={`/${brief.story.slug}`} {...inLanguage(brief.story, place)}>
            {brief.story.headline}
          </a>
        </p>
      )}
      {brief.updatedAt && (
        <p class="brief__updated">
          <time datetime={brief.updatedAt.toISOString()}>{texts.updated(updatedWhen(brief, place))}</time>
        </p>
      )}
    </>
  )
}

function updatedWhen({ publishedAt, updatedAt }: ReaderBrief, place: DatePlace): string {
  if (!updatedAt) return ''
  const sameDay = dayOf(updatedAt, place) === dayOf(publishedAt, place)
  return sameDay ? formatTime(updatedAt, place) : formatDateTime(updatedAt, place)
}

/**
 * `lang` and `dir` for text in another language than the page's. A brief that says no language has its direction from its
 * letters on a page that runs from right to left: what comes in from agencies is often Latin there.
 */
export function inLanguage(
  { language }: { language: string | null },
  place: DatePlace,
): { lang?: string; dir?: 'ltr' | 'rtl' | 'auto' } {
  if (language !== null) return languageOf(language, place.language)
  return direction(place.language) === 'rtl' ? { dir: 'auto' } : {}
}

/** Briefs hold running text only, so nothing has to be looked up for them. */
function contextFor({ language, siteUrl }: BriefPlace): BlockContext {
  return {
    language,
    siteUrl,
    storyId: 0,
    forStaff: false,
    photographs: new Map(),
    stories: new Map(),
    files: new Map(),
  }
}
