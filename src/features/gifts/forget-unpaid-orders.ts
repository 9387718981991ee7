import type { House } from '../../platform/house.ts'
import { deleteUnpaidBefore } from './gift-queries.ts'

/** Longer than a page of the processor stays open, and than any bank takes for a payment begun there. */
const keptDays = 30

/** Takes out what was filled in and not paid for: it names people who never got anything. Safe to repeat. */
export async function forgetUnpaidOrders(house: House): Promise<void> {
  const before = new Date(house.payments.now().getTime() - keptDays * 86_400_000)
  await deleteUnpaidBefore(house.db, before)
}
