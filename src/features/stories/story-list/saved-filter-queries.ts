import type { Database } from '../../../platform/database/database.ts'

export interface SavedFilter {
  id: number
  name: string
  /** The list's address after the question mark. */
  query: string
}

/** The filters that somebody keeps, by name. */
export function listSavedFilters(db: Database, staffId: number): Promise<SavedFilter[]> {
  return db
    .selectFrom('saved_filters')
    .select(['id', 'name', 'query'])
    .where('staff_id', '=', staffId)
    .orderBy('name')
    .limit(40)
    .execute()
}

/** Keeps a filter under a name; one that had the name before is replaced. */
export async function saveFilter(
  db: Database,
  filter: { staffId: number; name: string; query: string; now: Date },
): Promise<void> {
  const { staffId, name, query, now } = filter
  await db
    .insertInto('saved_filters')
    .values({ staff_id: staffId, name, query, created_at: now })
    .onConflict(conflict => conflict.columns(['staff_id', 'name']).doUpdateSet({ query }))
    .execute()
}

/** Takes out one of somebody's filters and returns it; undefined where there is none. */
export function deleteSavedFilter(
  db: Database,
  id: number,
  staffId: number,
): Promise<SavedFilter | undefined> {
  return db
    .deleteFrom('saved_filters')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .returning(['id', 'name', 'query'])
    .executeTakeFirst()
}
