import type { VNode } from 'preact'
import { storyPath } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { blocksMessages } from '../blocks-messages.ts'
import { letterLook } from '../letter-look.ts'
import { plainImage } from '../plain-figure.tsx'
import type { RelatedStoryBlock } from './schema.ts'

export function relatedStoryEmail(block: RelatedStoryBlock, context: BlockContext): VNode | null {
  const story = context.stories.get(block.storyId)
  if (!story) return null
  const href = context.siteUrl + storyPath(story.slug)
  const look = { width: 600, image: letterLook.image }
  return (
    <div style={letterLook.ruled}>
      <p style={letterLook.small}>{blocksMessages(context.language).related}</p>
      {story.photograph ? (
        <a href={href}>{plainImage({ photograph: story.photograph, use: { alt: '' }, context, look })}</a>
      ) : null}
      <p style={letterLook.title} lang={story.language}>
        <a href={href}>{block.headline?.trim() || story.headline}</a>
      </p>
      {story.standfirst ? <p lang={story.language}>{story.standfirst}</p> : null}
    </div>
  )
}

export function relatedStoryFeed(block: RelatedStoryBlock, context: BlockContext): VNode | null {
  const story = context.stories.get(block.storyId)
  if (!story) return null
  return (
    <p>
      {`${blocksMessages(context.language).related}: `}
      <a href={context.siteUrl + storyPath(story.slug)} lang={story.language}>
        {block.headline?.trim() || story.headline}
      </a>
    </p>
  )
}
