import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type MailDoors, openMailDoors } from '../../../test/builders/mail-doors.ts'
import { faultySmtp } from '../../../test/builders/smtp-faults.ts'
import { testDatabase } from '../../../test/builders/test-database.ts'
import type { House } from '../house.ts'
import { deliverLetter } from './deliver-letter.ts'
import type { LetterTemplate } from './letter.ts'
import { letterTrouble } from './letter-queries.ts'
import { sendLetterJob, sweepLettersJob } from './mail-jobs.ts'
import { sendLetter } from './send-letter.ts'

let now = new Date('2026-11-22T09:00:00Z')
const clock = { now: () => new Date(now) }
const advance = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

const { connection } = await testDatabase()
const smtp = await faultySmtp()
const house = await openMailDoors({ connection, clock, smtp: smtp.server })
// Jobs of letters go through these doors and no others.
const whole = house as MailDoors as House
afterAll(() => house.close())

beforeEach(async () => {
  smtp.faults = []
  smtp.received = []
  smtp.beforeAnswer = () => {}
  await house.db.deleteFrom('letters').execute()
  await sql`delete from pgboss.job`.execute(house.db)
})

const plain: LetterTemplate<object> = {
  kind: 'plain',
  write: () => ({ subject: 'Subject', html: '<p>Words</p>', text: 'Words' }),
}

async function sent(options: { uselessAfter?: Date } = {}): Promise<number> {
  const letter = {
    to: { address: 'ada@paper.example' },
    language: 'en',
    template: plain,
    data: {},
    ...options,
  }
  return (await house.db.transaction().execute(tx => sendLetter(tx, house, letter)))!
}

const rowOf = (id: number) =>
  house.db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const run = (letter: number) => sendLetterJob.run({ letter }, whole)

async function jobsWaiting(): Promise<Date[]> {
  const { rows } = await sql<{
    at: Date
  }>`select start_after as at from pgboss.job where name = 'send-letter' order by 1`.execute(house.db)
  return rows.map(({ at }) => at)
}

test('one letter is one job, and what is accepted is never sent again', async () => {
  const id = await sent()
  expect(await jobsWaiting()).toHaveLength(1)
  await Promise.all([run(id), run(id), run(id)])
  await run(id)
  advance(2000)
  await run(id)
  expect(smtp.received).toHaveLength(1)
  expect(await rowOf(id)).toMatchObject({
    state: 'accepted',
    tries: 1,
    last_answer: '250 2.0.0 Ok: queued as 1',
  })
})

test.each([
  [
    { at: 'recipient', says: '451 4.7.1 Greylisted, come back later' },
    '451 4.7.1 Greylisted, come back later',
  ],
  [{ at: 'text', says: '452 4.3.1 Disk full' }, '452 4.3.1 Disk full'],
  [{ at: 'sender', says: '550 5.7.1 You may not send as this' }, '550 5.7.1 You may not send as this'],
  ['accept-then-drop', 'closed'],
] as const)(
  'after %j it waits a minute, with the server’s words, and is tried again',
  async (fault, words) => {
    smtp.faults = [fault]
    const id = await sent()
    await run(id)
    const waiting = await rowOf(id)
    expect(waiting).toMatchObject({ state: 'waiting', tries: 1, last_answer: expect.stringContaining(words) })
    const pause = waiting.next_try_at.getTime() - now.getTime()
    expect(pause).toBeGreaterThan(56_000)
    expect(pause).toBeLessThan(64_000)
    expect((await jobsWaiting()).at(-1)).toEqual(waiting.next_try_at)

    await run(id)
    expect((await rowOf(id)).tries).toBe(1)
    advance(1.1)
    await run(id)
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', tries: 2 })
    // Both copies of what was accepted before the connection broke are one to whoever looks at their Message-ID.
    expect(new Set(smtp.received.map(({ messageId }) => messageId))).toEqual(new Set([waiting.message_id]))
    expect(smtp.received).toHaveLength(fault === 'accept-then-drop' ? 2 : 1)
  },
)

