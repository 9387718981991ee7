import { direction } from '../../design/messages.ts'
import { NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { readBlocks } from './blocks/blocks.ts'
import { htmlBlockFrame } from './blocks/html/frame.ts'
import { findPublishedContent } from './story-queries.ts'

/** `/blocks/:story/:block`: the document inside the sandboxed frame of one raw HTML block of a published story. */
export async function htmlBlockPage(ask: Ask, house: House): Promise<Answer> {
  const storyId = /^\d{1,15}$/.test(ask.params.story ?? '') ? Number(ask.params.story) : 0
  const content = await findPublishedContent(house.db, storyId)
  const block = readBlocks(content?.blocks ?? []).find(each => each.id === ask.params.block)
  if (!content || block?.type !== 'html' || !('html' in block)) throw new NotFound()
  const { language } = content
  const frame = htmlBlockFrame(block, {
    siteUrl: house.config.siteUrl,
    language,
    direction: direction(language),
  })
  return { ...frame, keys: [`story:${storyId}`] }
}
