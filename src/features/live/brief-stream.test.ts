import { connect } from 'node:net'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { readStream } from '../../../test/builders/read-stream.ts'
import { testHouse } from '../../../test/builders/test-house.ts'
import { named } from '../../../test/setup/database.ts'
import { createEvents } from '../../platform/events/events.ts'
import type { House } from '../../platform/house.ts'
import { createHttpServer } from '../../platform/http/server.ts'
import { createMetrics } from '../../platform/metrics.ts'
import { editBrief, postBrief, withdrawBrief } from './brief.ts'
import { closeNewsStreams, newsStream } from './brief-stream.ts'
import { newestEventId } from './stream-queries.ts'

// Two nodes of one publication: each with its own ears on the outbox, its own streams and its own server.
const { house, standings } = await testHouse()
const { db } = house
const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
const connection = named(inject('testServer').connection, rows[0]!.name)
const nodes = await Promise.all([startNode(), startNode()])
const [here, there] = nodes as [Node, Node]

type Node = Awaited<ReturnType<typeof startNode>>

async function startNode() {
  const events = createEvents({ db, connection, log: house.log })
  const node: House = { ...house, events, metrics: createMetrics(() => house.press) }
  await node.events.start()
  const server = await createHttpServer({
    house: node,
    standings,
    routes: [{ method: 'GET', path: '/news/stream', who: 'anyone', query: ['after'], open: newsStream }],
    failed: async () => ({ status: 500, body: 'failed' }),
  })
  const { port } = await server.listen({ port: 0, host: '127.0.0.1' })
  const stop = async () => {
    closeNewsStreams(node)
    await server.stop()
    await node.events.stop()
  }
  const streams = async () => {
    const text = await node.metrics.text()
    return Number(/^masthead_feed_streams (\d+)$/m.exec(text)?.[1])
  }
  return { url: `http://127.0.0.1:${port}/news/stream`, port, stop, streams }
}

afterAll(() => Promise.all(nodes.map(node => node.stop())))

const post = (headline: string) => postBrief(house, { headline }, { by: 'Maeve' })

test('says how it is to be kept and handled, and nothing to other origins', async () => {
  const stream = await readStream(here.url)
  expect(stream.status).toBe(200)
  expect(stream.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  expect(stream.headers).not.toHaveProperty('access-control-allow-origin')
  await stream.until(({ lines }) => lines.includes('retry: 2000'))
  stream.close()
  const head = await readStream(here.url, { method: 'HEAD' })
  expect(head.headers['content-type']).toBe('text/event-stream; charset=utf-8')
  await head.ended
})

test('brings what is posted, edited and withdrawn', async () => {
  const stream = await readStream(here.url)
  await stream.until(({ lastId }) => lastId !== null)
  const brief = await postBrief(house, { headline: 'The <b>ferry</b>', breaking: true }, { by: 'Maeve' })
  await stream.until(({ events }) => events.length === 1)
  await editBrief(house, brief.id, { headline: 'The ferry', pinned: true })
  await stream.until(({ events }) => events.length === 2)
  await withdrawBrief(house, brief.id)
  await stream.until(({ events }) => events.length === 3)
  const [posted, edited, withdrawn] = stream.events
  expect(posted).toMatchObject({
    kind: 'brief-posted',
    data: { id: brief.id, headline: 'The <b>ferry</b>', breaking: true, pinned: false },
  })
  expect(posted?.data.publishedAt).toBe(brief.publishedAt.toISOString())
  expect(posted?.data.html).toContain(`<a href="/news/${brief.id}">The &lt;b>ferry&lt;/b></a>`)
  expect(edited).toMatchObject({ kind: 'brief-edited', data: { headline: 'The ferry', pinned: true } })
  expect(withdrawn).toMatchObject({ kind: 'brief-withdrawn', data: { id: brief.id } })
  stream.close()
})

test.each(['', 'x', '-1', '1.5', '9'.repeat(40), "1' or '1'='1"])(
  'takes the id %j for none, and begins with what comes',
  async id => {
    const watcher = await readStream(here.url)
    await watcher.until(({ lastId }) => lastId !== null)
    await post('Before')
    await watcher.until(({ events }) => events.length > 0)
    watcher.close()
    const stream = await readStream(`${here.url}?after=${encodeURIComponent(id)}`, { lastEventId: id })
    await stream.until(({ lastId }) => lastId !== null)
    await post('After')
    await stream.until(({ events }) => events.length > 0)
    expect(stream.events.map(({ data }) => data.headline)).toEqual(['After'])
    stream.close()
  },
)

test('goes on after ?after= the first time and after Last-Event-ID from then on', async () => {
  const start = await newestEventId(db)
  for (const headline of ['one', 'two', 'three']) await post(headline)
  const first = await readStream(`${here.url}?after=${start}`)
  await first.until(({ events }) => events.length === 3)
  first.close()
  const again = await readStream(`${here.url}?after=${start}`, { lastEventId: first.events[1]!.id })
  await again.until(({ events }) => events.length === 1)
  expect(again.events[0]?.data.headline).toBe('three')
  again.close()
})

test('one who posts from many transactions, one who reconnects at random to any node: each event once, in order', async () => {
  const plan = fc.record({
    posts: fc.integer({ min: 1, max: 60 }),
    writers: fc.integer({ min: 1, max: 5 }),
    // How many events to stay for each time, and where to go then.
    visits: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 12 }),
    // How many posts are made before the first visit.
    ahead: fc.integer({ min: 0, max: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ posts, writers, visits, ahead }) => {
      const start = await newestEventId(db)
      for (let i = 0; i < ahead; i++) await post(`ahead ${i}`)
      const all = ahead + posts
      const posting = Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          for (let i = writer; i < posts; i += writers) await post(`${writer} ${i}`)
        }),
      )
      const seen: number[] = []
      let lastId: number | undefined
      for (let visit = 0; seen.length < all; visit++) {
        const [stay, far] = visits[visit % visits.length]!
        const wanted = Math.min(all - seen.length, visit < visits.length ? stay : all)
        const stream = await readStream(`${(far ? there : here).url}?after=${start}`, { lastEventId: lastId })
        await stream.until(({ events }) => events.length >= wanted)
        stream.close()
        seen.push(...stream.events.map(({ id }) => id))
        lastId = stream.events.at(-1)?.id ?? lastId
      }
      await posting
      const { rows } = await sql<{
        id: number
      }>`select id from events where id > ${start} order by id`.execute(db)
      expect(seen).toEqual(rows.map(row => row.id))
    }),
    { numRuns: 25 },
  )
})

