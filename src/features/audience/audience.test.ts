import { request } from 'node:http'
import { expect, test } from 'vitest'
import { aStory } from '../../../test/builders/a-story.ts'
import { testClock, testHouse } from '../../../test/builders/test-house.ts'
import { listDays, readersOfMonth } from './audience.ts'

const clock = testClock('2026-10-31T12:00:00Z')
const one = await testHouse({ working: true, clock, config: { trustedProxies: ['127.0.0.1'] } })
const { db } = one.house
const base = await one.serve()
await aStory(one.house, { slug: 'harbour' })

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'

/** Asks as a browser does; `fetch` would not let us say who we are. */
function read(
  path: string,
  { from, as, more = {} }: { from: string; as?: string; more?: Record<string, string> },
) {
  return new Promise<void>((resolve, reject) => {
    const headers = { 'x-forwarded-for': from, ...(as ? { 'user-agent': as } : {}), ...more }
    request(base + path, { headers }, response => response.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })
}

const counted = async (day: string) => {
  const days = await listDays(db, { from: day, until: day })
  return days[0]?.readers ?? null
}

test('a reader counts once a day, whatever they read; another browser or address is another', async () => {
  await read('/harbour', { from: '203.0.113.1', as: firefox })
  await read('/', { from: '203.0.113.1', as: firefox })
  await read('/harbour', { from: '203.0.113.1', as: safari })
  await read('/harbour', { from: '203.0.113.2', as: firefox })
  await expect.poll(() => counted('2026-10-31'), { timeout: 10_000 }).toBe(3)
  await expect.poll(() => readersOfMonth(db, clock.now()), { timeout: 10_000 }).toBe(3)
})

test('robots, what is fetched in advance, files for machines and errors count for nothing', async () => {
  const from = '203.0.113.77'
  await read('/harbour', {
    from,
    as: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  })
  await read('/harbour', { from, as: 'curl/8.5.0' })
  await read('/harbour', { from })
  await read('/harbour', { from, as: firefox, more: { 'sec-purpose': 'prefetch' } })
  await read('/rss.xml', { from, as: firefox })
  await read('/nothing-here', { from, as: firefox })
  // Somebody new, so that there is something to wait for.
  await read('/harbour', { from: '203.0.113.3', as: firefox })
  await expect.poll(() => counted('2026-10-31'), { timeout: 30_000 }).toBe(4)
}, 60_000)

test('nothing that tells a reader is kept, and by what was counted is forgotten with the day', async () => {
  const { salt, registers } = await db
    .selectFrom('audience_periods')
    .select(['salt', 'registers'])
    .where('period', '=', '2026-10-31')
    .executeTakeFirstOrThrow()
  expect(salt).toHaveLength(8)
  expect(registers!.filter(rank => rank > 0)).toHaveLength(4)
  clock.set('2026-11-01T00:00:30Z')
  await read('/harbour', { from: '203.0.113.1', as: firefox })
  await expect
    .poll(
      () =>
        db
          .selectFrom('audience_periods')
          .selectAll()
          .where('period', 'like', '2026-10%')
          .orderBy('period', 'desc')
          .execute(),
      {
        timeout: 30_000,
      },
    )
    .toEqual([
      expect.objectContaining({ period: '2026-10-31', salt: null, registers: null, readers: 4 }),
      expect.objectContaining({ period: '2026-10', salt: null, registers: null, readers: 4 }),
    ])
  await read('/harbour', { from: '203.0.113.1', as: firefox })
  await expect.poll(() => counted('2026-11-01'), { timeout: 30_000 }).toBe(1)
  expect(await readersOfMonth(db, clock.now())).toBe(4)
}, 90_000)
