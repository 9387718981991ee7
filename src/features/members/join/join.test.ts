import { beforeAll, expect, test } from 'vitest'
import { testHouse } from '../../../../test/builders/test-house.ts'
import { type Page, type Visitor, visitor as visitorFrom } from '../../../../test/builders/visitor.ts'
import { changeSupportSettings } from '../change-support-settings.ts'
import { addCoupon } from '../save-coupon.ts'
import { saveTier } from '../save-tier.ts'

const testing = await testHouse({ config: { trustedProxies: ['127.0.0.1'] } })
const { house } = testing
let url: string
let friend: number
let addresses = 0

/** Each from an address of its own, so that one's limit is not another's. */
const visitor = (at: string, headers: Record<string, string> = {}) =>
  visitorFrom(at, { ...headers, 'x-forwarded-for': `192.0.2.${++addresses}` })

beforeAll(async () => {
  url = await testing.serve()
  const common = { description: 'For one reader', benefits: ['The meeting'], seats: 1, trialDays: 0 }
  friend = await saveTier(house, {
    by: 'program',
    id: null,
    input: { ...common, name: 'Friend' },
    prices: [
      { period: 'month', currency: 'eur', amountMinor: 1000 },
      { period: 'year', currency: 'eur', amountMinor: 10_000 },
      { period: 'month', currency: 'gbp', amountMinor: 900 },
    ],
  })
  await changeSupportSettings(house, {
    by: 'program',
    change: settings => ({
      ...settings,
      currencies: ['eur', 'gbp'],
      preferredTier: friend,
      fees: { offered: true, percent: 1.5, fixed: { eur: 25 } },
    }),
  })
  await addCoupon(house, {
    by: 'program',
    coupon: {
      code: 'HALF',
      percent: 50,
      amountMinor: null,
      currency: null,
      duration: 'months',
      months: 3,
      endsAt: null,
      mostUses: null,
    },
  })
})

const numberIn = ({ text }: Page) => /name="number" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Opens the page and presses one of its buttons. */
async function press(browser: Visitor, choice: string, form: Record<string, string> = {}): Promise<Page> {
  const page = await browser.get('/join')
  return browser.post('/join', { number: numberIn(page), currency: 'eur', choice, ...form })
}

async function sessionOf({ location }: Page) {
  const id = /(cs_\w+)/.exec(location)?.[1] ?? ''
  const stripe = await house.payments.stripe()
  return stripe.checkout.sessions.retrieve(id, { expand: ['line_items'] })
}

test('the period stands on the button, the fee beside it, and the page says that it is practice', async () => {
  const { text } = await visitor(url).get('/join')
  for (const words of [
    '€10 a month',
    '€100 a year',
    '€10.41 a month',
    'Payments are only practised',
    'Our suggestion',
  ])
    expect(text).toContain(words)
})

test('prices are in the currency of the browser’s region, or in the one that was asked for', async () => {
  const british = visitor(url, { 'accept-language': 'en-GB,en;q=0.9' })
  expect((await british.get('/join')).text).toContain('£9 a month')
  expect((await british.get('/join?currency=eur')).text).toContain('€10 a month')
})

test('a membership leads to the processor’s page, with all that is to be known of it', async () => {
  const answer = await press(visitor(url), `month-${friend}`, {
    cover: 'yes',
    coupon: 'half',
    campaign: '7',
    appeal: '8',
  })
  expect(answer.status).toBe(303)
  const session = await sessionOf(answer)
  expect(session).toMatchObject({ mode: 'subscription', status: 'open', currency: 'eur' })
  expect(session.metadata).toMatchObject({
    purpose: 'membership',
    tier: String(friend),
    fee_minor: '41',
    campaign: '7',
    appeal: '8',
  })
  expect(session.amount_subtotal).toBe(1041)
  expect(session.amount_total).toBe(520)
})

