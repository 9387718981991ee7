import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import type { Transaction } from '../../../platform/database/database.ts'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { hashOf } from '../../../platform/sign-in/secret-token.ts'
import type { Attribution } from '../../ledger/ledger.ts'
import { findReader } from '../../readers/reader.ts'
import { writeMetadata } from '../checkout-metadata.ts'
import type { Coupon } from '../coupon.ts'
import { feeToCover } from '../covering-fees.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { mirrorCoupon, mirrorPrice, processorKey } from '../mirror-price.ts'
import { readSupportSettings } from '../support-settings.ts'
import {
  type BegunCheckout,
  countCheckoutsSince,
  endCheckout,
  listOpenCheckouts,
  lockCheckout,
  setCheckout,
} from './checkout-queries.ts'
import type { Choice } from './join-choice.ts'

/** A few tries are honest; who needs more than these in an hour is trying out cards. */
const mostInAnHour = 12

export interface Beginning {
  /** The form's number: sent twice, it leads to the same page of the processor. */
  number: string
  browser: string
  readerId: number | null
  choice: Choice
  coversFee: boolean
  coupon: Coupon | null
  attribution: Attribution
  /** Of the page, for the processor's page and for letters to somebody new. */
  language: string
  /** What the payment is called on the processor's page. */
  title: string
  /** Paths of ours: where it leads after paying (the session's number is put after it), and back. */
  paidPath: string
  backPath: string
}

/** Where to go on: the processor's page, one of ours that tells what came of it, or nowhere: there is a membership. */
export type Begun = { address: string } | { paid: string } | 'member'

/**
 * Begins a checkout at the processor, or goes on with the one that was begun with the same form. Whatever else this
 * browser or reader began and did not pay is ended first, so that no two of them can be paid. Throws ExpectedError (429)
 * for a browser that begins too many, Unavailable where joining is closed.
 */
export async function beginCheckout(house: House, beginning: Beginning): Promise<Begun> {
  const stripe = await house.payments.stripe()
  const { browser, readerId, choice } = beginning
  const browserHash = hashOf(browser)
  const since = new Date(house.clock.now().getTime() - 3_600_000)
  if ((await countCheckoutsSince(house.db, { browserHash, since })) >= mostInAnHour)
    throw new ExpectedError('too-many', 429, 'Too many payments were begun here. Please wait an hour.')
  if (choice.kind === 'membership' && readerId !== null && (await isPaying(house.db, readerId)))
    return 'member'
  const parts = await partsOf(house, beginning)
  return house.payments.inTurn(() =>
    house.db.transaction().execute(async tx => {
      const row = await lockCheckout(tx, {
        number: beginning.number,
        browserHash,
        readerId,
        choice: parts.choice,
        single: choice.kind === 'single',
        couponId: beginning.coupon?.id ?? null,
        now: house.clock.now(),
      })
      // A number that another browser has used is not this form's: somebody made it up.
      if (!row.browserHash.equals(browserHash))
        throw new ExpectedError(
          'stale-form',
          409,
          'This form has been sent already. Please open the page anew.',
        )
      const same = row.session && sameChoice(row.choice, parts.choice) ? row : null
      const goesOn = same && (await goOn(stripe, same))
      if (goesOn) return goesOn
      const others = await listOpenCheckouts(tx, { browserHash, readerId, but: row.number })
      for (const other of row.session ? [row, ...others] : others) {
        const complete = await expire(tx, house, stripe, other)
        if (complete && !other.single && choice.kind === 'membership') return { paid: other.session! }
      }
      const session = await stripe.checkout.sessions.create(parts.session, {
        idempotencyKey: processorKey(
          house,
          `checkout ${row.number} ${row.session ?? ''} ${digest(parts.choice)}`,
        ),
      })
      await setCheckout(tx, row.number, {
        choice: parts.choice,
        single: choice.kind === 'single',
        couponId: beginning.coupon?.id ?? null,
        session: session.id,
        address: session.url,
      })
      return { address: session.url! }
    }),
  )
}

/** The page of a session that waits to be paid, or ours where it has been; null where it has expired. */
async function goOn(stripe: Stripe, { session }: BegunCheckout): Promise<Begun | null> {
  const found = await stripe.checkout.sessions.retrieve(session!)
  if (found.status === 'complete') return { paid: found.id }
  return found.status === 'open' && found.url ? { address: found.url } : null
}

