import type { Transaction } from '../../platform/database/database.ts'

export interface OpenPeriod {
  period: string
  salt: Buffer
  registers: Buffer
}

/** A day or month that is being counted, begun where no node has yet; null where it is over. */
export async function openPeriod(
  tx: Transaction,
  fresh: OpenPeriod & { now: Date },
): Promise<OpenPeriod | null> {
  const { period, salt, registers, now } = fresh
  await tx
    .insertInto('audience_periods')
    .values({ period, salt, registers, updated_at: now })
    .onConflict(conflict => conflict.column('period').doNothing())
    .execute()
  return lockPeriod(tx, period)
}

export async function lockPeriod(tx: Transaction, period: string): Promise<OpenPeriod | null> {
  const row = await tx
    .selectFrom('audience_periods')
    .select(['period', 'salt', 'registers'])
    .where('period', '=', period)
    .forUpdate()
    .executeTakeFirst()
  return row?.salt && row.registers ? { period, salt: row.salt, registers: row.registers } : null
}

export async function keepPeriod(
  tx: Transaction,
  { period, registers, readers, now }: { period: string; registers: Buffer; readers: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('audience_periods')
    .set({ registers, readers, updated_at: now })
    .where('period', '=', period)
    .execute()
}

/** Forgets by what the days and months before these were counted; their numbers stay. */
export async function closePeriods(
  tx: Transaction,
  { day, month }: { day: string; month: string },
): Promise<void> {
  await tx
    .updateTable('audience_periods')
    .set({ salt: null, registers: null })
    .where('salt', 'is not', null)
    .where(({ eb, and, or }) =>
      or([
        and([eb('period', 'like', '____-__-__'), eb('period', '<', day)]),
        and([eb('period', 'like', '____-__'), eb('period', '<', month)]),
      ]),
    )
    .execute()
}

export async function findReaders(db: Transaction, period: string): Promise<number | null> {
  const row = await db
    .selectFrom('audience_periods')
    .select('readers')
    .where('period', '=', period)
    .executeTakeFirst()
  return row?.readers ?? null
}

/** Readers of each day of a span ("2026-11-01" to "2026-11-30"), as far as they were counted. */
export async function listDays(
  db: Transaction,
  { from, until }: { from: string; until: string },
): Promise<{ day: string; readers: number }[]> {
  return db
    .selectFrom('audience_periods')
    .select(['period as day', 'readers'])
    .where('period', 'like', '____-__-__')
    .where('period', '>=', from)
    .where('period', '<=', until)
    .orderBy('period')
    .execute()
}
