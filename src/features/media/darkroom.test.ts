import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { jpegPicture } from '../../../test/builders/test-pictures.ts'
import { createDarkroom } from './darkroom.ts'

const folder = await mkdtemp(join(tmpdir(), 'masthead-darkroom-'))
afterAll(() => rm(folder, { recursive: true }))

async function programThat(does: string): Promise<string> {
  const path = join(folder, `${does.length}.mjs`)
  await writeFile(path, `process.on('disconnect', () => process.exit())\n${does}\n`)
  return path
}

test('a decoder that crashes ends in a plain sentence, and the next picture is looked at again', async () => {
  const program = await programThat(`process.on('message', ({ number, task }) => {
    if (task.survey.bytes[0] === 0) process.kill(process.pid, 'SIGSEGV')
    else process.send({ number, result: process.pid })
  })`)
  const darkroom = createDarkroom({ program })
  const survey = (first: number) => darkroom.survey({ bytes: Buffer.from([first]) })
  await expect(survey(0)).rejects.toThrow(
    'The picture cannot be read: working on it took too long or broke off.',
  )
  expect(await survey(1)).toEqual(expect.any(Number))
  darkroom.close()
})

test('a picture that never ends is given up after a while', async () => {
  const program = await programThat(`process.on('message', () => {})`)
  const darkroom = createDarkroom({ program, surveyMs: 300 })
  await expect(darkroom.survey({ bytes: Buffer.from('x') })).rejects.toMatchObject({
    name: 'BadInput',
    field: 'photograph',
  })
  darkroom.close()
})

test('a program that cannot start is no endless wait', async () => {
  const darkroom = createDarkroom({ program: join(folder, 'missing.mjs') })
  await expect(darkroom.survey({ bytes: Buffer.from('x') })).rejects.toThrow('cannot be read')
})

test('it ends when there is nothing to do, and starts again for the next picture', async () => {
  const program = await programThat(
    `process.on('message', ({ number }) => process.send({ number, result: process.pid }))`,
  )
  const darkroom = createDarkroom({ program, idleMs: 50 })
  const pid = async () => (await darkroom.survey({ bytes: Buffer.from('x') })) as unknown as number
  const first = await pid()
  expect(await pid()).toBe(first)
  await expect.poll(() => isRunning(first), { timeout: 5000 }).toBe(false)
  expect(await pid()).not.toBe(first)
  darkroom.close()
})

test('settings and secrets of the program do not reach it', async () => {
  const program = await programThat(
    `process.on('message', ({ number }) => process.send({ number, result: Object.keys(process.env) }))`,
  )
  const darkroom = createDarkroom({ program })
  const names = await darkroom.survey({ bytes: Buffer.from('x') })
  expect(names).toEqual(expect.not.arrayContaining(['PATH', 'DATABASE_URL', 'SECRET']))
  darkroom.close()
})

test('several at once are answered each with its own', async () => {
  const darkroom = createDarkroom()
  const sizes = [100, 200, 300, 400]
  const surveys = await Promise.all(
    sizes.map(async width => darkroom.survey({ bytes: await jpegPicture({ width, height: 50 }) })),
  )
  expect(surveys.map(one => one.width)).toEqual(sizes)
  darkroom.close()
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
