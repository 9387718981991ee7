import type { Transaction } from '../../platform/database/database.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Reader } from './reader.ts'
import { lockReader, repointMerged, updateReader } from './reader-queries.ts'
import { deleteSessions } from './session-queries.ts'

/** What another feature does before a double goes: what was one's becomes the other's. */
export type BeforeMerging = (
  tx: Transaction,
  house: House,
  readers: { from: number; into: number },
) => Promise<void>

/**
 * Makes one account of two that are the same person's. The double keeps its row, empty, and its number leads to the
 * other (`findReader`); its sessions end. Throws BadInput where one of them is not there.
 */
export async function mergeReaders(
  tx: Transaction,
  house: House,
  { from, into, before }: { from: number; into: number; before: readonly BeforeMerging[] },
): Promise<void> {
  // Always in the same order, so that two merges cannot wait for one another.
  const locked = new Map<number, Reader | null>()
  for (const id of [from, into].sort((a, b) => a - b)) locked.set(id, await lockReader(tx, id))
  const [double, kept] = [locked.get(from), locked.get(into)]
  if (!double || !kept || from === into)
    throw new BadInput({ field: 'into', sentence: 'Two accounts are needed that are both in use.' })
  for (const hook of before) await hook(tx, house, { from, into })
  await deleteSessions(tx, { readerId: from })
  await repointMerged(tx, from, into)
  await updateReader(tx, from, {
    email: null,
    name: '',
    country: null,
    time_zone: null,
    customer: null,
    email_confirmed_at: null,
    last_seen_at: null,
    merged_into: into,
  })
  await updateReader(tx, into, {
    name: kept.name || double.name,
    country: kept.country ?? double.country,
    time_zone: kept.timeZone ?? double.timeZone,
    customer: kept.customer ?? double.customer,
  })
}
