import { beforeAll, expect, test } from 'vitest'
import { type SignedIn, signedIn } from '../../../../test/builders/staff.ts'
import { testHouse } from '../../../../test/builders/test-house.ts'
import { findCoupon } from '../coupon-queries.ts'
import { readSupportSettings } from '../support-settings.ts'
import { listTiers } from '../tier-queries.ts'

const testing = await testHouse()
const { house } = testing
let desk: string
let nell: SignedIn

beforeAll(async () => {
  desk = `${await testing.serve()}/newsroom/support`
  nell = await signedIn(house, 'audience')
})

const friend = {
  name: 'Friend',
  benefits: 'The newsletter\n\nA seat at the meeting',
  seats: '1',
  trialDays: '14',
  'price-month-eur': '10',
  'price-year-eur': '100.50',
}

test('a tier is added with its prices', async () => {
  expect((await nell.post(`${desk}/tiers/new`, friend)).status).toBe(303)
  const [tier] = await listTiers(house.db)
  expect(tier).toMatchObject({
    name: 'Friend',
    slug: 'friend',
    benefits: ['The newsletter', 'A seat at the meeting'],
    trialDays: 14,
    prices: [
      { period: 'month', currency: 'eur', amountMinor: 1000 },
      { period: 'year', currency: 'eur', amountMinor: 10_050 },
    ],
  })
  expect(await (await nell.get(desk)).text()).toContain('€100.50 a year')
})

test('a changed amount is a new price, and the old one stays for those who pay it', async () => {
  const [before] = await listTiers(house.db)
  await nell.post(`${desk}/tiers/${before!.id}`, { ...friend, 'price-month-eur': '12' })
  const [after] = await listTiers(house.db)
  expect(after!.prices[0]).toMatchObject({ amountMinor: 1200 })
  expect(after!.prices[0]!.id).not.toBe(before!.prices[0]!.id)
  expect(after!.prices[1]!.id).toBe(before!.prices[1]!.id)
  const kept = await house.db
    .selectFrom('prices')
    .select(['amount_minor', 'archived_at'])
    .where('id', '=', before!.prices[0]!.id)
    .executeTakeFirstOrThrow()
  expect(kept).toEqual({ amount_minor: 1000, archived_at: expect.any(Date) })
})

test.each([
  [{ name: ' ' }, 'Give the tier a name'],
  [{ 'price-month-eur': 'ten' }, 'Give an amount in EUR'],
  [{ 'price-month-eur': '0' }, 'Give an amount in EUR'],
  [{ seats: '0' }, 'It is for 1 to 1,000 people.'],
])('what is wrong with %o is said, and what was typed is kept', async (wrong, sentence) => {
  const answer = await nell.post(`${desk}/tiers/new`, { ...friend, description: 'Kept words', ...wrong })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(sentence)
  expect(html).toContain('Kept words')
  expect(await listTiers(house.db)).toHaveLength(1)
})

test('tiers are moved, and offered no longer', async () => {
  await nell.post(`${desk}/tiers/new`, { ...friend, name: 'Household', seats: '4' })
  const names = async () => (await listTiers(house.db)).map(({ name }) => name)
  const [, household] = await listTiers(house.db)
  await nell.post(`${desk}/tiers/${household!.id}/move`, { to: 'up' })
  expect(await names()).toEqual(['Household', 'Friend'])
  await nell.post(`${desk}/tiers/${household!.id}/archive`, { archived: 'yes' })
  expect(await names()).toEqual(['Friend', 'Household'])
  expect(await (await nell.get(desk)).text()).toContain('No longer offered')
  await nell.post(`${desk}/tiers/${household!.id}/archive`, { archived: 'no' })
  expect(await names()).toEqual(['Household', 'Friend'])
})

test('a coupon is added once, and taken back', async () => {
  const answer = await nell.post(`${desk}/coupons`, {
    code: 'lantern-10',
    percent: '50',
    duration: 'months',
    months: '3',
  })
  expect(answer.status).toBe(303)
  const coupon = await findCoupon(house.db, ' Lantern-10 ')
  expect(coupon).toMatchObject({ percent: 50, amountMinor: null, duration: 'months', months: 3 })
  expect(await (await nell.get(`${desk}/coupons`)).text()).toContain('50% off for 3 months')
  const again = await nell.post(`${desk}/coupons`, { code: 'LANTERN-10', percent: '10', duration: 'once' })
  expect(again.status).toBe(422)
  await nell.post(`${desk}/coupons/${coupon!.id}/archive`)
  expect(await findCoupon(house.db, 'LANTERN-10')).toBeNull()
})

test('a coupon takes off either a share or an amount', async () => {
  const wrongs: Record<string, string>[] = [
    { percent: '10', amount: '5' },
    {},
    { percent: '101' },
    { amount: 'much' },
  ]
  for (const wrong of wrongs) {
    const answer = await nell.post(`${desk}/coupons`, { code: 'WRONG', duration: 'once', ...wrong })
    expect(answer.status, JSON.stringify(wrong)).toBe(422)
  }
})

test('settings are read and written as one form, and a new currency keeps what there was', async () => {
  const fields = {
    currencies: 'EUR gbp',
    frequency: 'year',
    'suggested-eur': '15 30 60',
    'chosen-eur': '30',
    'least-eur': '5',
    feesOffered: 'yes',
    feePercent: '1,5',
    'feeFixed-eur': '0.25',
    graceDays: '10',
    pauseMonths: '2',
    keepPercent: '50',
    keepMonths: '3',
    giftLinks: '4',
    'giftMonths-0': '12',
    'gift-0-eur': '90',
    signatureName: 'Maeve Carrigan',
    signatureRole: 'Editor',
    taxText: 'No VAT.',
  }
  expect((await nell.post(`${desk}/settings`, fields)).status).toBe(303)
  const settings = await readSupportSettings(house.db)
  expect(settings).toMatchObject({
    currencies: ['eur', 'gbp'],
    frequency: 'year',
    once: { eur: { suggested: [1500, 3000, 6000], preferred: 3000, least: 500 } },
    fees: { offered: true, percent: 1.5, fixed: { eur: 25 } },
    gifts: [{ months: 12, amounts: { eur: 9000 } }],
    graceDays: 10,
  })
  const html = await (await nell.get(`${desk}/settings`)).text()
  for (const text of ['15 30 60', 'Maeve Carrigan', 'Suggested amounts, GBP']) expect(html).toContain(text)
})

test.each([
  [{ currencies: 'XYZ' }, 'Give one to twelve currencies'],
  [{ currencies: 'EUR', 'suggested-eur': '15', 'least-eur': '20' }, 'none that is suggested may be less'],
  [{ currencies: 'EUR', graceDays: '61' }, 'Give 0 to 60 days.'],
])('a wrong setting %o is named', async (wrong, sentence) => {
  const answer = await nell.post(`${desk}/settings`, { taxText: 'Typed', ...wrong })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(sentence)
  expect(html).toContain('Typed')
})

test('editors have no say in it', async () => {
  const editor = await signedIn(house, 'editor')
  expect((await editor.get(desk)).status).toBe(403)
})
