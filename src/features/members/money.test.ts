import fc from 'fast-check'
import { sql } from 'kysely'
import Stripe from 'stripe'
import { beforeAll, expect, test } from 'vitest'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { processorEffects } from '../../app/processor-effects.ts'
import type { House } from '../../platform/house.ts'
import { applyEvent, applyObject, countMembers, countSupporters } from '../ledger/ledger.ts'
import { writeMetadata } from './checkout-metadata.ts'
import { insertTier } from './tier-queries.ts'

const clock = testClock('2026-11-01T09:00:00Z')
const { house } = await testHouse({ clock })
const attribution = { campaignId: 7, appealId: 8, wordingId: null }
let stripe: Stripe
let tierId: number
let price: string

beforeAll(async () => {
  stripe = await house.payments.stripe()
  const product = await stripe.products.create({ name: 'Friend' })
  price = (
    await stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: 1000,
      recurring: { interval: 'month' },
    })
  ).id
  await house.db.transaction().execute(async tx => {
    const now = house.payments.now()
    tierId = await insertTier(
      tx,
      { name: 'Friend', description: '', benefits: [], seats: 1, trialDays: 0, slug: 'friend' },
      now,
    )
    await tx.updateTable('tiers').set({ processor_product: product.id }).where('id', '=', tierId).execute()
  })
})

test('refunds, gifts of money, failing cards and disputes end the same, whatever is heard when', async () => {
  const events = await liveThrough()
  expect(events.length).toBeGreaterThan(25)
  const inOrder = await hear(events)
  expect(inOrder.lines.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'membership-payment',
      'single-payment',
      'refund',
      'dispute',
      'fee',
      'member-began',
    ]),
  )
  // One reader's events never touch another's, so each run shuffles those of one.
  const stories = await Promise.all(
    [...byReader(events)].map(async ([, own]) => ({ own, right: stateOfSome(inOrder, await emailOf(own)) })),
  )
  await withMemory(async remembering => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...stories),
        fc.infiniteStream(fc.nat()),
        fc.nat(9),
        async (story, order, some) => {
          const shuffled = inOrderOf(story.own, order)
          // Every object is heard of once at least; the rest are gaps, duplicates and late ones.
          const first = [...new Map(shuffled.toReversed().map(event => [idOf(event), event])).values()]
          const again = shuffled.slice(0, some)
          expect(await hear([...first, ...again], remembering)).toEqual(story.right)
        },
      ),
      { numRuns: 1000 },
    )
  })
}, 600_000)

test('with gaps, what the last of each object tells is enough', async () => {
  const { rows } = await sql<{ id: string }>`select id from processor_events`.execute(house.db)
  expect(rows.length).toBeGreaterThan(0)
  const events = (await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 500 })).reverse()
  const whole = await hear(events)
  const latest = new Map(events.map(event => [idOf(event), event]))
  expect(await hear([...latest.values()])).toEqual(whole)
})

test('members and supporters are counted from the lines, and what was given back counts for nothing', async () => {
  const before = new Date('2026-10-31T00:00:00Z')
  expect(await countMembers(house.db, before)).toBe(0)
  expect(await countMembers(house.db, new Date('2026-11-20T00:00:00Z'))).toBe(2)
  expect(await countSupporters(house.db, new Date('2026-11-20T00:00:00Z'))).toBe(3)
})

test('several who hear of a new membership at once write it once', async () => {
  const { id } = await joins('twice@example.org', 'pm_card_visa')
  // Each under another lock, as a reader's return and the processor's event are.
  const hear = (name: string) =>
    applyObject(house, processorEffects, {
      hint: { kind: 'subscription', id, source: name },
      object: { id: name },
    })
  await Promise.all([hear('return'), hear('event'), hear('comparison')])
  const lines = await house.db
    .selectFrom('ledger_lines')
    .innerJoin('readers', 'readers.id', 'ledger_lines.reader_id')
    .select('kind')
    .where('email', '=', 'twice@example.org')
    .execute()
  expect(lines).toEqual([{ kind: 'member-began' }])
})

/** Three readers and their year, played at the processor alone: nothing is heard of it yet. */
async function liveThrough(): Promise<Stripe.Event[]> {
  const faithful = await joins('faithful@example.org', 'pm_card_visa')
  const failing = await joins('failing@example.org', 'pm_card_visa')
  const worse = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: failing.customer as string,
  })
  await stripe.subscriptions.update(failing.id, { default_payment_method: worse.id })
  await gives('generous@example.org', { amount: 5000 })
  const undone = await gives('undone@example.org', { amount: 2000 })
  await stripe.refunds.create({ payment_intent: undone })
  const disputing = await gives('disputing@example.org', { amount: 3000, card: 'pm_card_createDispute' })
  await play(40)
  const [invoice] = (
    await stripe.invoices.list({ subscription: faithful.id, limit: 1, expand: ['data.payments'] })
  ).data
  const intent = invoice!.payments!.data[0]!.payment.payment_intent as string
  await stripe.refunds.create({ payment_intent: intent, amount: 400 })
  await stripe.subscriptions.update(faithful.id, { cancel_at_period_end: true })
  await play(60)
  expect((await stripe.subscriptions.retrieve(failing.id)).status).toBe('canceled')
  expect((await stripe.subscriptions.retrieve(faithful.id)).status).toBe('canceled')
  expect((await stripe.paymentIntents.retrieve(disputing)).status).toBe('succeeded')
  return (await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 500 })).reverse()
}

