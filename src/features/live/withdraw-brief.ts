import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { recordBriefEvent, requireMayEdit, subjectOf } from './brief-event.ts'
import { lockBrief, setBriefState } from './brief-queries.ts'
import { requireLater } from './post-brief.ts'
import { postQueuedJob } from './post-queued.ts'

/** For how long a brief can be put back. */
export const putBackMinutes = 30

/**
 * Takes a brief back: it leaves the News Feed and its address answers 410; one that was still queued is cancelled, and
 * no reader ever hears of it. A second time changes nothing. Throws NotFound, Forbidden.
 */
export async function withdrawBrief(
  house: Pick<House, 'db' | 'clock'>,
  id: number,
  by?: StaffMember,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    requireMayEdit(by, brief)
    if (brief.state === 'withdrawn' || brief.state === 'cancelled') return
    const queued = brief.state === 'queued'
    await setBriefState(tx, id, {
      state: queued ? 'cancelled' : 'withdrawn',
      withdrawnAt: house.clock.now(),
    })
    if (by)
      await recordAct(tx, house.clock, {
        by,
        act: queued ? 'cancel-brief' : 'withdraw-brief',
        subject: subjectOf(brief),
      })
    if (!queued) await recordBriefEvent(tx, house.clock, 'brief-withdrawn', [id])
  })
}

/**
 * Undoes it within half an hour: the brief stands again where it stood, at its own time; a cancelled one waits again.
 * Throws NotFound, Forbidden, Conflict when it is too late, BadInput when the time it waited for has passed.
 */
export async function putBriefBack(
  house: Pick<House, 'db' | 'clock' | 'jobs'>,
  id: number,
  by: StaffMember,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    requireMayEdit(by, brief)
    const { state, withdrawnAt, queuedFor } = brief
    if (!withdrawnAt || (state !== 'withdrawn' && state !== 'cancelled')) return
    if (house.clock.now().getTime() - withdrawnAt.getTime() > putBackMinutes * 60_000)
      throw new Conflict('This was more than half an hour ago. Post the brief anew, with what has changed.')
    const queued = state === 'cancelled'
    if (queued && queuedFor) {
      requireLater(house, queuedFor)
      await house.jobs.send(tx, postQueuedJob, {}, { startAfter: queuedFor })
    }
    await setBriefState(tx, id, { state: queued ? 'queued' : 'published', withdrawnAt: null })
    await recordAct(tx, house.clock, { by, act: 'put-brief-back', subject: subjectOf(brief) })
    if (!queued) await recordBriefEvent(tx, house.clock, 'brief-posted', [id])
  })
}
