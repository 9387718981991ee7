import { sql } from 'kysely'
import { type Database, json, type Transaction } from '../../../platform/database/database.ts'

/** A form of joining or giving that was sent. */
export interface BegunCheckout {
  number: string
  browserHash: Buffer
  readerId: number | null
  choice: Record<string, unknown>
  single: boolean
  session: string | null
  /** Of the processor's page. */
  address: string | null
  lastReader: number
  endedAt: Date | null
  complete: boolean
}

const columns = [
  'number',
  'browser_hash as browserHash',
  'reader_id as readerId',
  'choice',
  'single',
  'session',
  'address',
  'last_reader as lastReader',
  'ended_at as endedAt',
  'complete',
] as const

/**
 * The row of a form's number, made where there is none. Until the transaction ends, nothing else is begun by this
 * browser or this reader.
 */
export async function lockCheckout(
  tx: Transaction,
  row: {
    number: string
    browserHash: Buffer
    readerId: number | null
    choice: Record<string, unknown>
    single: boolean
    couponId: number | null
    now: Date
  },
): Promise<BegunCheckout> {
  await lockFor(tx, `checkout of browser ${row.browserHash.toString('hex')}`)
  if (row.readerId !== null) await lockFor(tx, `checkout of reader ${row.readerId}`)
  await tx
    .insertInto('checkouts')
    .values({
      number: row.number,
      browser_hash: row.browserHash,
      reader_id: row.readerId,
      choice: json(row.choice),
      single: row.single,
      coupon_id: row.couponId,
      session: null,
      address: null,
      last_reader: sql<number>`coalesce((select max(id) from readers), 0)`,
      created_at: row.now,
      ended_at: null,
    })
    .onConflict(conflict => conflict.column('number').doNothing())
    .execute()
  const found = await tx
    .selectFrom('checkouts')
    .select(columns)
    .where('number', '=', row.number)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return asCheckout(found)
}

export async function setCheckout(
  tx: Transaction,
  number: string,
  set: {
    choice: Record<string, unknown>
    single: boolean
    couponId: number | null
    session: string
    address: string | null
  },
): Promise<void> {
  const { choice, single, couponId, session, address } = set
  await tx
    .updateTable('checkouts')
    .set({
      choice: json(choice),
      single,
      coupon_id: couponId,
      session,
      address,
      ended_at: null,
      complete: false,
    })
    .where('number', '=', number)
    .execute()
}

/** Others that this browser or this reader began and that may still be paid. */
export async function listOpenCheckouts(
  tx: Transaction,
  { browserHash, readerId, but }: { browserHash: Buffer; readerId: number | null; but: string },
): Promise<BegunCheckout[]> {
  const rows = await tx
    .selectFrom('checkouts')
    .select(columns)
    .where(({ eb, or }) =>
      or([eb('browser_hash', '=', browserHash), ...(readerId ? [eb('reader_id', '=', readerId)] : [])]),
    )
    .where('number', '<>', but)
    .where('session', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .limit(20)
    .execute()
  return rows.map(asCheckout)
}

export async function countCheckoutsSince(
  db: Database,
  { browserHash, since }: { browserHash: Buffer; since: Date },
): Promise<number> {
  const { begun } = await db
    .selectFrom('checkouts')
    .select(eb => eb.fn.countAll<number>().as('begun'))
    .where('browser_hash', '=', browserHash)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return begun
}

export async function findCheckout(db: Database, session: string): Promise<BegunCheckout | null> {
  const row = await db
    .selectFrom('checkouts')
    .select(columns)
    .where('session', '=', session)
    .executeTakeFirst()
  return row ? asCheckout(row) : null
}

/** Takes note that a session can be paid no more: it is complete, or expired. */
export async function endCheckout(
  tx: Transaction,
  { session, complete, now }: { session: string; complete: boolean; now: Date },
): Promise<void> {
  await tx
    .updateTable('checkouts')
    .set({ ended_at: now, complete })
    .where('session', '=', session)
    .where('ended_at', 'is', null)
    .execute()
}

/** True once: for whoever is first to be signed in by this checkout. */
export async function takeSignIn(tx: Transaction, number: string): Promise<boolean> {
  const taken = await tx
    .updateTable('checkouts')
    .set({ signed_in: true })
    .where('number', '=', number)
    .where('signed_in', '=', false)
    .returning('number')
    .executeTakeFirst()
  return taken !== undefined
}

/** Forgets what was begun and not paid before a moment: its page at the processor has long run out. */
export async function forgetCheckouts(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('checkouts').where('created_at', '<', before).where('complete', '=', false).execute()
}

async function lockFor(tx: Transaction, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx)
}

function asCheckout(row: Omit<BegunCheckout, 'choice'> & { choice: unknown }): BegunCheckout {
  return { ...row, choice: row.choice as Record<string, unknown> }
}
