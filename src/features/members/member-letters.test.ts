import type Stripe from 'stripe'
import { beforeAll, expect, test } from 'vitest'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { processorEffects } from '../../app/processor-effects.ts'
import { interfaceLanguages } from '../../design/messages.ts'
import { applyEvent, nowhere } from '../ledger/ledger.ts'
import { savePublication } from '../publication/publication.ts'
import { changeSupportSettings } from './change-support-settings.ts'
import { writeMetadata } from './checkout-metadata.ts'
import { writeDueLetters } from './due-letters.ts'
import { endOverdue } from './end-overdue.ts'
import { kindly } from './letters/failed-because.ts'
import { type MemberLetterKind, memberLetter } from './letters/member-letter.ts'
import { mirrorPrice } from './mirror-price.ts'
import { saveTier } from './save-tier.ts'
import { findTier } from './tier-queries.ts'

const clock = testClock('2026-01-10T09:00:00Z')
const { house } = await testHouse({ clock })
let stripe: Stripe
let tierId: number
const heard = new Set<string>()

beforeAll(async () => {
  stripe = await house.payments.stripe()
  await savePublication(house, { name: 'The Lantern' })
  await changeSupportSettings(house, {
    by: 'program',
    change: settings => ({
      ...settings,
      taxText: 'No VAT is due.',
      signature: { name: 'Maeve Carrigan', role: 'Editor' },
    }),
  })
  tierId = await saveTier(house, {
    by: 'program',
    id: null,
    input: { name: 'Friend', description: '', benefits: [], seats: 1, trialDays: 0 },
    prices: [
      { period: 'month', currency: 'eur', amountMinor: 1000 },
      { period: 'year', currency: 'eur', amountMinor: 10_000 },
    ],
  })
})

async function joins(
  email: string,
  options: { card?: string; period?: 'month' | 'year'; language?: string; trialDays?: number } = {},
): Promise<string> {
  const { card, period = 'month', language = 'en', trialDays } = options
  const price = (await findTier(house.db, tierId))!.prices.find(each => each.period === period)!
  const customer = await stripe.customers.create({ email, name: 'Ada Sorrel' })
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const { id } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: (await mirrorPrice(house, price)).price }],
    default_payment_method: method.id,
    ...(trialDays ? { trial_period_days: trialDays } : {}),
    metadata: writeMetadata({ purpose: 'membership', language, tierId, attribution: nowhere }),
  })
  if (card) await setCard(id, card)
  await hear()
  return id
}

async function setCard(id: string, card: string): Promise<void> {
  const { customer } = await stripe.subscriptions.retrieve(id)
  const method = await stripe.paymentMethods.attach(card, { customer: customer as string })
  await stripe.subscriptions.update(id, { default_payment_method: method.id })
}

/** Applies what the processor told since, and does what is due. */
async function hear(): Promise<void> {
  const events = (await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1000 })).reverse()
  for (const event of events) {
    if (heard.has(event.id)) continue
    heard.add(event.id)
    await applyEvent(house, processorEffects, event)
  }
  await endOverdue(house)
  await writeDueLetters(house)
}

async function play(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    clock.advance(86_400)
    await (await house.payments.practice()).runDue(house.payments.now())
    await hear()
  }
}

/** Subjects in the order they were written. */
async function subjectsTo(email: string): Promise<string[]> {
  const rows = await house.db
    .selectFrom('letters')
    .select('subject')
    .where('to_address', '=', email)
    .orderBy('id')
    .execute()
  return rows.map(({ subject }) => subject ?? '')
}

test('joining brings one letter, with the receipt, the tax text and the signature', async () => {
  await joins('welcome@example.org')
  await hear()
  const letters = await readLettersTo(house, 'welcome@example.org')
  expect(letters).toHaveLength(1)
  for (const words of [
    'Dear Ada Sorrel,',
    'Friend, €10 a month',
    'Receipt 2026-',
    'Friend: €10, paid on 10 January 2026.',
    'No VAT is due.',
    'Maeve Carrigan\nEditor',
  ])
    expect(letters[0]!.text).toContain(words)
})

test('renewals bring receipts, and cancelling a goodbye that says until when', async () => {
  const id = await joins('renewing@example.org')
  await play(32)
  await stripe.subscriptions.update(id, { cancel_at_period_end: true })
  await hear()
  await stripe.subscriptions.update(id, { cancel_at_period_end: false })
  await hear()
  expect(await subjectsTo('renewing@example.org')).toEqual([
    'Welcome: you are a member of The Lantern',
    'Your receipt from The Lantern',
    'Your membership of The Lantern is cancelled',
    'Your membership of The Lantern goes on',
  ])
}, 60_000)