/** Ends a session that was not paid. Returns whether it had been, so that it could not be ended. */
async function expire(
  tx: Transaction,
  house: House,
  stripe: Stripe,
  { session }: BegunCheckout,
): Promise<boolean> {
  const found = await stripe.checkout.sessions.retrieve(session!)
  const now = house.clock.now()
  if (found.status === 'open')
    try {
      await stripe.checkout.sessions.expire(session!)
    } catch (error) {
      const after = await stripe.checkout.sessions.retrieve(session!)
      if (after.status === 'open') throw error
      await endCheckout(tx, { session: session!, complete: after.status === 'complete', now })
      return after.status === 'complete'
    }
  const complete = found.status === 'complete'
  await endCheckout(tx, { session: session!, complete, now })
  return complete
}

async function isPaying(db: House['db'], readerId: number): Promise<boolean> {
  const memberships = await listMembershipsOf(db, readerId)
  return memberships.some(({ state, subscription }) => state !== 'ended' && subscription !== null)
}

async function partsOf(
  house: House,
  beginning: Beginning,
): Promise<{ choice: Record<string, unknown>; session: Stripe.Checkout.SessionCreateParams }> {
  const { choice, coversFee, coupon, attribution, language, title, readerId, paidPath, backPath } = beginning
  const settings = await readSupportSettings(house.db)
  const fee = {
    percent: settings.fees.percent,
    fixedMinor: settings.fees.fixed[choice.currency] ?? 0,
  }
  const feeMinor = coversFee && settings.fees.offered ? feeToCover(choice.amountMinor, fee) : 0
  const metadata = writeMetadata({
    purpose: choice.kind,
    language,
    tierId: choice.kind === 'membership' ? choice.tier.id : undefined,
    feeMinor,
    readerId: readerId ?? undefined,
    attribution,
  })
  const reader = readerId === null ? null : await findReader(house.db, readerId)
  const { siteUrl } = house.config
  const common: Stripe.Checkout.SessionCreateParams = {
    success_url: `${siteUrl}${paidPath}?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${siteUrl}${backPath}`,
    locale: localeOf(language),
    metadata,
    ...(reader?.customer ? { customer: reader.customer } : reader ? { customer_email: reader.email! } : {}),
  }
  const session: Stripe.Checkout.SessionCreateParams =
    choice.kind === 'single'
      ? {
          ...common,
          mode: 'payment',
          line_items: [
            {
              price_data: {
                currency: choice.currency,
                product_data: { name: title },
                unit_amount: choice.amountMinor + feeMinor,
              },
              quantity: 1,
            },
          ],
          ...(reader?.customer ? {} : { customer_creation: 'always' as const }),
          payment_intent_data: { metadata, description: title },
        }
      : {
          ...common,
          mode: 'subscription',
          line_items: [await membershipItem(house, { choice, feeMinor })],
          ...(coupon ? { discounts: [{ coupon: await mirrorCoupon(house, coupon) }] } : {}),
          subscription_data: {
            metadata,
            ...(choice.tier.trialDays > 0 ? { trial_period_days: choice.tier.trialDays } : {}),
          },
        }
  const remembered = {
    kind: choice.kind,
    tier: choice.kind === 'membership' ? choice.tier.id : null,
    period: choice.kind === 'membership' ? choice.period : null,
    currency: choice.currency,
    amountMinor: choice.amountMinor,
    feeMinor,
    coupon: coupon?.code ?? null,
  }
  return { choice: remembered, session }
}

/** The tier's price; with the fee in it, an amount of its own for the same product. */
async function membershipItem(
  house: House,
  { choice, feeMinor }: { choice: Extract<Choice, { kind: 'membership' }>; feeMinor: number },
): Promise<Stripe.Checkout.SessionCreateParams.LineItem> {
  const { tier, priceId, period, currency, amountMinor } = choice
  const { product, price } = await mirrorPrice(house, {
    id: priceId,
    tierId: tier.id,
    period,
    currency,
    amountMinor,
  })
  if (feeMinor === 0) return { price, quantity: 1 }
  return {
    price_data: { currency, product, recurring: { interval: period }, unit_amount: amountMinor + feeMinor },
    quantity: 1,
  }
}

function sameChoice(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return digest(a) === digest(b)
}

function digest(choice: Record<string, unknown>): string {
  const sorted = Object.entries(choice).sort(([a], [b]) => a.localeCompare(b))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 16)
}

/** Of our languages those that the processor's page speaks; it finds out the browser's for the others. */
function localeOf(language: string): Stripe.Checkout.SessionCreateParams.Locale {
  const primary = language.slice(0, 2)
  return (['en', 'de', 'es', 'fr'] as const).find(known => known === primary) ?? 'auto'
}
