import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { FetchRefused, type GuardedFetchOptions, guardedDownload, guardedFetch } from './guarded-fetch.ts'
import { isPublicAddress } from './public-address.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

test('brings the bytes and the type of a plain answer, and sends nothing of ours', async () => {
  let asked: Record<string, unknown> = {}
  const { url, options } = await serve((request, response) => {
    asked = request.headers
    response.setHeader('content-type', 'Image/PNG; charset=binary').end('picture')
  })
  const fetched = await guardedDownload(`${url}/a.png`, options)
  expect(fetched).toMatchObject({ type: 'image/png', url: `${url}/a.png` })
  expect(fetched.bytes.toString()).toBe('picture')
  expect(Object.keys(asked).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
})

test.each([
  ['ftp://example.org/a', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['not an address', 'scheme'],
  ['http://user:secret@example.org/', 'credentials'],
  ['http://example.org:22/', 'port'],
  ['http://example.org:6379/', 'port'],
  ['http://127.0.0.1/', 'address'],
  ['http://2130706433/', 'address'],
  ['http://0x7f000001/', 'address'],
  ['http://0177.0.0.1/', 'address'],
  ['http://127.1/', 'address'],
  ['http://0/', 'address'],
  ['http://169.254.169.254/latest/meta-data/', 'address'],
  ['http://[::1]/', 'address'],
  ['http://[::ffff:127.0.0.1]/', 'address'],
  ['http://[::ffff:7f00:1]/', 'address'],
  ['http://[64:ff9b::7f00:1]/', 'address'],
  ['http://[2002:7f00:1::]/', 'address'],
  ['http://[fd00:ec2::254]/', 'address'],
])('does not go to %s', async (address, reason) => {
  await expect(guardedFetch(address, { maxBytes: 10 })).rejects.toMatchObject({ reason })
})

test.each([
  '10.0.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '172.16.0.1',
  '192.0.0.192',
  '192.168.1.1',
  '198.18.0.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  'fe80::1',
  'fc00::1',
  'ff02::1',
  'fec0::1',
  '2001::1',
  '2001:db8::1',
  '64:ff9b:1::1',
  '::',
  '::127.0.0.1',
  'nonsense',
])('%s is not a public address', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['93.184.216.34', '1.1.1.1', '2606:4700::1111'])('%s is a public address', address => {
  expect(isPublicAddress(address)).toBe(true)
})

test('refuses a name when any one of its addresses is inside', async () => {
  const lookup = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.7', family: 4 },
  ]
  await expect(guardedFetch('http://mixed.test/', { maxBytes: 10, lookup })).rejects.toMatchObject({
    reason: 'address',
  })
})

test('asks for a name once and connects to what it checked, whatever a second answer would be', async () => {
  const { port, options } = await serve((request, response) => response.end(request.headers.host))
  let asked = 0
  const lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.66', family: 4 }]
  const fetched = await guardedDownload(`http://rebinding.test:${port}/`, { ...options, lookup })
  expect(fetched.bytes.toString()).toBe(`rebinding.test:${port}`)
  expect(asked).toBe(1)
})

test('checks a name again after each redirect', async () => {
  const { port, options } = await serve((_, response) => {
    response.writeHead(302, { location: '/again' }).end()
  })
  let asked = 0
  const lookup = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 }]
  await expect(guardedFetch(`http://turning.test:${port}/`, { ...options, lookup })).rejects.toMatchObject({
    reason: 'address',
  })
})

test.each([
  'http://169.254.169.254/latest/',
  'file:///etc/passwd',
  'http://[::ffff:a9fe:a9fe]/',
  '//0x7f.1:22/',
])('does not follow a redirect to %s', async location => {
  const { url, options } = await serve((_, response) => response.writeHead(301, { location }).end())
  await expect(guardedFetch(url, options)).rejects.toBeInstanceOf(FetchRefused)
})

test('follows five redirects, not six', async () => {
  const { url, options } = await serve((request, response) => {
    const left = Number(request.url?.slice(1))
    if (left === 0) response.end('there')
    else response.writeHead(307, { location: `/${left - 1}` }).end()
  })
  expect((await guardedDownload(`${url}/5`, options)).bytes.toString()).toBe('there')
  await expect(guardedFetch(`${url}/6`, options)).rejects.toMatchObject({ reason: 'redirects' })
})

test('says what an answer that is not 200 was', async () => {
  const { url, options } = await serve((_, response) => response.writeHead(404).end())
  await expect(guardedFetch(url, options)).rejects.toThrow(/answered 404/)
})

test('stops at the size limit, told or not', async () => {
  const told = await serve((_, response) =>
    response.setHeader('content-length', '5000').end('x'.repeat(5000)),
  )
  await expect(guardedDownload(told.url, told.options)).rejects.toMatchObject({ reason: 'too-large' })
  const untold = await serve((_, response) => {
    response.write('x'.repeat(900))
    response.end('x'.repeat(900))
  })
  await expect(guardedDownload(untold.url, untold.options)).rejects.toMatchObject({ reason: 'too-large' })
})

test('measures a compressed answer by what comes out of it', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000))
  const { url, options } = await serve((_, response) => {
    response.setHeader('content-encoding', 'gzip').end(bomb)
  })
  const limits = { ...options, maxBytes: 100_000 }
  await expect(guardedDownload(url, limits)).rejects.toMatchObject({ reason: 'too-large' })
})

test('undoes compression, and says so when it cannot', async () => {
  const good = await serve((_, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync('small'))
  })
  expect((await guardedDownload(good.url, good.options)).bytes.toString()).toBe('small')
  const bad = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end('not gzip'))
  await expect(guardedDownload(bad.url, bad.options)).rejects.toMatchObject({ reason: 'encoding' })
  const odd = await serve((_, response) => response.setHeader('content-encoding', 'rot13').end('fznyy'))
  await expect(guardedDownload(odd.url, odd.options)).rejects.toMatchObject({ reason: 'encoding' })
})

test('gives up on a body that falls silent and on one that drips beyond the time limit', async () => {
  const silent = await serve((_, response) => void response.write('x'))
  await expect(guardedDownload(silent.url, { ...silent.options, silenceMs: 50 })).rejects.toMatchObject({
    reason: 'too-slow',
  })
  const dripping = await serve((_, response) => {
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
  await expect(guardedDownload(dripping.url, { ...dripping.options, timeoutMs: 150 })).rejects.toMatchObject({
    reason: 'too-slow',
  })
})

test('says that nobody answers', async () => {
  const { url, options } = await serve((_, response) => response.end())
  servers.splice(0).forEach(server => void server.close())
  await expect(guardedFetch(url, options)).rejects.toMatchObject({ reason: 'unreachable' })
  const lookup = () => Promise.reject(new Error('ENOTFOUND'))
  await expect(guardedFetch('http://nowhere.test/', { ...options, lookup })).rejects.toThrow(/no address/)
})

async function serve(listener: RequestListener) {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const options: GuardedFetchOptions = { maxBytes: 1000, allowAddresses: ['127.0.0.1'], allowPorts: [port] }
  return { url: `http://127.0.0.1:${port}`, port, options }
}