test.each([
  [{ at: 'recipient', says: '550 5.1.1 No such person here' }],
  [{ at: 'text', says: '554 5.7.1 We do not like these words' }],
  [{ at: 'sender', says: '552 5.3.4 Too large' }],
] as const)('after %j it is refused at once and for good', async fault => {
  smtp.faults = [fault]
  const id = await sent()
  await run(id)
  expect(await rowOf(id)).toMatchObject({ state: 'refused', tries: 1, last_answer: fault.says })
  advance(100)
  await run(id)
  expect(smtp.received).toEqual([])
  expect(await letterTrouble(house.db, new Date(0))).toEqual({ late: 0, lost: 1, words: fault.says })
})

test('a letter is given up after about a day of tries', async () => {
  smtp.faults = Array.from({ length: 20 }, () => ({ at: 'text', says: '451 Not now' }) as const)
  const id = await sent()
  const began = now
  for (let tries = 0; tries < 20 && (await rowOf(id)).state !== 'given-up'; tries++) {
    await run(id)
    now = (await rowOf(id)).next_try_at
  }
  expect(await rowOf(id)).toMatchObject({ state: 'given-up', tries: 8, last_answer: '451 Not now' })
  expect((now.getTime() - began.getTime()) / 3_600_000).toBeCloseTo(24, -1)
})

test('a server that is not there is no fault of the program', async () => {
  const away = await openMailDoors({ connection, clock, smtp: { ...smtp.server, port: 9 } })
  const id = await sent()
  await deliverLetter(away, id, async () => {})
  await away.close()
  expect(await rowOf(id)).toMatchObject({
    state: 'waiting',
    last_answer: expect.stringContaining('ECONNREFUSED'),
  })
  expect(await letterTrouble(house.db, new Date(0))).toMatchObject({ late: 1, lost: 0 })
  expect(await house.metrics.text()).toMatch(/masthead_letters_total\{outcome="accepted"\} [1-9]/)
})

test('a server that does not let us in keeps its letters waiting', async () => {
  const newcomer = await openMailDoors({ connection, clock, smtp: smtp.server })
  smtp.faults = ['sign-in']
  const id = await sent()
  await deliverLetter(newcomer, id, async () => {})
  await newcomer.close()
  expect(await rowOf(id)).toMatchObject({
    state: 'waiting',
    last_answer: '535 5.7.8 That is not the password',
  })
})

test('killed after the server’s word and before noting it, it sends again, once, with the same Message-ID', async () => {
  // The clock of the program to be killed is the real one.
  now = new Date()
  const id = await sent()
  const letter = JSON.stringify({ connection, smtp: smtp.server, letter: id })
  const child = spawn(process.execPath, ['test/builders/deliver-in-child.ts', letter], { stdio: 'inherit' })
  const killed = once(child, 'exit')
  // The server has the letter in its hands and is about to say so.
  smtp.beforeAnswer = async () => {
    child.kill('SIGKILL')
    await killed
  }
  expect((await killed)[1]).toBe('SIGKILL')
  smtp.beforeAnswer = () => {}
  expect(await rowOf(id)).toMatchObject({ state: 'sending', tries: 1 })

  // Nobody knows yet that it was let go of.
  await sweepLettersJob.run({}, whole)
  await run(id)
  expect(smtp.received).toHaveLength(1)

  advance(2)
  await sweepLettersJob.run({}, whole)
  expect(await jobsWaiting()).toHaveLength(2)
  await run(id)
  await run(id)
  expect(await rowOf(id)).toMatchObject({ state: 'accepted', tries: 2 })
  expect(smtp.received).toHaveLength(2)
  expect(smtp.received[1]?.messageId).toBe(smtp.received[0]?.messageId)
})

test('a letter whose job was lost is taken up again', async () => {
  const id = await sent()
  await sql`delete from pgboss.job`.execute(house.db)
  await sweepLettersJob.run({}, whole)
  expect(await jobsWaiting()).toEqual([])
  advance(11)
  await sweepLettersJob.run({}, whole)
  expect(await jobsWaiting()).toHaveLength(1)
  await run(id)
  expect((await rowOf(id)).state).toBe('accepted')
})

test('the jobs of a working node take letters away by themselves', async () => {
  const working = await openMailDoors({ connection, smtp: smtp.server, working: true })
  const arrived = new Promise<void>(resolve => {
    smtp.beforeAnswer = () => resolve()
  })
  now = new Date()
  await sent()
  await arrived
  await working.close()
  expect(smtp.received).toHaveLength(1)
})
