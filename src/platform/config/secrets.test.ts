import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSecrets } from './secrets.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'masthead-secrets-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

test('the secret is made once and kept for its owner alone', async () => {
  const first = await openSecrets({ dataDir, secret: undefined })
  const second = await openSecrets({ dataDir, secret: undefined })
  expect(second.keyFor('standing')).toBe(first.keyFor('standing'))
  expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600)
})

test('each purpose has its own key, and none is the secret', async () => {
  const secrets = await openSecrets({ dataDir, secret: undefined })
  const { secret } = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'))
  expect(new Set([secret, secrets.keyFor('standing'), secrets.keyFor('links')]).size).toBe(3)
})

test('SECRET wins, and then nothing is written', async () => {
  const secrets = await openSecrets({ dataDir, secret: 's'.repeat(40) })
  expect(secrets.keyFor('a')).toBe(
    (await openSecrets({ dataDir: '/nowhere', secret: 's'.repeat(40) })).keyFor('a'),
  )
  await expect(stat(join(dataDir, 'secrets.json'))).rejects.toThrow('ENOENT')
})

test('a damaged file stops the start', async () => {
  await writeFile(join(dataDir, 'secrets.json'), '{"secret":')
  await expect(openSecrets({ dataDir, secret: undefined })).rejects.toThrow('secrets.json is damaged')
})
