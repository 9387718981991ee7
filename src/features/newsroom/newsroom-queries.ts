import { sql } from 'kysely'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { countTroubled } from '../../platform/mail/letter-queries.ts'
import { may } from '../../platform/permissions.ts'
import type { DeskName } from './newsroom.ts'

/** A letter that is late for so long is no passing hesitation of the mail server. */
const patienceMs = 10 * 60_000

/** How many letters did not go out, for those who run the publication; zeros for all others. Never throws. */
export async function countLetterTrouble(
  house: Pick<House, 'db' | 'log' | 'clock'>,
  staff: StaffMember,
): Promise<{ late: number; lost: number }> {
  if (!may(staff, 'run-publication')) return { late: 0, lost: 0 }
  try {
    return await countTroubled(house.db, new Date(house.clock.now().getTime() - patienceMs))
  } catch (error) {
    // As above all counts, it is a courtesy.
    house.log.warn({ error: (error as Error).message }, 'letters in trouble could not be counted')
    return { late: 0, lost: 0 }
  }
}

/** How many things wait at each desk for this person; a desk with nothing waiting is left out. Never throws. */
export async function countWaiting(
  house: Pick<House, 'db' | 'log'>,
  staff: StaffMember,
): Promise<Partial<Record<DeskName, number>>> {
  if (!may(staff, 'write-stories')) return {}
  const mine = may(staff, 'publish-stories')
    ? sql<boolean>`(s.state in ('in-review', 'ready') or s.waiting)`
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
