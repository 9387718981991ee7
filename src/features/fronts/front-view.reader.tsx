import type { ComponentChildren } from 'preact'
import type { PictureSource } from '../../design/picture.tsx'
import { RailBox } from '../../design/rail-box.tsx'
import { type CardSize, type CardStory, StoryCard } from '../../design/story-card.tsx'
import type { Layout } from './front.ts'
import { frontMessages } from './front-messages.ts'

export interface FrontViewContainer {
  id: string
  layout: Layout
  title: string
  href: string | null
  /** In order, with the slots' own headlines and pictures already in place. */
  stories: readonly CardStory[]
}

export interface FrontViewProps {
  place: { language: string; timeZone: string }
  containers: readonly FrontViewContainer[]
  /** Pictures of authors by photograph id, for opinion. */
  portraits?: ReadonlyMap<number, PictureSource>
  /** What the paper asks of its readers, across the page. */
  appeal?: ComponentChildren
  newsFeed?: ComponentChildren
  picks?: ComponentChildren
}

/** Layouts whose first story has a column to itself. */
const ledLayouts: ReadonlySet<Layout> = new Set(['lead', 'grid', 'list'])

/** Up to so many stories a list has no first: they stand side by side. */
const few = 3

/** How many containers stand beside the rail; the others have the whole width. */
const besideRail = 2

/** The front: containers one below another, the first ones with the rail beside them. */
export function FrontView(props: FrontViewProps): ComponentChildren {
  const { newsFeed, picks, appeal } = props
  const containers = props.containers.filter(container => container.stories.length > 0)
  if (containers.length === 0) return <EmptyFront {...props} />
  const hasRail = Boolean(newsFeed || picks)
  const beside = hasRail ? containers.slice(0, besideRail) : []
  return (
    <div class="front grid-page">
      {hasRail && (
        <div class="front__top">
          <div class="front__main">
            {beside.map((container, i) => (
              <FrontContainer key={container.id} {...props} container={container} first={i === 0} />
            ))}
          </div>
          <div class="rail front__rail">
            {newsFeed}
            {picks}
          </div>
        </div>
      )}
      {hasRail && appeal}
      {containers.slice(beside.length).map((container, i) => (
        <FrontContainer key={container.id} {...props} container={container} first={!hasRail && i === 0} />
      ))}
      {!hasRail && appeal}
    </div>
  )
}

/** Editors' Picks as a ranked list, for the rail of any page. */
export function EditorsPicks(props: {
  place: FrontViewProps['place']
  stories: readonly CardStory[]
}): ComponentChildren {
  const { place, stories } = props
  const texts = frontMessages(place.language)
  return (
    <RailBox id="picks" title={texts.editorsPicks}>
      <ol class="picks">
        {stories.map(story => (
          <li key={story.id}>
            <StoryCard story={story} size="ranked" place={place} />
          </li>
        ))}
      </ol>
    </RailBox>
  )
}

function FrontContainer(
  props: FrontViewProps & { container: FrontViewContainer; first: boolean },
): ComponentChildren {
  const { container, first, place, portraits } = props
  const { id, layout, title, href, stories } = container
  const texts = frontMessages(place.language)
  const name = title || texts.topStories
  const cards = stories.map((story, i) => (
    <StoryCard
      key={story.id}
      story={story}
      size={sizeIn(layout, i, stories.length)}
      place={place}
      eager={first && i === 0}
      standfirst={standfirstIn(layout, i, stories.length)}
      portrait={portraitOf(story, portraits)}
      withoutTopic={href === `/topics/${story.topic?.slug}`}
    />
  ))
  return (
    <section class={`container container--${layout}`} aria-labelledby={`container-${id}`}>
      <h2 class={title ? 'container__title' : 'container__title unseen'} id={`container-${id}`}>
        {href ? <a href={href}>{name}</a> : name}
      </h2>
      <div class="container__stories">
        {ledLayouts.has(layout) && !(layout === 'list' && stories.length <= few) ? (
          <>
            <div class="container__first">{cards.slice(0, 1)}</div>
            {cards.length > 1 && <div class="container__rest">{cards.slice(1)}</div>}
          </>
        ) : (
          cards
        )}
      </div>
    </section>
  )
}

function EmptyFront({ place, newsFeed, picks }: FrontViewProps): ComponentChildren {
  return (
    <div class="front grid-page">
      <div class="front__top">
        <p class="empty front__main">{frontMessages(place.language).empty}</p>
        <div class="rail front__rail">
          {newsFeed}
          {picks}
        </div>
      </div>
    </div>
  )
}

/**
 * The first of a layout is the largest; how far the others step down is what tells the layouts apart.
 * Where there are few, they are larger, so that no column stands empty.
 */
function sizeIn(layout: Layout, index: number, count: number): CardSize {
  if (layout === 'opinion') return 'opinion'
  if (layout === 'ranked') return 'ranked'
  if (layout === 'lead') return index === 0 ? 'lead' : index === 1 || count <= 3 ? 'standard' : 'text'
  if (layout === 'grid') return index === 0 ? 'large' : count >= 4 ? 'small' : 'standard'
  if (layout === 'list' && count > few) return index === 0 ? 'standard' : 'text'
  return 'small'
}

function standfirstIn(layout: Layout, index: number, count: number): boolean | undefined {
  if (layout === 'river') return true
  if (layout === 'lead') return index < 3
  if (layout === 'grid') return index === 0 || count <= 4
  if (layout === 'list' && count <= few) return true
  return undefined
}

function portraitOf(story: CardStory, portraits: FrontViewProps['portraits']): PictureSource | null {
  const id = story.authors[0]?.photographId
  return (id && portraits?.get(id)) || null
}
