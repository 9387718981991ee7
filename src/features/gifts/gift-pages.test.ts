import { beforeAll, expect, test } from 'vitest'
import { aTier } from '../../../test/builders/a-gift.ts'
import { readLettersTo } from '../../../test/builders/practice-letters.ts'
import { signedInReader } from '../../../test/builders/readers.ts'
import { signedIn } from '../../../test/builders/staff.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { type Page, visitor as visitorFrom } from '../../../test/builders/visitor.ts'
import { doDueWork } from '../../app/due-work.ts'
import { processorEffects } from '../../app/processor-effects.ts'
import { countMembers } from '../ledger/ledger.ts'
import { findMembership } from '../members/member.ts'
import { claimGift } from './claim-gift.ts'
import { findOrder, listGiftsOf } from './gift-queries.ts'
import { refundGift } from './refund-gift.ts'

const clock = testClock()
const testing = await testHouse({ clock, config: { trustedProxies: ['127.0.0.1'] } })
const { house } = testing
let url: string
let addresses = 0

/** Each from an address of its own, so that one's limit is not another's. */
const visitor = (headers: Record<string, string> = {}) =>
  visitorFrom(url, { ...headers, 'x-forwarded-for': `192.0.2.${++addresses}` })

beforeAll(async () => {
  await aTier(house)
  url = await testing.serve()
})

const numberIn = ({ text }: Page) => /name="number" value="([^"]+)"/.exec(text)?.[1] ?? ''
const form = (change: Record<string, string> = {}) => ({
  months: '12',
  gifts: '1',
  currency: 'eur',
  'name-1': 'Ines',
  'delivery-1': 'now',
  'email-1': 'ines@reader.example',
  'message-1': 'Merry <b>Christmas</b>',
  'language-1': 'en',
  'zone-1': 'Europe/Dublin',
  buyer: 'Nell',
  email: 'nell@buyer.example',
  ...change,
})

async function fillIn(browser = visitor(), change: Record<string, string> = {}) {
  const page = await browser.get(`/gift?months=12&gifts=${change.gifts ?? 1}`)
  const number = numberIn(page)
  const answer = await browser.post('/gift', { number, ...form(change) })
  return { browser, number, answer }
}

/** Pays in the processor's books as its page does, and comes back. */
async function bought(change: Record<string, string> = {}) {
  const { browser, number } = await fillIn(visitor(), change)
  await browser.get(`/gift/check?order=${number}`)
  const answer = await browser.post('/gift/pay', { order: number })
  await browser.get(answer.location)
  const paid = await browser.post(answer.location, {
    email: 'nell@buyer.example',
    name: 'Nell',
    country: 'IE',
    number: '4242 4242 4242 4242',
    expires: '12/34',
    cvc: '123',
  })
  expect(paid.location).toContain(`/gift/thanks?order=${number}`)
  await browser.get(`/gift/thanks?order=${number}`)
  const row = await house.db
    .selectFrom('gift_orders')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { browser, number, gifts: () => listGiftsOf(house.db, row.id) }
}

test('what it costs stands on the buttons, and that it is practice', async () => {
  const { text } = await visitor().get('/gift')
  for (const words of ['3 months: €30 each', 'one year: €100 each', 'Payments are only practised'])
    expect(text).toContain(words)
  const filled = await visitor().get('/gift?months=12&gifts=3')
  expect(filled.text).toContain('3 gifts, one year each: €300')
  expect(filled.text).toContain('name="email-3"')
})

test('where there are no keys for real payments, giving is not open, and says so', async () => {
  const shut = await testHouse({ config: { siteUrl: 'https://lantern.example' } })
  await aTier(shut.house)
  const at = await shut.serve()
  for (const path of ['/gift', '/gift?months=12'])
    expect(await (await fetch(at + path)).text()).toContain('Joining is not open yet')
})

test('what is wrong is said beside its field, with everything that was typed still there', async () => {
  const { answer } = await fillIn(visitor(), {
    'name-1': '',
    'email-1': 'not an address',
    'delivery-1': 'date',
    'day-1': '2026-11-21',
    'hour-1': '09:00',
    email: 'nobody',
  })
  expect(answer.status).toBe(422)
  for (const words of [
    'Please give the name of the recipient',
    'Please give an address such as',
    'This hour is over',
    'value="not an address"',
    'Merry &lt;b>Christmas',
  ])
    expect(answer.text).toContain(words)
})

