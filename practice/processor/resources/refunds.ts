import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith } from '../object-queries.ts'
import { mergeMetadata, metadata, paging, parameters, range, text, whole } from '../parameters.ts'
import { invalidRequest, resourceMissing } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { idOf, keep, need, type Till } from '../till.ts'
import { writeBalance } from './balance-transactions.ts'

const reasons = ['duplicate', 'fraudulent', 'requested_by_customer']
const creating = parameters({
  amount: whole.refine(value => value > 0).optional(),
  charge: text.optional(),
  metadata: metadata.optional(),
  payment_intent: text.optional(),
  reason: text.refine(reason => reasons.includes(reason)).optional(),
})
const listing = parameters({
  ...paging,
  charge: text.optional(),
  created: range.optional(),
  payment_intent: text.optional(),
})

export const refundCalls = [
  call('POST', '/v1/refunds', creating, (till, given) => refund(till, given)),
  call('GET', '/v1/refunds', listing, (till, { charge, payment_intent, created, ...pages }) =>
    listObjects(till, 'refund', {
      url: '/v1/refunds',
      paging: pages,
      where: { charge, payment_intent },
      created,
    }),
  ),
  call('GET', '/v1/refunds/:id', parameters({}), (till, _, id) => need(till, 'refund', id)),
  call('POST', '/v1/refunds/:id', parameters({ metadata: metadata.optional() }), async (till, given, id) => {
    const before = await need(till, 'refund', id)
    const changed = { ...before, metadata: mergeMetadata(before.metadata, given.metadata) }
    await tell(till, 'refund.updated', await keep(till, changed), before)
    return changed
  }),
]

/** Gives back a payment, whole or in part. Its fee is not given back, as Stripe has it. */
async function refund(
  till: Till,
  given: {
    amount?: number
    charge?: string
    payment_intent?: string
    reason?: string
    metadata?: Record<string, string> | null
  },
): Promise<Stripe.Refund> {
  const charge = await chargeOf(till, given)
  const left = charge.amount - charge.amount_refunded
  if (charge.status !== 'succeeded')
    throw invalidRequest(`Charge ${charge.id} was not paid, so it cannot be refunded.`, 'charge')
  if (charge.disputed && !(await wasWon(till, charge.id)))
    throw invalidRequest(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      'charge',
      'charge_disputed',
    )
  if (left === 0)
    throw invalidRequest(
      `Charge ${charge.id} has already been refunded.`,
      'charge',
      'charge_already_refunded',
    )
  const amount = given.amount ?? left
  if (amount > left)
    throw invalidRequest(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      'amount',
    )
  const id = newId('refund')
  const balance = await writeBalance(till, {
    type: 'refund',
    source: id,
    amount: -amount,
    currency: charge.currency,
    fee: 0,
    description: `REFUND FOR CHARGE (${charge.description ?? charge.id})`,
  })
  const made: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: balance.id,
    charge: charge.id,
    created: till.at,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      type: 'card',
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    },
    metadata: mergeMetadata({}, given.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
  await keep(till, made)
  const returned = charge.amount_refunded + amount
  const after = await keep(till, {
    ...charge,
    amount_refunded: returned,
    refunded: returned === charge.amount,
  })
  await tell(till, 'refund.created', made)
  await tell(till, 'charge.refunded', after, charge)
  return made
}

async function wasWon(till: Till, charge: string): Promise<boolean> {
  const disputes = await objectsWith(till.tx, 'dispute', { charge })
  return disputes.every(({ status }) => status === 'won')
}

async function chargeOf(
  till: Till,
  { charge, payment_intent }: { charge?: string; payment_intent?: string },
): Promise<Stripe.Charge> {
  if (charge) return need(till, 'charge', charge, 'charge')
  if (!payment_intent)
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  const { latest_charge } = await need(till, 'payment_intent', payment_intent, 'payment_intent')
  const id = idOf(latest_charge)
  if (!id) throw resourceMissing('charge', payment_intent, 'payment_intent')
  return need(till, 'charge', id)
}
