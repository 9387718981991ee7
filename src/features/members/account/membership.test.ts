import { beforeAll, expect, test } from 'vitest'
import { aTier } from '../../../../test/builders/a-tier.ts'
import { readLettersTo } from '../../../../test/builders/practice-letters.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { type Page, type Visitor, visitor as visitorFrom } from '../../../../test/builders/visitor.ts'
import { doDueWork } from '../../../app/due-work.ts'
import { savePublication } from '../../publication/publication.ts'
import { findReaderByEmail } from '../../readers/reader.ts'
import { changeSupportSettings } from '../change-support-settings.ts'
import type { Membership } from '../membership.ts'
import { listMembershipsOf } from '../membership-queries.ts'

const clock = testClock('2026-01-10T09:00:00Z')
const testing = await testHouse({ clock, config: { trustedProxies: ['127.0.0.1'] } })
const { house } = testing
let url: string
let friend: number
let patron: number
let addresses = 0
const visitor = () => visitorFrom(url, { 'x-forwarded-for': `198.51.100.${++addresses}` })

beforeAll(async () => {
  url = await testing.serve()
  await savePublication(house, {
    name: 'The Lantern',
    organisation: { legalName: 'The Lantern Society', address: { street: '1 Ropewalk Lane' } },
  })
  friend = await aTier(house)
  patron = await aTier(house, { name: 'Patron', month: 2000, year: 20_000 })
  await changeSupportSettings(house, {
    by: 'program',
    change: settings => ({ ...settings, taxText: 'No VAT is due.', keepOffer: { percent: 50, months: 3 } }),
  })
})

const good = '4242424242424242'
const failsLater = '4000000000000341'

/** Joins as readers do, up to the page that thanks. */
async function join(
  email: string,
  { browser = visitor(), card = good, choice = `month-${friend}` } = {},
): Promise<{ browser: Visitor; thanks: Page }> {
  const page = await browser.get('/join')
  const number = /name="number" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const begun = await browser.post('/join', { number, currency: 'eur', choice, amount: '3000' })
  expect(begun.status, begun.text).toBe(303)
  return { browser, thanks: await pay(browser, begun.location, { email, card }) }
}

async function pay(
  browser: Visitor,
  location: string,
  { email, card }: { email: string; card: string },
): Promise<Page> {
  const typed = { email, name: 'Ada Sorrel', country: 'IE', number: card, expires: '12/34', cvc: '123' }
  await browser.get(location)
  const paid = await browser.post(location, typed)
  if (paid.status !== 303) return paid
  const { pathname, search } = new URL(paid.location, url)
  return browser.get(pathname + search)
}

async function membershipOf(email: string): Promise<Membership> {
  const reader = await findReaderByEmail(house.db, email)
  return (await listMembershipsOf(house.db, reader!.id))[0]!
}

async function play(days: number): Promise<void> {
  clock.advance(days * 86_400)
  await doDueWork(house)
}

test('who joined is thanked, signed in, written to, and sees what they have', async () => {
  const { browser, thanks } = await join('new@example.org')
  expect(thanks.text).toContain('You are a member of The Lantern now: Friend.')
  expect(thanks.text).toContain('on its way to new@example.org')
  const account = await browser.get('/account')
  expect(account.status).toBe(200)
  for (const words of ['€10 a month', 'The next payment is on 10 February 2026.', 'Receipt 2026-'])
    expect(account.text).toContain(words)
  expect((await readLettersTo(house, 'new@example.org'))[0]!.subject).toBe(
    'Welcome: you are a member of The Lantern',
  )
  const again = await browser.get('/join')
  expect(again.text).toContain('You are a member: Friend')
  expect(again.text).not.toContain('€10 a month')
})

test('paying under the address of somebody who has an account opens nothing of theirs', async () => {
  await join('owner@example.org')
  const { browser, thanks } = await join('owner@example.org', { choice: 'once' })
  expect(thanks.text).toContain('We received your gift of €30.')
  expect((await browser.get('/account')).location).toContain('/account/sign-in')
})

test('a refused card is no member, and can be tried again with another', async () => {
  const { browser, thanks } = await join('refused@example.org', { card: '4000000000000002' })
  expect(thanks.status).toBe(402)
  expect(await findReaderByEmail(house.db, 'refused@example.org')).toBeNull()
  expect((await join('refused@example.org', { browser })).thanks.text).toContain('You are a member')
})

test('a member joins no second time', async () => {
  const { browser } = await join('once@example.org')
  const page = await browser.get('/join')
  const number = /name="number" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const begun = await browser.post('/join', { number, currency: 'eur', choice: `month-${patron}` })
  expect(begun.location).toBe('/join?done=member')
  expect((await browser.get(begun.location)).text).toContain('You have a membership already')
})

test('the thanks page is for those who began it: another browser is told nothing of them', async () => {
  const browser = visitor()
  const { thanks } = await join('private@example.org', { browser })
  const session = await house.db
    .selectFrom('checkouts')
    .select('session')
    .orderBy('created_at', 'desc')
    .orderBy('number')
    .where('complete', '=', true)
    .where('signed_in', '=', true)
    .execute()
  expect(thanks.text).toContain('private@example.org')
  for (const { session: id } of session) {
    const other = visitor()
    const told = await other.get(`/join/thanks?session=${id}`)
    expect(told.text).not.toContain('@example.org')
    expect((await other.get('/account')).location).toContain('/account/sign-in')
  }
})

