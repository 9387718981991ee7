import type Stripe from 'stripe'
import { objectsWith } from '../object-queries.ts'
import { tell } from '../tell-event.ts'
import { keep, type Till } from '../till.ts'

/** Ends a subscription for good. What is open of it is asked for no more by itself. */
export async function endSubscription(
  till: Till,
  before: Stripe.Subscription,
  why: {
    reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed'
    comment?: string | null
    feedback?: string | null
  },
): Promise<Stripe.Subscription> {
  const { reason, comment = before.cancellation_details?.comment ?? null } = why
  const ended: Stripe.Subscription = {
    ...before,
    cancel_at: before.cancel_at,
    canceled_at: before.canceled_at ?? till.at,
    cancellation_details: {
      comment,
      feedback: why.feedback ?? before.cancellation_details?.feedback ?? null,
      feedback_option: null,
      reason,
    },
    ended_at: till.at,
    status: before.status === 'incomplete' && reason === 'payment_failed' ? 'incomplete_expired' : 'canceled',
  }
  await keep(till, ended, { due: null })
  await tell(
    till,
    ended.status === 'canceled' ? 'customer.subscription.deleted' : 'customer.subscription.updated',
    ended,
    ended.status === 'canceled' ? null : before,
  )
  await letInvoicesRest(till, ended)
  return ended
}

async function letInvoicesRest(till: Till, { id, status }: Stripe.Subscription): Promise<void> {
  const about = { parent: { subscription_details: { subscription: id } } }
  for (const state of ['draft', 'open'] as const) {
    for (const invoice of await objectsWith(till.tx, 'invoice', { ...about, status: state })) {
      const resting = {
        ...invoice,
        auto_advance: false,
        next_payment_attempt: null,
        automatically_finalizes_at: null,
      }
      const voided = status === 'incomplete_expired' && state === 'open'
      const now = voided
        ? {
            ...resting,
            status: 'void' as const,
            status_transitions: { ...invoice.status_transitions, voided_at: till.at },
          }
        : resting
      await keep(till, now, { due: null })
      await tell(till, voided ? 'invoice.voided' : 'invoice.updated', now, voided ? null : invoice)
    }
  }
}
