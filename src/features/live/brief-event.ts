import type { Clock } from '../../platform/clock.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { Forbidden } from '../../platform/errors/errors.ts'
import { recordEvent } from '../../platform/events/events.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { may } from '../../platform/permissions.ts'
import type { Brief } from './brief.ts'

/** Tells pages and open streams of each of these briefs, in their order. Call it last in the transaction. */
export async function recordBriefEvent(
  tx: Transaction,
  clock: Clock,
  kind: 'brief-posted' | 'brief-edited' | 'brief-withdrawn',
  ids: readonly number[],
): Promise<void> {
  for (const briefId of ids)
    await recordEvent(tx, clock, { kind, keys: ['feed', `brief:${briefId}`], payload: { briefId } })
}

/** A brief as the audit log names it. */
export function subjectOf({ id, headline }: Pick<Brief, 'id' | 'headline'>) {
  return { kind: 'brief', id, title: headline.slice(0, 300) }
}

/** Whether somebody may change this brief: editors all, reporters their own. */
export function mayEdit(staff: Pick<StaffMember, 'id' | 'role'>, brief: Pick<Brief, 'createdBy'>): boolean {
  return may(staff, 'edit-all-briefs') || (may(staff, 'post-briefs') && brief.createdBy === staff.id)
}

/** Throws Forbidden unless the brief may be changed; the program's own commands pass. */
export function requireMayEdit(staff: StaffMember | undefined, brief: Brief): void {
  if (!staff || mayEdit(staff, brief)) return
  throw new Forbidden('This brief is somebody else’s. An editor can change it.')
}
