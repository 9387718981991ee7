import type { ComponentChildren } from 'preact'
import { dayOf, formatDate, formatDateTime, formatTime, zoneName } from '../../design/dates.ts'
import type { Link } from '../../design/frame.ts'
import { Figure, type PictureSource } from '../../design/picture.tsx'
import { type CardStory, languageOf, StoryCard } from '../../design/story-card.tsx'
import type { AiHelp } from './ai-help.ts'
import { Byline, type BylineAuthor } from './byline.tsx'
import { correctionAnchor } from './correction-anchor.ts'
import { ShareLinks } from './share-links.tsx'
import type { Correction } from './story.ts'
import { storyMessages } from './story-messages.ts'
import { storyNotices } from './story-notices.ts'

export interface StoryViewStory {
  /** Absolute, for sharing. */
  url: string
  kind: 'story' | 'page'
  headline: string
  standfirst: string
  label: string
  language: string
  publishedAt: Date
  updatedAt: Date | null
  minutes: number
  authors: readonly BylineAuthor[]
  topics: readonly { slug: string; name: string }[]
  photograph: { photograph: PictureSource; alt?: string; caption?: string; credit?: string } | null
  corrections: readonly Correction[]
  /** Where AI helped; null or an empty list where it did not, or nobody has said. */
  aiHelp?: AiHelp | null
  translations: readonly { slug: string; language: string; headline: string }[]
}

export interface StoryViewProps {
  /** Language of the interface, and the zone times are told in: the story's own or the publication's. */
  place: { language: string; timeZone: string }
  story: StoryViewStory
  body: ComponentChildren
  /** What the paper asks of its readers at the end. */
  closing?: ComponentChildren
  /** Other stories on the story's first topic, as `MoreCard` makes them. */
  more: readonly ComponentChildren[]
  /** Regions for the rail: the News Feed and the Editors' Picks. */
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
}

/** Characters from which a headline is a sentence and is set smaller. */
const longHeadline = 90

/** The page of one story. */
export function StoryView(props: StoryViewProps): ComponentChildren {
  const { place, story, body, closing, more, newsFeed, picks } = props
  const texts = storyMessages(place.language)
  const foreign = languageOf(story.language, place.language)
  const topic = story.topics[0]
  return (
    <>
      <div class="story-page grid-page">
        <article class={`story story--${story.kind}${story.photograph ? '' : ' story--plain'}`} {...foreign}>
          <StoryHead place={place} story={story} />
          <div class="story__body" lang={foreign.lang}>
            {body}
          </div>
          <div class="story__foot" lang={place.language} dir={foreign.dir && flip(foreign.dir)}>
            <Corrections placement="bottom" story={story} place={place} />
            <AiHelpLine story={story} place={place} />
            {closing}
            <TopicLinks topics={story.topics} title={texts.topics} />
          </div>
        </article>
        {(newsFeed || picks) && (
          <div class="rail">
            {newsFeed}
            {picks}
          </div>
        )}
      </div>
      {more.length > 0 && (
        <section class="more grid-page" aria-labelledby="more-title">
          <h2 class="more__title" id="more-title">
            {topic ? <a href={`/topics/${topic.slug}`}>{texts.moreFrom(topic.name)}</a> : texts.moreStories}
          </h2>
          <div class="more__stories">{more}</div>
        </section>
      )}
    </>
  )
}

/** A story among those below another one. */
export function MoreCard({
  card,
  place,
}: {
  card: CardStory
  place: StoryViewProps['place']
}): ComponentChildren {
  return (
    <StoryCard story={card} size="standard" place={place} withoutTopic standfirst={!card.photograph} date />
  )
}

