import type { ComponentChildren } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { render } from 'preact-render-to-string'
import type { AppealParts, Appeals } from '../../design/appeal-parts.ts'
import type { PhotographData } from '../../design/photograph-data.ts'
import { knownZone } from '../../design/zones.ts'
import { Gone, NotFound, Removed } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { type Answer, type Ask, movedTo } from '../../platform/http/route.ts'
import { webAddress } from '../../platform/http/web-address.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'
import { storyPath } from './blocks/addresses.ts'
import type { BlockContext } from './blocks/block.ts'
import { type Block, readBlocks, referencesOf, renderWeb } from './blocks/blocks.ts'
import { frameOriginsOf } from './blocks/embed/frame-origins.ts'
import type { PublishedStory, Rail } from './story.ts'
import { contextOf } from './story-context.ts'
import { storyHead } from './story-head.ts'
import { findFormerAddress, findPublishedStory, listStories } from './story-queries.ts'
import { MoreCard, StoryView, type StoryViewProps } from './story-view.reader.tsx'

const moreStories = 4

/** The page of one story or page of the publication; former addresses lead on, withdrawn stories answer 410. */
export function storyPage(rail: Rail, appeals: Appeals) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const slug = ask.params.slug ?? ''
    const story = await findPublishedStory(house.db, slug)
    if (!story) return elsewhere(slug, house)
    const { standing, variant } = ask
    const parts = await appeals(house, {
      standing,
      variant,
      path: storyPath(story.slug),
      places: story.kind === 'story' ? ['closing', 'card'] : [],
      topics: story.topics.map(topic => topic.id),
      language: story.language,
      asksNothing: story.content.asksNothing,
      isStory: story.kind === 'story',
    })
    return showStory(house, { ask, rail, story, appeals: parts })
  }
}

/**
 * The page of a story that is at hand; it need not be published (a draft that is looked at). `htmlBlocksAt` is where
 * the frames of its raw HTML are.
 */
export async function showStory(
  house: House,
  shown: {
    ask: Pick<Ask, 'standing'>
    rail: Rail
    story: PublishedStory
    htmlBlocksAt?: string
    /** What stands above the story: that it is a preview. */
    before?: ComponentChildren
    /** For search engines, where it is not what every published story tells them. */
    robots?: string
    appeals?: AppealParts
  },
): Promise<Answer> {
  const { ask, rail, story, htmlBlocksAt, before, robots, appeals } = shown
  const blocks = readBlocks(story.content.blocks)
  const publication = await readPublication(house)
  const place = {
    language: publication.language,
    timeZone: knownZone(story.content.timeZone, publication.timeZone),
  }
  const [beside, more, context] = await Promise.all([
    rail(house),
    moreFromTopic(house, story, place),
    contextOf(house, { story, blocks, forStaff: ask.standing === 'staff' }),
  ])
  const others = more.filter(card => card.id !== story.id).slice(0, moreStories)
  const editHref = `/newsroom/stories/${story.id}`
  context.language = publication.language
  context.htmlBlocksAt = htmlBlocksAt
  if (context.forStaff) context.editAt = editHref
  return publicationPage(house, {
    publication,
    ask,
    head: { ...storyHead(publication, story), ...(robots && { robots }) },
    section: story.topic ? { label: story.topic.name, href: `/topics/${story.topic.slug}` } : undefined,
    editHref,
    frames: frameOriginsOf(blocks),
    body: (
      <>
        {before}
        <StoryView
          place={place}
          story={{
            ...story,
            url: webAddress(publication.siteUrl, `/${story.slug}`),
            photograph: leadPhotograph(story),
            aiHelp: story.content.aiHelp,
          }}
          body={renderWeb(blocks, context, appeals?.card)}
          closing={appeals?.closing}
          more={others.map(card => jsxTemplate([card.html]))}
          newsFeed={beside.newsFeed}
          picks={beside.picks}
        />
      </>
    ),
    keys: [...keysOf({ story, blocks, context, more }), ...beside.keys],
    appeals,
  })
}

async function elsewhere(slug: string, house: House): Promise<Answer> {
  const former = await findFormerAddress(house.db, slug)
  if (!former) throw new NotFound()
  const keys = [`story:${former.storyId}`]
  if ('movedTo' in former) return movedTo(storyPath(former.movedTo), keys)
  if ('removed' in former) {
    const { status, note, at } = former.removed
    throw new Removed({ status, sentence: note, removedAt: at, keys })
  }
  throw new Gone(former.note, keys)
}

interface RenderedCard {
  id: number
  photographId: number | undefined
  html: string
}

/** The newest stories on the story's first topic; the same for all its stories, so they are kept, ready to be shown. */
function moreFromTopic(
  house: House,
  { topic }: PublishedStory,
  place: StoryViewProps['place'],
): Promise<RenderedCard[]> {
  if (!topic) return Promise.resolve([])
  const name = `more:topic:${topic.id} ${place.language} ${place.timeZone}`
  const keys = [`topic:${topic.id}`, 'stories', 'photographs']
  return house.press.keep(name, keys, async () => {
    const cards = await listStories(house.db, { topicId: topic.id, limit: moreStories + 1 })
    return cards.map(card => ({
      id: card.id,
      photographId: card.photograph?.id,
      html: render(<MoreCard card={card} place={place} />),
    }))
  })
}

function leadPhotograph({ photograph, content }: PublishedStory) {
  if (!photograph) return null
  const { alt, caption, credit } = content.photograph ?? {}
  return { photograph: photograph satisfies PhotographData, alt, caption, credit }
}

function keysOf(page: {
  story: PublishedStory
  blocks: readonly Block[]
  context: BlockContext
  more: readonly RenderedCard[]
}): string[] {
  const { story, blocks, context, more } = page
  const cards = [...context.stories.values()]
  return [
    `story:${story.id}`,
    ...story.topics.map(topic => `topic:${topic.id}`),
    ...story.authors.map(author => `author:${author.id}`),
    ...[...context.photographs.keys()].map(id => `photograph:${id}`),
    ...[story, ...cards].flatMap(({ photograph }) => (photograph ? [`photograph:${photograph.id}`] : [])),
    ...more.flatMap(({ photographId }) => (photographId ? [`photograph:${photographId}`] : [])),
    // Of those that are not published too: the card appears once they are.
    ...referencesOf(blocks).stories.map(id => `story:${id}`),
  ]
}
