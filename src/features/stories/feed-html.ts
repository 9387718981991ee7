import { render } from 'preact-render-to-string'
import type { House } from '../../platform/house.ts'
import { readBlocks, renderFeedHtml } from './blocks/blocks.ts'
import { feedFigure, feedNotice } from './feed-parts.tsx'
import type { PublishedStory } from './story.ts'
import { contextsOf } from './story-context.ts'
import { storyMessages } from './story-messages.ts'
import { storyNotices } from './story-notices.ts'

/**
 * Whole stories as HTML for feeds, in their order: corrections where readers of the page see them, the photograph, the
 * body. `language` is that of the words around the stories; `date` writes the day of a correction.
 */
export async function feedHtml(
  house: Pick<House, 'db' | 'config'>,
  stories: readonly PublishedStory[],
  around: { language: string; date: (at: Date) => string },
): Promise<string[]> {
  const read = stories.map(story => ({ story, blocks: readBlocks(story.content.blocks) }))
  const contexts = await contextsOf(house, read)
  return read.map(({ story, blocks }, i) => {
    const context = contexts[i]!
    const body = renderFeedHtml(blocks, { ...context, language: around.language })
    const notices = (placement: 'top' | 'bottom') => noticesOf(story, placement, around)
    const figure = feedFigure(story, context)
    return (
      notices('top') +
      (figure ? render(figure) : '') +
      body +
      notices('bottom') +
      aiNoticeOf(story, around.language)
    )
  })
}

/** What readers are told of help by AI. */
function aiNoticeOf({ content }: PublishedStory, language: string): string {
  const { aiHelp } = content
  if (!aiHelp || aiHelp.with.length === 0) return ''
  return render(feedNotice(aiHelp.line || storyNotices(language).aiHelp(aiHelp.with)))
}

function noticesOf(
  { corrections }: PublishedStory,
  placement: 'top' | 'bottom',
  { language, date }: { language: string; date: (at: Date) => string },
): string {
  const word = storyMessages(language).correction
  return corrections
    .filter(each => each.placement === placement)
    .map(each => render(feedNotice(`${word}, ${date(each.publishedAt)}: ${each.text}`)))
    .join('')
}
