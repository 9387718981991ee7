import type Stripe from 'stripe'
import { BadInput, Conflict, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { applyObject, type ProcessorEffects } from '../../ledger/ledger.ts'
import { writeMetadata } from '../checkout-metadata.ts'
import { feeToCover } from '../covering-fees.ts'
import { isInForce, type Membership, type Period } from '../membership.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { mirrorPrice, processorKey } from '../mirror-price.ts'
import { readSupportSettings } from '../support-settings.ts'
import { isOffered, priceOf } from '../tier.ts'
import { findTier } from '../tier-queries.ts'

/** What every change of one's own membership needs: the house, and what follows from the processor's objects. */
export interface ChangeDoors {
  house: House
  effects: ProcessorEffects
}

/** A membership that is paid through the processor. */
export type PaidMembership = Membership & { subscription: string }

/** The membership a reader's account is about: the one that runs, best the one that is paid; null where none does. */
export async function currentMembership(
  { db, payments }: Pick<House, 'db' | 'payments'>,
  readerId: number,
): Promise<Membership | null> {
  const open = (await listMembershipsOf(db, readerId)).filter(({ state }) => state !== 'ended')
  const now = payments.now()
  return (
    open.find(membership => membership.subscription !== null) ??
    open.find(membership => isInForce(membership, now)) ??
    null
  )
}

/** The reader's paid membership. Throws NotFound where there is none. */
export async function paidMembership(
  house: Pick<House, 'db' | 'payments'>,
  readerId: number,
): Promise<PaidMembership> {
  const found = await currentMembership(house, readerId)
  if (!found?.subscription) throw new NotFound()
  return { ...found, subscription: found.subscription }
}

/**
 * Changes what is paid: another tier, another period, the fee added or left out. Within a period the new amount is taken
 * from the next payment on; another period begins at once, less what is left of the one that is paid for. Throws
 * BadInput for what is not offered, Conflict where the membership is about to end, paused or not paid for.
 */
export async function changePrice(
  { house, effects }: ChangeDoors,
  {
    readerId,
    tierId,
    period,
    coversFee,
  }: { readerId: number; tierId: number; period: Period; coversFee: boolean },
): Promise<void> {
  const membership = await paidMembership(house, readerId)
  if (!canChange(membership)) throw new Conflict('This membership cannot be changed at the moment.')
  const [tier, settings] = await Promise.all([findTier(house.db, tierId), readSupportSettings(house.db)])
  const price = tier && isOffered(tier) && priceOf(tier, period, membership.currency ?? '')
  if (!price) throw new BadInput({ field: 'choice', sentence: 'This tier is not offered so.' })
  const stripe = await house.payments.stripe()
  const subscription = await stripe.subscriptions.retrieve(membership.subscription)
  const item = subscription.items.data[0]
  if (!item) throw new NotFound()
  const fee = { percent: settings.fees.percent, fixedMinor: settings.fees.fixed[price.currency] ?? 0 }
  const feeMinor = coversFee && settings.fees.offered ? feeToCover(price.amountMinor, fee) : 0
  const mirror = await mirrorPrice(house, price)
  const samePeriod = period === membership.period
  await stripe.subscriptions.update(membership.subscription, {
    items: [
      feeMinor === 0
        ? { id: item.id, price: mirror.price }
        : {
            id: item.id,
            price_data: {
              currency: price.currency,
              product: mirror.product,
              recurring: { interval: period },
              unit_amount: price.amountMinor + feeMinor,
            },
          },
    ],
    proration_behavior: samePeriod ? 'none' : 'always_invoice',
    metadata: {
      ...writeMetadata({
        purpose: 'membership',
        language: subscription.metadata.language ?? 'en',
        tierId,
        feeMinor,
        attribution: membership.attribution,
      }),
      // What is left out of metadata stays at the processor; an empty value takes it away.
      ...(feeMinor === 0 ? { fee_minor: '0' } : {}),
    },
  })
  await converge({ house, effects }, subscription)
}

export function canChange({ state, cancelsAtEnd }: Membership): boolean {
  return !cancelsAtEnd && (state === 'active' || state === 'trial')
}

/** Takes nothing for some months; the membership goes on by itself afterwards. */
export async function pauseMembership(
  { house, effects }: ChangeDoors,
  { readerId, months }: { readerId: number; months: number },
): Promise<void> {
  const membership = await paidMembership(house, readerId)
  const { pauseMonths } = await readSupportSettings(house.db)
  if (months < 1 || months > pauseMonths)
    throw new BadInput({ field: 'months', sentence: 'A pause cannot be this long.' })
  if (!canChange(membership)) throw new Conflict('This membership cannot be paused at the moment.')
  const resumes = new Date(house.payments.now())
  resumes.setUTCMonth(resumes.getUTCMonth() + months)
  const stripe = await house.payments.stripe()
  const changed = await stripe.subscriptions.update(membership.subscription, {
    pause_collection: { behavior: 'void', resumes_at: Math.floor(resumes.getTime() / 1000) },
  })
  await converge({ house, effects }, changed)
}

export async function resumeMembership(doors: ChangeDoors, readerId: number): Promise<void> {
  const membership = await paidMembership(doors.house, readerId)
  const stripe = await doors.house.payments.stripe()
  const changed = await stripe.subscriptions.update(membership.subscription, { pause_collection: '' })
  await converge(doors, changed)
}

/** Cancels at the end of what is paid for; why is kept beside it, in the reader's words if they gave any. */
export async function cancelMembership(
  doors: ChangeDoors,
  { readerId, why }: { readerId: number; why: string },
): Promise<void> {
  const membership = await paidMembership(doors.house, readerId)
  const stripe = await doors.house.payments.stripe()
  const changed = await stripe.subscriptions.update(membership.subscription, {
    cancel_at_period_end: true,
    cancellation_details: { comment: why },
  })
  await converge(doors, changed)
}

export async function undoCancel(doors: ChangeDoors, readerId: number): Promise<void> {
  const membership = await paidMembership(doors.house, readerId)
  const stripe = await doors.house.payments.stripe()
  const changed = await stripe.subscriptions.update(membership.subscription, {
    cancel_at_period_end: false,
    cancellation_details: { comment: '' },
  })
  await converge(doors, changed)
}

/** Whether the keep-offer can still be made: it is set, the membership is paid, and nobody took it before. */
export async function hasKeepOffer({ db }: Pick<House, 'db'>, membership: Membership): Promise<boolean> {
  const { keepOffer } = await readSupportSettings(db)
  if (keepOffer.percent === 0 || !membership.subscription || !canChange(membership)) return false
  const taken = await db
    .selectFrom('keep_offers')
    .select('membership_id')
    .where('membership_id', '=', membership.id)
    .executeTakeFirst()
  return taken === undefined
}

/** Takes the keep-offer, once. Throws Conflict where it was taken, or is none. */
export async function takeKeepOffer(doors: ChangeDoors, readerId: number): Promise<void> {
  const { house } = doors
  const membership = await paidMembership(house, readerId)
  if (!(await hasKeepOffer(house, membership))) throw new Conflict('There is no such offer any more.')
  const { keepOffer } = await readSupportSettings(house.db)
  const stripe = await house.payments.stripe()
  const { percent, months } = keepOffer
  const coupon = await stripe.coupons.create(
    { percent_off: percent, duration: 'repeating', duration_in_months: months, name: `-${percent}%` },
    { idempotencyKey: processorKey(house, `keep ${membership.id} ${percent} ${months}`) },
  )
  // The processor first: a click twice finds the same coupon, and a subscription has it once.
  const changed = await stripe.subscriptions.update(membership.subscription, {
    discounts: [{ coupon: coupon.id }],
  })
  await house.db
    .insertInto('keep_offers')
    .values({ membership_id: membership.id, taken_at: house.payments.now() })
    .onConflict(conflict => conflict.column('membership_id').doNothing())
    .execute()
  await converge(doors, changed)
}

/** Begins a change of card: the address of the processor's page. */
export async function beginCardChange(house: House, readerId: number): Promise<string> {
  const membership = await paidMembership(house, readerId)
  const stripe = await house.payments.stripe()
  const subscription = await stripe.subscriptions.retrieve(membership.subscription)
  const { siteUrl } = house.config
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    currency: subscription.currency,
    customer: customerOf(subscription),
    success_url: `${siteUrl}/account/membership/card/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${siteUrl}/account/membership/card?done=cardNot`,
    setup_intent_data: { metadata: { membership: String(membership.id) } },
    metadata: { membership: String(membership.id) },
  })
  if (!session.url) throw new Error('A session for a card has no page.')
  return session.url
}

