import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Attribution, nowhere, recordLine } from '../ledger/ledger.ts'
import { type CheckoutMetadata, readMetadata } from './checkout-metadata.ts'
import { convergeSubscription, subscriptionParts } from './converge-subscription.ts'
import { endDisputedJob } from './end-disputed.ts'
import { tellPaid, tellRefund } from './member-letters.ts'
import { readerOfCustomer } from './reader-of-customer.ts'
import { type RefundOfPayment, recordGivenBack } from './record-given-back.ts'
import { tellSupportChanged } from './tell-support-changed.ts'

/** What is asked for together with a payment. */
export const paymentParts = ['latest_charge.balance_transaction', 'latest_charge.refunds']

/** A payment that was taken, as the ledger has it now. */
export interface Payment {
  purpose: CheckoutMetadata['purpose']
  /** The processor's charge. */
  chargeId: string
  lineId: number
  readerId: number | null
  membershipId: number | null
  giftId: number | null
  amountMinor: number
  /** What has been given back of it, or is disputed. */
  givenBackMinor: number
  /** The part of it that is disputed. */
  disputedMinor: number
  refunds: RefundOfPayment[]
  currency: string
  paidAt: Date
}

interface PaidFor {
  metadata: CheckoutMetadata | null
  purpose: CheckoutMetadata['purpose']
  attribution: Attribution
  readerId: number | null
  membershipId: number | null
  covers: { from: Date; until: Date } | null
}

const kinds = { membership: 'membership-payment', single: 'single-payment', gift: 'gift-payment' } as const

/**
 * Writes a payment into the ledger as the processor has it now: what was paid, its fee, what was given back, what is
 * disputed. Safe to repeat in any order; the caller holds the lock of the customer. Null for what has not been paid, or
 * is none of ours.
 */
export async function convergePayment(
  tx: Transaction,
  house: House,
  { object: intent, source }: { object: Stripe.PaymentIntent; source: string },
): Promise<Payment | null> {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  if (charge?.status !== 'succeeded' || !charge.captured) return null
  const paidFor = await whatFor(tx, house, { intent, source })
  if (!paidFor) return null
  const { purpose, attribution, readerId, membershipId, covers, metadata } = paidFor
  const giftId = metadata?.giftId ?? null
  const about = { readerId, membershipId, giftId, attribution, source }
  const paidAt = new Date(charge.created * 1000)
  const line = await recordLine(tx, house, {
    ...about,
    kind: kinds[purpose],
    objectId: charge.id,
    happenedAt: paidAt,
    amountMinor: charge.amount_captured,
    currency: charge.currency,
    covers,
  })
  const back = await recordGivenBack(tx, house, { about, charge, lineId: line.id })
  const payment: Payment = {
    purpose,
    chargeId: charge.id,
    lineId: line.id,
    readerId,
    membershipId,
    giftId,
    amountMinor: charge.amount_captured,
    givenBackMinor: back.amountMinor,
    disputedMinor: back.disputedMinor,
    refunds: back.refunds,
    currency: charge.currency,
    paidAt,
  }
  if (line.isNew) await tellPaid(tx, house, payment)
  for (const amountMinor of back.newRefunds) await tellRefund(tx, house, { payment, amountMinor })
  if (back.newDispute && membershipId !== null)
    await house.jobs.send(tx, endDisputedJob, { membership: membershipId })
  if (line.isNew || back.isNew) await tellSupportChanged(tx, house, readerId === null ? [] : [readerId])
  return payment
}

async function whatFor(
  tx: Transaction,
  house: House,
  { intent, source }: { intent: Stripe.PaymentIntent; source: string },
): Promise<PaidFor | null> {
  const metadata = readMetadata(intent.metadata)
  const customer = typeof intent.customer === 'string' ? intent.customer : (intent.customer?.id ?? null)
  if (metadata && metadata.purpose !== 'membership') {
    const reader = customer ? await readerOfCustomer(tx, house, { customer, metadata }) : null
    return {
      metadata,
      purpose: metadata.purpose,
      attribution: metadata.attribution,
      readerId: reader?.id ?? null,
      membershipId: null,
      covers: null,
    }
  }
  return forMembership(tx, house, { intent, source })
}

/** A payment of a subscription's invoice: the invoice says which, and for what time. */
async function forMembership(
  tx: Transaction,
  house: House,
  { intent, source }: { intent: Stripe.PaymentIntent; source: string },
): Promise<PaidFor | null> {
  const client = await house.payments.stripe()
  const { data } = await client.invoicePayments.list({
    payment: { type: 'payment_intent', payment_intent: intent.id },
    expand: ['data.invoice'],
    limit: 1,
  })
  const invoice = data[0]?.invoice
  if (!invoice || typeof invoice === 'string' || invoice.deleted) return null
  const found = invoice.parent?.subscription_details?.subscription
  if (!found) return null
  const subscription = await client.subscriptions.retrieve(typeof found === 'string' ? found : found.id, {
    expand: subscriptionParts,
  })
  const membership = await convergeSubscription(tx, house, { object: subscription, source })
  if (!membership) return null
  const period = invoice.lines.data.at(-1)?.period
  return {
    metadata: null,
    purpose: 'membership',
    attribution: membership.attribution ?? nowhere,
    readerId: membership.readerId,
    membershipId: membership.id,
    covers: period ? { from: new Date(period.start * 1000), until: new Date(period.end * 1000) } : null,
  }
}
