import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { testClock } from '../../../test/builders/test-house.ts'
import { acceptedEncodings } from './negotiate.ts'
import { createPress, type Manuscript } from './press.ts'
import { createStandings } from './standing.ts'
import type { Chosen, Variants } from './variants.ts'

const clock = testClock()
const standings = createStandings('a key', clock)
const newPress = (memoryBytes = 10_000_000) => createPress({ clock, standings, memoryBytes })
const page = (text: string, more: Partial<Manuscript> = {}): Manuscript => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: Buffer.from(text.padEnd(600, ' ')),
  headers: {},
  keys: [],
  ...more,
})

test('one page is printed once, however many ask at the same moment', async () => {
  const press = newPress()
  let prints = 0
  const write = async () => page(`print ${++prints}`)
  const pages = await Promise.all(Array.from({ length: 20 }, () => press.print('/a', 'guest', write)))
  expect(new Set(pages).size).toBe(1)
  expect(prints).toBe(1)
})

test('standings have prints of their own', async () => {
  const press = newPress()
  const write = async () => page('x')
  expect(await press.print('/a', 'guest', write)).not.toBe(await press.print('/a', 'member', write))
})

test('a page goes when one of its keys is thrown away, and only then', async () => {
  const press = newPress()
  let prints = 0
  const write = async () => page(`${++prints}`, { keys: ['story:1', 'feed'] })
  await press.print('/a', 'guest', write)
  press.throwAway(['story:2'])
  await press.print('/a', 'guest', write)
  expect(prints).toBe(1)
  press.throwAway(['feed'])
  await press.print('/a', 'guest', write)
  expect(prints).toBe(2)
  press.throwAway(['*'])
  expect(press.counts().pages).toBe(0)
  expect(press.counts().bytes).toBe(0)
})

test('a page whose key is thrown away while it is being printed is not kept, and later askers get a newer one', async () => {
  const press = newPress()
  const gate = Promise.withResolvers<void>()
  let state = 'old'
  const first = press.print('/a', 'guest', async () => {
    const seen = state
    await gate.promise
    return page(seen, { keys: ['story:1'] })
  })
  await Promise.resolve()
  state = 'new'
  press.throwAway(['story:1'])
  const second = press.print('/a', 'guest', async () => page(state, { keys: ['story:1'] }))
  gate.resolve()
  await first
  expect((await second).bodies.identity!.bytes.toString().trim()).toBe('new')
  const kept = await press.print('/a', 'guest', async () => page('never'))
  expect(kept.bodies.identity!.bytes.toString().trim()).toBe('new')
})