async function joins(email: string, card: string): Promise<Stripe.Subscription> {
  const customer = await stripe.customers.create({ email, name: 'A reader' })
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
  return stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price }],
    default_payment_method: method.id,
    metadata: writeMetadata({ purpose: 'membership', language: 'en', tierId, attribution }),
  })
}

async function gives(
  email: string,
  { amount, card = 'pm_card_visa' }: { amount: number; card?: string },
): Promise<string> {
  const customer = await stripe.customers.create({ email })
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    customer: customer.id,
    payment_method: card,
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    metadata: writeMetadata({ purpose: 'single', language: 'en', attribution }),
  })
  return intent.id
}

async function play(days: number): Promise<void> {
  clock.advance(days * 86_400)
  await (await house.payments.practice()).runDue(house.payments.now())
}

/** The events that change anything here, by the reader whose they are. */
function byReader(events: readonly Stripe.Event[]): Map<string, Stripe.Event[]> {
  const groups = new Map<string, Stripe.Event[]>()
  for (const event of events) {
    const object = event.data.object as unknown as Record<string, unknown>
    if (!Object.hasOwn(processorEffects, String(object.object)) || typeof object.customer !== 'string')
      continue
    groups.set(object.customer, [...(groups.get(object.customer) ?? []), event])
  }
  return groups
}

function idOf(event: Stripe.Event): string {
  return (event.data.object as { id: string }).id
}

async function emailOf([first]: readonly Stripe.Event[]): Promise<string> {
  const { customer } = first!.data.object as { customer: string }
  const found = await stripe.customers.retrieve(customer)
  return found.deleted ? '' : found.email!
}

function stateOfSome({ lines, memberships }: State, email: string): State {
  return {
    lines: lines.filter(({ who }) => who === email),
    memberships: memberships.filter(({ who }) => who === email),
  }
}

function inOrderOf<T>(items: readonly T[], order: Iterable<number>): T[] {
  const numbers = order[Symbol.iterator]()
  return items
    .map(item => ({ item, at: numbers.next().value as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

interface State {
  lines: { kind: string; object_id: string; amount: number; members: number; who: string }[]
  memberships: { who: string; state: string; paid: string; because: string }[]
}

/** Forgets all that was heard, hears these events, and says what is known then. */
async function hear(events: readonly Stripe.Event[], doors: House = house): Promise<State> {
  await forget()
  for (const event of events) await applyEvent(doors, processorEffects, event)
  const lines = await sql<State['lines'][number]>`
    select l.kind, case when l.members = 0 then l.object_id else '' end as object_id,
      l.amount_minor as amount, l.members, r.email as who
    from ledger_lines l left join readers r on r.id = l.reader_id
    order by l.kind, l.object_id, r.email
  `.execute(house.db)
  const memberships = await sql<State['memberships'][number]>`
    select r.email as who, m.state, m.paid_until::text as paid, coalesce(m.ended_because, '') as because
    from memberships m join readers r on r.id = m.reader_id order by r.email
  `.execute(house.db)
  const byWho = (a: { kind: string; who: string; object_id: string }, b: typeof a) =>
    `${a.kind} ${a.object_id} ${a.who}`.localeCompare(`${b.kind} ${b.object_id} ${b.who}`)
  return { lines: lines.rows.sort(byWho), memberships: memberships.rows }
}

/** The ledger lets nothing go; a test that begins anew has to hold its trigger back. */
async function forget(): Promise<void> {
  await house.db.transaction().execute(async tx => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const table of ['ledger_lines', 'memberships', 'reader_customers', 'readers', 'processor_events'])
      await sql`delete from ${sql.table(table)}`.execute(tx)
  })
}

/** A house whose processor's answers are asked for once each: nothing changes there while only the order does. */
async function withMemory(use: (house: House) => Promise<void>): Promise<void> {
  const practice = await house.payments.practice()
  const answers = new Map<string, Promise<{ status: number; headers: Headers; body: string }>>()
  const remembering = async (input: URL | RequestInfo, init?: RequestInit): Promise<Response> => {
    const key = String(input)
    if (init?.method !== 'GET') throw new Error(`Hearing of ${key} should change nothing there.`)
    const asked =
      answers.get(key) ??
      fetch(input, init).then(async found => ({
        status: found.status,
        headers: found.headers,
        body: await found.text(),
      }))
    answers.set(key, asked)
    const { status, headers, body } = await asked
    return new Response(body, { status, headers })
  }
  const client = new Stripe(practice.apiKey, {
    host: practice.host,
    port: practice.port,
    protocol: 'http',
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(remembering),
  })
  await use({ ...house, payments: { ...house.payments, stripe: async () => client } })
}