/**
 * Puts the card of a finished session in place, and pays with it what is due. Safe to repeat. Returns whether there was
 * a card; throws NotFound for a session that is not this reader's.
 */
export async function finishCardChange(
  doors: ChangeDoors,
  { readerId, sessionId }: { readerId: number; sessionId: string },
): Promise<boolean> {
  const membership = await paidMembership(doors.house, readerId)
  const stripe = await doors.house.payments.stripe()
  const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: ['setup_intent'] })
  if (session.metadata?.membership !== String(membership.id)) throw new NotFound()
  const intent = typeof session.setup_intent === 'object' ? session.setup_intent : null
  const method =
    typeof intent?.payment_method === 'string' ? intent.payment_method : intent?.payment_method?.id
  if (session.status !== 'complete' || !method) return false
  const changed = await stripe.subscriptions.update(membership.subscription, {
    default_payment_method: method,
    expand: ['latest_invoice'],
  })
  await stripe.customers.update(customerOf(changed), {
    invoice_settings: { default_payment_method: method },
  })
  const invoice = typeof changed.latest_invoice === 'object' ? changed.latest_invoice : null
  if (invoice?.status === 'open' && invoice.id)
    // A card that is refused says so in the state that follows; the retries go on with it.
    await stripe.invoices.pay(invoice.id).catch((error: { type?: string }) => {
      if (error.type !== 'StripeCardError') throw error
    })
  await converge(doors, changed)
  return true
}

/** Our own state follows at once; the processor's event comes to the same. */
async function converge({ house, effects }: ChangeDoors, subscription: Stripe.Subscription): Promise<void> {
  await applyObject(house, effects, {
    hint: { kind: 'subscription', id: subscription.id, source: 'return' },
    object: { object: 'subscription', id: subscription.id, customer: customerOf(subscription) },
  })
}

function customerOf({ customer }: Stripe.Subscription): string {
  return typeof customer === 'string' ? customer : customer.id
}