test('whatever the order of prints and throws, no page is kept that was written before its key was thrown away', async () => {
  const step = fc.record({
    name: fc.constantFrom('/a', '/b'),
    throws: fc.boolean(),
    wait: fc.integer({ min: 0, max: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const press = newPress()
      let version = 0
      const prints: Promise<unknown>[] = []
      for (const { name, throws, wait } of steps) {
        if (throws) {
          version++
          press.throwAway(['k'])
          continue
        }
        const print = press.print(name, 'guest', async () => {
          const seen = version
          for (let i = 0; i < wait; i++) await Promise.resolve()
          return page(String(seen), { keys: ['k'] })
        })
        prints.push(print)
        if (wait % 2) await print
      }
      await Promise.all(prints)
      for (const name of ['/a', '/b']) {
        const kept = await press.print(name, 'guest', async () => page(String(version), { keys: ['k'] }))
        expect(kept.bodies.identity!.bytes.toString().trim()).toBe(String(version))
      }
    }),
    { numRuns: 200 },
  )
})

test('over its budget the press drops what was longest unused', async () => {
  const press = newPress(100_000)
  for (let i = 0; i < 60; i++)
    await press.print(`/${i}`, 'guest', async () => page('x'.repeat(4000), { keys: [`k${i}`] }))
  const { bytes, pages } = press.counts()
  expect(bytes).toBeLessThanOrEqual(100_000)
  expect(pages).toBeGreaterThan(5)
  let printedAgain = false
  await press.print('/59', 'guest', async () => {
    printedAgain = true
    return page('x')
  })
  expect(printedAgain).toBe(false)
})

test('pages that nobody asked for twice drive out none that many read', async () => {
  const press = newPress(100_000)
  const ask = (name: string) => press.print(name, 'guest', async () => page('x'.repeat(4000)))
  await ask('/story')
  await ask('/story')
  for (let i = 0; i < 200; i++) await ask(`/topics/sea?before=${i}`)
  const { printed } = press.counts()
  await ask('/story')
  expect(press.counts().printed).toBe(printed)
})

test('errors are not kept, failures go to all who wait and are tried again', async () => {
  const press = newPress()
  await expect(press.print('/a', 'guest', () => Promise.reject(new Error('no database')))).rejects.toThrow(
    'no database',
  )
  await press.print('/a', 'guest', async () => page('gone', { status: 410 }))
  expect(press.counts().pages).toBe(0)
})

test('a page that changes with time is served while a new one is printed, and stays when that fails', async () => {
  const press = newPress()
  let failing = false
  let prints = 0
  const write = async () => {
    if (failing) throw new Error('no database')
    return page(`${++prints}`, { freshForSeconds: 60 })
  }
  const text = async () => (await press.print('/a', 'guest', write)).bodies.identity!.bytes.toString().trim()
  expect(await text()).toBe('1')
  clock.advance(61)
  expect(await text()).toBe('1')
  await expect.poll(text).toBe('2')
  failing = true
  clock.advance(61)
  expect(await text()).toBe('2')
  expect(await text()).toBe('2')
})

test('a value that is kept is loaded once, and again when its key goes; a failed load is not kept', async () => {
  const press = newPress()
  let loads = 0
  const load = async () => ++loads
  expect(await Promise.all([press.keep('v', ['k'], load), press.keep('v', ['k'], load)])).toEqual([1, 1])
  press.throwAway(['k'])
  expect(await press.keep('v', ['k'], load)).toBe(2)
  await expect(press.keep('w', [], () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await press.keep('w', [], async () => 'well')).toBe('well')
})

const press = newPress()
const server = createServer((request, response) => {
  if (!press.answer(request, response)) response.writeHead(404).end()
})
await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
afterAll(() => server.close())
const seen: Chosen[] = []
const variants: Variants = {
  choose: ({ headers }) => ({
    name: /look=(\w*)/.exec(headers.cookie ?? '')?.[1] ?? '',
    cookie: headers.cookie ? undefined : 'look=big',
    counts: true,
  }),
  sent: chosen => seen.push(chosen),
}
const words = 'The boat came in at six. '.repeat(200)
await press.print('/story', 'guest', async () => page(words, { keys: ['s'] }))
await press.print('/story', 'member', async () => page('for members', { keys: ['s'] }))
await press.print('/choice', 'guest', async () => page('plain', { keys: ['c'], variants }))
await press.print('/choice\nbig', 'guest', async () => page('with a strip', { keys: ['c', 'figures'] }))

function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ response: IncomingMessage; body: Buffer }> {
  return new Promise((done, failed) => {
    const { port } = server.address() as AddressInfo
    const request = get({ host: '127.0.0.1', port, path, headers, method }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () => done({ response, body: Buffer.concat(chunks) }))
    })
    request.on('error', failed)
  })
}

test('gzip at once, brotli after it was asked for twice, the same text in each', async () => {
  const first = await ask('/story', { 'accept-encoding': 'gzip, br' })
  expect(first.response.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(first.body).toString()).toContain('at six')
  await ask('/story')
  await expect
    .poll(async () => (await ask('/story', { 'accept-encoding': 'br' })).response.headers['content-encoding'])
    .toBe('br')
  const best = await ask('/story', { 'accept-encoding': 'br' })
  expect(brotliDecompressSync(best.body).toString()).toBe(words.padEnd(600))
})

