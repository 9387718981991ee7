import type Stripe from 'stripe'
import type { House } from '../../platform/house.ts'
import { applyObject } from './apply-object.ts'
import type { ProcessorEffects } from './processor-effects.ts'
import {
  amountOf,
  beginReconciliation,
  type DifferenceKind,
  endReconciliation,
  insertDifference,
  listCharges,
} from './reconcile-queries.ts'

/** Which of the processor's objects are ours, and what we hold of a subscription; told by whoever knows memberships. */
export interface OwnKnowledge {
  isOurs(client: Stripe, charge: Stripe.Charge): Promise<boolean>
  /** What differs between a subscription and its membership, in words for both; null where nothing does. */
  compareSubscription(
    house: House,
    subscription: Stripe.Subscription,
  ): Promise<{ ours: string; theirs: string } | null>
  subscriptionParts: string[]
}

interface Span {
  from: Date
  until: Date
}

/**
 * Compares the ledger with the processor over a span, and every subscription with its membership. Each difference is
 * written down; what is safe to mend (all that follows from the processor's own objects) is mended at once. A line of
 * ours that the processor does not know stays, for somebody to look into. Returns the comparison's number.
 */
export async function reconcile(
  house: House,
  options: { effects: ProcessorEffects; own: OwnKnowledge; span: Span },
): Promise<number> {
  const { effects, own, span } = options
  const id = await beginReconciliation(house.db, { now: house.payments.now(), ...span })
  let checked = 0
  let failure = ''
  try {
    const client = await house.payments.stripe()
    const created = {
      gte: Math.floor(span.from.getTime() / 1000),
      lt: Math.ceil(span.until.getTime() / 1000),
    }
    const seen = new Set<string>()
    for await (const charge of client.charges.list({ created, limit: 100 })) {
      if (charge.status !== 'succeeded' || !charge.captured) continue
      if (!(await own.isOurs(client, charge))) continue
      checked++
      seen.add(charge.id)
      await compare({ kind: 'charge', id: charge.id, right: charge.amount_captured })
    }
    for await (const refund of client.refunds.list({ created, limit: 100 }))
      if (refund.status === 'succeeded' && (await isKnownCharge(refund.charge))) {
        checked++
        await compare({ kind: 'refund', id: refund.id, right: -refund.amount })
      }
    for await (const dispute of client.disputes.list({ created, limit: 100 }))
      if (!dispute.status.startsWith('warning') && (await isKnownCharge(dispute.charge))) {
        checked++
        await compare({
          kind: 'dispute',
          id: dispute.id,
          right: dispute.status === 'won' ? 0 : -dispute.amount,
        })
      }
    for (const charge of await listCharges(house.db, span))
      if (!seen.has(charge)) await note({ objectId: charge, kind: 'unknown', ours: 'paid', theirs: '' })
    for await (const subscription of client.subscriptions.list({
      status: 'all',
      limit: 100,
      expand: own.subscriptionParts.map(part => `data.${part}`),
    })) {
      checked++
      await compareSubscription(subscription)
    }
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error)
  }
  await endReconciliation(house.db, id, { now: house.payments.now(), checked, failure })
  return id

  async function compare({
    kind,
    id: objectId,
    right,
  }: {
    kind: string
    id: string
    right: number
  }): Promise<void> {
    const ours = await amountOf(house.db, objectId)
    if (ours === right) return
    await repair(kind, objectId)
    const after = await amountOf(house.db, objectId)
    await note({
      objectId,
      kind: ours === null ? 'missing' : 'amount',
      ours: ours === null ? '' : String(ours),
      theirs: String(right),
      repaired: after === right,
    })
  }

  async function compareSubscription(subscription: Stripe.Subscription): Promise<void> {
    const found = await own.compareSubscription(house, subscription)
    if (!found) return
    await repair('subscription', subscription.id)
    const again = await own.compareSubscription(house, subscription)
    await note({ objectId: subscription.id, kind: 'state', ...found, repaired: again === null })
  }

  async function isKnownCharge(charge: string | Stripe.Charge | null): Promise<boolean> {
    const chargeId = typeof charge === 'string' ? charge : charge?.id
    return chargeId !== undefined && (await amountOf(house.db, chargeId)) !== null
  }

  function repair(kind: string, objectId: string): Promise<void> {
    return applyObject(house, effects, { hint: { kind, id: objectId, source: 'reconciliation' } })
  }

  async function note(found: {
    objectId: string
    kind: DifferenceKind
    ours: string
    theirs: string
    repaired?: boolean
  }): Promise<void> {
    const repairedAt = found.repaired ? house.payments.now() : null
    await insertDifference(house.db, id, { ...found, repairedAt })
  }
}
