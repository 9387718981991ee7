import { ExpectedError, Forbidden } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import { moveStory } from '../publishing/move-story.ts'
import { planStory } from '../publishing/plan-story.ts'
import { withdrawAtDesk } from '../publishing/withdraw-at-desk.ts'
import {
  type BulkAct,
  type BulkChange,
  type BulkFailure,
  hasValue,
  valueAfter,
  valueBefore,
} from './bulk-act.ts'
import { insertBulkAct, readStandings, type Standing, settleBulkAct } from './bulk-queries.ts'
import { addTopic } from './change-topics.ts'

/**
 * Does one thing to many stories, each in a transaction of its own and with a line in the audit log of its own: what
 * cannot be done to one does not hold back the others. What each had before is written down first, so that it can be
 * given back (undo-bulk-act.ts). Returns the number of the act.
 */
export async function changeStories(
  house: Pick<House, 'clock' | 'db' | 'log'>,
  {
    by,
    act,
    storyIds,
    faultSentence,
  }: { by: StaffMember; act: BulkAct; storyIds: readonly number[]; faultSentence: string },
): Promise<number> {
  const standings = await readStandings(house.db, [...new Set(storyIds)])
  const wanted = standings.filter(standing => !hasValue(act, standing))
  const changes = wanted.map(
    (standing): BulkChange => ({
      storyId: standing.id,
      before: valueBefore(act, standing),
      after: valueAfter(act),
    }),
  )
  const id = await insertBulkAct(house.db, { by, act, changes, now: house.clock.now() })
  const done: BulkChange[] = []
  const failures: BulkFailure[] = []
  for (const [i, standing] of wanted.entries()) {
    try {
      await change(house, by, act, standing)
      done.push(changes[i]!)
    } catch (error) {
      failures.push({ storyId: standing.id, sentence: sentenceOf(house, error, faultSentence) })
    }
  }
  await settleBulkAct(house.db, id, { changes: done, failures })
  return id
}

function change(
  house: Pick<House, 'clock' | 'db'>,
  by: StaffMember,
  act: BulkAct,
  { id: storyId }: Standing,
): Promise<void> {
  switch (act.act) {
    case 'assign':
      return planStory(house, { storyId, plan: { assigneeId: act.assigneeId }, by })
    case 'move':
      return moveStory(house, { storyId, to: act.to, by })
    case 'add-topic':
      return addTopic(house, { storyId, topicId: act.topicId, by })
    case 'withdraw':
      if (!may(by, 'publish-stories')) throw new Forbidden('Only an editor withdraws stories.')
      return withdrawAtDesk(house, { storyId, note: act.note, by })
  }
}

/** What a person is told of one story that stayed as it was; a fault of the program goes to the log. */
export function sentenceOf(house: Pick<House, 'log'>, error: unknown, faultSentence: string): string {
  if (error instanceof ExpectedError) return error.message
  house.log.error({ err: error }, 'a story could not be changed from the list')
  return faultSentence
}
