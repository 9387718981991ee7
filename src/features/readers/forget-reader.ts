import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { deleteTraces, lockReader, updateReader } from './reader-queries.ts'
import { deleteSessions } from './session-queries.ts'

/** What another feature does before an account goes: ends what runs, and takes out what it knows of the person. */
export type BeforeForgetting = (tx: Transaction, house: House, readerId: number) => Promise<void>

/**
 * Forgets a reader: what is known of the person goes, with sessions, codes and letters. The row stays without anything
 * that says whose it was, so that the ledger's lines keep adding up. False where there is nobody to forget.
 */
export async function forgetReader(
  tx: Transaction,
  house: House,
  { readerId, before }: { readerId: number; before: readonly BeforeForgetting[] },
): Promise<boolean> {
  const reader = await lockReader(tx, readerId)
  if (!reader?.email) return false
  for (const hook of before) await hook(tx, house, readerId)
  await deleteSessions(tx, { readerId })
  await deleteTraces(tx, reader.email)
  await updateReader(tx, readerId, {
    email: null,
    name: '',
    language: 'en',
    country: null,
    time_zone: null,
    customer: null,
    email_confirmed_at: null,
    last_seen_at: null,
    forgotten_at: house.clock.now(),
  })
  return true
}
