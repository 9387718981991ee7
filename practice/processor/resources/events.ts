import { sql } from 'kysely'
import { call } from '../call.ts'
import { aList } from '../lists.ts'
import { paging, parameters, range, text, yes } from '../parameters.ts'
import { resourceMissing } from '../processor-error.ts'
import type { Till } from '../till.ts'

const listing = parameters({
  ...paging,
  created: range.optional(),
  delivery_success: yes.optional(),
  type: text.optional(),
  types: text.array().optional(),
})

export const eventCalls = [
  call('GET', '/v1/events', listing, async (till, given) => {
    const { limit, starting_after, ending_before, created, type, types, delivery_success } = given
    const between = typeof created === 'number' ? { gte: created, lte: created } : (created ?? {})
    const moment = sql`(data->>'created')::bigint`
    let query = till.tx
      .selectFrom('practice_events')
      .select('data')
      .limit(limit + 1)
    if (type) query = query.where('kind', type.endsWith('*') ? 'like' : '=', type.replace('*', '%'))
    if (types) query = query.where('kind', 'in', types)
    if (delivery_success !== undefined)
      query = query.where('next_try_at', delivery_success ? 'is' : 'is not', null)
    if (between.gt !== undefined) query = query.where(sql<boolean>`${moment} > ${between.gt}`)
    if (between.gte !== undefined) query = query.where(sql<boolean>`${moment} >= ${between.gte}`)
    if (between.lt !== undefined) query = query.where(sql<boolean>`${moment} < ${between.lt}`)
    if (between.lte !== undefined) query = query.where(sql<boolean>`${moment} <= ${between.lte}`)
    if (starting_after) query = query.where('seq', '<', await placeOf(till, starting_after, 'starting_after'))
    if (ending_before) query = query.where('seq', '>', await placeOf(till, ending_before, 'ending_before'))
    const rows = await query.orderBy('seq', ending_before ? 'asc' : 'desc').execute()
    const data = rows.slice(0, limit).map(row => row.data)
    return aList('/v1/events', ending_before ? data.reverse() : data, rows.length > limit)
  }),
  call('GET', '/v1/events/:id', parameters({}), async (till, _, id) => {
    const row = await till.tx
      .selectFrom('practice_events')
      .select('data')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw resourceMissing('event', id)
    return row.data
  }),
]

async function placeOf(till: Till, id: string, param: string): Promise<number> {
  const row = await till.tx
    .selectFrom('practice_events')
    .select('seq')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw resourceMissing('event', id, param)
  return row.seq
}
