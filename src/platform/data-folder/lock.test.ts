import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holderOf, takeLock } from './lock.ts'
import { processMark } from './process-mark.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masthead-lock-'))
  path = join(folder, 'masthead.lock')
})
afterEach(() => rm(folder, { recursive: true }))

test('one holds it, the next is told who, and after the release it is free', async () => {
  const first = await takeLock(path, 'server')
  expect(await takeLock(path, 'command')).toEqual({
    heldBy: expect.objectContaining({ pid: process.pid, role: 'server' }),
  })
  if ('release' in first) await first.release()
  expect(await takeLock(path, 'command')).toHaveProperty('release')
})

test('the lock of a killed process is free', async () => {
  const other = spawn('sleep', ['60'])
  await writeFile(
    path,
    JSON.stringify({ pid: other.pid, mark: await processMark(other.pid!), role: 'server' }),
  )
  expect(await holderOf(path)).toMatchObject({ pid: other.pid })
  other.kill('SIGKILL')
  await once(other, 'exit')
  expect(await takeLock(path, 'server')).toHaveProperty('release')
})

test('a process that was given the number of the one that held it does not hold it', async () => {
  await writeFile(path, JSON.stringify({ pid: process.pid, mark: 'before the restart', role: 'server' }))
  expect(await takeLock(path, 'server')).toHaveProperty('release')
})

test('a lock file that was cut short is free', async () => {
  await writeFile(path, '{"pid":')
  expect(await takeLock(path, 'server')).toHaveProperty('release')
})

test('of many that find a stale lock one gets it', async () => {
  await writeFile(path, JSON.stringify({ pid: process.pid, mark: 'stale', role: 'server' }))
  const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(path, 'server')))
  expect(taken.filter(result => 'release' in result)).toHaveLength(1)
  expect(await readdir(folder)).toEqual(['masthead.lock'])
})
