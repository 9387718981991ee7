import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type Brief, type BriefInput, readBriefInput } from './brief.ts'
import { insertBrief, storyExists } from './brief-queries.ts'

/**
 * Puts a brief into the News Feed. `publishedAt` is for what comes from elsewhere with a time of its own; now where
 * nothing is said. Throws BadInput for words that cannot be used or a story there is not.
 */
export async function postBrief(
  house: Pick<House, 'db' | 'clock'>,
  input: BriefInput,
  { by, publishedAt }: { by: string; publishedAt?: Date },
): Promise<Brief> {
  const content = readBriefInput(input)
  return house.db.transaction().execute(async tx => {
    if (content.storyId !== null) await requireStory(tx, content.storyId)
    const at = publishedAt ?? house.clock.now()
    const brief = await insertBrief(tx, { ...content, postedBy: by, publishedAt: at })
    await recordEvent(tx, house.clock, {
      kind: 'brief-posted',
      keys: ['feed', `brief:${brief.id}`],
      payload: { briefId: brief.id },
    })
    return brief
  })
}

/** Throws BadInput unless there is such a story, in whatever state. */
export async function requireStory(tx: Transaction, id: number): Promise<void> {
  if (await storyExists(tx, id)) return
  throw new BadInput({
    field: 'storyId',
    sentence: `The brief’s story cannot be used: there is no story ${id}.`,
  })
}