test('a card that fails is told of kindly, warned of once, and lapses once', async () => {
  await joins('failing@example.org', { card: 'pm_card_chargeCustomerFail' })
  await play(75)
  const subjects = await subjectsTo('failing@example.org')
  expect(subjects).toEqual([
    'Welcome: you are a member of The Lantern',
    'Your payment to The Lantern did not go through',
    'Your membership of The Lantern is about to lapse',
    'Your membership of The Lantern has ended',
  ])
  const [failed] = (await readLettersTo(house, 'failing@example.org')).filter(({ subject }) =>
    subject?.includes('did not go through'),
  )
  expect(failed!.text).toContain('your bank did not let it through this time')
  expect(failed!.text).not.toMatch(/declin|insufficient|generic/i)
}, 120_000)

test('a repaired card restores at once', async () => {
  const id = await joins('repaired@example.org', { card: 'pm_card_chargeCustomerFail' })
  await play(34)
  await setCard(id, 'pm_card_visa')
  const found = await stripe.subscriptions.retrieve(id)
  await stripe.invoices.pay(found.latest_invoice as string)
  await hear()
  expect((await subjectsTo('repaired@example.org')).slice(1)).toEqual([
    'Your payment to The Lantern did not go through',
    expect.stringMatching(/All is well again|Your receipt/),
    expect.stringMatching(/All is well again|Your receipt/),
  ])
}, 60_000)

test('a trial says when the first payment comes, and again before it does', async () => {
  await joins('trying@example.org', { trialDays: 14 })
  await play(16)
  expect(await subjectsTo('trying@example.org')).toEqual([
    'Welcome: you are a member of The Lantern',
    expect.stringContaining('Your first payment to The Lantern is on'),
    'Your receipt from The Lantern',
  ])
}, 60_000)

test('pausing and resuming are told of', async () => {
  const id = await joins('pausing@example.org')
  await stripe.subscriptions.update(id, {
    pause_collection: {
      behavior: 'void',
      resumes_at: Math.floor(house.payments.now().getTime() / 1000) + 30 * 86_400,
    },
  })
  await hear()
  await stripe.subscriptions.update(id, { pause_collection: '' })
  await hear()
  expect((await subjectsTo('pausing@example.org')).slice(1)).toEqual([
    'Your membership of The Lantern is paused',
    'Welcome back to The Lantern',
  ])
}, 60_000)

test('a year is announced a week before it is renewed, once', async () => {
  await joins('yearly@example.org', { period: 'year' })
  clock.advance(355 * 86_400)
  await play(8)
  expect((await subjectsTo('yearly@example.org')).slice(1)).toEqual([expect.stringContaining('renews on')])
}, 60_000)

test('a letter is in the language of the reader', async () => {
  await joins('reader@example.org', { language: 'uk' })
  expect(await subjectsTo('reader@example.org')).toEqual(['Вітаємо: ви учасник видання «The Lantern»'])
})

test.each([
  [{ status: 'requires_payment_method', error: { code: 'expired_card' } }, 'expired'],
  [{ status: 'requires_action', error: null }, 'confirm'],
  [{ status: 'requires_payment_method', error: { decline_code: 'authentication_required' } }, 'confirm'],
  [{ status: 'requires_payment_method', error: { decline_code: 'insufficient_funds' } }, 'refused'],
  [{ status: 'requires_payment_method', error: { decline_code: 'stolen_card' } }, 'refused'],
])('%o is put as %s', (intent, told) => expect(kindly(intent)).toBe(told))

test('every letter is whole in every language, even without a name and with one from right to left', async () => {
  const letterhead = await house.mail.letterhead()
  const kinds: MemberLetterKind[] = [
    'welcome',
    'welcomeTrial',
    'renewed',
    'given',
    'failed',
    'graceEnding',
    'lapsed',
    'restored',
    'goodbye',
    'goesOn',
    'paused',
    'pausedForNow',
    'resumed',
    'trialEnding',
    'renewalAhead',
    'changed',
    'refunded',
  ]
  for (const language of interfaceLanguages)
    for (const kind of kinds) {
      const { subject, text } = memberLetter(kind).write(
        {
          name: kind === 'welcome' ? '' : 'سلمى <b>',
          tier: 'Friend',
          price: { amountMinor: 1050, currency: 'eur', period: 'year' },
          paid: { amountMinor: 1050, currency: 'eur' },
          day: new Date('2026-03-01T12:00:00Z'),
          because: 'expired',
          receipt: { number: '2026-000001', paidAt: new Date('2026-02-01T12:00:00Z'), taxText: 'Tax' },
          signature: { name: '', role: '' },
        },
        { language, letterhead },
      )
      expect(`${subject} ${text}`, `${kind} in ${language}`).not.toMatch(/undefined|null|NaN|\[object/)
      expect(subject, `${kind} in ${language}`).toContain('The Lantern')
    }
})
