import type Stripe from 'stripe'
import type { House } from '../../../platform/house.ts'
import type { FailedBecause } from './member-letters-messages.ts'

/**
 * Why the last try of a subscription's payment failed, as far as a reader is told: never that there was no money, or
 * that a card is reported stolen (docs.stripe.com/declines/codes says what not to tell).
 */
export async function failedBecause(
  { payments }: Pick<House, 'payments'>,
  subscription: Stripe.Subscription,
): Promise<FailedBecause> {
  const { latest_invoice: latest } = subscription
  const invoice = typeof latest === 'string' ? latest : latest?.id
  if (!invoice) return 'refused'
  const client = await payments.stripe()
  const { data } = await client.invoicePayments.list({ invoice, limit: 1 })
  const found = data[0]?.payment.payment_intent
  if (!found) return 'refused'
  const intent = await client.paymentIntents.retrieve(typeof found === 'string' ? found : found.id)
  return kindly({ status: intent.status, error: intent.last_payment_error })
}

export function kindly({
  status,
  error,
}: {
  status: string
  error: { code?: string; decline_code?: string } | null
}): FailedBecause {
  const codes = [error?.code, error?.decline_code]
  if (codes.includes('expired_card')) return 'expired'
  if (status === 'requires_action' || codes.includes('authentication_required')) return 'confirm'
  return 'refused'
}
