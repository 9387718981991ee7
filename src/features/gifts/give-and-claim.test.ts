import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anOrder,
  aTier,
  boughtGifts,
  giftFor,
  paymentFor,
  tellPayment,
} from '../../../test/builders/a-gift.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { countMembers, nowhere } from '../ledger/ledger.ts'
import { endOverdue } from '../members/end-overdue.ts'
import { findMembership, insertMembership } from '../members/member.ts'
import { findOrMakeReader } from '../readers/reader.ts'
import { askToCarryOn } from './ask-to-carry-on.ts'
import { beginGiftTime } from './begin-gift-time.ts'
import { changeGift, resendGift } from './change-gift.ts'
import { claimGift } from './claim-gift.ts'
import { deliverGifts, remindOfGifts } from './deliver-gifts.ts'
import { addMonths, type Gift } from './gift.ts'
import { findGift, listGiftsOf } from './gift-queries.ts'
import { claimToken, giftOfToken } from './gift-tokens.ts'

const clock = testClock()
const { house } = await testHouse({ clock })
const tierId = await aTier(house)

async function give(options: Parameters<typeof anOrder>[1] = {}): Promise<Gift> {
  return (await boughtGifts(house, { tierId, ...options }))[0]!
}

async function again(gift: Gift): Promise<Gift> {
  return (await findGift(house.db, gift.id))!
}

async function lettersOf(kind: string, address: string): Promise<number> {
  const rows = await house.db
    .selectFrom('letters')
    .select('id')
    .where('kind', '=', kind)
    .where('to_address', '=', address)
    .execute()
  return rows.length
}

let people = 0
function somebody(): { email: string; name: string } {
  people++
  return { email: `reader-${people}@reader.example`, name: 'Ines' }
}

test('a gift that is paid for goes out at once, with a receipt, each once however often it is told', async () => {
  const recipient = somebody()
  const { orderId, gifts } = await anOrder(house, {
    tierId,
    buyerEmail: 'once@buyer.example',
    gifts: [giftFor({ recipientEmail: recipient.email })],
  })
  const payment = paymentFor(house, gifts)
  await Promise.all([1, 2, 3].map(() => tellPayment(house, payment)))
  const [gift] = await listGiftsOf(house.db, orderId)
  expect(gift).toMatchObject({ sends: 1, boughtAt: payment.paidAt })
  await deliverGifts(house)
  expect(await lettersOf('gift', recipient.email)).toBe(1)
  expect(await lettersOf('gift-receipt', 'once@buyer.example')).toBe(1)
  const lines = await house.db
    .selectFrom('ledger_lines')
    .select(['kind', 'gifts'])
    .where('gift_id', '=', gift!.id)
    .execute()
  expect(lines).toEqual([{ kind: 'gift-bought', gifts: 1 }])
})

