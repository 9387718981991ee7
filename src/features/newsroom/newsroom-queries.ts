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
  // Pictures that are still shown although their rights have ended; a day's difference between zones does not matter here.
  const ended = may(staff, 'manage-photographs')
    ? sql`select 1 from photographs where rights ->> 'until' is not null
        and rights ->> 'until' < to_char(now() - interval '1 day', 'YYYY-MM-DD') and photograph_is_used(id)`
    : sql`select 1 where false`
  try {
    const { rows } = await sql<{ stories: number; photographs: number }>`
      select (select count(*)::int from (select 1 from story_list s where ${mine} limit 100) waiting) as stories,
        (select count(*)::int from (${ended} limit 100) ended) as photographs`.execute(house.db)
    return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, n]) => n > 0))
  } catch (error) {
    // The count is a courtesy; a page goes out without it.
    house.log.warn({ error: (error as Error).message }, 'what waits could not be counted')
    return {}
  }
}
