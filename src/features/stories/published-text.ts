import type { Database } from '../../platform/database/database.ts'
import { readBlocks, renderText } from './blocks/blocks.ts'
import type { StoryContent } from './story.ts'

export interface PublishedText {
  storyId: number
  revisionId: number
  publishedAt: Date
  language: string
  headline: string
  standfirst: string
  /** The body as plain text. */
  text: string
}

/** The words of published stories, for search; those that are not published are missing. */
export async function publishedText(db: Database, ids: readonly number[]): Promise<PublishedText[]> {
  const rows = await db
    .selectFrom('published_stories')
    .innerJoin('revisions', 'revisions.id', 'published_stories.revision_id')
    .selectAll('published_stories')
    .select('revisions.content')
    .where('published_stories.story_id', 'in', [...ids])
    .orderBy('published_stories.story_id')
    .execute()
  return rows.map(row => ({
    storyId: row.story_id,
    revisionId: row.revision_id,
    publishedAt: row.published_at,
    language: row.language,
    headline: row.headline,
    standfirst: row.standfirst,
    text: textOf(row.content as StoryContent, row.story_id),
  }))
}

function textOf(content: StoryContent, storyId: number): string {
  const nothing = new Map<number, never>()
  return renderText(readBlocks(content.blocks), {
    language: content.language,
    siteUrl: '',
    storyId,
    forStaff: false,
    photographs: nothing,
    stories: nothing,
    files: nothing,
  })
}
