import { request } from 'node:http'
import { expect, test } from 'vitest'
import { deliverLetter } from '../../src/platform/mail/deliver-letter.ts'
import { sendLetter } from '../../src/platform/mail/send-letter.ts'
import { expectValidHtml } from '../../test/browser/expect-valid-html.ts'
import { signedIn } from '../../test/builders/staff.ts'
import { testHouse } from '../../test/builders/test-house.ts'
import { findLetter, keepLetter, listLetters, mostLetters } from './mailbox-queries.ts'

const one = await testHouse()
const { house } = one
const base = await one.serve()

async function send(address: string, subject = 'A <b>letter</b>'): Promise<void> {
  const html = `<!doctype html><html><body><p>Hello</p><a href="https://paper.example/x?a=1&amp;b=2" target="_blank">Accept</a><a href="javascript:alert(1)">No</a><script>alert(1)</script></body></html>`
  const letter = {
    to: { address },
    language: 'en',
    template: { kind: 'test', write: () => ({ subject, html, text: 'Hello\nAccept' }) },
    data: {},
  }
  const id = await house.db.transaction().execute(tx => sendLetter(tx, house, letter))
  await deliverLetter(house, id!, async () => {})
}

await send('ada@paper.example')
await send('bob@paper.example', '')
const [bobs, adas] = await listLetters(house.db)
const page = `/practice/mail/${adas!.id}`

/** With any Host, which fetch does not allow. */
function status(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request(base + path, { headers, agent: false }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('the list has the newest first, says that it is for practice, and runs no script of its own', async () => {
  const answer = await fetch(`${base}/practice/mail`)
  const html = await answer.text()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
  expect(html).toContain('No mail server is set, so the letters of this program reach nobody.')
  expect(html.indexOf('bob@paper.example')).toBeLessThan(html.indexOf('ada@paper.example'))
  expect(html).toContain('A &lt;b>letter&lt;/b>')
  expect(html).toContain('(no subject)')
  await expectValidHtml(html)
})

test('it is searched by recipient', async () => {
  const found = await (await fetch(`${base}/practice/mail?to=ADA`)).text()
  expect(found).toContain('ada@paper.example')
  expect(found).not.toContain('bob@paper.example')
  const none = await (await fetch(`${base}/practice/mail?to=%25`)).text()
  expect(none).toContain('No letters to “%”')
  await expectValidHtml(none)
})

test('a letter is shown with its links, its text and its headers', async () => {
  const html = await (await fetch(base + page)).text()
  await expectValidHtml(html)
  expect(html).toContain(`src="${page}/letter"`)
  expect(html).toMatch(/sandbox="allow-popups allow-popups-to-escape-sandbox"/)
  expect(html).toContain('<a href="https://paper.example/x?a=1&amp;b=2"')
  expect(html).not.toContain('javascript:alert')
  expect(html).toContain('Hello\nAccept')
  expect(html).toContain('Auto-Submitted')
})

test('what a letter brings along can do nothing', async () => {
  const answer = await fetch(`${base}${page}/letter`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-popups')
  expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
  expect(await answer.text()).toContain('<p>Hello</p>')
})

test('the source is every byte, as plain text', async () => {
  const answer = await fetch(`${base}${page}/source`)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const { source } = (await findLetter(house.db, adas!.id))!
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(source)
})

test.each(['0', '-1', 'x', '999999', '1e3', '9'.repeat(30)])('there is no letter %s', async id => {
  for (const part of ['', '/letter', '/source'])
    expect(await status(`/practice/mail/${id}${part}`), part).toBe(404)
})

test.each<Record<string, string>>([
  { host: 'attacker.example' },
  { host: 'localhost.attacker.example' },
  { 'x-forwarded-for': '203.0.113.9' },
  { 'x-forwarded-for': '127.0.0.1' },
  { forwarded: 'for=203.0.113.9' },
  { 'x-real-ip': '203.0.113.9' },
  { via: '1.1 proxy' },
])('nobody else finds it: %j', async headers => {
  for (const path of ['/practice/mail', page, `${page}/letter`, `${page}/source`])
    expect(await status(path, headers), path).toBe(404)
})

test.each(['localhost:4000', '127.0.0.1', '[::1]:4000'])('somebody at this machine does: %s', async host => {
  expect(await status('/practice/mail', { host })).toBe(200)
})

test('on a site for others only a signed-in owner finds it', async () => {
  const open = await testHouse({ config: { siteUrl: 'https://paper.example' } })
  const url = await open.serve()
  expect((await fetch(`${url}/practice/mail`)).status).toBe(404)
  const [owner, editor] = await Promise.all([signedIn(open.house, 'owner'), signedIn(open.house, 'editor')])
  expect((await editor.get(`${url}/practice/mail`)).status).toBe(404)
  expect((await owner.get(`${url}/practice/mail`)).status).toBe(200)
})

test('with a real server nobody finds it', async () => {
  const smtp = { host: 'mail.paper.example', port: 587, secure: false, user: '', password: '' }
  const real = await testHouse({ config: { smtp } })
  const url = await real.serve()
  const id = await keepLetter(real.house.db, {
    receivedAt: new Date(),
    sender: '',
    recipients: ['ada@paper.example'],
    subject: '',
    source: Buffer.from('Subject: x\r\n\r\nx'),
  })
  const owner = await signedIn(real.house, 'owner')
  for (const path of ['', `/${id}`, `/${id}/letter`, `/${id}/source`])
    expect((await owner.get(`${url}/practice/mail${path}`)).status, path).toBe(404)
})

test('it keeps the newest, and no more', async () => {
  const letter = { receivedAt: new Date(), sender: '', recipients: [], subject: 'x', source: Buffer.from('') }
  for (let n = 0; n < mostLetters + 3; n++) await keepLetter(house.db, letter)
  expect(await listLetters(house.db)).toHaveLength(mostLetters)
  expect(await findLetter(house.db, bobs!.id)).toBeNull()
})
