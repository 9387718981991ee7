import { z } from 'zod'
import { BadInput } from '../../../../platform/errors/errors.ts'
import type { House } from '../../../../platform/house.ts'
import type { Answer, Ask } from '../../../../platform/http/route.ts'
import { readPublication } from '../../../publication/publication.ts'
import { readBlock, renderWeb } from '../../blocks/blocks.ts'
import { draftContent } from '../../live-draft/draft-content.ts'
import { contextOf } from '../../story-context.ts'
import { fragment } from './answers.newsroom.tsx'
import { storyToWrite } from './story-id.ts'

const shown = z.looseObject({ id: z.string().max(100), type: z.string().max(100) })

/** POST /newsroom/stories/:id/shown (one block as JSON): the block as the page shows it to staff. */
export async function showBlock(ask: Ask, house: House): Promise<Answer> {
  const { storyId } = await storyToWrite(ask, house)
  const parsed = shown.safeParse(ask.json)
  if (!parsed.success) throw new BadInput({ field: 'block', sentence: 'This is no block.' })
  const block = readBlock(parsed.data)
  const publication = await readPublication(house)
  const content = draftContent.parse({ language: publication.language })
  const context = await contextOf(house, { story: { id: storyId, content }, blocks: [block], forStaff: true })
  context.htmlBlocksAt = `/newsroom/stories/${storyId}/blocks`
  return fragment(renderWeb([block], context))
}