function StoryHead({ place, story }: Pick<StoryViewProps, 'place' | 'story'>): ComponentChildren {
  const texts = storyMessages(place.language)
  const foreign = languageOf(story.language, place.language)
  const own = { lang: foreign.lang && place.language, dir: foreign.dir && flip(foreign.dir) }
  const topic = story.topics[0]
  return (
    <header class="story__head">
      {(story.label || topic) && (
        <p class="story__kicker">
          {story.label && <span class="story__label">{story.label}</span>}
          {topic && <a href={`/topics/${topic.slug}`}>{topic.name}</a>}
        </p>
      )}
      <h1 class={`story__headline${story.headline.length > longHeadline ? ' story__headline--long' : ''}`}>
        {story.headline}
      </h1>
      {story.standfirst && <p class="story__standfirst">{story.standfirst}</p>}
      {story.photograph && (
        <Figure
          {...story.photograph}
          class="story__photograph"
          sizes="(min-width: 1240px) 816px, (min-width: 1100px) 66vw, 100vw"
          language={place.language}
          eager
        />
      )}
      {story.kind === 'story' && (
        <div class="story__meta" {...own}>
          <Byline by={texts.by} authors={story.authors} language={place.language} />
          <Times place={place} story={story} />
          <p class="story__minutes">{texts.minutes(story.minutes)}</p>
          <Translations story={story} title={texts.alsoIn} />
          <ShareLinks url={story.url} headline={story.headline} language={place.language} />
        </div>
      )}
      <Corrections placement="top" story={story} place={place} />
    </header>
  )
}

function Times({ place, story }: Pick<StoryViewProps, 'place' | 'story'>): ComponentChildren {
  const texts = storyMessages(place.language)
  const { publishedAt, updatedAt } = story
  const sameDay = updatedAt && dayOf(updatedAt, place) === dayOf(publishedAt, place)
  return (
    <p class="story__times">
      <span>
        {texts.published}{' '}
        <time datetime={publishedAt.toISOString()} data-local-time>
          {formatDateTime(publishedAt, place)} {zoneName(publishedAt, place)}
        </time>
      </span>
      {updatedAt && (
        <span>
          {texts.updated}{' '}
          <time datetime={updatedAt.toISOString()} data-local-time>
            {sameDay ? formatTime(updatedAt, place) : formatDateTime(updatedAt, place)}
          </time>
        </span>
      )}
    </p>
  )
}

function Translations({ story, title }: { story: StoryViewStory; title: string }): ComponentChildren {
  if (story.translations.length === 0) return null
  return (
    <p class="story__translations">
      {title}{' '}
      {story.translations.map(({ slug, language }, i) => (
        <span key={slug}>
          {i > 0 && ', '}
          <a href={`/${slug}`} lang={language} hreflang={language}>
            {languageName(language)}
          </a>
        </span>
      ))}
    </p>
  )
}

function Corrections(
  props: Pick<StoryViewProps, 'place' | 'story'> & { placement: 'top' | 'bottom' },
): ComponentChildren {
  const { place, story, placement } = props
  const shown = story.corrections.filter(one => one.placement === placement)
  if (shown.length === 0) return null
  const texts = storyMessages(place.language)
  return (
    <section class={`corrections corrections--${placement}`} aria-label={texts.corrections}>
      {shown.map(({ id, text, severity, publishedAt, refersTo }) => (
        <p key={id} id={correctionAnchor(id)} class={`correction correction--${severity}`}>
          <strong>{texts.correction}</strong>{' '}
          <time datetime={publishedAt.toISOString()}>{formatDate(publishedAt, place)}</time>
          <Referred to={story.corrections.find(one => one.id === refersTo)} place={place} />
          <span class="correction__text" {...languageOf(story.language, place.language)}>
            {text}
          </span>
        </p>
      ))}
    </section>
  )
}

/** Which earlier correction this one is about. */
function Referred(props: { to: Correction | undefined; place: StoryViewProps['place'] }): ComponentChildren {
  const { to, place } = props
  if (!to) return null
  return (
    <>
      {' '}
      <a href={`#${correctionAnchor(to.id)}`}>
        {storyNotices(place.language).toCorrectionOf(formatDate(to.publishedAt, place))}
      </a>
    </>
  )
}

function AiHelpLine({ place, story }: Pick<StoryViewProps, 'place' | 'story'>): ComponentChildren {
  const { aiHelp } = story
  if (!aiHelp || aiHelp.with.length === 0) return null
  const own = aiHelp.line && languageOf(story.language, place.language)
  return (
    <p class="story__ai-help" {...own}>
      {aiHelp.line || storyNotices(place.language).aiHelp(aiHelp.with)}
    </p>
  )
}

function TopicLinks(props: { topics: StoryViewStory['topics']; title: string }): ComponentChildren {
  const links: Link[] = props.topics.map(({ slug, name }) => ({ href: `/topics/${slug}`, label: name }))
  if (links.length === 0) return null
  return (
    <nav class="story__topics" aria-label={props.title}>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} rel="tag">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function flip(direction: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  return direction === 'ltr' ? 'rtl' : 'ltr'
}

/** The name of a language in that language: "English", "العربية". */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
