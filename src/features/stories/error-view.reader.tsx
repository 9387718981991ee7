import type { ComponentChildren } from 'preact'
import { formatDate } from '../../design/dates.ts'
import type { Link } from '../../design/frame.ts'
import { type CardStory, StoryCard } from '../../design/story-card.tsx'
import { errorMessages } from './error-messages.ts'
import { storyNotices } from './story-notices.ts'

interface Place {
  language: string
  timeZone: string
}

/** 404: says so, and helps on: search, sections, what is new. `latest` may be empty when there is nothing to ask. */
export function NotFoundView(props: {
  place: Place
  sections: readonly Link[]
  latest: readonly CardStory[]
  /** What the reader seems to have looked for: the words of the address. */
  guess?: string
}): ComponentChildren {
  const { place, sections, latest, guess = '' } = props
  const texts = errorMessages(place.language)
  return (
    <ErrorPage heading={texts.notFound} text={texts.notFoundText} latest={latest} place={place}>
      <search>
        <form class="search-field" action="/search">
          <label for="error-search">{texts.searchFor}</label>
          <div class="search-field__line">
            <input
              id="error-search"
              type="search"
              name="q"
              value={guess}
              maxLength={200}
              autocomplete="off"
              required
            />
            <button type="submit">{texts.search}</button>
          </div>
        </form>
      </search>
      {sections.length > 0 && (
        <ul class="error-page__sections">
          {sections.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      )}
    </ErrorPage>
  )
}

/** 410: a story that the newsroom has taken back, with its note where it left one. */
export function WithdrawnView(props: {
  place: Place
  note: string
  latest: readonly CardStory[]
}): ComponentChildren {
  const { place, note, latest } = props
  const texts = errorMessages(place.language)
  return (
    <ErrorPage heading={texts.withdrawn} text={texts.withdrawnText} latest={latest} place={place}>
      {note && <p class="error-page__note">{note}</p>}
      <ToFront label={texts.toFront} />
    </ErrorPage>
  )
}

/** 410 or 451: a story whose text was taken away for good. */
export function RemovedView(props: {
  place: Place
  note: string
  removedAt: Date
  latest: readonly CardStory[]
}): ComponentChildren {
  const { place, note, removedAt, latest } = props
  const { removed, removedText } = storyNotices(place.language)
  return (
    <ErrorPage
      heading={removed}
      text={removedText(formatDate(removedAt, place))}
      latest={latest}
      place={place}
    >
      {note && <p class="error-page__note">{note}</p>}
      <ToFront label={errorMessages(place.language).toFront} />
    </ErrorPage>
  )
}

/** 500 and 503: asks nothing of the database, so that it can be shown whatever is broken. */
export function FaultView({ place, requestId }: { place: Place; requestId: string }): ComponentChildren {
  const texts = errorMessages(place.language)
  return (
    <ErrorPage heading={texts.fault} text={texts.faultText} latest={[]} place={place}>
      <p class="error-page__reference">
        {texts.reference} <code>{requestId}</code>.
      </p>
      <ToFront label={texts.toFront} />
    </ErrorPage>
  )
}

/** Any other expected error: its own sentence is the heading. */
export function RefusalView({ place, sentence }: { place: Place; sentence: string }): ComponentChildren {
  return (
    <ErrorPage heading={sentence} text="" latest={[]} place={place}>
      <ToFront label={errorMessages(place.language).toFront} />
    </ErrorPage>
  )
}

function ErrorPage(props: {
  heading: string
  text: string
  latest: readonly CardStory[]
  place: Place
  children: ComponentChildren
}): ComponentChildren {
  const { heading, text, latest, place, children } = props
  return (
    <div class="error-page grid-page">
      <div class="error-page__main">
        <h1 class="error-page__title">{heading}</h1>
        {text && <p class="error-page__text">{text}</p>}
        {children}
      </div>
      {latest.length > 0 && (
        <section class="error-page__latest" aria-labelledby="latest-title">
          <h2 class="rail-box__title" id="latest-title">
            {errorMessages(place.language).latest}
          </h2>
          {latest.map(story => (
            <StoryCard key={story.id} story={story} size="text" place={place} date />
          ))}
        </section>
      )}
    </div>
  )
}

function ToFront({ label }: { label: string }): ComponentChildren {
  return (
    <p class="error-page__way">
      <a href="/">{label}</a>
    </p>
  )
}
