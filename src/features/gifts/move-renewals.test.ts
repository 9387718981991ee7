import { expect, test } from 'vitest'
import { aTier, boughtGifts, giftFor, paymentFor, tellPayment } from '../../../test/builders/a-gift.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { doDueWork } from '../../app/due-work.ts'
import { processorEffects } from '../../app/processor-effects.ts'
import { applyObject, countMembers, nowhere } from '../ledger/ledger.ts'
import { writeMetadata } from '../members/checkout-metadata.ts'
import { findMembership, listMembershipsOf } from '../members/member.ts'
import { mirrorPrice } from '../members/mirror-price.ts'
import { readTiers } from '../members/tier-queries.ts'
import { findReaderByEmail } from '../readers/reader.ts'
import { claimGift } from './claim-gift.ts'
import { addMonths, type Gift } from './gift.ts'
import { findGift } from './gift-queries.ts'
import { moveRenewal } from './move-renewals.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const tierId = await aTier(house)

/** Somebody who pays each month; the subscription's number. */
async function aPayingMember(email: string): Promise<string> {
  const stripe = await house.payments.stripe()
  const tier = (await readTiers(house)).find(({ id }) => id === tierId)!
  const { price } = await mirrorPrice(house, tier.prices.find(({ period }) => period === 'month')!)
  const customer = await stripe.customers.create({ email, payment_method: 'pm_card_visa' })
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price }],
    default_payment_method: method.id,
    metadata: writeMetadata({ purpose: 'membership', language: 'en', tierId, attribution: nowhere }),
  })
  await applyObject(house, processorEffects, {
    hint: { kind: 'subscription', id: subscription.id, source: 'test' },
    object: { id: subscription.id, customer: customer.id },
  })
  return subscription.id
}

async function claimed(email: string, months = 3): Promise<Gift> {
  const [gift] = await boughtGifts(house, { tierId, months, gifts: [giftFor({ recipientEmail: email })] })
  const outcome = await claimGift(house, gift!, { email, name: '' })
  expect(outcome).toMatchObject({ is: 'claimed', given: { gives: 'renewal' } })
  return (await findGift(house.db, gift!.id))!
}

async function endOf(subscription: string): Promise<Date> {
  const stripe = await house.payments.stripe()
  const found = await stripe.subscriptions.retrieve(subscription)
  return new Date(found.items.data[0]!.current_period_end * 1000)
}

test('a paying member’s next payment is put off by the gift, once, and nobody counts twice', async () => {
  const email = 'pays@reader.example'
  const subscription = await aPayingMember(email)
  const before = await endOf(subscription)
  const members = await countMembers(house.db, house.payments.now())
  const gift = await claimed(email)
  await Promise.all([moveRenewal(house, processorEffects, gift.id), doDueWork(house)])
  await moveRenewal(house, processorEffects, gift.id)
  expect(await endOf(subscription)).toEqual(addMonths(before, 3))
  expect((await findMembership(house.db, gift.membershipId!))?.paidUntil).toEqual(addMonths(before, 3))
  expect(await countMembers(house.db, house.payments.now())).toBe(members)
  const reader = await findReaderByEmail(house.db, email)
  expect(await listMembershipsOf(house.db, reader!.id)).toHaveLength(1)

  // Nothing is taken in between, and the membership stays in force.
  const payments = () =>
    house.db
      .selectFrom('ledger_lines')
      .select('id')
      .where('kind', '=', 'membership-payment')
      .where('reader_id', '=', reader!.id)
      .execute()
  const paid = (await payments()).length
  clock.set(addMonths(before, 2))
  await doDueWork(house)
  expect(await payments()).toHaveLength(paid)
  expect(await countMembers(house.db, house.payments.now())).toBe(members)
  clock.set('2026-11-22T09:00:00Z')
})

test('a gift that was refunded gives the payment back its day, with some days in between', async () => {
  const email = 'pays-too@reader.example'
  const subscription = await aPayingMember(email)
  const before = await endOf(subscription)
  const gift = await claimed(email)
  await moveRenewal(house, processorEffects, gift.id)
  const refunds = [{ amountMinor: 10_000, giftId: gift.id }]
  await tellPayment(house, paymentFor(house, [gift], { refunds }))
  await doDueWork(house)
  await doDueWork(house)
  expect(await endOf(subscription)).toEqual(before)
  expect(await findGift(house.db, gift.id)).toMatchObject({ undoneBecause: 'refunded' })
})

test('where the subscription ended before it could be put off, the time is a membership of its own', async () => {
  const email = 'left@reader.example'
  const subscription = await aPayingMember(email)
  const gift = await claimed(email)
  const stripe = await house.payments.stripe()
  await stripe.subscriptions.cancel(subscription)
  await doDueWork(house)
  const after = (await findGift(house.db, gift.id))!
  expect(after.gives).toBe('own')
  expect(await findMembership(house.db, after.membershipId!)).toMatchObject({
    source: 'gift',
    state: 'active',
  })
})
