import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Clock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { PracticeServer } from '../../src/platform/mail/mail.ts'
import { keepLetter } from './mailbox-queries.ts'
import { readLetter } from './read-letter.ts'

const mostBytes = 25_000_000

/**
 * Starts the practice mailbox: a real SMTP server on a free port of this machine, which keeps what it is sent instead of
 * passing it on. It takes letters from this program only, which alone knows the password.
 */
export async function openMailbox({ db, clock }: { db: Database; clock: Clock }): Promise<PracticeServer> {
  const { SMTPServer } = await import('smtp-server')
  const password = randomBytes(24).toString('base64url')
  const server = new SMTPServer({
    banner: 'Masthead practice mailbox',
    logger: false,
    // It never leaves this machine.
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN'],
    disableReverseLookup: true,
    size: mostBytes,
    onAuth(auth, _session, done) {
      if (isSame(auth.password ?? '', password)) done(null, { user: auth.username })
      else done(new Error('This mailbox takes letters from its own program only.'))
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      keep(stream, { sender, recipients }).then(
        id => done(null, `kept in the practice mailbox as number ${id}`),
        error => done(error),
      )
    },
  })
  // A connection that breaks is its client's trouble.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    server: { host: '127.0.0.1', port, secure: false, user: 'masthead', password },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }

  async function keep(
    stream: NodeJS.ReadableStream & { sizeExceeded?: boolean },
    { sender, recipients }: { sender: string; recipients: string[] },
  ): Promise<number> {
    const source = await buffer(stream)
    if (stream.sizeExceeded) throw Object.assign(new Error('The letter is too large.'), { responseCode: 552 })
    const { subject } = await readLetter(source)
    return keepLetter(db, { receivedAt: clock.now(), sender, recipients, subject, source })
  }
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