test('the gift is looked at before it is paid, by nobody but who filled it in', async () => {
  const { browser, number, answer } = await fillIn()
  expect(answer.location).toBe(`/gift/check?order=${number}`)
  const { text } = await browser.get(answer.location)
  for (const words of ['For Ines', 'From Nell', 'Pay €100', 'ines@reader.example'])
    expect(text).toContain(words)
  expect(text).not.toContain('<b>Christmas')
  expect((await visitor().get(answer.location)).status).toBe(404)
  const again = await browser.get(`/gift?order=${number}`)
  expect(again.text).toContain('value="Ines"')
  const stranger = visitor()
  await stranger.get('/gift?months=12')
  expect((await stranger.post('/gift', { number, ...form() })).status).toBe(409)
})

test('pressing twice opens one page of the processor; changing the gift closes it', async () => {
  const { browser, number } = await fillIn()
  await browser.get(`/gift/check?order=${number}`)
  const [one, two] = await Promise.all([
    browser.post('/gift/pay', { order: number }),
    browser.post('/gift/pay', { order: number }),
  ])
  expect(one.status).toBe(303)
  expect(two.location).toBe(one.location)
  const stripe = await house.payments.stripe()
  const session = /(cs_\w+)/.exec(one.location)![1]!
  const opened = await stripe.checkout.sessions.retrieve(session, { expand: ['line_items'] })
  expect(opened).toMatchObject({ status: 'open', amount_total: 10_000, mode: 'payment' })
  await browser.post('/gift', { number, ...form({ gifts: '2', 'name-2': 'Tom', 'delivery-2': 'self' }) })
  expect((await stripe.checkout.sessions.retrieve(session)).status).toBe('expired')
  const again = await browser.post('/gift/pay', { order: number })
  const next = await stripe.checkout.sessions.retrieve(/(cs_\w+)/.exec(again.location)![1]!)
  expect(next.amount_total).toBe(20_000)
})

test('from paying to reading: the thanks know, the letter claims, the buyer sees it', async () => {
  const recipient = 'claims@reader.example'
  const { browser, number, gifts } = await bought({ 'email-1': recipient })
  const thanks = await browser.get(`/gift/thanks?order=${number}`)
  expect(thanks.text).toContain('Your gift is paid for')
  expect((await gifts())[0]).toMatchObject({ sends: 1 })

  const [letter] = await readLettersTo(house, recipient)
  expect(letter?.subject).toBe('Nell has given you a membership of Masthead')
  expect(letter?.text).toContain('Merry <b>Christmas</b>')
  const link = /(\/gift\/claim\?token=\S+)/.exec(letter?.text ?? '')![1]!
  const reader = visitor()
  const opened = await reader.get(link)
  expect(opened.headers.get('referrer-policy')).toBe('same-origin')
  expect(opened.text).toContain(`value="${recipient}"`)
  await reader.get(link)
  expect((await gifts())[0]!.claimedAt).toBeNull()

  const before = await countMembers(house.db, house.payments.now())
  const token = new URL(link, url).searchParams.get('token')!
  const accepted = await reader.post('/gift/claim', { token, email: recipient, name: 'Ines' })
  expect(accepted.status).toBe(303)
  expect((await reader.get(accepted.location)).text).toContain('You are a member as of now')
  expect((await reader.get('/account')).status).toBe(200)
  expect(await countMembers(house.db, house.payments.now())).toBe(before + 1)
  expect((await visitor().get(link)).status).toBe(410)
  expect((await visitor().get(accepted.location.replace(/proof=[^&]+/, 'proof=1.x'))).status).toBe(410)

  const [receipt] = await readLettersTo(house, 'nell@buyer.example')
  const letters = await readLettersTo(house, 'nell@buyer.example')
  expect(letters.map(each => each.subject)).toContain('Ines has accepted your gift')
  expect(receipt).toBeDefined()
  const given = letters.map(each => /(\/gift\/given\?token=\S+)/.exec(each.text)?.[1]).find(Boolean)!
  const page = await visitor().get(given)
  expect(page.text).toContain('Accepted on 22 November 2026')
  expect(page.text).not.toContain('Take it back')
  expect(page.text).not.toContain(recipient)
})

