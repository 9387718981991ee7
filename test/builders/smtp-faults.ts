import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'
import type { SmtpServer } from '../../src/platform/mail/smtp-server.ts'

/** What the server does with the next letter. */
export type Fault =
  | 'none'
  /** Answers at RCPT TO, or at the end of the text, with these words: "451 4.7.1 Come back later". */
  | { at: 'sender' | 'recipient' | 'text'; says: string }
  /** Refuses whoever signs in. */
  | 'sign-in'
  /** Takes the connection and says nothing. */
  | 'hang'
  /** Keeps the letter and breaks the connection before it says so. */
  | 'accept-then-drop'

export interface Received {
  to: string[]
  source: string
  messageId: string
}

export interface FaultySmtp {
  server: SmtpServer
  /** How the letters to come fare, one after another; then all are accepted. */
  faults: Fault[]
  /** Letters the server has in its hands, whatever it said about them. */
  received: Received[]
  /** Called when a letter is whole, before the server says that it has it. */
  beforeAnswer: () => void | Promise<void>
}

/** A real SMTP server on this machine whose faults a test decides; it ends after the file's last test. */
export async function faultySmtp(): Promise<FaultySmtp> {
  const sockets = new Set<Socket>()
  const faulty: FaultySmtp = {
    server: { host: '127.0.0.1', port: 0, secure: false, user: 'desk', password: 'letters' },
    faults: [],
    received: [],
    beforeAnswer: () => {},
  }
  let fault: Fault = 'none'
  const failAt = (at: 'sender' | 'recipient' | 'text') =>
    typeof fault === 'object' && fault.at === at ? smtpError(fault.says) : null
  const server = new SMTPServer({
    logger: false,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(_auth, _session, done) {
      if (faulty.faults[0] !== 'sign-in') return done(null, { user: 'desk' })
      faulty.faults.shift()
      done(smtpError('535 5.7.8 That is not the password'))
    },
    onMailFrom(_address, _session, done) {
      fault = faulty.faults.shift() ?? 'none'
      if (fault !== 'hang') done(failAt('sender'))
    },
    onRcptTo: (_address, _session, done) => done(failAt('recipient')),
    onData(stream, session, done) {
      void buffer(stream).then(async bytes => {
        const failed = failAt('text')
        if (failed) return done(failed)
        const source = bytes.toString('utf8')
        const messageId = /^message-id:\s*(\S+)/im.exec(source)?.[1] ?? ''
        faulty.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source, messageId })
        await faulty.beforeAnswer()
        if (fault === 'accept-then-drop') for (const socket of sockets) socket.destroy()
        else done(null, `2.0.0 Ok: queued as ${faulty.received.length}`)
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  faulty.server.port = (server.server.address() as AddressInfo).port
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>(resolve => server.close(() => resolve()))
  })
  return faulty
}

function smtpError(says: string): Error {
  const [, code = '', words = ''] = /^(\d{3}) (.*)$/.exec(says) ?? []
  return Object.assign(new Error(words), { responseCode: Number(code) })
}
