import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { aStory } from '../../test/builders/a-story.ts'
import { testHouse } from '../../test/builders/test-house.ts'
import { publishStory, saveDraft } from '../features/stories/story.ts'

const one = await testHouse({ working: true })
const { house } = one
const base = await one.serve()
await aStory(house, { slug: 'boat', headline: 'A boat' })

const ask = (path: string, init?: RequestInit) => fetch(base + path, { redirect: 'manual', ...init })

/** What the server answers to these very bytes. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', part => {
      answer += part
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const get = (target: string, method = 'GET') =>
  raw(`${method} ${target} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)

test('addresses that cannot be read end in a page with the strict policy, never in a fault', async () => {
  for (const [target, status] of [
    ['//', 200],
    ['//evil.example/archive', 404],
    ['/\\evil.example', 404],
    ['/..', 404],
    ['/%zz', 400],
    ['/%ff', 400],
    [`/${'a'.repeat(9000)}`, 414],
  ] as const) {
    const answer = await get(target)
    expect(answer.split(' ')[1], target.slice(0, 30)).toBe(String(status))
    expect(answer, target.slice(0, 30)).toContain("content-security-policy: default-src 'none'")
  }
  expect(await get('http://evil.example/archive')).not.toContain('evil.example')
})

test('one address is never printed as another', async () => {
  house.press.throwAway(['*'])
  const both = await Promise.all([get('/..'), get('/')])
  expect(both.map(answer => answer.split(' ')[1])).toEqual(['404', '200'])
})

test('other methods are refused with what is allowed, before a body is read', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
    const answer = await get('/archive', method)
    expect(answer.split(' ')[1], method).toBe('405')
    expect(answer).toMatch(/^allow: GET, HEAD, OPTIONS\r$/m)
  }
  const options = await ask('/boat', { method: 'OPTIONS' })
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  // The body never comes; the answer does.
  for (const path of ['/archive', '/no/such/address']) {
    const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\nConnection: close\r\n\r\n`
    expect((await raw(head)).split(' ')[1], path).toMatch(/404|405/)
  }
})

test('HEAD has the head of GET', async () => {
  for (const path of ['/', '/boat', '/rss.xml', '/search', '/nothing']) {
    const [head, full] = await Promise.all([ask(path, { method: 'HEAD' }), ask(path)])
    expect(head.status).toBe(full.status)
    expect(head.headers.get('content-type')).toBe(full.headers.get('content-type'))
    expect(await head.text()).toBe('')
    await full.arrayBuffer()
  }
})

test('addresses of the old site lead on, whatever their shape, and never to a trap', async () => {
  const moves: Record<string, string> = {
    '/2019/05/12/old-boat': '/boat',
    '/?p=12': '/boat',
    '/category/sea/feed': '/rss.xml',
    '/topics/sea': 'https://sea.example/',
    '/%D1%81%D1%82': '/човен',
    '/trap': 'javascript:alert(1)',
    '/trap-2': '//evil.example/x',
    '/loop': '/loop',
  }
  await house.db
    .insertInto('redirects')
    .values(Object.entries(moves).map(([path, target]) => ({ path, target, created_at: new Date() })))
    .execute()
  const leads = async (path: string) => {
    const answer = await ask(path)
    return answer.status === 301 ? answer.headers.get('location') : answer.status
  }
  expect(await leads('/2019/05/12/old-boat/')).toBe('/boat')
  expect(await leads('/2019/05/12/old-boat?utm_source=x')).toBe('/boat')
  expect(await leads('/?p=12')).toBe('/boat')
  expect(await leads('/?p=12&utm_source=x')).toBe('/boat')
  expect(await leads('/?p=13')).toBe(404)
  expect(await leads('/?utm_source=x')).toBe(200)
  expect(await leads('/category/sea/feed/')).toBe('/rss.xml')
  expect(await leads('/topics/sea')).toBe('https://sea.example/')
  expect(await leads('/%d1%81%d1%82')).toBe(`/${encodeURIComponent('човен')}`)
  for (const path of ['/trap', '/trap-2', '/loop']) expect(await leads(path), path).toBe(404)
})

test('addresses in any script work, and lead on when they change', async () => {
  const long = 'щ'.repeat(190)
  const storyId = await aStory(house, { slug: 'новини-порту', headline: 'Новини' })
  await aStory(house, { slug: long })
  expect((await ask(`/${encodeURIComponent(long)}`)).status).toBe(200)
  expect((await ask(`/${encodeURIComponent('новини-порту').toLowerCase()}`)).status).toBe(200)
  await saveDraft(house, storyId, { slug: 'أخبار-الميناء', headline: 'Новини', language: 'uk' })
  await publishStory(house, { storyId, by: 'test' })
  await expect
    .poll(async () => (await ask(`/${encodeURIComponent('новини-порту')}`)).headers.get('location'))
    .toBe(`/${encodeURIComponent('أخبار-الميناء')}`)
  const moved = await ask(`/${encodeURIComponent('новини-порту')}`)
  expect(moved.headers.get('surrogate-key')).toContain(`story:${storyId}`)
})