test('with another address the gift is accepted once that address has been proved', async () => {
  const { gifts } = await bought({ 'email-1': 'first@reader.example' })
  const [letter] = await readLettersTo(house, 'first@reader.example')
  const link = /(\/gift\/claim\?token=\S+)/.exec(letter?.text ?? '')![1]!
  const reader = visitor()
  await reader.get(link)
  const token = new URL(link, url).searchParams.get('token')!
  const asked = await reader.post('/gift/claim', { token, email: 'second@reader.example' })
  expect((await reader.get(asked.location)).text).toContain('We have written to second@reader.example')
  expect((await gifts())[0]!.claimedAt).toBeNull()
  const [proof] = await readLettersTo(house, 'second@reader.example')
  const proofLink = /(\/gift\/claim\?token=\S+)/.exec(proof?.text ?? '')![1]!
  const query = Object.fromEntries(new URL(proofLink, url).searchParams)
  const elsewhere = visitor()
  expect((await elsewhere.get(proofLink)).text).toContain('Accept the gift with second@reader.example')
  const forged = await elsewhere.post('/gift/claim', { ...query, email: 'third@reader.example' })
  expect(forged.location).toContain('sent=third')
  const accepted = await elsewhere.post('/gift/claim', query as Record<string, string>)
  expect(accepted.location).toContain('/gift/claimed')
})

test('an account that was there before is given the time, and not opened by the link', async () => {
  const { reader } = await signedInReader(house, { email: 'known@reader.example' })
  await bought({ 'email-1': reader.email })
  const [letter] = await readLettersTo(house, reader.email)
  const token = /claim\?token=(\S+)/.exec(letter?.text ?? '')![1]!
  const stranger = visitor()
  await stranger.get(`/gift/claim?token=${token}`)
  const accepted = await stranger.post('/gift/claim', { token, email: reader.email })
  expect((await stranger.get(accepted.location)).text).toContain('To read as a member, sign in')
  expect((await stranger.get('/account')).status).toBe(303)
})

test('the buyer corrects, sends again and takes back, until it is accepted', async () => {
  const { gifts } = await bought({
    gifts: '2',
    'name-2': 'Tom',
    'delivery-2': 'date',
    'email-2': 'tom@reader.example',
    'day-2': '2026-12-24',
    'hour-2': '09:00',
    'zone-2': 'America/New_York',
    email: 'cares@buyer.example',
  })
  const [first, second] = await gifts()
  expect(second!.deliverAt).toEqual(new Date('2026-12-24T14:00:00Z'))
  const [receipt] = await readLettersTo(house, 'cares@buyer.example')
  const given = /(\/gift\/given\?token=\S+)/.exec(receipt?.text ?? '')![1]!
  const token = new URL(given, url).searchParams.get('token')!
  const buyer = visitor()
  const page = await buyer.get(given)
  expect(page.text).toContain('The letter goes on 24 December 2026, 09:00 (America/New York)')

  const moved = await buyer.post('/gift/given/change', {
    token,
    gift: String(second!.id),
    'name-1': 'Thomas',
    'delivery-1': 'date',
    'email-1': 'thomas@reader.example',
    'day-1': '2026-12-25',
    'hour-1': '08:00',
    'zone-1': 'America/New_York',
    'language-1': 'de',
  })
  expect(moved.location).toContain('done=saved')
  expect((await gifts())[1]).toMatchObject({
    recipientName: 'Thomas',
    recipientEmail: 'thomas@reader.example',
    deliverAt: new Date('2026-12-25T13:00:00Z'),
    language: 'de',
  })
  const again = await buyer.post('/gift/given/resend', { token, gift: String(first!.id) })
  expect(again.location).toContain('done=resent')
  // Another order's gift is not this buyer's.
  const other = await bought({ email: 'other@buyer.example' })
  const theirs = (await other.gifts())[0]!
  expect((await buyer.post('/gift/given/resend', { token, gift: String(theirs.id) })).status).toBe(404)

  const asked = await buyer.get(`/gift/given/refund?token=${token}&gift=${second!.id}`)
  expect(asked.text).toContain('Yes, give me €100 back')
  const refunded = await buyer.post('/gift/given/refund', { token, gift: String(second!.id) })
  expect(refunded.location).toContain('done=refunded')
  expect((await gifts()).map(({ undoneBecause }) => undoneBecause)).toEqual([null, 'refunded'])
  const money = await house.db
    .selectFrom('ledger_lines')
    .select(['kind', 'amount_minor as amount'])
    .where('gift_id', 'in', [first!.id, second!.id])
    .where('kind', 'in', ['gift-payment', 'refund'])
    .orderBy('id')
    .execute()
  expect(money).toEqual([
    { kind: 'gift-payment', amount: 20_000 },
    { kind: 'refund', amount: -10_000 },
  ])
  const twice = await buyer.post('/gift/given/refund', { token, gift: String(second!.id) })
  expect(twice.location).toContain('done=cannot')
  await doDueWork(house)
  clock.set('2026-12-25T13:00:00Z')
  await doDueWork(house)
  expect(await readLettersTo(house, 'thomas@reader.example')).toEqual([])
  clock.set('2026-11-22T09:00:00Z')
})

