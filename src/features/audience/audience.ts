import type { Transaction } from '../../platform/database/database.ts'
import { findReaders } from './audience-queries.ts'
import { periodsOf } from './count-readers.ts'

export { listDays } from './audience-queries.ts'
export { countReaders, type ReaderCount } from './count-readers.ts'

/**
 * How many readers a month has: of the last whole month, and in the very first month of those there were so far. Null
 * where nobody was counted yet.
 */
export async function readersOfMonth(db: Transaction, now: Date): Promise<number | null> {
  const [, month] = periodsOf(now)
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1))
  const whole = await findReaders(db, periodsOf(before)[1])
  return whole ?? (await findReaders(db, month))
}
