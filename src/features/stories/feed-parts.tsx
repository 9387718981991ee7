import type { VNode } from 'preact'
import type { BlockContext } from './blocks/block.ts'
import { plainFigure } from './blocks/plain-figure.tsx'
import type { PublishedStory } from './story.ts'

/** A correction among the paragraphs of a feed. */
export function feedNotice(text: string): VNode {
  return (
    <p>
      <em>{text}</em>
    </p>
  )
}

/** The story's photograph with caption and credit, for a feed. */
export function feedFigure({ photograph, content }: PublishedStory, context: BlockContext): VNode | null {
  if (!photograph) return null
  const { alt, caption, credit } = content.photograph ?? {}
  return plainFigure({
    photograph,
    use: { alt, credit, caption: caption === undefined ? undefined : [{ type: 'text', text: caption }] },
    context,
  })
}
