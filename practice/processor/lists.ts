import { type RawBuilder, sql } from 'kysely'
import type Stripe from 'stripe'
import type { Kind, Kinds } from './kinds.ts'
import { resourceMissing } from './processor-error.ts'
import type { Till } from './till.ts'

export interface Paging {
  limit: number
  starting_after?: string
  ending_before?: string
}

type Range = number | { gt?: number; gte?: number; lt?: number; lte?: number }

/** A list as Stripe answers it, newest first; `where` gives what an object must contain. */
export async function listObjects<K extends Kind>(
  till: Till,
  kind: K,
  options: {
    url: string
    paging: Paging
    where?: Record<string, unknown>
    created?: Range
    also?: RawBuilder<boolean>
  },
): Promise<Stripe.ApiList<Kinds[K]>> {
  const { url, paging, where = {}, created, also } = options
  const { limit, starting_after, ending_before } = paging
  let query = till.tx
    .selectFrom('practice_objects')
    .select('data')
    .where('kind', '=', kind)
    .where(sql<boolean>`not data ? 'deleted'`)
    .where(sql<boolean>`data @> ${JSON.stringify(withoutUnset(where))}::jsonb`)
    .limit(limit + 1)
  if (also) query = query.where(also)
  for (const condition of conditions(created)) query = query.where(condition)
  if (starting_after)
    query = query.where('seq', '<', await placeOf(till, kind, starting_after, 'starting_after'))
  query = ending_before
    ? query.where('seq', '>', await placeOf(till, kind, ending_before, 'ending_before')).orderBy('seq', 'asc')
    : query.orderBy('seq', 'desc')
  const rows = await query.execute()
  const data = rows.slice(0, limit).map(row => row.data as Kinds[K])
  return aList(url, ending_before ? data.reverse() : data, rows.length > limit)
}

export function aList<One>(url: string, data: One[], hasMore = false): Stripe.ApiList<One> {
  return { object: 'list', data, has_more: hasMore, url }
}

function conditions(created: Range | undefined): RawBuilder<boolean>[] {
  if (created === undefined) return []
  const moment = sql`(data->>'created')::bigint`
  if (typeof created === 'number') return [sql<boolean>`${moment} = ${created}`]
  const { gt, gte, lt, lte } = created
  return [
    ...(gt === undefined ? [] : [sql<boolean>`${moment} > ${gt}`]),
    ...(gte === undefined ? [] : [sql<boolean>`${moment} >= ${gte}`]),
    ...(lt === undefined ? [] : [sql<boolean>`${moment} < ${lt}`]),
    ...(lte === undefined ? [] : [sql<boolean>`${moment} <= ${lte}`]),
  ]
}

async function placeOf(till: Till, kind: Kind, id: string, param: string): Promise<number> {
  const row = await till.tx
    .selectFrom('practice_objects')
    .select('seq')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) throw resourceMissing(kind, id, param)
  return row.seq
}

function withoutUnset(where: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined))
}
