import { z } from 'zod'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'

export const correctionInput = z.object({
  storyId: z.number().int(),
  text: z.string().trim().min(1).max(4000),
  severity: z.enum(['minor', 'major']).default('minor'),
  placement: z.enum(['top', 'bottom']).default('bottom'),
})

/** Adds a dated, public statement that something in a story was wrong. Returns its id. */
export async function addCorrection(
  house: Pick<House, 'clock' | 'db'>,
  input: z.input<typeof correctionInput> & { at?: Date },
): Promise<number> {
  const { storyId, text, severity, placement } = correctionInput.parse(input)
  const at = input.at ?? house.clock.now()
  return house.db.transaction().execute(async tx => {
    const { id } = await tx
      .insertInto('corrections')
      .values({ story_id: storyId, text, severity, placement, published_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(tx, house.clock, {
      kind: 'correction-published',
      keys: [`story:${storyId}`, 'corrections', 'stories'],
      payload: { storyId, correctionId: id },
    })
    return id
  })
}
