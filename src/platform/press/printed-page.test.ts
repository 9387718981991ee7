import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressWell, printBytes } from './printed-page.ts'

const text = Array.from({ length: 400 }, (_, i) => `<p>Paragraph ${i}, number ${(i * 7919) % 997}.</p>`).join(
  '',
)

test('a page is light at once and lighter later, and what it takes is counted once', async () => {
  const page = await printBytes({
    status: 200,
    body: Buffer.from(text),
    type: 'text/html; charset=utf-8',
    headers: { vary: 'Accept-Encoding' },
    keys: ['story:1'],
  })
  const quick = page.bodies.gzip!
  expect(gunzipSync(quick.bytes).toString()).toBe(text)
  await compressWell(page)
  const { identity, gzip, br, zstd } = page.bodies
  expect(gunzipSync(gzip!.bytes).toString()).toBe(text)
  expect(brotliDecompressSync(br!.bytes).toString()).toBe(text)
  expect(zstdDecompressSync(zstd!.bytes).toString()).toBe(text)
  expect(gzip!.bytes.length).toBeLessThan(quick.bytes.length)
  expect(gzip!.headers).toContain(String(gzip!.bytes.length))
  const all = [identity!, gzip!, br!, zstd!]
  const counted = all.reduce((sum, { bytes }) => sum + bytes.length, 0)
  expect(page.bytes - counted).toBe(all.length * 1500)
})
