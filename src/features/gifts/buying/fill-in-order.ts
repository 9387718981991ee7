import type Stripe from 'stripe'
import type { Transaction } from '../../../platform/database/database.ts'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { hashOf } from '../../../platform/sign-in/secret-token.ts'
import type { Attribution } from '../../ledger/ledger.ts'
import type { GiftChange } from '../change-gift.ts'
import type { GiftOrder } from '../gift.ts'
import { insertOrder, lockOrder, setGifts, updateOrder } from '../gift-queries.ts'
import { newSalt } from '../gift-tokens.ts'

export interface FilledIn {
  /** The form's: sent twice, it is one order. */
  number: string
  browser: string
  readerId: number | null
  buyerName: string
  buyerEmail: string
  language: string
  tierId: number
  months: number
  currency: string
  eachMinor: number
  attribution: Attribution
  gifts: readonly GiftChange[]
}

/**
 * Keeps what was filled in, to be looked at and paid for; sent again with the same number, it takes the place of what was
 * there. A page of the processor that was opened for it is closed first, so that nothing else can be paid than what is
 * shown. 'paid' where it has been paid for meanwhile: nothing is changed then. Throws ExpectedError (409) for a number
 * that another browser has used.
 */
export function fillInOrder(house: House, filledIn: FilledIn): Promise<'kept' | 'paid'> {
  return house.payments.inTurn(() =>
    house.db.transaction().execute(async tx => {
      const browserHash = hashOf(filledIn.browser)
      await insertOrder(tx, {
        ...columnsOf(filledIn),
        number: filledIn.number,
        browser_hash: browserHash,
        salt: newSalt(),
        created_at: house.payments.now(),
      })
      const order = (await lockOrder(tx, { number: filledIn.number }))!
      if (!order.browserHash.equals(browserHash))
        throw new ExpectedError(
          'stale-form',
          409,
          'This form has been sent already. Please open the page anew.',
        )
      if (order.paidAt || (await isPaidNow(tx, house, order))) return 'paid'
      await updateOrder(tx, order.id, { ...columnsOf(filledIn), session: null, address: null })
      await setGifts(
        tx,
        order.id,
        filledIn.gifts.map(gift => ({ ...gift, salt: newSalt() })),
      )
      return 'kept'
    }),
  )
}

/** Closes the processor's page of an order. Returns whether it had been paid there. */
async function isPaidNow(tx: Transaction, house: House, order: GiftOrder): Promise<boolean> {
  if (!order.session) return false
  const stripe = await house.payments.stripe()
  if (await isComplete(stripe, order.session)) return true
  await updateOrder(tx, order.id, { session: null, address: null })
  return false
}

async function isComplete(stripe: Stripe, session: string): Promise<boolean> {
  const { status } = await stripe.checkout.sessions.retrieve(session)
  if (status !== 'open') return status === 'complete'
  try {
    await stripe.checkout.sessions.expire(session)
    return false
  } catch (error) {
    const after = await stripe.checkout.sessions.retrieve(session)
    if (after.status === 'open') throw error
    return after.status === 'complete'
  }
}

function columnsOf(filledIn: FilledIn) {
  const { campaignId, appealId, wordingId } = filledIn.attribution
  return {
    reader_id: filledIn.readerId,
    buyer_name: filledIn.buyerName,
    buyer_email: filledIn.buyerEmail,
    language: filledIn.language,
    tier_id: filledIn.tierId,
    months: filledIn.months,
    currency: filledIn.currency,
    each_minor: filledIn.eachMinor,
    campaign_id: campaignId,
    appeal_id: appealId,
    wording_id: wordingId,
  }
}
