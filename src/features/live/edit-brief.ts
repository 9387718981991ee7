import { isDeepStrictEqual } from 'node:util'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { type Brief, type BriefContent, type BriefInput, readBriefInput } from './brief.ts'
import { lockBrief, updateBrief } from './brief-queries.ts'
import { requireStory } from './post-brief.ts'

/**
 * Changes a published brief; what `changes` does not name stays. Other words make it "updated", another mark or story
 * does not. No change at all leaves no trace. Throws NotFound, Conflict (withdrawn), BadInput.
 */
export async function editBrief(
  house: Pick<House, 'db' | 'clock'>,
  id: number,
  changes: Partial<BriefInput>,
): Promise<Brief> {
  return house.db.transaction().execute(async tx => {
    const before = await lockBrief(tx, id)
    if (!before) throw new NotFound('There is no such brief.')
    if (before.state === 'withdrawn')
      throw new Conflict('This brief has been withdrawn and cannot be edited.')
    const content = readBriefInput({ ...contentOf(before), ...given(changes) })
    if (isDeepStrictEqual(content, contentOf(before))) return before
    if (content.storyId !== null && content.storyId !== before.storyId)
      await requireStory(tx, content.storyId)
    const reworded =
      content.headline !== before.headline || !isDeepStrictEqual(content.content, before.content)
    const updatedAt = reworded ? house.clock.now() : before.updatedAt
    const brief = await updateBrief(tx, id, { ...content, updatedAt })
    await recordEvent(tx, house.clock, {
      kind: 'brief-edited',
      keys: ['feed', `brief:${id}`],
      payload: { briefId: id },
    })
    return brief
  })
}

function contentOf({ headline, content, breaking, pinned, storyId, language }: Brief): BriefContent {
  return { headline, content, breaking, pinned, storyId, language }
}

/** Without the fields that are there but say nothing, which would otherwise be reset. */
function given(changes: Partial<BriefInput>): Partial<BriefInput> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
