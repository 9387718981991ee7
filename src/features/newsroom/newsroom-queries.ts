import { sql } from 'kysely'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { may } from '../../platform/permissions.ts'
import type { DeskName } from './newsroom.ts'

/** How many things wait at each desk for this person; a desk with nothing waiting is left out. Never throws. */
export async function countWaiting(
  house: Pick<House, 'db' | 'log'>,
  staff: StaffMember,
): Promise<Partial<Record<DeskName, number>>> {
  if (!may(staff, 'write-stories')) return {}
  const mine = may(staff, 'publish-stories')
    ? sql<boolean>`s.state in ('in-review', 'ready')`
    : sql<boolean>`s.state in ('draft', 'in-review') and s.assignee_id = ${staff.id}`
  try {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (select 1 from stories s where ${mine} limit 100) waiting`.execute(
      house.db,
    )
    return rows[0]?.n ? { stories: rows[0].n } : {}
  } catch (error) {
    // The count is a courtesy; a page goes out without it.
    house.log.warn({ error: (error as Error).message }, 'what waits could not be counted')
    return {}
  }
}
