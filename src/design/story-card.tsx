import type { ComponentChildren } from 'preact'
import { formatShortDate } from './dates.ts'
import { direction } from './messages.ts'
import { Picture, type PictureSource } from './picture.tsx'

/** What a card must know of a story; the cards of features/stories/story.ts fit. */
export interface CardStory {
  id: number
  slug: string
  headline: string
  standfirst: string
  label: string
  language: string
  publishedAt: Date
  topic: { slug: string; name: string } | null
  authors: readonly { slug: string; name: string; photographId?: number | null }[]
  photograph: PictureSource | null
}

/**
 * `lead` takes half a page; `large` opens a list; `standard` has its picture above; `small` has it beside;
 * `text` has none; `opinion` shows who is speaking; `ranked` counts itself.
 */
export type CardSize = 'lead' | 'large' | 'standard' | 'small' | 'text' | 'opinion' | 'ranked'

export interface CardOptions {
  story: CardStory
  size: CardSize
  /** Language and zone of the page the card stands on. */
  place: { language: string; timeZone: string }
  /** Rank of the headline in the page's outline; 3 where nothing is said. */
  heading?: 2 | 3 | 4
  /** True for the first picture of a page. */
  eager?: boolean
  standfirst?: boolean
  /** Shows the day of publication, where the place does not say it. */
  date?: boolean
  /** Leaves out the topic, where the place says it. */
  withoutTopic?: boolean
  portrait?: PictureSource | null
}

/** Characters from which a lead's headline is a sentence and is set smaller. */
const longHeadline = 64

/** One story as a card. The whole of it leads to the story; only its headline is a stop for the keyboard. */
export function StoryCard(options: CardOptions): ComponentChildren {
  const { story, size, place, heading = 3 } = options
  const Heading = `h${heading}` as 'h3'
  const foreign = languageOf(story.language, place.language)
  const picture = pictureFor(options)
  const names = ['card', `card--${size}`]
  if (!picture) names.push('card--plain')
  if (size === 'lead' && story.headline.length > longHeadline) names.push('card--long')
  return (
    <article class={names.join(' ')} {...foreign}>
      {picture}
      <div class="card__words">
        <Kicker {...options} />
        <Heading class="card__headline">
          <a href={`/${story.slug}`}>{story.headline}</a>
        </Heading>
        {(size === 'opinion' || size === 'ranked') && story.authors.length > 0 && (
          <p class="card__by">{story.authors.map(one => one.name).join(', ')}</p>
        )}
        {showsStandfirst(options) && <p class="card__standfirst">{story.standfirst}</p>}
        {options.date && (
          <p
            class="card__date"
            lang={foreign.lang ? place.language : undefined}
            dir={foreign.dir ? direction(place.language) : undefined}
          >
            <time datetime={story.publishedAt.toISOString()}>
              {formatShortDate(story.publishedAt, place)}
            </time>
          </p>
        )}
      </div>
    </article>
  )
}

/** `lang` and `dir` for text in another language than that of what surrounds it; nothing where they are the same. */
export function languageOf(language: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (primary(language) === primary(around)) return {}
  const own = direction(language)
  return own === direction(around) ? { lang: language } : { lang: language, dir: own }
}

const widths: Record<Exclude<CardSize, 'text' | 'ranked'>, string> = {
  lead: '(min-width: 1100px) 604px, (min-width: 700px) 60vw, 100vw',
  large: '(min-width: 1100px) 604px, (min-width: 700px) 60vw, 100vw',
  standard: '(min-width: 1100px) 286px, (min-width: 768px) 33vw, 50vw',
  small: '(min-width: 640px) 208px, 112px',
  opinion: '88px',
}

function pictureFor({ story, size, eager, portrait }: CardOptions): ComponentChildren {
  if (size === 'text' || size === 'ranked') return null
  const photograph = size === 'opinion' ? portrait : story.photograph
  if (!photograph || photograph.state === 'failed' || photograph.state === 'elsewhere') return null
  // The headline's link covers the whole card (styles/cards.css), so the picture is silent and no second stop.
  return (
    <div class="card__picture">
      <Picture photograph={photograph} sizes={widths[size]} eager={eager} alt="" class="card__image" />
    </div>
  )
}

function Kicker({ story, size, withoutTopic }: CardOptions): ComponentChildren {
  // Opinion is set so that it needs no label.
  const label = size === 'opinion' ? '' : story.label
  const topic = withoutTopic ? null : story.topic
  if (!label && !topic) return null
  return (
    <p class="card__kicker">
      {label && <span class="card__label">{label}</span>}
      {topic && <a href={`/topics/${topic.slug}`}>{topic.name}</a>}
    </p>
  )
}

function showsStandfirst({ story, size, standfirst }: CardOptions): boolean {
  const usual = size === 'lead' || size === 'large' || size === 'standard'
  return (standfirst ?? usual) && story.standfirst !== ''
}

function primary(tag: string): string {
  return tag.split('-')[0]!.toLowerCase()
}
