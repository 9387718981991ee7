import type Stripe from 'stripe'
import { beforeAll, expect, test } from 'vitest'
import { aTier } from '../../../../test/builders/a-tier.ts'
import { readLettersTo } from '../../../../test/builders/practice-letters.ts'
import { aReader, signedInReader } from '../../../../test/builders/readers.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../../test/builders/visitor.ts'
import { doDueWork } from '../../../app/due-work.ts'
import { processorEffects } from '../../../app/processor-effects.ts'
import { applyObject, nowhere } from '../../ledger/ledger.ts'
import { writeMetadata } from '../checkout-metadata.ts'
import { isInForce } from '../membership.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { mirrorPrice } from '../mirror-price.ts'
import { findTier } from '../tier-queries.ts'

const clock = testClock('2026-01-10T09:00:00Z')
const testing = await testHouse({ clock })
const { house } = testing
const seats = '/account/membership/seats'
let url: string
let stripe: Stripe
let holder: Visitor
let subscription: string

beforeAll(async () => {
  url = await testing.serve()
  stripe = await house.payments.stripe()
  const tierId = await aTier(house, { name: 'Household', seats: 3 })
  const price = (await findTier(house.db, tierId))!.prices.find(({ period }) => period === 'month')!
  const customer = await stripe.customers.create({ email: 'holder@example.org', name: 'Maeve' })
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const made = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: (await mirrorPrice(house, price)).price }],
    default_payment_method: method.id,
    metadata: writeMetadata({ purpose: 'membership', language: 'en', tierId, attribution: nowhere }),
  })
  subscription = made.id
  await apply()
  const row = await house.db
    .selectFrom('memberships')
    .select('reader_id')
    .where('subscription', '=', subscription)
    .executeTakeFirstOrThrow()
  const { session } = await signedInReader(house, row.reader_id)
  holder = visitor(url)
  holder.cookies.set(session.name, session.value)
})

async function apply(): Promise<void> {
  const found = await stripe.subscriptions.retrieve(subscription)
  await applyObject(house, processorEffects, {
    hint: { kind: 'subscription', id: subscription, source: 'test' },
    object: found as unknown as Record<string, unknown>,
  })
}

async function invite(email: string) {
  await holder.get(seats)
  return holder.post(seats, { email })
}

async function linkFor(email: string): Promise<string> {
  const [letter] = await readLettersTo(house, email)
  return /https?:\/\/[^/\s]+(\/join\/seat\?\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

async function seatOf(email: string) {
  const row = await house.db
    .selectFrom('readers')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return (await listMembershipsOf(house.db, row.id))[0]!
}

test('a seat is offered by letter and taken by its button, once; opening the link takes nothing', async () => {
  expect((await holder.get('/account')).text).toContain('Invite people')
  expect((await invite('guest@example.org')).location).toContain('invited=guest%40example.org')
  const link = await linkFor('guest@example.org')
  const guest = visitor(url)
  expect((await guest.get(link)).text).toContain('Maeve shares a membership')
  expect((await guest.get(link)).text).toContain('It is for guest@example.org.')
  const token = new URL(link, url).searchParams.get('token')!
  expect((await guest.post('/join/seat', { token })).location).toBe('/account?done=accepted#membership')
  expect((await guest.get('/account?done=accepted')).text).toContain('The seat is yours. Welcome.')
  expect(await seatOf('guest@example.org')).toMatchObject({ source: 'seat', state: 'active' })
  const other = visitor(url)
  expect((await other.get(link)).status).toBe(410)
  await other.get('/join')
  expect((await other.post('/join/seat', { token })).status).toBe(410)
  expect((await holder.get(seats)).text).toContain('One more person can share it.')
})

test.each([
  ['nobody', 'This is not an e-mail address.'],
  ['holder@example.org', 'This is your own address'],
  ['guest@example.org', 'has an invitation or a seat already'],
])('%s is not invited', async (email, sentence) => {
  const answer = await invite(email)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
})

test('no more are invited than there are seats, and a withdrawn invitation opens nothing', async () => {
  await invite('third@example.org')
  expect((await holder.get(seats)).text).toContain('All its seats are taken.')
  expect((await invite('fourth@example.org')).status).toBe(422)
  const link = await linkFor('third@example.org')
  const id = /seats\/(\d+)\/withdraw/.exec((await holder.get(seats)).text)![1]
  await holder.post(`${seats}/${id}/withdraw`)
  expect((await visitor(url).get(link)).status).toBe(410)
})

test('seats follow the membership they belong to, into a pause and out of it', async () => {
  await stripe.subscriptions.update(subscription, { pause_collection: { behavior: 'void' } })
  await apply()
  expect(await seatOf('guest@example.org')).toMatchObject({ state: 'paused' })
  await stripe.subscriptions.update(subscription, { pause_collection: '' })
  await apply()
  expect(await seatOf('guest@example.org')).toMatchObject({ state: 'active' })
})

test('a holder takes a seat back; nobody else can', async () => {
  const seat = await seatOf('guest@example.org')
  const { session } = await signedInReader(house, (await aReader(house)).id)
  const stranger = visitor(url)
  stranger.cookies.set(session.name, session.value)
  await stranger.get('/account')
  expect((await stranger.post(`${seats}/${seat.id}/remove`)).status).toBe(404)
  expect((await stranger.post(`${seats}/${seat.id}/leave`)).status).toBe(404)
  await holder.get(seats)
  expect((await holder.post(`${seats}/${seat.id}/remove`)).status).toBe(303)
  expect(await seatOf('guest@example.org')).toMatchObject({ state: 'ended', endedBecause: 'removed' })
})

test('a seat ends with the membership', async () => {
  await invite('last@example.org')
  const token = new URL(await linkFor('last@example.org'), url).searchParams.get('token')!
  const guest = visitor(url)
  await guest.get('/join')
  await guest.post('/join/seat', { token })
  await stripe.subscriptions.update(subscription, { cancel_at_period_end: true })
  clock.advance(32 * 86_400)
  await doDueWork(house)
  await apply()
  const seat = await seatOf('last@example.org')
  expect(isInForce(seat, house.payments.now())).toBe(false)
  expect(seat.state).toBe('ended')
})
