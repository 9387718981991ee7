import type Stripe from 'stripe'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { hashOf } from '../../../platform/sign-in/secret-token.ts'
import { processorKey, writeMetadata } from '../../members/member.ts'
import { findReader } from '../../readers/reader.ts'
import type { GiftOrder } from '../gift.ts'
import { countTriesSince, listGiftsOf, lockOrder, updateOrder } from '../gift-queries.ts'

/** A few tries are honest; who needs more than these in an hour is trying out cards. */
const mostInAnHour = 12

/**
 * Leads on to the processor's page of an order: the one that was opened before while it can still be paid, else a new
 * one. 'paid' where it has been. Throws ExpectedError: 404 for an order that is not this browser's, 429 for a browser
 * that begins too many; Unavailable where joining is closed.
 */
export async function payOrder(
  house: House,
  { number, browser, title }: { number: string; browser: string; title: string },
): Promise<{ address: string } | 'paid'> {
  const stripe = await house.payments.stripe()
  const browserHash = hashOf(browser)
  const since = new Date(house.payments.now().getTime() - 3_600_000)
  if ((await countTriesSince(house.db, { browserHash, since })) >= mostInAnHour)
    throw new ExpectedError('too-many', 429, 'Too many payments were begun here. Please wait an hour.')
  return house.payments.inTurn(() =>
    house.db.transaction().execute(async tx => {
      const order = await lockOrder(tx, { number })
      if (!order?.browserHash.equals(browserHash))
        throw new ExpectedError('not-found', 404, 'There is no such order.')
      if (order.paidAt) return 'paid'
      const before = order.session ? await stripe.checkout.sessions.retrieve(order.session) : null
      if (before?.status === 'complete') return 'paid'
      if (before?.status === 'open' && before.url) return { address: before.url }
      const gifts = await listGiftsOf(tx, order.id)
      const tries = order.tries + 1
      const reader = order.readerId === null ? null : await findReader(tx, order.readerId)
      const session = await stripe.checkout.sessions.create(
        sessionOf(house, {
          order,
          quantity: gifts.length,
          firstGift: gifts[0]!.id,
          title,
          customer: reader?.customer ?? null,
        }),
        { idempotencyKey: processorKey(house, `gift order ${order.number} ${tries} ${order.id}`) },
      )
      await updateOrder(tx, order.id, { session: session.id, address: session.url, tries })
      return { address: session.url! }
    }),
  )
}

/** The payment names the first gift of the order: whatever is heard of it leads there. */
function sessionOf(
  house: Pick<House, 'config'>,
  about: { order: GiftOrder; quantity: number; firstGift: number; title: string; customer: string | null },
): Stripe.Checkout.SessionCreateParams {
  const { order, quantity, firstGift, title, customer } = about
  const metadata = writeMetadata({
    purpose: 'gift',
    language: order.language,
    giftId: firstGift,
    readerId: order.readerId ?? undefined,
    attribution: order.attribution,
  })
  const { siteUrl } = house.config
  return {
    mode: 'payment',
    line_items: [
      {
        price_data: {
          currency: order.currency,
          product_data: { name: title },
          unit_amount: order.eachMinor,
        },
        quantity,
      },
    ],
    success_url: `${siteUrl}/gift/thanks?order=${order.number}`,
    cancel_url: `${siteUrl}/gift/check?order=${order.number}&done=cancelled`,
    locale: localeOf(order.language),
    metadata,
    payment_intent_data: { metadata, description: title },
    ...(customer
      ? { customer }
      : { customer_email: order.buyerEmail!, customer_creation: 'always' as const }),
  }
}

/** Of our languages those that the processor's page speaks; it finds out the browser's for the others. */
function localeOf(language: string): Stripe.Checkout.SessionCreateParams.Locale {
  const primary = language.slice(0, 2)
  return (['en', 'de', 'es', 'fr'] as const).find(known => known === primary) ?? 'auto'
}
