import { recordAct } from '../../../platform/audit/audit.ts'
import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput, Conflict, Forbidden } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import type { StaffMember } from '../../../platform/http/staff-member.ts'
import { may } from '../../../platform/permissions.ts'
import { requireStoryAccess } from './story-access.ts'
import { lockStory, subjectOf } from './story-subject.ts'

/** What is left out stays as it is; null takes it away. */
export interface Plan {
  dueAt?: Date | null
  assigneeId?: number | null
  embargoUntil?: Date | null
}

/**
 * Sets when a story is due, who looks after it, and its embargo. Whoever may write the story may say when it is due; the
 * rest is for editors. Throws NotFound, Gone, Forbidden, Conflict for an embargo on what is out, BadInput.
 */
export async function planStory(
  house: Pick<House, 'clock' | 'db'>,
  { storyId, plan, by }: { storyId: number; plan: Plan; by: StaffMember },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await requireStoryAccess(tx, storyId, by)
    const story = await lockStory(tx, storyId)
    const change = {
      ...changed('due_at', story.due_at, plan.dueAt),
      ...changed('assignee_id', story.assignee_id, plan.assigneeId),
      ...changed('embargo_until', story.embargo_until, plan.embargoUntil),
    }
    if (Object.keys(change).length === 0) return
    if (('assignee_id' in change || 'embargo_until' in change) && !may(by, 'edit-all-stories'))
      throw new Forbidden('Only an editor assigns stories and sets embargoes.')
    if (change.embargo_until) refuseEmbargo(story, change.embargo_until, house.clock.now())
    if (change.assignee_id) await requireWriter(tx, change.assignee_id)
    await tx.updateTable('stories').set(change).where('id', '=', storyId).execute()
    await recordAct(tx, house.clock, { by, act: 'plan-story', subject: subjectOf(story), detail: change })
  })
}

function changed<Name extends string, Value extends Date | number | null>(
  name: Name,
  before: Value,
  after: Value | undefined,
): { [name in Name]?: Value } {
  if (after === undefined || Number(before) === Number(after)) return {}
  return { [name]: after } as { [name in Name]?: Value }
}

function refuseEmbargo(story: { state: string; scheduled_for: Date | null }, until: Date, now: Date): void {
  if (story.state === 'published')
    throw new Conflict('The story is out already, so it cannot be embargoed. It can be withdrawn.')
  if (until <= now) throw new BadInput({ field: 'embargo', sentence: 'This embargo would be over already.' })
  if (story.state === 'scheduled' && story.scheduled_for && story.scheduled_for < until)
    throw new BadInput({
      field: 'embargo',
      sentence: 'The story is scheduled to go out before that. Take it off the schedule first.',
    })
}

async function requireWriter(tx: Transaction, staffId: number): Promise<void> {
  const person = await tx
    .selectFrom('staff')
    .select(['role', 'active'])
    .where('id', '=', staffId)
    .executeTakeFirst()
  if (person?.active && may(person, 'write-stories')) return
  throw new BadInput({
    field: 'assignee',
    sentence: 'Nobody of this number writes stories here. Choose another.',
  })
}
