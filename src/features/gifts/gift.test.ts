import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nowhere } from '../ledger/ledger.ts'
import type { Membership } from '../members/member.ts'
import { addMonths, claimEnd, type Gift, giftState } from './gift.ts'
import { givenTime } from './given-time.ts'
import { spanWords } from './spans.ts'
import { undoneGifts } from './undone-gifts.ts'

const now = new Date('2026-11-22T09:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

function gift(change: Partial<Gift> = {}): Gift {
  return {
    id: 1,
    orderId: 1,
    position: 1,
    delivery: 'letter',
    recipientName: 'Ines',
    recipientEmail: 'ines@reader.example',
    message: '',
    language: 'en',
    timeZone: 'UTC',
    deliverAt: null,
    salt: Buffer.alloc(32),
    boughtAt: now,
    claimUntil: addMonths(now, 12),
    sentAt: null,
    sends: 0,
    remindedAt: null,
    proofs: 0,
    claimedAt: null,
    claimedBy: null,
    membershipId: null,
    gives: null,
    givenFrom: null,
    givenUntil: null,
    renewalMovedAt: null,
    renewalMovedBackAt: null,
    refundAskedAt: null,
    refundAskedBy: null,
    refundReason: '',
    undoneAt: null,
    undoneBecause: null,
    ...change,
  }
}

function membership(change: Partial<Membership>): Membership {
  return {
    id: 7,
    readerId: 1,
    tierId: 1,
    source: 'paid',
    state: 'active',
    startedAt: later(-100),
    paidUntil: later(20),
    graceUntil: null,
    cancelsAtEnd: false,
    cancelReason: '',
    pausedUntil: null,
    endedAt: null,
    endedBecause: null,
    subscription: 'sub_1',
    amountMinor: 1000,
    currency: 'eur',
    period: 'month',
    feeMinor: 0,
    holderId: null,
    giftId: null,
    attribution: nowhere,
    ...change,
  }
}

test.each([
  ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2027-01-31T10:00:00Z', 13, '2028-02-29T10:00:00.000Z'],
  ['2028-02-29T00:30:00Z', 12, '2029-02-28T00:30:00.000Z'],
  ['2026-11-30T23:59:00Z', 3, '2027-02-28T23:59:00.000Z'],
  ['2026-03-31T10:00:00Z', -1, '2026-02-28T10:00:00.000Z'],
])('%s and %i months are %s', (from, months, to) => {
  expect(addMonths(new Date(from), months).toISOString()).toBe(to)
})

test('months are added one after the other never beyond all at once', () => {
  const moments = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 60 }), (from, months) => {
      const once = addMonths(from, months)
      expect(once.getUTCMonth()).toBe((((from.getUTCMonth() + months) % 12) + 12) % 12)
      expect(once.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate())
      expect(once.getTime() % 86_400_000).toBe(from.getTime() % 86_400_000)
    }),
  )
})

test('a gift that is delivered later can be claimed for a year from then', () => {
  expect(claimEnd({ boughtAt: now, deliverAt: null })).toEqual(addMonths(now, 12))
  expect(claimEnd({ boughtAt: now, deliverAt: later(30) })).toEqual(addMonths(later(30), 12))
  // The bank took longer than the day that was set.
  expect(claimEnd({ boughtAt: now, deliverAt: later(-2) })).toEqual(addMonths(now, 12))
})

test.each<[string, Partial<Gift>]>([
  ['unpaid', { boughtAt: null, claimUntil: null }],
  ['waiting', {}],
  ['sent', { sentAt: now }],
  ['handed-over', { delivery: 'self', recipientEmail: null }],
  ['claimed', { claimedAt: now, sentAt: now }],
  ['claimed', { claimedAt: later(-400), claimUntil: later(-300) }],
  ['run-out', { claimUntil: now, sentAt: later(-400) }],
  ['refunding', { refundAskedAt: now, claimedAt: now }],
  ['refunded', { refundAskedAt: now, undoneAt: now, undoneBecause: 'refunded', claimedAt: now }],
])('a gift is %s', (state, change) => {
  expect(giftState(gift(change), now)).toBe(state)
})

test('a refund that names its gift undoes that one, whatever became of the others', () => {
  const three = [gift({ id: 1 }), gift({ id: 2, position: 2, claimedAt: now }), gift({ id: 3, position: 3 })]
  const refunds = [{ amountMinor: 1000, giftId: 2 }]
  expect([...undoneGifts(three, 1000, { refunds, disputedMinor: 0 })]).toEqual([[2, 'refunded']])
})

test('money that is given back without a name undoes unclaimed gifts first, and no more than it pays for', () => {
  const three = [gift({ id: 1 }), gift({ id: 2, position: 2 }), gift({ id: 3, position: 3, claimedAt: now })]
  const undone = (amountMinor: number) =>
    [
      ...undoneGifts(three, 1000, { refunds: [{ amountMinor, giftId: null }], disputedMinor: 0 }).keys(),
    ].sort()
  expect(undone(999)).toEqual([])
  expect(undone(1000)).toEqual([2])
  expect(undone(2500)).toEqual([1, 2])
  expect(undone(3000)).toEqual([1, 2, 3])
})

test('what was undone stays undone while the money stays away, and a dispute undoes the rest', () => {
  const refunds = [{ amountMinor: 1000, giftId: null }]
  const first = gift({ id: 1, undoneAt: now, undoneBecause: 'refunded' })
  const two = [first, gift({ id: 2, position: 2 })]
  expect([...undoneGifts(two, 1000, { refunds, disputedMinor: 0 })]).toEqual([[1, 'refunded']])
  expect([...undoneGifts(two, 1000, { refunds, disputedMinor: 1000 })]).toEqual([
    [1, 'refunded'],
    [2, 'disputed'],
  ])
})

test('where a gift’s months go', () => {
  const months = 3
  const given = (...memberships: Membership[]) => givenTime(memberships, { now, months })
  const ended = membership({ state: 'ended', endedAt: later(-1) })
  expect(given()).toEqual({ gives: 'own', from: now, until: addMonths(now, 3) })
  expect(given(ended)).toMatchObject({ gives: 'own', from: now })

  const paying = membership({ graceUntil: later(22) })
  expect(given(ended, paying)).toMatchObject({
    gives: 'renewal',
    from: later(20),
    until: addMonths(later(20), 3),
  })

  const own = membership({ id: 8, source: 'gift', subscription: null })
  expect(given(own)).toMatchObject({ gives: 'longer', from: later(20), until: addMonths(later(20), 3) })

  for (const leaving of [
    membership({ cancelsAtEnd: true }),
    membership({ state: 'late', paidUntil: later(-3), graceUntil: later(20) }),
    membership({ state: 'paused' }),
    membership({ source: 'seat', subscription: null }),
  ])
    expect(given(leaving)).toMatchObject({ gives: 'own', from: later(20) })

  const endless = membership({ source: 'complimentary', subscription: null, paidUntil: null })
  expect(given(endless)).toEqual({ gives: 'nothing' })
})

test.each([
  [3, 'en', '3 months'],
  [12, 'en', 'one year'],
  [24, 'uk', '2 роки'],
  [5, 'uk', '5 місяців'],
  [1, 'de', 'einen Monat'],
  [24, 'ar', 'سنتين'],
  [11, 'ar', '11 شهرًا'],
])('%i months in %s: %s', (months, language, words) => {
  expect(spanWords(months, language)).toBe(words)
})
