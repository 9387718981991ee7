import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDraft } from '../../../../../test/builders/a-story.ts'
import { type SignedIn, signedIn } from '../../../../../test/builders/staff.ts'
import { testHouse } from '../../../../../test/builders/test-house.ts'
import { jpegPicture } from '../../../../../test/builders/test-pictures.ts'
import { fetchPicture } from './fetch-picture.ts'

const opened = await testHouse()
const { house } = opened
const asked: { url: string | undefined; cookie: string | undefined; referer: string | undefined }[] = []
const elsewhere = createServer(async ({ url, headers }, response) => {
  asked.push({ url, cookie: headers.cookie, referer: headers.referer })
  if (url?.startsWith('/away')) response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
  else if (url?.startsWith('/page')) response.writeHead(200, { 'content-type': 'image/png' }).end('<html>')
  else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await jpegPicture())
}).listen(0, '127.0.0.1')
await once(elsewhere, 'listening')
const { port } = elsewhere.address() as AddressInfo
const reach = { allowAddresses: ['127.0.0.1'], allowPorts: [port] }
const at = (path: string) => `http://127.0.0.1:${port}${path}`
let url: string
let anna: SignedIn
beforeAll(async () => {
  url = await opened.serve()
  anna = await signedIn(house, 'editor')
})
afterAll(() => elsewhere.close())

test('a picture is brought here with where it came from, and nothing of ours is sent along', async () => {
  const { id, photograph } = await fetchPicture(house, at('/quay%20at%206.jpg?w=900'), reach)
  expect(photograph.src).toMatch(/^\/media\//)
  const row = await house.db
    .selectFrom('photographs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.source_url).toBe(at('/quay%20at%206.jpg?w=900'))
  expect(asked.at(-1)).toEqual({ url: '/quay%20at%206.jpg?w=900', cookie: undefined, referer: undefined })
  expect((await fetchPicture(house, at('/50%.jpg'), reach)).existed).toBe(true)
})

test('what only says that it is a picture is refused by its name, and a way on to a private address is not taken', async () => {
  await expect(fetchPicture(house, at('/page.png'), reach)).rejects.toThrow('page.png')
  await expect(fetchPicture(house, at('/away.png'), reach)).rejects.toThrow('is not a public address')
})

test.each([
  ['http://127.0.0.1/secret.png', 'is not a public address'],
  ['http://[::1]/secret.png', 'is not a public address'],
  ['http://10.0.0.7/secret.png', 'is not a public address'],
  ['http://2130706433/secret.png', 'is not a public address'],
  ['http://169.254.169.254/latest/meta-data', 'is not a public address'],
  ['https://user:pass@example.org/a.png', 'the address carries a password'],
  [at('/quay.jpg'), 'is not a web port'],
  ['file:///etc/passwd', 'begins with https://'],
])('over the newsroom’s address %s is refused in a sentence', async (picture, sentence) => {
  const before = asked.length
  const storyId = await aDraft(house)
  const form = { url: picture }
  const answer = await anna.post(`${url}/newsroom/stories/${storyId}/photographs/fetch`, form)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(await answer.text()).toContain(sentence)
  expect(asked).toHaveLength(before)
})
