import { z } from 'zod'
import type { Transaction } from '../../platform/database/database.ts'
import { type PastEvent, recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'

const kind = 'staff-signed-out'
const payload = z.object({ staffId: z.number(), sessions: z.array(z.number()) })

/** Whose sessions ended, and which. */
export type SignedOut = z.infer<typeof payload>

/** Tells every node which sessions have ended, so that it cuts what they hold open. Call it last in the transaction. */
export async function tellSignedOut(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  ended: SignedOut,
): Promise<void> {
  await recordEvent(tx, clock, { kind, keys: [], payload: ended })
}

/** What an event tells about sessions that ended; null for events of other kinds. */
export function signedOut(event: Pick<PastEvent, 'kind' | 'payload'>): SignedOut | null {
  return event.kind === kind ? (payload.safeParse(event.payload).data ?? null) : null
}