test('a gift that is handed over has its link on the card, and one with a letter shows none', async () => {
  const { gifts } = await bought({ 'delivery-1': 'self', email: 'prints@buyer.example' })
  const [gift] = await gifts()
  const [receipt] = await readLettersTo(house, 'prints@buyer.example')
  const token = /given\?token=(\S+)/.exec(receipt?.text ?? '')![1]!
  const card = await visitor().get(`/gift/card?token=${token}&gift=${gift!.id}`)
  const link = /(\/gift\/claim\?token=[^<\s]+)/.exec(card.text)![1]!
  const claim = await visitor().get(link)
  expect(claim.text).toContain('A gift for Ines')
  // Nobody proved an address by having the card: a letter goes there first.
  const reader = visitor()
  await reader.get(link)
  const asked = await reader.post('/gift/claim', {
    token: new URL(link, url).searchParams.get('token')!,
    email: 'nell@buyer.example',
  })
  expect(asked.location).toContain('sent=')

  const lettered = await bought({ email: 'letters@buyer.example' })
  const [note] = await readLettersTo(house, 'letters@buyer.example')
  const own = /given\?token=(\S+)/.exec(note?.text ?? '')![1]!
  const shown = await visitor().get(`/gift/card?token=${own}&gift=${(await lettered.gifts())[0]!.id}`)
  expect(shown.status).toBe(303)
})

test('staff give the money back after the claim, and what is left of the membership ends', async () => {
  const { gifts } = await bought({ 'email-1': 'keeps@reader.example' })
  const [gift] = await gifts()
  await claimGift(house, gift!, { email: 'keeps@reader.example', name: '' })
  await expect(refundGift(house, processorEffects, { giftId: gift!.id, by: 'buyer' })).rejects.toMatchObject({
    status: 409,
  })
  const before = await countMembers(house.db, house.payments.now())
  const { staff } = await signedIn(house, 'audience')
  await refundGift(house, processorEffects, { giftId: gift!.id, by: staff, reason: 'A double' })
  const [after] = await gifts()
  expect(after).toMatchObject({ undoneBecause: 'refunded', refundReason: 'A double' })
  expect(await findMembership(house.db, after!.membershipId!)).toMatchObject({
    state: 'ended',
    endedBecause: 'refunded',
  })
  expect(await countMembers(house.db, house.payments.now())).toBe(before - 1)
})

test('a refund that was interrupted is carried on, once, and nobody claims meanwhile', async () => {
  const { gifts } = await bought({ 'email-1': 'interrupted@reader.example' })
  const [gift] = await gifts()
  await house.db
    .updateTable('gifts')
    .set({ refund_asked_at: clock.now(), refund_asked_by: 'buyer' })
    .where('id', '=', gift!.id)
    .execute()
  const claimed = await claimGift(house, gift!, { email: 'interrupted@reader.example', name: '' })
  expect(claimed).toEqual({ is: 'gone', state: 'refunding' })
  await doDueWork(house)
  await doDueWork(house)
  expect((await gifts())[0]).toMatchObject({ undoneBecause: 'refunded' })
  const stripe = await house.payments.stripe()
  const order = await findOrder(house.db, { id: gift!.orderId })
  const { data } = await stripe.refunds.list({ charge: order!.charge! })
  expect(data).toHaveLength(1)
})

test.each(['', 'x', '1.abc', `1.${'a'.repeat(43)}`, '../../etc'])('a wrong link says so: %s', async token => {
  for (const path of ['/gift/claim', '/gift/given', '/gift/card', '/gift/claimed']) {
    const { status, text } = await visitor().get(`${path}?token=${encodeURIComponent(token)}`)
    expect(status).toBe(404)
    expect(text).toContain('This link leads to no gift')
  }
})
