import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { mergeMetadata, metadata, paging, parameters, range, text, unsettable, yes } from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { clockOf, idOf, keep, need, type Till } from '../till.ts'
import { inMinor, writeBalance } from './balance-transactions.ts'

const day = 86_400
/** Days until evidence must have come, and what a dispute costs, in hundredths: Stripe's published fee in the USA. */
const evidenceDays = 9
const feeHundredths = 1500

/** Evidence that Stripe's own test mode decides by (docs.stripe.com/testing#evidence). */
const winning = 'winning_evidence'
const losing = 'losing_evidence'

const updating = parameters({
  evidence: parameters({
    uncategorized_text: unsettable(text).optional(),
    customer_name: unsettable(text).optional(),
    customer_email_address: unsettable(text).optional(),
    product_description: unsettable(text).optional(),
    service_date: unsettable(text).optional(),
  }).optional(),
  metadata: metadata.optional(),
  submit: yes.optional(),
})
const listing = parameters({
  ...paging,
  charge: text.optional(),
  created: range.optional(),
  payment_intent: text.optional(),
})

export const disputeCalls = [
  call('GET', '/v1/disputes', listing, (till, { charge, payment_intent, created, ...pages }) =>
    listObjects(till, 'dispute', {
      url: '/v1/disputes',
      paging: pages,
      where: { charge, payment_intent },
      created,
    }),
  ),
  call('GET', '/v1/disputes/:id', parameters({}), (till, _, id) => need(till, 'dispute', id)),
  call('POST', '/v1/disputes/:id', updating, async (till, given, id) => {
    const before = await need(till, 'dispute', id)
    if (isClosed(before)) throw invalidRequest('This dispute is already closed.', 'id')
    const { evidence, submit } = given
    const changed = await keep(till, {
      ...before,
      evidence: { ...before.evidence, ...evidence },
      evidence_details: {
        ...before.evidence_details,
        has_evidence: true,
        submission_count: before.evidence_details.submission_count + (submit ? 1 : 0),
      },
      metadata: mergeMetadata(before.metadata, given.metadata),
      status: submit ? ('under_review' as const) : before.status,
    })
    await tell(till, 'charge.dispute.updated', changed, before)
    const said = evidence?.uncategorized_text
    if (submit && said === winning) return close(till, changed, 'won')
    return submit && said === losing ? close(till, changed, 'lost') : changed
  }),
  // Whoever closes a dispute gives it up.
  call('POST', '/v1/disputes/:id/close', parameters({}), async (till, _, id) => {
    const before = await need(till, 'dispute', id)
    if (isClosed(before)) throw invalidRequest('This dispute is already closed.', 'id')
    return close(till, before, 'lost')
  }),
]

function isClosed({ status }: Stripe.Dispute): boolean {
  return status === 'won' || status === 'lost'
}

/** The owner of a card disputes a payment: its amount, and a fee, are taken at once. */
export async function openDispute(till: Till, chargeId: string): Promise<void> {
  const charge = await need(till, 'charge', chargeId)
  const { amount, currency } = charge
  if (charge.disputed || charge.refunded) {
    await keep(till, charge, { due: null })
    return
  }
  const id = newId('dispute')
  const balance = await writeBalance(till, {
    type: 'adjustment',
    category: 'dispute',
    source: id,
    amount: -amount,
    currency,
    fee: inMinor(feeHundredths, currency),
    description: `Chargeback withdrawal for ${charge.id}`,
  })
  const dispute = blankDispute(till, id, charge, balance)
  await keep(till, dispute, { due: till.at + evidenceDays * day, clock: await clockOf(till, charge.id) })
  await keep(till, { ...charge, disputed: true }, { due: null })
  await tell(till, 'charge.dispute.created', dispute)
  await tell(till, 'charge.dispute.funds_withdrawn', dispute)
}

/** Without evidence in time it is lost. */
export async function endDispute(till: Till, id: string): Promise<void> {
  const dispute = await need(till, 'dispute', id)
  if (isClosed(dispute)) await keep(till, dispute, { due: null })
  else await close(till, dispute, dispute.status === 'under_review' ? 'won' : 'lost')
}

async function close(till: Till, before: Stripe.Dispute, status: 'won' | 'lost'): Promise<Stripe.Dispute> {
  const back =
    status === 'won'
      ? [
          await writeBalance(till, {
            type: 'adjustment',
            category: 'dispute_reversal',
            source: before.id,
            amount: before.amount,
            currency: before.currency,
            fee: 0,
            description: `Chargeback reversal for ${idOf(before.charge)}`,
          }),
        ]
      : []
  const closed = {
    ...before,
    status,
    balance_transactions: [...before.balance_transactions, ...back],
  }
  await keep(till, closed, { due: null })
  if (status === 'won') await tell(till, 'charge.dispute.funds_reinstated', closed)
  await tell(till, 'charge.dispute.closed', closed)
  return closed
}

function blankDispute(
  till: Till,
  id: string,
  charge: Stripe.Charge,
  balance: Stripe.BalanceTransaction,
): Stripe.Dispute {
  return {
    id,
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [balance],
    charge: charge.id,
    created: till.at,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {
      access_activity_log: null,
      appeal: null,
      billing_address: null,
      cancellation_policy: null,
      cancellation_policy_disclosure: null,
      cancellation_rebuttal: null,
      customer_communication: null,
      customer_email_address: charge.billing_details.email,
      customer_name: charge.billing_details.name,
      customer_purchase_ip: null,
      customer_signature: null,
      duplicate_charge_documentation: null,
      duplicate_charge_explanation: null,
      duplicate_charge_id: null,
      enhanced_evidence: {},
      product_description: null,
      receipt: null,
      refund_policy: null,
      refund_policy_disclosure: null,
      refund_refusal_explanation: null,
      service_date: null,
      service_documentation: null,
      shipping_address: null,
      shipping_carrier: null,
      shipping_date: null,
      shipping_documentation: null,
      shipping_tracking_number: null,
      uncategorized_file: null,
      uncategorized_text: null,
    },
    evidence_details: {
      due_by: till.at + evidenceDays * day,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: {
        brand: charge.payment_method_details?.card?.brand ?? 'visa',
        case_type: 'chargeback',
        network: charge.payment_method_details?.card?.network ?? 'visa',
        network_reason_code: '10.4',
      },
    },
    reason: 'fraudulent',
    status: 'needs_response',
  }
}
