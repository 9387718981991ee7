import { z } from 'zod'
import { recordAct } from '../../../platform/audit/audit.ts'
import type { JobKind } from '../../../platform/jobs/jobs.ts'
import { frontContent } from '../front.ts'
import { publishFrontIn } from '../publish-front.ts'

/** Lets every scheduled change of a front take effect whose time has come. Sent for the time itself, and swept for every minute. */
export const publishFrontsJob: JobKind<Record<string, never>> = {
  name: 'publish-fronts',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  pollSeconds: 0.5,
  async run(_data, house) {
    for (;;) {
      const done = await house.db.transaction().execute(async tx => {
        const due = await tx
          .selectFrom('front_schedules')
          .innerJoin('fronts', 'fronts.id', 'front_schedules.front_id')
          .select([
            'front_schedules.id',
            'front_schedules.content',
            'made_by',
            'made_by_id',
            'fronts.slug',
            'fronts.title',
          ])
          .where('state', '=', 'waiting')
          .where('due_at', '<=', house.clock.now())
          .orderBy('due_at')
          .limit(1)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst()
        if (!due) return false
        await tx
          .updateTable('front_schedules')
          .set({ state: 'done', ended_at: house.clock.now() })
          .where('id', '=', due.id)
          .execute()
        await recordAct(tx, house.clock, {
          by: due.made_by_id === null ? 'program' : { id: due.made_by_id, name: due.made_by },
          act: 'publish-front',
          subject: { kind: 'front', id: due.slug, title: due.title },
          detail: { scheduled: true },
        })
        await publishFrontIn(tx, house, {
          slug: due.slug,
          title: due.title,
          content: frontContent.parse(due.content),
          by: due.made_by,
          keepDraft: true,
        })
        return true
      })
      if (!done) return
    }
  },
}
