import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { databaseLine } from '../../../test/builders/database-line.ts'
import { testDatabase } from '../../../test/builders/test-database.ts'
import { CannotStart } from '../errors/cannot-start.ts'
import { checkGivenPostgres } from './given-postgres.ts'

const { db, connection } = await testDatabase()
const line = databaseLine()
const led = await line.lead(connection)
afterAll(() => line.close())
const extra: string[] = []
afterAll(async () => {
  for (const statement of extra.reverse()) await sql.raw(statement).execute(db)
})

const real = new URL(
  led.connectionString ?? `postgres://${led.user}:${led.password}@${led.host}:${led.port}/${led.database}`,
)

function changed(parts: { username?: string; password?: string; pathname?: string }): string {
  return Object.assign(new URL(real), parts).href
}

async function refusal(url: string, patienceMs?: number): Promise<string> {
  const error = await checkGivenPostgres(url, patienceMs).then(
    () => null,
    thrown => thrown,
  )
  expect(error).toBeInstanceOf(CannotStart)
  expect(error.message).not.toContain(new URL(url).password)
  return error.message
}

test('one that can be used tells its version', async () => {
  expect(await checkGivenPostgres(real.href)).toMatch(/^\d\d\.\d+/)
})

test('a wrong password, an unknown account, database or port are told apart from one another', async () => {
  expect(await refusal(changed({ password: 'hunter2' }))).toContain('the name or the password is wrong')
  expect(await refusal(changed({ username: 'nobody_here' }))).toContain('the name or the password is wrong')
  expect(await refusal(changed({ pathname: '/no_such_paper' }))).toContain(
    'there is no database of that name',
  )
  const closed = createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  closed.close()
  await once(closed, 'close')
  expect(await refusal(`postgres://desk:hunter2@127.0.0.1:${port}/paper`)).toContain('nothing answers there')
})

test('one that takes the connection and never answers is given up', async () => {
  line.silence()
  expect(await refusal(real.href, 300)).toContain('it does not answer in time')
  line.restore()
})

test('one older than 15 is refused with its version', async () => {
  const server = await serverOfVersion('14.19 (Debian 14.19-1.pgdg120+1)')
  const { port } = server.address() as AddressInfo
  expect(await refusal(`postgres://desk:hunter2@127.0.0.1:${port}/paper`)).toBe(
    `DATABASE_URL leads to PostgreSQL 14.19 at 127.0.0.1:${port}/paper. Masthead needs 15 or newer.`,
  )
  server.close()
})

test('a database of another encoding, or of somebody else, is refused before anything is made in it', async () => {
  const name = `given_${process.pid}_${Date.now().toString(36)}`
  await sql.raw(`create role ${name} login password 'hunter2'`).execute(db)
  extra.push(`drop role ${name}`)
  for (const [suffix, options] of [
    ['latin', `owner ${name} encoding 'LATIN1' locale 'C' template template0`],
    ['foreign', `template template0`],
  ]) {
    await sql.raw(`create database ${name}_${suffix} ${options}`).execute(db)
    extra.push(`drop database ${name}_${suffix} with (force)`)
  }
  const as = (suffix: string) =>
    refusal(changed({ username: name, password: 'hunter2', pathname: `/${name}_${suffix}` }))
  expect(await as('latin')).toContain('its encoding is LATIN1 and has to be UTF8')
  expect(await as('foreign')).toContain('the account may not make tables in it')
})

/** Speaks as much of PostgreSQL's protocol (version 3.0) as it takes to be asked for its version. */
async function serverOfVersion(version: string) {
  const answer = (socket: Socket, ...messages: [type: string, ...parts: Buffer[]][]) => {
    for (const [type, ...parts] of messages) {
      const body = Buffer.concat(parts)
      socket.write(Buffer.concat([Buffer.from(type), int(body.length + 4), body]))
    }
  }
  const ready: [string, Buffer] = ['Z', Buffer.from('I')]
  const server = createServer(socket => {
    socket.once('data', () => {
      answer(socket, ['R', int(0)], ready)
      socket.once('data', () =>
        answer(
          socket,
          ['T', short(1), text('server_version'), int(0), short(0), int(25), short(-1), int(-1), short(0)],
          ['D', short(1), int(version.length), Buffer.from(version)],
          ['C', text('SHOW')],
          ready,
        ),
      )
    })
    socket.on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}
