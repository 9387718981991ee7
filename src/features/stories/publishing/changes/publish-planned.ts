import { recordAct } from '../../../../platform/audit/audit.ts'
import type { House } from '../../../../platform/house.ts'
import { addCorrectionIn } from '../../add-correction.ts'
import { publishIn } from '../../publish-story.ts'
import { lockStory, subjectOf } from '../story-subject.ts'
import { findPlannedChange } from './planned-change-queries.ts'

/**
 * Publishes the planned change of a story, where it is due: the text as it was scheduled, and its correction, at the time
 * that was set. That ends the plan (migration 19). Throws what `publishStory` does.
 */
export async function publishPlanned(house: Pick<House, 'clock' | 'db'>, storyId: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const subject = subjectOf(await lockStory(tx, storyId))
    const planned = await findPlannedChange(tx, storyId)
    // Another node, or an editor, was quicker.
    if (!planned || planned.at > house.clock.now()) return
    const { at, by, change, content, plannedAt } = planned
    await publishIn(tx, house, {
      ...{ storyId, by, at, kind: change.kind },
      text: { content, takenAt: plannedAt },
      reason: change.kind === 'correction' ? change.correction.text : '',
      async also({ number, kind }) {
        if (change.kind === 'correction') {
          const { severity, placement } = change.correction
          const detail = { severity, placement, scheduledBy: by }
          await recordAct(tx, house.clock, { by: 'program', act: 'correct-story', subject, detail })
          await addCorrectionIn(tx, house, { ...change.correction, storyId, at })
        }
        const detail = { revision: number, kind, scheduledBy: by }
        await recordAct(tx, house.clock, { by: 'program', act: 'publish-story', subject, detail })
      },
    })
  })
}
