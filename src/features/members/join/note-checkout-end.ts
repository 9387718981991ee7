import type Stripe from 'stripe'
import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { endCheckout } from './checkout-queries.ts'

/** Takes note in the transaction of whoever applies a session that it can be paid no more. */
export async function noteCheckoutEnd(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  session: Pick<Stripe.Checkout.Session, 'id' | 'status'>,
): Promise<void> {
  if (session.status === 'open' || session.status === null) return
  const complete = session.status === 'complete'
  await endCheckout(tx, { session: session.id, complete, now: house.clock.now() })
}
