import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { sendLetterJob } from '../../platform/mail/mail-jobs.ts'
import { hurry, setAside, waitAgain } from './letter-desk-queries.ts'

type Part = Pick<House, 'db' | 'clock' | 'jobs'>

/** Sends a letter once more: one that ended without being taken, or one that waits. Throws Conflict for any other. */
export async function sendAgain(house: Part, by: StaffMember, id: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const now = house.clock.now()
    const letter = (await waitAgain(tx, id, now)) ?? (await hurry(tx, id, now))
    if (!letter)
      throw new Conflict('This letter has been sent meanwhile, or can no longer be: its words are forgotten.')
    await house.jobs.send(tx, sendLetterJob, { letter: id })
    await recordAct(tx, house.clock, {
      by,
      act: 'send-letter-again',
      subject: { kind: 'letter', id, title: letter.kind },
    })
  })
}

/** Lets letters be that went wrong: they are no longer shown. */
export async function setLettersAside(
  house: Pick<House, 'db' | 'clock'>,
  by: StaffMember,
  which: number | 'all',
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const letters = await setAside(tx, which, house.clock.now())
    if (letters === 0) return
    await recordAct(tx, house.clock, {
      by,
      act: 'set-letter-aside',
      subject: which === 'all' ? undefined : { kind: 'letter', id: which },
      detail: { letters },
    })
  })
}
