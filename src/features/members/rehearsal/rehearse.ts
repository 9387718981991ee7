import { z } from 'zod'
import { recordAct } from '../../../platform/audit/audit.ts'
import { Conflict, Unavailable } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { endRehearsal, findRehearsal, insertRehearsal, noteDaysDone } from './rehearsal-queries.ts'

/** Three years: what takes longer is better played in parts. */
export const mostDays = 1100

const day = 86_400_000

/** All that falls due, handed in by the app, which knows every feature. */
export type DoDueWork = (house: House) => Promise<void>

/**
 * Lets money's time go on by some days, day by day; at each, the processor renews, charges and gives up, and everything
 * of ours that falls due is done. What it makes (lines, letters) is real, within practice. Time does not come back.
 */
export function rehearsalJob(doDueWork: DoDueWork): JobKind<{ rehearsal: number }> {
  return {
    name: 'rehearse',
    schema: z.object({ rehearsal: z.int() }),
    retryLimit: 2,
    expireInSeconds: 3600,
    async run({ rehearsal: id }, house) {
      const found = await findRehearsal(house.db, id)
      if (!found || found.endedAt) return
      try {
        for (let done = found.daysDone; done < found.days; done++) {
          await house.payments.moveOn(day)
          await noteDaysDone(house.db, id, done + 1)
          await doDueWork(house)
        }
        await endRehearsal(house.db, id, { now: house.clock.now(), failure: '' })
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        house.log.warn({ err: error }, 'a rehearsal stopped')
        await endRehearsal(house.db, id, { now: house.clock.now(), failure })
      }
    },
  }
}

/** Begins a rehearsal. Throws Unavailable where payments are real, Conflict where one is under way. */
export async function beginRehearsal(
  house: House,
  { job, days, by }: { job: JobKind<{ rehearsal: number }>; days: number; by: StaffMember | 'program' },
): Promise<number> {
  if (house.payments.mode !== 'practice')
    throw new Unavailable('Payments are not practised here, so there is no time to play ahead.')
  return house.db.transaction().execute(async tx => {
    const id = await insertRehearsal(tx, { days, from: house.payments.now(), now: house.clock.now() })
    if (id === null) throw new Conflict('A rehearsal is under way. Wait until it has ended.')
    await house.jobs.send(tx, job, { rehearsal: id })
    await recordAct(tx, house.clock, {
      by,
      act: 'rehearse',
      subject: { kind: 'rehearsal', id, title: `${days}` },
      detail: { days },
    })
    return id
  })
}
