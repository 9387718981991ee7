import type { Transaction } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'

/** Wakes every node: figures in appeals moved, and what these readers may read may have changed. Call it last. */
export async function tellSupportChanged(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  readers: readonly number[] = [],
): Promise<void> {
  await recordEvent(tx, clock, { kind: 'support-changed', keys: ['support'], payload: { readers } })
}
