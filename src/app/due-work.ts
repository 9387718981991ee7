import { z } from 'zod'
import { noteMoments } from '../features/campaigns/campaign.ts'
import { askToCarryOn } from '../features/gifts/ask-to-carry-on.ts'
import { beginGiftTime } from '../features/gifts/begin-gift-time.ts'
import { deliverGifts, remindOfGifts } from '../features/gifts/deliver-gifts.ts'
import { forgetUnpaidOrders } from '../features/gifts/forget-unpaid-orders.ts'
import { moveRenewals } from '../features/gifts/move-renewals.ts'
import { settleRefunds } from '../features/gifts/refund-gift.ts'
import { writeDueLetters } from '../features/members/due-letters.ts'
import { endOverdue } from '../features/members/end-overdue.ts'
import { forgetOldCheckouts } from '../features/members/join/forget-old-checkouts.ts'
import type { House } from '../platform/house.ts'
import type { JobKind } from '../platform/jobs/jobs.ts'
import { processorEffects } from './processor-effects.ts'

/**
 * What falls due as money's time goes by. Each does all that is due at `house.payments.now()` and may be called at any
 * time: every minute by the job, and by a rehearsal after each of its steps.
 */
export const dueWork: readonly ((house: House) => Promise<void>)[] = [
  endOverdue,
  writeDueLetters,
  forgetOldCheckouts,
  noteMoments,
  settleRefunds(processorEffects),
  moveRenewals(processorEffects),
  beginGiftTime,
  deliverGifts,
  remindOfGifts,
  askToCarryOn,
  forgetUnpaidOrders,
]

/** Does what is due, the processor's part first where it is practised. One failing keeps none of the others back. */
export async function doDueWork(house: House): Promise<void> {
  const failures: unknown[] = []
  if (house.payments.mode === 'practice' && (await hasPractised(house)))
    await (await house.payments.practice()).runDue(house.payments.now())
  for (const work of dueWork) await work(house).catch(error => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

export const dueWorkJob: JobKind<Record<string, never>> = {
  name: 'due-work',
  schema: z.object({}) as z.ZodType<Record<string, never>>,
  run: (_data, house) => doDueWork(house),
}

/** Until somebody has paid in practice, there is no processor to be opened. */
export async function hasPractised({ db }: House): Promise<boolean> {
  const row = await db.selectFrom('practice_objects').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
