import { render } from 'preact-render-to-string'
import type { House } from '../../platform/house.ts'
import { readBlocks, renderFeedHtml } from './blocks/blocks.ts'
import { feedFigure, feedNotice } from './feed-parts.tsx'
import type { PublishedStory } from './story.ts'
import { contextOf } from './story-context.ts'
import { storyMessages } from './story-messages.ts'

/**
 * The whole story as HTML for feeds: corrections where readers of the page see them, the photograph, the body.
 * `language` is that of the words around the story; `date` writes the day of a correction.
 */
export async function feedHtml(
  house: Pick<House, 'db' | 'config'>,
  story: PublishedStory,
  { language, date }: { language: string; date: (at: Date) => string },
): Promise<string> {
  const context = await contextOf(house, { story, forStaff: false })
  const body = renderFeedHtml(readBlocks(story.content.blocks), { ...context, language })
  const notices = (placement: 'top' | 'bottom') =>
    story.corrections
      .filter(each => each.placement === placement)
      .map(each =>
        render(feedNotice(`${storyMessages(language).correction}, ${date(each.publishedAt)}: ${each.text}`)),
      )
      .join('')
  return notices('top') + render(feedFigure(story, context)) + body + notices('bottom')
}