test('another tier of the same period is theirs at once, and paid from the next payment on', async () => {
  const { browser } = await join('rising@example.org')
  const page = await browser.get('/account/membership/change')
  expect(page.text).toContain('the new amount is taken from')
  const changed = await browser.post('/account/membership/change', { choice: `month-${patron}` })
  expect(changed.location).toBe('/account?done=changed#membership')
  expect(await membershipOf('rising@example.org')).toMatchObject({ tierId: patron, amountMinor: 2000 })
  expect((await browser.get('/account?done=changed')).text).toContain('Your membership has been changed.')
  await play(32)
  expect((await browser.get('/account')).text).toMatch(/€20<\/strong>/)
})

test('another period begins at once, less what is left of the one that is paid', async () => {
  const { browser } = await join('yearly@example.org')
  await browser.get('/account/membership/change')
  await browser.post('/account/membership/change', { choice: `year-${friend}` })
  const membership = await membershipOf('yearly@example.org')
  expect(membership).toMatchObject({ period: 'year', amountMinor: 10_000, state: 'active' })
  const account = await browser.get('/account')
  expect(account.text).toContain('€100 a year')
})

test('pausing and resuming', async () => {
  const { browser } = await join('pausing@example.org')
  await browser.get('/account/membership/pause')
  expect((await browser.post('/account/membership/pause', { months: '2' })).location).toContain('paused')
  expect((await browser.get('/account')).text).toContain('Paused: nothing is taken.')
  expect(await membershipOf('pausing@example.org')).toMatchObject({ state: 'paused' })
  await browser.post('/account/membership/resume')
  expect(await membershipOf('pausing@example.org')).toMatchObject({ state: 'active' })
  await browser.get('/account')
  await browser.post('/account/membership/pause', { months: '9' })
  expect(await membershipOf('pausing@example.org')).toMatchObject({ state: 'active' })
})

test('cancelling keeps the reason, lasts until what is paid for ends, and can be undone', async () => {
  const { browser } = await join('leaving@example.org')
  const page = await browser.get('/account/membership/cancel')
  expect(page.text).toContain('Cancel my membership')
  expect(page.text).toContain('Stay for 50% less')
  await browser.post('/account/membership/cancel', { why: 'costs', words: 'Rent went up.' })
  expect(await membershipOf('leaving@example.org')).toMatchObject({
    cancelsAtEnd: true,
    cancelReason: 'costs: Rent went up.',
    state: 'active',
  })
  expect((await browser.get('/account')).text).toContain('Cancelled: it stays in force until')
  await browser.post('/account/membership/undo')
  expect(await membershipOf('leaving@example.org')).toMatchObject({ cancelsAtEnd: false })
  await browser.get('/account')
  await browser.post('/account/membership/cancel', { why: 'unused' })
  await play(32)
  expect(await membershipOf('leaving@example.org')).toMatchObject({
    state: 'ended',
    endedBecause: 'cancelled',
  })
  expect((await browser.get('/account')).text).toContain('You have no membership at the moment.')
})

test('the keep-offer is made once', async () => {
  const { browser } = await join('staying@example.org')
  await browser.get('/account/membership/cancel')
  const kept = await browser.post('/account/membership/cancel', { stay: 'yes' })
  expect(kept.location).toContain('done=kept')
  const { subscription } = await membershipOf('staying@example.org')
  const stripe = await house.payments.stripe()
  expect((await stripe.subscriptions.retrieve(subscription!)).discounts).toHaveLength(1)
  expect((await browser.get('/account/membership/cancel')).text).not.toContain('Stay for 50% less')
})

test('a new card pays what is due at once', async () => {
  const { browser } = await join('late@example.org', { card: failsLater })
  await play(33)
  expect(await membershipOf('late@example.org')).toMatchObject({ state: 'late' })
  expect((await browser.get('/account')).text).toContain('The last payment did not go through.')
  const page = await browser.get('/account/membership/card')
  expect(page.text).toContain('What is due is taken from the new card at once.')
  const begun = await browser.post('/account/membership/card')
  expect(begun.location).toContain('/practice/checkout/')
  await browser.get(begun.location)
  const typed = { name: 'Ada Sorrel', country: 'IE', number: good, expires: '12/34', cvc: '123' }
  const paid = await browser.post(begun.location, { ...typed, email: 'late@example.org' })
  const { pathname, search } = new URL(paid.location, url)
  expect((await browser.get(pathname + search)).location).toBe('/account?done=card#membership')
  expect(await membershipOf('late@example.org')).toMatchObject({ state: 'active' })
}, 60_000)

test('a receipt is a PDF, for its payer only', async () => {
  const { browser } = await join('receipt@example.org')
  const account = await browser.get('/account')
  const path = /href="(\/account\/membership\/receipts\/\d+\.pdf)"/.exec(account.text)![1]!
  const answer = await browser.get(path)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.text.slice(0, 5)).toBe('%PDF-')
  const { browser: other } = await join('other@example.org')
  expect((await other.get(path)).status).toBe(404)
})

test('without a membership, the pages behind it are not there', async () => {
  const { browser } = await join('giver@example.org', { choice: 'once' })
  for (const path of ['card', 'change', 'pause', 'cancel'])
    expect((await browser.get(`/account/membership/${path}`)).status, path).toBe(404)
  expect((await browser.get('/account')).text).toContain('Gift of money')
})
