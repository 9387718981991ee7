import { type Act, recordAct } from '../../platform/audit/audit.ts'
import { Conflict } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { NewStaff } from './staff.ts'
import { findStaffByEmail, insertStaff } from './staff-queries.ts'

/** Puts somebody on the staff without an invitation. Returns the number. Throws Conflict for an address that is known. */
export async function addStaff(
  house: Pick<House, 'db' | 'clock'>,
  by: Act['by'],
  person: NewStaff,
): Promise<number> {
  return await house.db.transaction().execute(async tx => {
    if (await findStaffByEmail(tx, person.email))
      throw new Conflict(
        `${person.email} is on the staff, or was: npm run masthead -- staff list shows them.`,
      )
    const id = await insertStaff(tx, person, house.clock.now())
    await recordAct(tx, house.clock, {
      by,
      act: 'add-staff',
      subject: { kind: 'staff', id, title: person.name },
      detail: { role: person.role },
    })
    return id
  })
}