test('who missed more than a node remembers is told to load the page; so is nobody who missed less', async () => {
  const start = await newestEventId(db)
  for (let i = 0; i < 150; i++) await post(`long ago ${i}`)
  const fresh = await startNode()
  const resumed = await readStream(fresh.url, { lastEventId: start })
  await resumed.until(({ events }) => events.length === 150)
  expect(new Set(resumed.events.map(({ kind }) => kind))).toEqual(new Set(['brief-posted']))
  for (let i = 0; i < 51; i++) await post(`lately ${i}`)
  await resumed.until(({ events }) => events.length === 201)
  resumed.close()

  for (const node of [fresh, await startNode()]) {
    const away = await readStream(node.url, { lastEventId: start })
    await away.until(({ events }) => events.length > 0)
    expect(away.events).toMatchObject([{ kind: 'reload' }])
    away.close()
    const back = await readStream(node.url, { lastEventId: start + 1 })
    await back.until(({ events }) => events.length === 200)
    back.close()
    await node.stop()
  }
})

test('an id whose successors the outbox no longer holds is answered with reload; without news since, it is not', async () => {
  const old = await post('old')
  const id = await newestEventId(db)
  for (let i = 0; i < 9; i++) await post(`since ${i}`)
  await sql`delete from events where id <= ${id + 3}`.execute(db)
  const fresh = await startNode()
  const missed = await readStream(fresh.url, { lastEventId: id })
  await missed.until(({ events }) => events.length > 0)
  expect(missed.events).toMatchObject([{ kind: 'reload' }])
  await withdrawBrief(house, old.id)
  await missed.until(({ events }) => events.length > 1)
  expect(missed.events[1]).toMatchObject({ kind: 'brief-withdrawn', data: { id: old.id } })
  missed.close()
  await fresh.stop()

  await sql`update events set kind = 'something-else'`.execute(db)
  const quiet = await startNode()
  const unmissed = await readStream(quiet.url, { lastEventId: id })
  await unmissed.until(({ lines }) => lines.includes('retry: 2000'))
  await post('news at last')
  await unmissed.until(({ events }) => events.length > 0)
  expect(unmissed.events).toMatchObject([{ kind: 'brief-posted' }])
  unmissed.close()
  await quiet.stop()
})

test('an id from a future that never came (a restored database) is answered with reload', async () => {
  const stream = await readStream(here.url, { lastEventId: 900_000_000_000 })
  await stream.until(({ events }) => events.length > 0)
  expect(stream.events).toMatchObject([{ kind: 'reload' }])
  await post('from now on')
  await stream.until(({ events }) => events.length > 1)
  stream.close()
})

test('a reader who does not read is dropped, and others are served', async () => {
  const slow = connect(here.port, '127.0.0.1')
  slow.write('GET /news/stream HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise(resolve => slow.once('data', resolve))
  slow.pause()
  const quick = await readStream(here.url)
  await quick.until(({ lastId }) => lastId !== null)
  const long = [{ type: 'text' as const, text: 'x'.repeat(5000) }]
  const gone = new Promise(resolve => slow.once('close', resolve).once('error', resolve))
  let posted = 0
  await expect.poll(here.streams, { timeout: 10_000 }).toBe(2)
  while ((await here.streams()) === 2) {
    await postBrief(house, { headline: 'long', content: Array(20).fill(long) }, { by: 'Maeve' })
    posted++
    await quick.until(({ events }) => events.length === posted)
    expect(posted).toBeLessThan(400)
  }
  slow.resume()
  await gone
  quick.close()
})

test('what a reader sends down the stream changes nothing, and leaving is noticed', async () => {
  const before = await here.streams()
  const rude = connect(here.port, '127.0.0.1')
  rude.write('GET /news/stream HTTP/1.1\r\nHost: x\r\n\r\nGET /another HTTP/1.1\r\n\r\n\0\0\0')
  await new Promise(resolve => rude.once('data', resolve))
  rude.write('GARBAGE \r\n\r\n'.repeat(1000))
  const polite = await readStream(here.url)
  await polite.until(({ lastId }) => lastId !== null)
  await post('still here')
  await polite.until(({ events }) => events.length === 1)
  rude.destroy()
  polite.close()
  await expect.poll(here.streams, { timeout: 10_000 }).toBe(before)
})

test('stopping a node ends its streams at once', async () => {
  const node = await startNode()
  const stream = await readStream(node.url)
  await stream.until(({ lastId }) => lastId !== null)
  const started = performance.now()
  await Promise.all([node.stop(), stream.ended])
  expect(performance.now() - started).toBeLessThan(1500)
})
