import { expect, test } from 'vitest'
import { aCampaign, someoneIsRefunded, someoneJoins } from '../../../test/builders/a-campaign.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { type NewLine, recordLine } from '../ledger/ledger.ts'
import { findCampaign } from './appeal-queries.ts'
import { countGains } from './gain-queries.ts'
import { noteMoments } from './note-moments.ts'

const day = 86_400_000

/** A house of its own, and the span of ten days that began yesterday. */
async function ledger() {
  const { house } = await testHouse()
  const now = house.payments.now().getTime()
  const at = (days: number) => new Date(now + days * day)
  const write = (line: Partial<NewLine> & Pick<NewLine, 'kind' | 'objectId'>) =>
    house.db
      .transaction()
      .execute(tx => recordLine(tx, house, { source: 'test', happenedAt: at(0), ...line }))
  const count = () => countGains(house.db, { from: at(-1), until: at(9) })
  return { house, at, write, count }
}

test('gifts count as they are bought, less those that were undone', async () => {
  const { write, count, at } = await ledger()
  await write({ kind: 'gift-bought', objectId: 'g1', gifts: 3, giftId: 1 })
  await write({ kind: 'gift-bought', objectId: 'g2', gifts: 1, giftId: 2 })
  await write({ kind: 'gift-undone', objectId: 'g2', gifts: -1, giftId: 2 })
  // Bought before the campaign: what became of it is none of its business.
  await write({ kind: 'gift-bought', objectId: 'g0', gifts: 1, giftId: 9, happenedAt: at(-20) })
  await write({ kind: 'gift-undone', objectId: 'g0', gifts: -1, giftId: 9 })
  expect((await count()).gifts).toBe(3)
})

test('new supporters joined or gave in the time, were none before, and count once', async () => {
  const { house, write, count, at } = await ledger()
  const { readerId } = await someoneJoins(house)
  await write({ kind: 'single-payment', objectId: 'c1', readerId, amountMinor: 500, currency: 'eur' })
  expect((await count()).supporters).toBe(1)
  const old = await someoneJoins(house, { at: at(-40) })
  await write({
    kind: 'single-payment',
    objectId: 'c2',
    readerId: old.readerId,
    amountMinor: 500,
    currency: 'eur',
  })
  expect((await count()).supporters).toBe(1)
})

test('a gift of money counts a supporter until it is given back', async () => {
  const { house, write, count, at } = await ledger()
  const { readerId } = await someoneJoins(house, { at: at(-400), source: 'complimentary' })
  await write({ kind: 'member-ended', objectId: 'over', readerId, members: -1, happenedAt: at(-300) })
  const paid = {
    kind: 'single-payment',
    objectId: 'c3',
    readerId,
    amountMinor: 900,
    currency: 'eur',
  } as const
  const { id } = await write(paid)
  expect((await count()).supporters).toBe(1)
  expect((await count()).raised).toEqual(new Map([['eur', 900]]))
  await write({ kind: 'refund', objectId: 'r3', ofLineId: id, amountMinor: -900, currency: 'eur' })
  expect((await count()).supporters).toBe(0)
  expect((await count()).raised).toEqual(new Map())
})

test('money of a renewal is not gained; a lost dispute takes away, a won one gives back', async () => {
  const { house, write, count, at } = await ledger()
  const { membershipId, readerId } = await someoneJoins(house, { at: at(-40) })
  const renewal = { kind: 'membership-payment', objectId: 'ch_r', membershipId, readerId } as const
  await write({ ...renewal, amountMinor: 1000, currency: 'eur' })
  expect((await count()).raised).toEqual(new Map())
  const once = { kind: 'single-payment', objectId: 'ch_d', amountMinor: 700, currency: 'eur' } as const
  const { id } = await write(once)
  await write({ kind: 'dispute', objectId: 'd', ofLineId: id, amountMinor: -700, currency: 'eur' })
  expect((await count()).raised).toEqual(new Map())
  await write({ kind: 'dispute-won', objectId: 'd', ofLineId: id, amountMinor: 700, currency: 'eur' })
  expect((await count()).raised).toEqual(new Map([['eur', 700]]))
})

test('who joined and left again after a while did join; who was refunded did not', async () => {
  const { house, write, count } = await ledger()
  const left = await someoneJoins(house)
  await house.db
    .updateTable('memberships')
    .set({ state: 'ended', ended_at: house.payments.now(), ended_because: 'cancelled' })
    .where('id', '=', left.membershipId)
    .execute()
  await write({ kind: 'member-ended', objectId: 'left', membershipId: left.membershipId, members: -1 })
  expect((await count()).members).toBe(1)
  const refunded = await someoneJoins(house)
  expect((await count()).members).toBe(2)
  await someoneIsRefunded(house, { membershipId: refunded.membershipId, lineId: refunded.lineId! })
  expect((await count()).members).toBe(1)
})

test('when time or money moves a campaign on, every node is told once', async () => {
  const { house } = await ledger()
  const id = await aCampaign(house, { goal: { kind: 'members', number: 1 } })
  const told = async () => {
    await noteMoments(house)
    const rows = await house.db
      .selectFrom('events')
      .select('kind')
      .where('kind', '=', 'campaign-moved')
      .execute()
    return rows.length
  }
  expect(await told()).toBe(1)
  expect(await told()).toBe(1)
  await someoneJoins(house)
  expect(await told()).toBe(2)
  await house.payments.moveOn(11 * day)
  expect(await told()).toBe(3)
  expect(await told()).toBe(3)
  expect((await findCampaign(house.db, id))?.state).toBe('running')
})
