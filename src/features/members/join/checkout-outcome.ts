import type Stripe from 'stripe'
import type { House } from '../../../platform/house.ts'
import { findReader, type Reader } from '../../readers/reader.ts'
import type { Membership } from '../membership.ts'
import { findMembershipBySubscription } from '../membership-queries.ts'

/** What is true of a checkout now. */
export type Outcome =
  | { kind: 'joined'; membership: Membership; reader: Reader | null }
  | { kind: 'given'; amountMinor: number; currency: string; reader: Reader | null }
  | { kind: 'processing' }
  | { kind: 'open' }
  | { kind: 'failed' }

/** Reads what came of a session from our own books, once it is complete at the processor. */
export async function findOutcome(
  { db }: Pick<House, 'db'>,
  session: Stripe.Checkout.Session,
): Promise<Outcome> {
  if (session.status === 'open') return { kind: 'open' }
  if (session.status !== 'complete') return { kind: 'failed' }
  const subscription = idOf(session.subscription)
  if (subscription) {
    const membership = await findMembershipBySubscription(db, subscription)
    if (!membership) return { kind: 'processing' }
    return { kind: 'joined', membership, reader: await findReader(db, membership.readerId) }
  }
  const customer = idOf(session.customer)
  if (session.payment_status !== 'paid') return { kind: 'processing' }
  const known = customer
    ? await db
        .selectFrom('reader_customers')
        .select('reader_id')
        .where('customer', '=', customer)
        .executeTakeFirst()
    : undefined
  return {
    kind: 'given',
    amountMinor: session.amount_total ?? 0,
    currency: session.currency ?? 'eur',
    reader: known ? await findReader(db, known.reader_id) : null,
  }
}

function idOf(found: string | { id: string } | null): string | null {
  return typeof found === 'string' ? found : (found?.id ?? null)
}
