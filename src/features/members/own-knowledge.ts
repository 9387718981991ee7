import type Stripe from 'stripe'
import type { OwnKnowledge } from '../ledger/ledger.ts'
import { readMetadata } from './checkout-metadata.ts'
import { subscriptionParts } from './converge-subscription.ts'
import { findMembershipBySubscription } from './membership-queries.ts'
import { stateOf } from './subscription-state.ts'
import { readSupportSettings } from './support-settings.ts'
import { tierOfSubscription } from './tier-of-subscription.ts'

/** What comparing with the processor has to know of memberships. */
export const ownKnowledge: OwnKnowledge = {
  subscriptionParts,
  async isOurs(client, charge) {
    const intent =
      typeof charge.payment_intent === 'string' ? charge.payment_intent : charge.payment_intent?.id
    if (!intent) return false
    const found = await client.paymentIntents.retrieve(intent)
    if (readMetadata(found.metadata)) return true
    const { data } = await client.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent },
      expand: ['data.invoice'],
      limit: 1,
    })
    const invoice = data[0]?.invoice
    if (!invoice || typeof invoice === 'string' || invoice.deleted) return false
    return readMetadata(invoice.parent?.subscription_details?.metadata ?? null) !== null
  },
  async compareSubscription({ db }, subscription) {
    const right = stateOf(subscription, await readSupportSettings(db))
    const membership = await db.transaction().execute(tx => findMembershipBySubscription(tx, subscription.id))
    if (!right || (!membership && !(await isOurs(subscription)))) return null
    if (!membership) return { ours: '', theirs: right.state }
    if (membership.state === right.state && sameTime(membership.paidUntil, right.paidUntil)) return null
    return { ours: words(membership), theirs: words(right) }

    async function isOurs(found: Stripe.Subscription): Promise<boolean> {
      return readMetadata(found.metadata) !== null || (await tierOfSubscription(db, found)) !== null
    }
  },
}

function sameTime(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime()
}

function words({ state, paidUntil }: { state: string; paidUntil: Date | null }): string {
  return paidUntil ? `${state} until ${paidUntil.toISOString().slice(0, 10)}` : state
}
