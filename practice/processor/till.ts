import { sql } from 'kysely'
import type Stripe from 'stripe'
import type { Database, Transaction } from '../../src/platform/database/database.ts'
import type { Log } from '../../src/platform/log.ts'
import { type AnyObject, type Kind, type Kinds, kindNames } from './kinds.ts'
import { findHidden, findObject, type Hidden, writeObject } from './object-queries.ts'
import { resourceMissing } from './processor-error.ts'

/** Where everything about money is done: inside one transaction, at one moment. */
export interface Till {
  tx: Transaction
  log: Log
  siteUrl: string
  /** The moment at which it happens, in Unix seconds; it may lie before or after the wall clock. */
  at: number
  /** Who asked for it; events name it. Both null for what happens by itself. */
  request: { id: string | null; idempotency_key: string | null }
}

/** What stays the same for every till of a processor. */
export interface TillFloor {
  db: Database
  log: Log
  siteUrl: string
  now(): Date
}

/** Opens a till for one piece of work. Only one changes anything at a time, on all nodes; who only looks waits for none. */
export function atTill<Result>(
  floor: TillFloor,
  options: { at?: number; request?: Till['request']; looks?: boolean },
  work: (till: Till) => Promise<Result>,
): Promise<Result> {
  return floor.db.transaction().execute(async tx => {
    if (!options.looks) await sql`select pg_advisory_xact_lock(hashtext('practice processor'))`.execute(tx)
    return work({
      tx,
      log: floor.log,
      siteUrl: floor.siteUrl,
      at: options.at ?? Math.floor(floor.now().getTime() / 1000),
      request: options.request ?? { id: null, idempotency_key: null },
    })
  })
}

/** An object that must be there. `param` names what was given, for the error; 'id' is the address itself. */
export async function need<K extends Kind>(till: Till, kind: K, id: string, param = 'id'): Promise<Kinds[K]> {
  const object = await findObject(till.tx, kind, id)
  if (!object) throw resourceMissing(kindNames[kind] ?? kind, id, param)
  return object
}

export async function hiddenOf<Shape extends Hidden>(till: Till, id: string): Promise<Shape> {
  return (await findHidden(till.tx, id)) as Shape
}

/** The test clock that an object lives by; null is practice time. */
export async function clockOf(till: Till, id: string | null): Promise<string | null> {
  if (!id) return null
  const row = await till.tx
    .selectFrom('practice_objects')
    .select('test_clock')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.test_clock ?? null
}

export async function keep<Kept extends AnyObject>(
  till: Till,
  object: Kept,
  beside?: { hidden?: Hidden; due?: number | null; clock?: string | null },
): Promise<Kept> {
  await writeObject(till.tx, object.object as Kind, object, beside)
  return object
}

/** The number that an expandable field names, whether it was expanded or not. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null)
}

/** Stripe writes decimals as texts; only its client makes numbers of them. */
export function decimalText(value: number): Stripe.Decimal {
  return String(value) as unknown as Stripe.Decimal
}
