import { z } from 'zod'
import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { JobKind } from '../../platform/jobs/jobs.ts'
import { publishIn } from './publish-story.ts'
import { listDueChanges, noteFailure } from './publishing/changes/planned-change-queries.ts'
import { publishPlanned } from './publishing/changes/publish-planned.ts'
import { keepNewestDraft } from './publishing/newest-draft.ts'

/** Publishes every scheduled story, and every planned change of one, whose time has come. Sent for the minute itself, and swept for every minute. */
export const publishScheduledJob: JobKind<Record<string, never>> = {
  name: 'publish-scheduled',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  pollSeconds: 0.5,
  async run(_data, house) {
    const due = await house.db
      .selectFrom('stories')
      .select('id')
      .where('state', '=', 'scheduled')
      .where('scheduled_for', '<=', house.clock.now())
      .orderBy('scheduled_for')
      .execute()
    for (const { id } of due) {
      // One story that cannot go out (its address was taken meanwhile) must not hold back the others.
      await publishDue(house, id).catch(error => tellFailure(house, id, error))
    }
    for (const id of await listDueChanges(house.db, house.clock.now()))
      await publishPlanned(house, id).catch(error => tellFailure(house, id, error))
  },
}

async function publishDue(house: House, storyId: number): Promise<void> {
  await keepNewestDraft(house, storyId)
  await house.db.transaction().execute(async tx => {
    const story = await tx
      .selectFrom('stories')
      .select(['state', 'scheduled_for', 'scheduled_by'])
      .where('id', '=', storyId)
      .forUpdate()
      .executeTakeFirst()
    // Another node, or the editor, was quicker.
    if (story?.state !== 'scheduled' || !story.scheduled_for || story.scheduled_for > house.clock.now())
      return
    await publishIn(tx, house, {
      storyId,
      by: story.scheduled_by ?? 'schedule',
      at: story.scheduled_for,
      also: ({ number, kind }) =>
        recordAct(tx, house.clock, {
          by: 'program',
          act: 'publish-story',
          subject: { kind: 'story', id: storyId },
          detail: { revision: number, kind, scheduledBy: story.scheduled_by },
        }),
    })
  })
}

/** What went wrong stands beside the story, once; it is tried again every minute. */
async function tellFailure(house: House, storyId: number, error: unknown): Promise<void> {
  house.log.error({ err: error, story: storyId }, 'a scheduled story could not be published')
  const sentence =
    error instanceof ExpectedError ? error.message : 'Something went wrong on our side; the log says what.'
  await house.db
    .transaction()
    .execute(async tx => {
      if (!(await noteScheduleFailure(tx, storyId, sentence)) && !(await noteFailure(tx, storyId, sentence)))
        return
      await recordAct(tx, house.clock, {
        by: 'program',
        act: 'fail-schedule',
        subject: { kind: 'story', id: storyId },
        detail: { sentence },
      })
    })
    // The log has it already, and the next try notes it again.
    .catch(() => {})
}

async function noteScheduleFailure(tx: Transaction, storyId: number, sentence: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('stories')
    .set({ schedule_failure: sentence })
    .where('id', '=', storyId)
    .where('state', '=', 'scheduled')
    .where('schedule_failure', '<>', sentence)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
