import { render } from 'preact-render-to-string'
import { type BlockContext, inlineAnywhere } from '../stories/story.ts'
import type { ReaderBrief } from './brief-queries.ts'

/** A brief as HTML for feeds: its headline as a paragraph, what follows it, and the way to its story. */
export function briefHtml(brief: ReaderBrief, siteUrl: string): string {
  const context: BlockContext = {
    language: brief.language ?? 'en',
    siteUrl,
    storyId: 0,
    forStaff: false,
    photographs: new Map(),
    stories: new Map(),
    files: new Map(),
  }
  return render(
    <>
      <p>{brief.headline}</p>
      {brief.content.map((paragraph, i) => (
        <p key={i}>{inlineAnywhere(paragraph, context)}</p>
      ))}
      {brief.story && (
        <p>
          <a href={`${siteUrl}/${brief.story.slug}`}>{brief.story.headline}</a>
        </p>
      )}
    </>,
  )
}
