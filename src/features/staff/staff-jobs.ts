import { z } from 'zod'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { deleteRequestsBefore } from '../../platform/sign-in/sign-in-code-queries.ts'
import { issueCode } from '../../platform/sign-in/sign-in-codes.ts'
import { idleSince } from './session.ts'
import { deleteExpired } from './sign-in-queries.ts'
import { codeLetter } from './staff-letters.ts'
import { findStaffByEmail } from './staff-queries.ts'

const day = 86_400_000

/** Makes the code that was asked for and sends it, where the address is that of somebody on the staff. */
export const sendSignInCode: JobKind<{ request: number }> = {
  name: 'send-sign-in-code',
  schema: z.object({ request: z.number() }),
  concurrency: 2,
  async run({ request }, house) {
    await house.db.transaction().execute(async tx => {
      const issued = await issueCode(tx, house, { id: request, realm: 'staff' })
      if (!issued) return
      const staff = await findStaffByEmail(tx, issued.email)
      if (!staff?.active) return
      await sendLetter(tx, house, {
        to: { address: staff.email, name: staff.name },
        language: staff.language,
        template: codeLetter,
        data: { name: staff.name, code: issued.code },
        uselessAfter: issued.expiresAt,
      })
    })
  },
}

/** Takes out sign-ins, challenges, links and sessions that have run out. */
export const pruneSignIns: JobKind<Record<string, never>> = {
  name: 'prune-sign-ins',
  schema: z.object({}),
  async run(_, house) {
    const now = house.clock.now()
    await house.db.transaction().execute(async tx => {
      await deleteRequestsBefore(tx, new Date(now.getTime() - day))
      await deleteExpired(tx, { now, idleSince: idleSince(now) })
    })
  },
}