test('an unchanged page is answered with 304 and no body; HEAD has the headers alone', async () => {
  const { response } = await ask('/story')
  const etag = response.headers.etag!
  for (const condition of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const again = await ask('/story', { 'if-none-match': condition })
    expect([again.response.statusCode, again.body.length]).toEqual([304, 0])
  }
  expect((await ask('/story', { 'if-none-match': '"other"' })).response.statusCode).toBe(200)
  const head = await ask('/story', {}, 'HEAD')
  expect(head.body.length).toBe(0)
  expect(Number(head.response.headers['content-length'])).toBe(words.length)
})

test('the standing cookie chooses the print; a forged one is a guest’s, and one that is over is left to the server', async () => {
  const until = new Date(clock.now().getTime() + 60_000)
  const value = standings.sign('member', until)
  const text = async (cookie: string) => (await ask('/story', { cookie })).body.toString().trim()
  expect(await text(`standing=${value}`)).toBe('for members')
  expect(await text(`a=b; standing=${value}; c=d`)).toBe('for members')
  expect(await text(`standing=${value.replace('member', 'staff')}`)).toContain('at six')
  expect(await text(`xstanding=${value}`)).toContain('at six')
  expect(await text(`xstanding=1; standing=${value}`)).toBe('for members')
  expect(await text('standing=member.zzzz.AAAA')).toContain('at six')
  clock.advance(61)
  // What its reader is now, only the server can find out.
  expect((await ask('/story', { cookie: `standing=${value}` })).response.statusCode).toBe(404)
})

test('only GET and HEAD are answered by the press', async () => {
  expect((await ask('/story', {}, 'POST')).response.statusCode).toBe(404)
})

test('encodings: q=0 refuses, a star stands for the rest, nothing said means identity', () => {
  expect(acceptedEncodings(undefined)).toEqual(['identity'])
  expect(acceptedEncodings('gzip, deflate, br, zstd')).toEqual(['br', 'zstd', 'gzip', 'identity'])
  expect(acceptedEncodings('br;q=0, *')).toEqual(['zstd', 'gzip', 'identity'])
  expect(acceptedEncodings('nonsense;;q=,')).toEqual(['identity'])
})

test('of a page with variants each request gets the one that is chosen for it', async () => {
  seen.length = 0
  const plain = await ask('/choice', { cookie: 'look=' })
  const big = await ask('/choice', { cookie: 'look=big' })
  expect(plain.body.toString()).toContain('plain')
  expect(big.body.toString()).toContain('with a strip')
  expect(big.response.headers.etag).not.toBe(plain.response.headers.etag)
  expect(seen.map(({ name }) => name)).toEqual(['', 'big'])
})

test('a cookie that was chosen goes along, with an answer of 304 too', async () => {
  const first = await ask('/choice')
  expect(first.response.headers['set-cookie']).toEqual(['look=big'])
  const again = await ask('/choice', { 'if-none-match': first.response.headers.etag! })
  expect(again.response.statusCode).toBe(304)
  expect(again.response.headers['set-cookie']).toEqual(['look=big'])
  const known = await ask('/choice', { cookie: 'look=' })
  expect(known.response.headers['set-cookie']).toBeUndefined()
})

test('a variant that is not printed is left to whoever prints', async () => {
  expect((await ask('/choice', { cookie: 'look=small' })).response.statusCode).toBe(404)
  press.throwAway(['figures'])
  expect((await ask('/choice', { cookie: 'look=big' })).response.statusCode).toBe(404)
  expect((await ask('/choice', { cookie: 'look=' })).response.statusCode).toBe(200)
})

test('no address reaches a variant by its name', async () => {
  await press.print('/choice\nbig', 'guest', async () => page('with a strip', { keys: ['c'] }))
  expect((await ask('/choice%0Abig')).response.statusCode).toBe(404)
})
