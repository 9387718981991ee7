import { expect, test } from 'vitest'
import { aTier } from '../../../../test/builders/a-tier.ts'
import { testClock, testHouse } from '../../../../test/builders/test-house.ts'
import { type Visitor, visitor } from '../../../../test/builders/visitor.ts'
import { doDueWork } from '../../../app/due-work.ts'
import { savePublication } from '../../publication/publication.ts'
import { findReader, findReaderByEmail } from '../../readers/reader.ts'
import { insertMembership, listMembershipsOf } from '../membership-queries.ts'
import { removeCustomersJob } from './forget-member.ts'

const clock = testClock('2026-01-10T09:00:00Z')
const opened = await testHouse({ clock })
const { house } = opened
const url = await opened.serve()
await savePublication(house, { name: 'The Lantern' })
const tier = await aTier(house)

/** Joins as readers do, with a card that is good. */
async function join(email: string): Promise<Visitor> {
  const own = visitor(url)
  const page = await own.get('/join')
  const number = /name="number" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const form = { number, currency: 'eur', choice: `month-${tier}`, amount: '3000' }
  const { location } = await own.post('/join', form)
  const card = { name: 'Ada Sorrel', country: 'IE', number: '4242424242424242', expires: '12/34', cvc: '123' }
  await own.get(location)
  const paid = await own.post(location, { email, ...card })
  const back = new URL(paid.location, url)
  await own.get(back.pathname + back.search)
  return own
}

async function lines(readerId: number) {
  return house.db
    .selectFrom('ledger_lines')
    .select(['kind', 'amount_minor as amountMinor'])
    .where('reader_id', '=', readerId)
    .orderBy('id')
    .execute()
}

test('with the account the membership ends, nothing more is taken, and the money stays in the ledger', async () => {
  const email = 'leaving@example.org'
  const own = await join(email)
  const { id } = (await findReaderByEmail(house.db, email))!
  const data = JSON.parse((await own.get('/account/data')).text)
  expect(data.memberships).toMatchObject([{ state: 'active', period: 'month', currency: 'eur' }])
  expect(data.payments).toMatchObject([{ kind: 'membership-payment' }])
  const page = await own.get('/account/delete')
  expect(page.text).toContain('Your membership ends with the account, at once')
  const before = await lines(id)
  expect((await own.post('/account/delete', { email })).status).toBe(303)
  const customers = await house.db
    .selectFrom('reader_customers')
    .select('customer')
    .where('reader_id', '=', id)
    .execute()
  const job = { customers: customers.map(({ customer }) => customer) }
  expect(job.customers).toHaveLength(1)
  await removeCustomersJob.run(job, house)
  await removeCustomersJob.run(job, house)
  await doDueWork(house)
  expect(await listMembershipsOf(house.db, id)).toMatchObject([{ state: 'ended' }])
  clock.advance(62 * 86_400)
  await doDueWork(house)
  const after = await lines(id)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.slice(before.length).map(({ kind }) => kind)).toEqual(['member-ended'])
  // What the processor still tells about them makes no account.
  expect(await findReaderByEmail(house.db, email)).toBeNull()
  expect((await findReader(house.db, id))?.email).toBeNull()
})

test('what the newsroom granted ends at once, and so do the words of a farewell', async () => {
  const email = 'granted@example.org'
  const own = await join(email)
  const { id } = (await findReaderByEmail(house.db, email))!
  const now = house.payments.now()
  const granted = await insertMembership(
    house.db,
    {
      ...(await listMembershipsOf(house.db, id))[0]!,
      source: 'complimentary',
      subscription: null,
      startedAt: now,
      paidUntil: null,
      graceUntil: null,
      cancelReason: 'I, Ada, have moved',
    },
    now,
  )
  await own.get('/account/delete')
  await own.post('/account/delete', { email })
  const memberships = await listMembershipsOf(house.db, id)
  expect(memberships.find(each => each.id === granted)).toMatchObject({
    state: 'ended',
    endedBecause: 'removed',
    cancelReason: '',
  })
})
