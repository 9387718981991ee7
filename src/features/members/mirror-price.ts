import type Stripe from 'stripe'
import type { House } from '../../platform/house.ts'
import type { Coupon } from './coupon.ts'
import { findProcessorCoupon, setProcessorCoupon } from './coupon-queries.ts'
import type { Price } from './tier.ts'
import { findMirror, setProcessorPrice, setProcessorProduct } from './tier-queries.ts'

type Doors = Pick<House, 'db' | 'payments' | 'secrets'>

/**
 * The processor's product and price for one of ours, made there when first needed. Its idempotency keys are made of our
 * numbers, so two nodes that need it at once make one.
 */
export async function mirrorPrice(house: Doors, price: Price): Promise<{ product: string; price: string }> {
  const known = await findMirror(house.db, price.id)
  if (!known) throw new Error(`There is no price ${price.id}.`)
  if (known.product && known.price) return { product: known.product, price: known.price }
  const stripe = await house.payments.stripe()
  const product = known.product ?? (await makeProduct(house, stripe, { tier: known, id: price.tierId }))
  const made = await stripe.prices.create(
    {
      product,
      currency: price.currency,
      unit_amount: price.amountMinor,
      recurring: { interval: price.period },
      metadata: { masthead_price: String(price.id) },
    },
    { idempotencyKey: processorKey(house, `price ${price.id}`) },
  )
  await setProcessorPrice(house.db, price.id, made.id)
  return { product, price: made.id }
}

/** The processor's coupon for one of ours. */
export async function mirrorCoupon(house: Doors, coupon: Coupon): Promise<string> {
  const known = await findProcessorCoupon(house.db, coupon.id)
  if (known) return known
  const stripe = await house.payments.stripe()
  const { percent, amountMinor, currency, duration, months, endsAt, mostUses } = coupon
  const made = await stripe.coupons.create(
    {
      name: coupon.code,
      ...(percent !== null ? { percent_off: percent } : { amount_off: amountMinor!, currency: currency! }),
      duration: duration === 'months' ? 'repeating' : duration === 'always' ? 'forever' : 'once',
      ...(duration === 'months' ? { duration_in_months: months! } : {}),
      ...(endsAt ? { redeem_by: Math.floor(endsAt.getTime() / 1000) } : {}),
      ...(mostUses ? { max_redemptions: mostUses } : {}),
      metadata: { masthead_coupon: String(coupon.id) },
    },
    { idempotencyKey: processorKey(house, `coupon ${coupon.id}`) },
  )
  await setProcessorCoupon(house.db, coupon.id, made.id)
  return made.id
}

async function makeProduct(
  house: Doors,
  stripe: Stripe,
  { tier, id }: { tier: { tier: string; slug: string }; id: number },
): Promise<string> {
  const made = await stripe.products.create(
    { name: tier.tier, metadata: { masthead_tier: String(id) } },
    { idempotencyKey: processorKey(house, `product ${id} ${tier.slug}`) },
  )
  await setProcessorProduct(house.db, id, made.id)
  return made.id
}

/** An idempotency key: the same on every node of this publication, and another for each other one at the same processor. */
export function processorKey(house: Pick<House, 'secrets'>, what: string): string {
  return `${house.secrets.keyFor('processor').slice(0, 12)} ${what}`
}