test('the link cannot be read from the database, and another one replaces it', async () => {
  const gift = await give()
  const token = claimToken(house, gift)
  expect((await giftOfToken(house, token))?.id).toBe(gift.id)
  for (const wrong of [
    '',
    'x',
    `${gift.id}.${'A'.repeat(43)}`,
    `${gift.id + 1}${token.slice(token.indexOf('.'))}`,
  ])
    expect(await giftOfToken(house, wrong)).toBeNull()
  const row = await house.db
    .selectFrom('gifts')
    .selectAll()
    .where('id', '=', gift.id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(token.split('.')[1])

  const elsewhere = somebody()
  await changeGift(house, {
    giftId: gift.id,
    by: 'buyer',
    change: { ...giftFor(), recipientEmail: elsewhere.email },
  })
  expect(await giftOfToken(house, token)).toBeNull()
  expect(await lettersOf('gift', elsewhere.email)).toBe(1)
  expect((await claimGift(house, gift, somebody())).is).toBe('gone')
  const now = await again(gift)
  expect((await giftOfToken(house, claimToken(house, now)))?.id).toBe(gift.id)
})

test('two who claim at once are one member, and one finds it claimed', async () => {
  const gift = await give()
  const before = await countMembers(house.db, house.payments.now())
  const [one, other] = [somebody(), somebody()]
  const outcomes = await Promise.all([claimGift(house, gift, one), claimGift(house, gift, other)])
  expect(outcomes.map(({ is }) => is).sort()).toEqual(['claimed', 'gone'])
  expect(await countMembers(house.db, house.payments.now())).toBe(before + 1)
  const accounts = await house.db
    .selectFrom('readers')
    .select('email')
    .where('email', 'in', [one.email, other.email])
    .execute()
  expect(accounts).toHaveLength(1)
  expect(await again(gift)).toMatchObject({ gives: 'own', givenUntil: addMonths(house.payments.now(), 12) })
})

test('two gifts that one reader claims at once give the time of both', async () => {
  const reader = somebody()
  const gifts = await boughtGifts(house, { tierId, months: 3, gifts: [giftFor(), giftFor()] })
  const outcomes = await Promise.all(gifts.map(gift => claimGift(house, gift, reader)))
  expect(outcomes.map(({ is }) => is)).toEqual(['claimed', 'claimed'])
  const after = await Promise.all(gifts.map(again))
  expect(after.map(({ gives }) => gives).sort()).toEqual(['longer', 'own'])
  expect(after[0]!.membershipId).toBe(after[1]!.membershipId)
  const membership = await findMembership(house.db, after[0]!.membershipId!)
  expect(membership?.paidUntil).toEqual(addMonths(addMonths(house.payments.now(), 3), 3))
})

test('whoever has a membership without an end keeps the gift', async () => {
  const person = somebody()
  await house.db.transaction().execute(async tx => {
    const { id } = await findOrMakeReader(tx, house, { ...person, language: 'en' })
    await insertMembership(
      tx,
      { ...free, readerId: id, startedAt: clock.now(), paidUntil: null },
      clock.now(),
    )
  })
  const gift = await give()
  expect(await claimGift(house, gift, person)).toEqual({ is: 'endless' })
  expect((await again(gift)).claimedAt).toBeNull()
})

const free = {
  tierId,
  source: 'complimentary' as const,
  state: 'active' as const,
  graceUntil: null,
  cancelsAtEnd: false,
  cancelReason: '',
  pausedUntil: null,
  endedAt: null,
  endedBecause: null,
  subscription: null,
  amountMinor: null,
  currency: null,
  period: null,
  feeMinor: 0,
  holderId: null,
  giftId: null,
  attribution: nowhere,
}

test('a gift for a member who is leaving begins when that membership ends, and counts from then', async () => {
  clock.set('2026-11-22T09:00:00Z')
  const person = somebody()
  const ends = new Date('2026-12-10T09:00:00Z')
  await house.db.transaction().execute(async tx => {
    const { id } = await findOrMakeReader(tx, house, { ...person, language: 'en' })
    const leaving = {
      ...free,
      source: 'paid' as const,
      subscription: 'sub_leaving',
      cancelsAtEnd: true,
      readerId: id,
      startedAt: clock.now(),
      paidUntil: ends,
    }
    await insertMembership(tx, leaving, clock.now())
  })
  const gift = await give({ months: 3 })
  await claimGift(house, gift, person)
  const lines = async () => {
    const { membershipId } = await again(gift)
    return house.db
      .selectFrom('ledger_lines')
      .select('kind')
      .where('membership_id', '=', membershipId!)
      .execute()
  }
  await beginGiftTime(house)
  expect(await lines()).toEqual([])
  expect(await again(gift)).toMatchObject({ givenFrom: ends, givenUntil: addMonths(ends, 3) })

  // They changed their mind, and paid another month: the gift waits for that.
  const longer = addMonths(ends, 1)
  await house.db
    .updateTable('memberships')
    .set({ paid_until: longer })
    .where('subscription', '=', 'sub_leaving')
    .execute()
  clock.set('2026-12-11T09:00:00Z')
  await beginGiftTime(house)
  expect((await again(gift)).givenFrom).toEqual(longer)
  expect(await lines()).toEqual([])

  clock.set(longer)
  await beginGiftTime(house)
  await beginGiftTime(house)
  expect(await lines()).toEqual([{ kind: 'member-began' }])
  clock.set('2026-11-22T09:00:00Z')
})

test('the letter goes at the hour of the recipient’s zone, once, also where clocks change in between', async () => {
  clock.set('2027-03-20T12:00:00Z')
  const recipient = somebody()
  // 28 March 2027, nine in the morning in Dublin, is after the clocks went forward.
  const deliverAt = new Date('2027-03-28T08:00:00Z')
  const gift = await give({ gifts: [giftFor({ recipientEmail: recipient.email, deliverAt })] })
  expect((await again(gift)).claimUntil).toEqual(addMonths(deliverAt, 12))
  clock.set('2027-03-28T07:59:59Z')
  await deliverGifts(house)
  expect(await lettersOf('gift', recipient.email)).toBe(0)
  clock.set(deliverAt)
  await Promise.all([deliverGifts(house), deliverGifts(house), deliverGifts(house)])
  expect(await lettersOf('gift', recipient.email)).toBe(1)
  expect((await again(gift)).sends).toBe(1)
  clock.set('2026-11-22T09:00:00Z')
})

test('one reminder after a month, none for what was claimed, and none again', async () => {
  const [first, second] = [somebody(), somebody()]
  const kept = await give({ gifts: [giftFor({ recipientEmail: first.email })] })
  const claimed = await give({ gifts: [giftFor({ recipientEmail: second.email })] })
  await give({
    buyerEmail: 'hands-over@buyer.example',
    gifts: [giftFor({ delivery: 'self', recipientEmail: null })],
  })
  await claimGift(house, claimed, second)
  clock.advance(29 * 86_400)
  await remindOfGifts(house)
  expect(await lettersOf('gift-reminder', first.email)).toBe(0)
  clock.advance(86_400)
  await remindOfGifts(house)
  clock.advance(60 * 86_400)
  await remindOfGifts(house)
  expect(await lettersOf('gift-reminder', first.email)).toBe(1)
  expect(await lettersOf('gift-reminder', second.email)).toBe(0)
  expect(await lettersOf('gift-own-reminder', 'hands-over@buyer.example')).toBe(1)

  // And after its year it can be claimed no more.
  clock.set(addMonths((await again(kept)).boughtAt!, 12))
  expect(await claimGift(house, kept, first)).toEqual({ is: 'gone', state: 'run-out' })
  clock.set('2026-11-22T09:00:00Z')
})

test('a gift membership is asked to carry on two weeks before its end, once, and then ends by itself', async () => {
  const reader = somebody()
  const gift = await give({ months: 3 })
  await claimGift(house, gift, reader)
  const until = (await again(gift)).givenUntil!
  clock.set(new Date(until.getTime() - 15 * 86_400_000))
  await askToCarryOn(house)
  expect(await lettersOf('gift-carry-on', reader.email)).toBe(0)
  clock.advance(86_400)
  await askToCarryOn(house)
  await askToCarryOn(house)
  expect(await lettersOf('gift-carry-on', reader.email)).toBe(1)
  clock.set(until)
  await endOverdue(house)
  const membership = await findMembership(house.db, (await again(gift)).membershipId!)
  expect(membership).toMatchObject({ state: 'ended', endedBecause: 'over', endedAt: until })
  clock.set('2026-11-22T09:00:00Z')
})

test('a letter is sent again a few times, and not once it is claimed', async () => {
  const recipient = somebody()
  const gift = await give({ gifts: [giftFor({ recipientEmail: recipient.email })] })
  for (let n = 2; n <= 6; n++) await resendGift(house, { giftId: gift.id, by: 'buyer' })
  expect(await lettersOf('gift', recipient.email)).toBe(6)
  await expect(resendGift(house, { giftId: gift.id, by: 'buyer' })).rejects.toMatchObject({ status: 409 })
  await claimGift(house, gift, recipient)
  const change = giftFor({ recipientEmail: 'else@reader.example' })
  await expect(changeGift(house, { giftId: gift.id, by: 'buyer', change })).rejects.toMatchObject({
    status: 409,
  })
})

test('of two gifts of one reader, undoing one leaves the time of the other', async () => {
  const reader = somebody()
  const [first, second] = await boughtGifts(house, { tierId, months: 6, gifts: [giftFor(), giftFor()] })
  await claimGift(house, first!, reader)
  await claimGift(house, second!, reader)
  clock.advance(30 * 86_400)
  const refunds = [{ amountMinor: 10_000, giftId: first!.id }]
  await tellPayment(house, paymentFor(house, [first!, second!], { refunds }))
  const { membershipId, givenFrom, givenUntil } = await again(second!)
  const membership = await findMembership(house.db, membershipId!)
  const own = givenUntil!.getTime() - givenFrom!.getTime()
  expect(membership?.state).toBe('active')
  expect(membership!.paidUntil!.getTime()).toBe(clock.now().getTime() + own)
  clock.set('2026-11-22T09:00:00Z')
})

type Move = 'paid' | 'refund one' | 'refund both' | 'dispute' | 'claim one' | 'claim two' | 'deliver'

test('a gift whose money went back grants nothing, in whatever order things are heard of', {
  timeout: 120_000,
}, async () => {
  const moves = fc.array(
    fc.constantFrom<Move>(
      'paid',
      'refund one',
      'refund both',
      'dispute',
      'claim one',
      'claim two',
      'deliver',
    ),
    { minLength: 2, maxLength: 9 },
  )
  await fc.assert(
    fc.asyncProperty(moves, async played => {
      const { orderId, gifts } = await anOrder(house, { tierId, gifts: [giftFor(), giftFor()] })
      const [one, two] = gifts as [Gift, Gift]
      const people = [somebody(), somebody()]
      const named = (gift: Gift) => ({ amountMinor: 10_000, giftId: gift.id })
      const at = house.payments.now()
      // Refunds stand from when they are made; what is told late, and twice, is still the processor's last word.
      const truth = { refunds: [] as { amountMinor: number; giftId: number | null }[], disputedMinor: 0 }
      for (const move of played) {
        if (move === 'refund one') truth.refunds = truth.refunds.length > 0 ? truth.refunds : [named(one)]
        if (move === 'refund both') truth.refunds = [named(one), { amountMinor: 10_000, giftId: null }]
        if (move === 'dispute') truth.disputedMinor = 20_000
        if (move === 'claim one') await claimGift(house, (await findGift(house.db, one.id))!, people[0]!)
        else if (move === 'claim two') await claimGift(house, (await findGift(house.db, two.id))!, people[1]!)
        else if (move === 'deliver') await deliverGifts(house)
        else await tellPayment(house, paymentFor(house, gifts, { ...truth, paidAt: at }))
      }
      await tellPayment(house, paymentFor(house, gifts, { ...truth, paidAt: at }))
      const after = await listGiftsOf(house.db, orderId)
      const undone = [
        truth.refunds.length > 0 || truth.disputedMinor > 0,
        truth.refunds.length > 1 || truth.disputedMinor > 0,
      ]
      expect(after.map(({ undoneAt }) => undoneAt !== null)).toEqual(undone)
      for (const [index, gift] of after.entries()) {
        const lines = await house.db
          .selectFrom('ledger_lines')
          .select(['gifts', 'members'])
          .where('gift_id', '=', gift.id)
          .execute()
        const sum = (of: 'gifts' | 'members') => lines.reduce((total, line) => total + line[of], 0)
        expect(sum('gifts')).toBe(undone[index] ? 0 : 1)
        const memberships = await house.db
          .selectFrom('memberships')
          .select('state')
          .where('gift_id', '=', gift.id)
          .execute()
        const inForce = memberships.filter(({ state }) => state !== 'ended').length
        expect(inForce).toBe(undone[index] || !gift.claimedAt ? 0 : 1)
        expect(sum('members')).toBe(inForce)
        if (undone[index]) expect((await claimGift(house, gift, somebody())).is).toBe('gone')
      }
    }),
    { numRuns: 120 },
  )
})

test('a dispute that was won gives back what it took', async () => {
  const reader = somebody()
  const gift = await give()
  await claimGift(house, gift, reader)
  const { membershipId, givenUntil } = await again(gift)
  await tellPayment(house, paymentFor(house, [gift], { disputedMinor: 10_000 }))
  expect(await findMembership(house.db, membershipId!)).toMatchObject({ endedBecause: 'disputed' })
  await tellPayment(house, paymentFor(house, [gift]))
  expect(await findMembership(house.db, membershipId!)).toMatchObject({
    state: 'active',
    endedAt: null,
    paidUntil: givenUntil,
  })
  const lines = await house.db
    .selectFrom('ledger_lines')
    .select('kind')
    .where('gift_id', '=', gift.id)
    .orderBy('id')
    .execute()
  expect(lines.map(({ kind }) => kind).filter(kind => kind.startsWith('gift'))).toEqual([
    'gift-bought',
    'gift-undone',
    'gift-bought',
  ])
})
