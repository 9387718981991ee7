import { expect, test } from 'vitest'
import { aReader } from '../../../test/builders/readers.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type NewLine, nowhere, recordLine } from '../ledger/ledger.ts'
import { monthsBefore } from './results-pages.newsroom.tsx'
import { cohorts, membersByMonth, moneyByMonth, resultsByOrigin } from './results-queries.ts'

const clock = testClock('2026-11-22T09:00:00Z')
const one = await testHouse({ clock })
const { house } = one
const base = await one.serve()
const span = { from: '2026-08', until: '2026-11', timeZone: 'Europe/Dublin' }
let made = 0

async function line(happenedAt: string, rest: Partial<NewLine> & Pick<NewLine, 'kind'>): Promise<number> {
  const { id } = await recordLine(house.db, house, {
    objectId: `object ${++made}`,
    source: 'test',
    happenedAt: new Date(happenedAt),
    ...rest,
  })
  return id
}

/** A membership from one day to another; the numbers are made up, since figures look at the lines alone. */
async function membership(moves: string[], attribution = nowhere): Promise<void> {
  const { id: readerId } = await aReader(house)
  const { id } = await house.db
    .insertInto('memberships')
    .values({
      reader_id: readerId,
      tier_id: await tier,
      source: 'paid',
      state: 'active',
      started_at: new Date(moves[0]!),
      created_at: clock.now(),
      updated_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, at] of moves.entries())
    await line(at, {
      kind: index % 2 === 0 ? 'member-began' : 'member-ended',
      members: index % 2 === 0 ? 1 : -1,
      membershipId: id,
      readerId,
      objectId: `membership:${id}:${index + 1}`,
      attribution,
    })
}

const tier = house.db
  .insertInto('tiers')
  .values({ slug: 'friend', name: 'Friend', created_at: clock.now() })
  .returning('id')
  .executeTakeFirstOrThrow()
  .then(({ id }) => id)

test('the desk teaches while there is nothing to add up', async () => {
  const owner = await signedIn(house, 'owner')
  const page = await fetch(`${base}/newsroom/support/results`, { headers: { cookie: owner.cookie } })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Nothing to add up yet')
})

test('members come, go and come back, in the months of the publication’s zone', async () => {
  await membership(['2026-07-10T12:00:00Z'])
  // Ended an hour before midnight in London's winter time, which is September in UTC and October in Dublin's summer time.
  await membership(['2026-08-05T12:00:00Z', '2026-09-30T23:30:00Z', '2026-11-03T12:00:00Z'])
  await membership(['2026-10-20T12:00:00Z', '2026-11-15T12:00:00Z'])
  expect(await membersByMonth(house.db, span)).toEqual([
    { month: '2026-08', began: 1, returned: 0, ended: 0, members: 2 },
    { month: '2026-09', began: 0, returned: 0, ended: 0, members: 2 },
    { month: '2026-10', began: 1, returned: 0, ended: 1, members: 2 },
    { month: '2026-11', began: 0, returned: 1, ended: 1, members: 2 },
  ])
})

test('a cohort is followed as far as time has come for all of it', async () => {
  expect(await cohorts(house.db, { ...span, from: '2026-07', months: 12, now: clock.now() })).toEqual([
    { month: '2026-07', began: 1, kept: [1, 1, 1] },
    { month: '2026-08', began: 1, kept: [1, 0] },
    { month: '2026-10', began: 1, kept: [] },
  ])
})

test('money is net of what was given back, and says which appeal brought it', async () => {
  const attribution = { campaignId: 5, appealId: 6, wordingId: null }
  const paid = await line('2026-10-02T10:00:00Z', {
    kind: 'membership-payment',
    amountMinor: 1000,
    currency: 'eur',
    attribution,
  })
  await line('2026-10-02T10:00:00Z', {
    kind: 'fee',
    amountMinor: -45,
    currency: 'eur',
    ofLineId: paid,
    attribution,
  })
  await line('2026-11-05T10:00:00Z', {
    kind: 'refund',
    amountMinor: -400,
    currency: 'eur',
    ofLineId: paid,
    attribution,
  })
  await line('2026-11-06T10:00:00Z', { kind: 'single-payment', amountMinor: 500, currency: 'jpy' })
  expect(await moneyByMonth(house.db, span)).toEqual([
    { month: '2026-10', currency: 'eur', received: 1000, givenBack: 0, fees: -45 },
    { month: '2026-11', currency: 'eur', received: 0, givenBack: -400, fees: 0 },
    { month: '2026-11', currency: 'jpy', received: 500, givenBack: 0, fees: 0 },
  ])
  const origins = await resultsByOrigin(house.db, span)
  expect(origins.find(({ campaignId }) => campaignId === 5)).toMatchObject({
    amountMinor: 600,
    currency: 'eur',
  })
})

test('the desk shows them as charts with their tables', async () => {
  const owner = await signedIn(house, 'owner')
  const page = await fetch(`${base}/newsroom/support/results?months=6`, { headers: { cookie: owner.cookie } })
  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).toContain('id="results-money-eur"')
  expect(html).toContain('¥500')
  expect(html.match(/<rect/g)!.length).toBe(18)
})

test('months are counted backwards over the turn of the year', () => {
  expect(monthsBefore('2026-02', 3)).toBe('2025-11')
})
