import { z } from 'zod'
import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { recordBriefEvent, requireMayEdit, subjectOf } from './brief-event.ts'
import { listDueBriefs, lockBrief, setBriefState } from './brief-queries.ts'

/** Posts every queued brief whose time has come. Sent for the moment itself, and swept for every minute. */
export const postQueuedJob: JobKind<Record<string, never>> = {
  name: 'post-queued-briefs',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  pollSeconds: 0.5,
  async run(_data, house) {
    for (const id of await listDueBriefs(house.db, house.clock.now())) {
      await house.db.transaction().execute(async tx => {
        const brief = await lockBrief(tx, id)
        // Another node, or somebody at the desk, was quicker.
        if (brief?.state !== 'queued' || !brief.queuedFor || brief.queuedFor > house.clock.now()) return
        await setBriefState(tx, id, { state: 'published', withdrawnAt: null, publishedAt: brief.queuedFor })
        await recordAct(tx, house.clock, {
          by: 'program',
          act: 'post-queued-brief',
          subject: subjectOf(brief),
        })
        await recordBriefEvent(tx, house.clock, 'brief-posted', [id])
      })
    }
  },
}

/** Posts a queued brief without waiting for its time. Throws NotFound, Forbidden, Conflict when it is not queued. */
export async function postQueuedNow(
  house: Pick<House, 'db' | 'clock'>,
  id: number,
  by: StaffMember,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    requireMayEdit(by, brief)
    if (brief.state === 'published') return
    if (brief.state !== 'queued') throw new Conflict('This brief has been taken out of the queue.')
    const now = house.clock.now()
    await setBriefState(tx, id, { state: 'published', withdrawnAt: null, publishedAt: now, queuedFor: null })
    await recordAct(tx, house.clock, { by, act: 'post-queued-brief', subject: subjectOf(brief) })
    await recordBriefEvent(tx, house.clock, 'brief-posted', [id])
  })
}
