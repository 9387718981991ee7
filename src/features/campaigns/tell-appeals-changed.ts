import { type Act, recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { appealsKey } from './live-appeals.ts'

/** Writes down what staff did to an appeal or a campaign, and has every page of every node printed anew. Call it last. */
export async function tellAppealsChanged(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  act: Act,
): Promise<void> {
  await recordAct(tx, clock, act)
  await recordEvent(tx, clock, { kind: 'appeals-changed', keys: [appealsKey] })
}