test('a second click, and going back and choosing the same, lead to the same page', async () => {
  const browser = visitor(url)
  const number = numberIn(await browser.get('/join'))
  const send = () => browser.post('/join', { number, currency: 'eur', choice: `month-${friend}` })
  const [first, second] = await Promise.all([send(), send()])
  const third = await send()
  expect(first.status).toBe(303)
  expect(second.location).toBe(first.location)
  expect(third.location).toBe(first.location)
})

test('another choice, or another tab, ends what was begun before', async () => {
  const browser = visitor(url)
  const page = await browser.get('/join')
  const form = { number: numberIn(page), currency: 'eur' }
  const month = await browser.post('/join', { ...form, choice: `month-${friend}` })
  const year = await browser.post('/join', { ...form, choice: `year-${friend}` })
  expect(year.location).not.toBe(month.location)
  expect((await sessionOf(month)).status).toBe('expired')
  const other = await press(browser, `month-${friend}`)
  expect((await sessionOf(year)).status).toBe('expired')
  expect((await sessionOf(other)).status).toBe('open')
})

test('two tabs at once leave one page that can be paid', async () => {
  const browser = visitor(url)
  const numbers = [numberIn(await browser.get('/join')), numberIn(await browser.get('/join'))]
  const answers = await Promise.all(
    numbers.map(number => browser.post('/join', { number, currency: 'eur', choice: `month-${friend}` })),
  )
  const states = await Promise.all(answers.map(async answer => (await sessionOf(answer)).status))
  expect(states.sort()).toEqual(['expired', 'open'])
})

test('a gift of money, suggested or typed', async () => {
  const suggested = await sessionOf(await press(visitor(url), 'once', { amount: '3000' }))
  expect(suggested).toMatchObject({ mode: 'payment', amount_total: 3000 })
  expect(suggested.metadata).toMatchObject({ purpose: 'single' })
  const typed = await sessionOf(await press(visitor(url), 'once', { amount: '3000', other: '12,50' }))
  expect(typed.amount_total).toBe(1250)
})

test.each([
  ['once', { other: '1' }, 'This is less than we can take'],
  ['once', { other: 'much' }, 'Please choose an amount'],
  ['month-999', {}, 'This cannot be had in this way any more.'],
  ['year-1', { currency: 'gbp' }, 'This cannot be had in this way any more.'],
  ['look', { coupon: 'NONSUCH' }, 'This code is not known'],
])('%s with %o is answered in words, and keeps what was chosen', async (choice, form, sentence) => {
  const answer = await press(visitor(url), choice, { frequency: 'once', ...form })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  for (const typed of Object.values(form)) if (typed !== 'gbp') expect(answer.text).toContain(typed)
})

test('a code shows what it gives before anything is paid', async () => {
  const browser = visitor(url)
  const look = await press(browser, 'look', { coupon: 'half' })
  expect(look.status).toBe(303)
  expect((await browser.get(look.location)).text).toContain(
    'With your code: €5 a month for the first 3 months.',
  )
})

test('a browser that begins payment after payment is asked to wait', async () => {
  const browser = visitor(url)
  const { house: limits } = testing
  const number = numberIn(await browser.get('/join'))
  await browser.post('/join', { number, currency: 'eur', choice: `month-${friend}` })
  const [row] = await limits.db.selectFrom('checkouts').selectAll().where('number', '=', number).execute()
  await limits.db
    .insertInto('checkouts')
    .values(
      Array.from({ length: 12 }, (_, n) => ({ ...row!, number: `made-${n}`, session: null, choice: {} })),
    )
    .execute()
  const answer = await press(browser, `month-${friend}`)
  expect(answer.status).toBe(429)
  expect(answer.text).toContain('Too many payments were begun here.')
})

test('what this browser did not begin, it is not told of', async () => {
  const begun = await press(visitor(url), `month-${friend}`)
  const { id } = await sessionOf(begun)
  expect((await visitor(url).get('/join/thanks?session=cs_test_unknown')).status).toBe(404)
  const stranger = await visitor(url).get(`/join/thanks?session=${id}`)
  expect(stranger.text).toContain('Nothing was paid')
  expect(stranger.text).not.toContain(`/practice/checkout/${id}`)
})
