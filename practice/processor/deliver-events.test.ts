import { afterEach, expect, test } from 'vitest'
import { hearEvents, testProcessor } from '../../test/builders/practice-processor.ts'
import { changeDelivery } from './event-queries.ts'

const one = await testProcessor()
const { stripe, db, clock, processor } = one
const heard = await hearEvents()
processor.deliverTo(heard.url)

afterEach(async () => {
  await changeDelivery(db, { twice: false, shuffled: false, held: false })
  heard.answer(200)
  await processor.runDue(clock.now())
  heard.events.length = 0
})

/** Made with nothing going out meanwhile. */
async function customers(count: number): Promise<string[]> {
  await changeDelivery(db, { held: true })
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push((await stripe.customers.create({ name: `N${n}` })).id)
  return ids
}

const about = () => heard.events.map(({ data }) => (data.object as { id: string }).id)

test('events come by themselves, soon after what they tell of', async () => {
  const { id } = await stripe.customers.create({ name: 'Soon' })
  await expect.poll(about, { timeout: 5000 }).toEqual([id])
})

test('held events wait until they are let go, and come in order', async () => {
  const ids = await customers(5)
  await processor.runDue(clock.now())
  expect(heard.events).toEqual([])
  await changeDelivery(db, { held: false })
  await processor.runDue(clock.now())
  expect(about()).toEqual(ids)
})

test('on request each comes twice, in any order', async () => {
  const ids = await customers(20)
  await changeDelivery(db, { held: false, twice: true, shuffled: true })
  await processor.runDue(clock.now())
  expect(about().toSorted()).toEqual([...ids, ...ids].toSorted())
  expect(about()).not.toEqual(ids.flatMap(id => [id, id]))
  expect(new Set(heard.events.map(({ id }) => id)).size).toBe(20)
})

test('what is refused is tried again, and delivered once', async () => {
  const ids = await customers(2)
  heard.answer(500)
  await changeDelivery(db, { held: false })
  await processor.runDue(clock.now())
  expect(heard.events).toEqual([])
  const waiting = await stripe.events.list({ delivery_success: false })
  expect(waiting.data.map(({ pending_webhooks }) => pending_webhooks)).toEqual([1, 1])
  heard.answer(200)
  await processor.runDue(clock.now())
  await processor.runDue(clock.now())
  expect(about()).toEqual(ids)
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([])
})

test('an event tells what changed, who asked, and can be asked for', async () => {
  const [id] = await customers(1)
  await stripe.customers.update(id!, { name: 'Other', metadata: { a: '1' } }, { idempotencyKey: 'the key' })
  const { data } = await stripe.events.list({ type: 'customer.updated' })
  expect(data[0]).toMatchObject({
    type: 'customer.updated',
    data: { object: { id, name: 'Other' }, previous_attributes: { name: 'N0' } },
    request: { idempotency_key: 'the key' },
  })
  expect(await stripe.events.retrieve(data[0]!.id)).toMatchObject({ id: data[0]!.id })
})
