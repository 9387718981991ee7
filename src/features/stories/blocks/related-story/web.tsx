import type { VNode } from 'preact'
import { direction } from '../../../../design/messages.ts'
import { Picture } from '../../../../design/picture.tsx'
import { storyPath } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { cleanText } from '../clean-text.ts'
import { staffNote } from '../staff-note.tsx'
import type { RelatedStoryBlock } from './schema.ts'

/** A story that is not published (any more) leaves no hole. */
export function relatedStoryWeb(block: RelatedStoryBlock, context: BlockContext): VNode | null {
  const messages = blocksMessages(context.language)
  const story = context.stories.get(block.storyId)
  if (!story) return staffNote(context, messages.missingStory(block.storyId))
  const photograph = story.photograph
  return (
    <div class="related-story">
      {photograph ? (
        <Picture
          photograph={photograph}
          sizes="(min-width: 40rem) 12rem, 7rem"
          alt=""
          class="related-story__picture"
        />
      ) : null}
      <div class="related-story__words">
        <p class="related-story__label">{messages.related}</p>
        <div lang={story.language} dir={direction(story.language)}>
          <p class="related-story__headline">
            <a href={storyPath(story.slug)}>{cleanText(block.headline?.trim() || story.headline)}</a>
          </p>
          {story.standfirst ? <p class="related-story__standfirst">{cleanText(story.standfirst)}</p> : null}
        </div>
      </div>
    </div>
  )
}
