import { type RawBuilder, sql } from 'kysely'
import type Stripe from 'stripe'
import type { Kind, Kinds } from './kinds.ts'
import { listObjects } from './lists.ts'
import { invalidRequest } from './processor-error.ts'
import type { Till } from './till.ts'

/** The fields that can be searched by, beside metadata. */
const fields = [
  'email',
  'name',
  'phone',
  'customer',
  'status',
  'subscription',
  'currency',
  'lookup_key',
  'product',
]

/**
 * Searches as Stripe does (docs.stripe.com/search#search-query-language), in as much of its language as is used here:
 * `email:"a@b.example"`, `name~"part"`, `metadata["key"]:"value"`, joined by AND.
 */
export async function searchObjects<K extends Kind>(
  till: Till,
  kind: K,
  options: { url: string; query: string; limit: number; page?: string },
): Promise<Stripe.ApiSearchResult<Kinds[K]>> {
  const { url, query, limit, page } = options
  const clauses = query.split(/\s+AND\s+/).map(clauseOf)
  const { data, has_more } = await listObjects(till, kind, {
    url,
    paging: { limit, starting_after: page },
    also: sql<boolean>`${sql.join(clauses, sql` and `)}`,
  })
  return { object: 'search_result', url, data, has_more, next_page: has_more ? data.at(-1)!.id : null }
}

function clauseOf(clause: string): RawBuilder<boolean> {
  const match = /^(-?)(\w+)(?:\[["'](.+?)["']\])?([:~])["'](.*)["']$/.exec(clause.trim())
  const [, not = '', field = '', key, relation = '', value = ''] = match ?? []
  const known = key === undefined ? fields.includes(field) : field === 'metadata'
  if (!match || !known)
    throw invalidRequest(
      `We were unable to parse your search query: ${clause}. Practice knows ${fields.join(', ')} and metadata.`,
      'query',
    )
  const found = key === undefined ? sql`data->>${field}` : sql`data->'metadata'->>${key}`
  const holds =
    relation === ':'
      ? sql<boolean>`lower(${found}) = lower(${value})`
      : sql<boolean>`strpos(lower(${found}), lower(${value})) > 0`
  return not ? sql<boolean>`coalesce(not (${holds}), true)` : sql<boolean>`coalesce(${holds}, false)`
}
