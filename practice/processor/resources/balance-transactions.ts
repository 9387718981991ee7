import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { currency, paging, parameters, range, text } from '../parameters.ts'
import { keep, need, type Till } from '../till.ts'

const listing = parameters({
  ...paging,
  created: range.optional(),
  currency: currency.optional(),
  source: text.optional(),
  type: text.optional(),
})

export const balanceTransactionCalls = [
  call(
    'GET',
    '/v1/balance_transactions',
    listing,
    (till, { created, currency: money, source, type, ...pages }) =>
      listObjects(till, 'balance_transaction', {
        url: '/v1/balance_transactions',
        paging: pages,
        where: { currency: money, source, type },
        created,
      }),
  ),
  call('GET', '/v1/balance_transactions/:id', parameters({}), (till, _, id) =>
    need(till, 'balance_transaction', id),
  ),
]

/** Money that cannot be divided, and money that is divided in a thousand (docs.stripe.com/currencies). */
const whole = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ')
const thousandths = 'bhd jod kwd omr tnd'.split(' ')

/** What 30 hundredths are, or how much there is of any other amount in hundredths. */
export function inMinor(hundredths: number, money: string): number {
  if (whole.includes(money)) return Math.round(hundredths / 100)
  return thousandths.includes(money) ? hundredths * 10 : hundredths
}

/** What practice takes from a payment: 2.9 % and 0.30, Stripe's published fee for cards in the USA. */
export function feeOf(amount: number, money: string): number {
  return Math.min(amount, Math.round(amount * 0.029) + inMinor(30, money))
}

/** Writes what a payment, a refund or a dispute did to the balance. Amounts are negative where money goes. */
export async function writeBalance(
  till: Till,
  of: {
    type: 'charge' | 'refund' | 'adjustment'
    source: string
    amount: number
    currency: string
    fee: number
    description: string | null
    category?: string
  },
): Promise<Stripe.BalanceTransaction> {
  const { type, source, amount, currency: money, fee, description, category } = of
  return keep<Stripe.BalanceTransaction>(till, {
    id: newId('balance_transaction'),
    object: 'balance_transaction',
    amount,
    available_on: till.at + 2 * 86_400,
    balance_type: 'payments',
    created: till.at,
    currency: money,
    description,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency: money,
            description: type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: category ?? type,
    source,
    status: 'pending',
    type,
  })
}
