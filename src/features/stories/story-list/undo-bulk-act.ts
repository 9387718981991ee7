import { Conflict, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { moveStory } from '../publishing/move-story.ts'
import { planStory } from '../publishing/plan-story.ts'
import type { DeskState } from '../publishing/workflow.ts'
import { type BulkChange, type BulkFailure, hasValue, undoMinutes } from './bulk-act.ts'
import { claimUndo, findBulkAct, type KeptAct, readStandings, settleBulkAct } from './bulk-queries.ts'
import { sentenceOf } from './change-stories.ts'
import { takeTopic } from './change-topics.ts'
import { restoreStory } from './restore-story.ts'
import type { StoryListTexts } from './story-list-messages.newsroom.ts'

/**
 * Gives every story of an act what it had before, unless somebody has changed that since; such a story is left alone
 * and told of. Throws NotFound for an act that is not this person's, Conflict where it is too late or done already.
 */
export async function undoBulkAct(
  house: Pick<House, 'clock' | 'db' | 'log'>,
  { id, by, texts }: { id: number; by: StaffMember; texts: StoryListTexts },
): Promise<void> {
  const kept = await findBulkAct(house.db, id, by.id)
  if (!kept) throw new NotFound()
  const now = house.clock.now()
  if (now.getTime() - kept.doneAt.getTime() > undoMinutes * 60_000) throw new Conflict(texts.tooLate)
  if (!(await claimUndo(house.db, id, now))) throw new Conflict(texts.undoneBefore)
  const standings = new Map(
    (
      await readStandings(
        house.db,
        kept.changes.map(change => change.storyId),
      )
    ).map(each => [each.id, each]),
  )
  const undone: BulkChange[] = []
  const failures: BulkFailure[] = []
  for (const change of kept.changes) {
    const standing = standings.get(change.storyId)
    try {
      if (!standing || !hasValue(kept.act, standing)) throw new Conflict(texts.changedSince)
      await giveBack(house, by, kept, change)
      undone.push(change)
    } catch (error) {
      failures.push({ storyId: change.storyId, sentence: sentenceOf(house, error, texts.goneFault) })
    }
  }
  await settleBulkAct(house.db, id, { changes: undone, failures })
}

function giveBack(
  house: Pick<House, 'clock' | 'db'>,
  by: StaffMember,
  { act }: KeptAct,
  { storyId, before }: BulkChange,
): Promise<void> {
  switch (act.act) {
    case 'assign':
      return planStory(house, { storyId, plan: { assigneeId: before as number | null }, by })
    case 'move':
      return moveStory(house, { storyId, to: before as DeskState, by })
    case 'add-topic':
      return takeTopic(house, { storyId, topicId: act.topicId, by })
    case 'withdraw':
      return restoreStory(house, { storyId, by })
  }
}
