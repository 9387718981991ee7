import { recordAct } from '../../platform/audit/audit.ts'
import { Conflict, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { recordBriefEvent, requireMayEdit, subjectOf } from './brief-event.ts'
import { lockBrief, lockPinned, orderPinned } from './brief-queries.ts'

/**
 * Moves a pinned brief one place up or down among those that are pinned; at the end nothing happens. Throws NotFound,
 * Forbidden, Conflict where it is not pinned.
 */
export async function movePinned(
  house: Pick<House, 'db' | 'clock'>,
  { id, by, to }: { id: number; by: StaffMember; to: 'up' | 'down' },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const brief = await lockBrief(tx, id)
    if (!brief) throw new NotFound('There is no such brief.')
    requireMayEdit(by, brief)
    const order = await lockPinned(tx)
    const at = order.indexOf(id)
    if (at === -1) throw new Conflict('Only pinned briefs have an order. The others stand by their time.')
    const next = at + (to === 'up' ? -1 : 1)
    if (next < 0 || next >= order.length) return
    order.splice(next, 0, ...order.splice(at, 1))
    const changed = await orderPinned(tx, order)
    await recordAct(tx, house.clock, { by, act: 'move-brief', subject: subjectOf(brief), detail: { to } })
    await recordBriefEvent(tx, house.clock, 'brief-edited', changed)
  })
}
