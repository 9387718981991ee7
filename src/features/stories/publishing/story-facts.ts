import type { Database } from '../../../platform/database/database.ts'
import { readBlocks, referencesOf } from '../blocks/blocks.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { readMarginFacts } from '../notes/margin.ts'
import type { StoryFacts } from './checks/check.ts'
import { findLinks } from './links/find-links.ts'
import { type DeskStory, findPictureFacts, findSlugOwner, findUnknown } from './publishing-queries.ts'

/** Gathers what the checks look at, for a story that would go out at `at`. */
export async function gatherFacts(
  db: Database,
  options: { story: DeskStory; at: Date; siteUrl: string; timeZone: string },
): Promise<StoryFacts> {
  const { story, at, siteUrl, timeZone } = options
  const content = readDraft(Object(story.draft) as Record<string, unknown>)
  const blocks = readBlocks(content.blocks)
  const pictures = [
    ...referencesOf(blocks).photographs,
    ...(content.photograph ? [content.photograph.id] : []),
  ]
  const owner = content.slug === '' ? null : await findSlugOwner(db, content.slug)
  return {
    storyId: story.id,
    kind: story.kind,
    isPrivate: story.audience === 'nobody',
    content,
    blocks,
    pictures: await findPictureFacts(db, pictures),
    unknown: await findUnknown(db, content),
    slugOwner: owner && owner.storyId !== story.id ? owner : null,
    links: await findLinks(db, { blocks, siteUrl, ownSlug: content.slug }),
    margin: await readMarginFacts(db, story.id),
    embargoUntil: story.embargoUntil,
    at,
    timeZone,
  }
}
