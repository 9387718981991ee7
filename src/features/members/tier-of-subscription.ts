import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'

/** The tier whose price a subscription pays, or whose product that price is of; null for what is none of ours. */
export async function tierOfSubscription(
  tx: Transaction,
  subscription: Stripe.Subscription,
): Promise<number | null> {
  const price = subscription.items.data[0]?.price
  if (!price) return null
  const product = typeof price.product === 'string' ? price.product : price.product.id
  const found = await tx
    .selectFrom('tiers')
    .leftJoin('prices', 'prices.tier_id', 'tiers.id')
    .select('tiers.id')
    .where(({ or, eb }) =>
      or([eb('prices.processor_price', '=', price.id), eb('processor_product', '=', product)]),
    )
    .orderBy('tiers.id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
