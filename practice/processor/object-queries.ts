import { sql } from 'kysely'
import { json, type Transaction } from '../../src/platform/database/database.ts'
import type { Kind, Kinds } from './kinds.ts'

/** What is known of an object beside what it shows. */
export type Hidden = Record<string, unknown>

export interface Due {
  id: string
  kind: Kind
  at: number
}

/** One object, or null. */
export async function findObject<K extends Kind>(
  tx: Transaction,
  kind: K,
  id: string,
): Promise<Kinds[K] | null> {
  const row = await tx
    .selectFrom('practice_objects')
    .select('data')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? (row.data as Kinds[K]) : null
}

/** An object of any kind, for what is expanded in another one. */
export async function findAnyObject(tx: Transaction, id: string): Promise<Record<string, unknown> | null> {
  const row = await tx.selectFrom('practice_objects').select('data').where('id', '=', id).executeTakeFirst()
  return row ? (row.data as Record<string, unknown>) : null
}

export async function findHidden(tx: Transaction, id: string): Promise<Hidden> {
  const row = await tx.selectFrom('practice_objects').select('hidden').where('id', '=', id).executeTakeFirst()
  return (row?.hidden as Hidden) ?? {}
}

/** Writes an object; what is hidden, and when it is due, stay as they are where nothing is said. Times are Unix seconds. */
export async function writeObject(
  tx: Transaction,
  kind: Kind,
  object: { id: string },
  beside: { hidden?: Hidden; due?: number | null; clock?: string | null } = {},
): Promise<void> {
  const { hidden, due, clock } = beside
  const dueAt = due == null ? null : new Date(due * 1000)
  const changes = {
    data: json<unknown>(object),
    ...(hidden ? { hidden: json<unknown>(hidden) } : {}),
    ...(due !== undefined ? { due_at: dueAt } : {}),
    ...(clock !== undefined ? { test_clock: clock } : {}),
  }
  await tx
    .insertInto('practice_objects')
    .values({
      id: object.id,
      kind,
      hidden: json<unknown>(hidden ?? {}),
      due_at: dueAt,
      test_clock: clock ?? null,
      data: changes.data,
    })
    .onConflict(conflict => conflict.column('id').doUpdateSet(changes))
    .execute()
}

export async function removeObject(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('practice_objects').where('id', '=', id).execute()
}

/** Objects of a kind that contain what is given (`{ customer: 'cus_…' }`), oldest first. */
export async function objectsWith<K extends Kind>(
  tx: Transaction,
  kind: K,
  contained: Record<string, unknown>,
): Promise<Kinds[K][]> {
  const rows = await tx
    .selectFrom('practice_objects')
    .select('data')
    .where('kind', '=', kind)
    .where(sql<boolean>`data @> ${JSON.stringify(contained)}::jsonb`)
    .orderBy('seq')
    .execute()
  return rows.map(({ data }) => data as Kinds[K])
}

/** What happens next by itself, up to then, of what lives by one clock; null is practice time. */
export async function nextDue(tx: Transaction, until: number, clock: string | null): Promise<Due | null> {
  const row = await tx
    .selectFrom('practice_objects')
    .select(['id', 'kind', 'due_at'])
    .where('due_at', '<=', new Date(until * 1000))
    .where('test_clock', clock === null ? 'is' : '=', clock)
    .orderBy('due_at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
    ? { id: row.id, kind: row.kind as Kind, at: Math.floor(row.due_at.getTime() / 1000) }
    : null
}
