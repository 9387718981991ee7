import { z } from 'zod'
import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'

export const correctionInput = z.object({
  storyId: z.number().int(),
  text: z
    .string()
    .trim()
    .min(1, 'Say what was wrong, and what is right.')
    .max(4000, 'A correction has 4,000 letters at most.'),
  severity: z.enum(['minor', 'major'], 'Say whether it is minor or major.').default('minor'),
  placement: z.enum(['top', 'bottom'], 'Say whether it stands at the top or the bottom.').default('bottom'),
  /** An earlier correction of the same story that this one is about. */
  refersTo: z.number().int().nullable().default(null),
})

type NewCorrection = z.input<typeof correctionInput> & { at?: Date }

/** Adds a dated, public statement that something in a story was wrong. Returns its id. */
export async function addCorrection(
  house: Pick<House, 'clock' | 'db'>,
  input: NewCorrection,
): Promise<number> {
  return house.db.transaction().execute(tx => addCorrectionIn(tx, house, input))
}

/** The same inside a transaction that does more. It records its event, so call it late. */
export async function addCorrectionIn(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  input: NewCorrection,
): Promise<number> {
  const { storyId, text, severity, placement, refersTo } = await requireCorrection(tx, input)
  const { id } = await tx
    .insertInto('corrections')
    .values({
      story_id: storyId,
      text,
      severity,
      placement,
      refers_to: refersTo,
      published_at: input.at ?? house.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, house.clock, {
    kind: 'correction-published',
    keys: [`story:${storyId}`, 'corrections', 'stories'],
    payload: { storyId, correctionId: id },
  })
  return id
}

/** A correction as it can be added. Throws BadInput for anything else. */
export async function requireCorrection(
  tx: Transaction,
  input: NewCorrection,
): Promise<z.output<typeof correctionInput>> {
  const correction = readCorrection(input)
  if (correction.refersTo !== null) await requireEarlier(tx, correction.storyId, correction.refersTo)
  return correction
}

function readCorrection(input: NewCorrection): z.output<typeof correctionInput> {
  const result = correctionInput.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new BadInput({
    field: String(issue?.path[0] ?? 'text'),
    sentence: issue?.message ?? 'The correction cannot be read.',
  })
}

async function requireEarlier(tx: Transaction, storyId: number, id: number): Promise<void> {
  const found = await tx
    .selectFrom('corrections')
    .select('id')
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  if (found) return
  throw new BadInput({ field: 'refersTo', sentence: 'There is no such earlier correction of this story.' })
}
