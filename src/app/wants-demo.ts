import type { House } from '../platform/house.ts'

/** True for an empty publication, and for one in which the demo was begun and broken off. */
export async function wantsDemo({ db }: Pick<House, 'db'>): Promise<boolean> {
  const settings = await db.selectFrom('publication').select('id').executeTakeFirst()
  if (settings) return false
  const story = await db.selectFrom('stories').select('id').limit(1).executeTakeFirst()
  return !story || (await wasBegun(db))
}

/** Written before anything else of the demo, so that a fill that was broken off is known. */
export const demoMark = { origin: 'demo', kind: 'fill', foreign_id: 'begun' } as const

export async function wasBegun(db: House['db']): Promise<boolean> {
  const row = await db
    .selectFrom('imported')
    .select('kind')
    .where('origin', '=', demoMark.origin)
    .executeTakeFirst()
  return row !== undefined
}
