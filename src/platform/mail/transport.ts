import type { Transporter } from 'nodemailer'
import type { Mailbox } from './address.ts'
import type { WrittenLetter } from './letter.ts'
import { isOnThisMachine, type SmtpServer } from './smtp-server.ts'

/** A letter as it is handed to a mail server. */
export interface Message extends WrittenLetter {
  from: Mailbox
  to: Mailbox
  replyTo: string | null
  /** With its angle brackets; the same at every try. */
  messageId: string
  date: Date
  language: string
  headers: Record<string, string>
}

/** The server has not taken a letter: `refused` for good, or it may yet take it. `words` are the server's own. */
export class NotDelivered extends Error {
  override name = 'NotDelivered'
  readonly refused: boolean
  readonly words: string

  constructor({ refused, words }: { refused: boolean; words: string }) {
    super(words)
    this.refused = refused
    this.words = words
  }
}

export interface Transport {
  /** Resolves with the server's words once it has taken the letter. Throws NotDelivered. */
  deliver(message: Message): Promise<string>
  /** Connects and signs in, and sends nothing. Throws NotDelivered. */
  verify(): Promise<void>
  close(): void
}

export const mostConnections = 4

// RFC 5321, 4.5.3.2: the last answer may take ten minutes, and giving up before it comes makes two letters of one.
const patience = {
  connectionTimeout: 20_000,
  greetingTimeout: 30_000,
  dnsTimeout: 20_000,
  socketTimeout: 600_000,
}

/** SMTP (RFC 5321) over a few connections that are kept for a short while. */
export async function openTransport(
  server: SmtpServer,
  options: { patience?: Partial<typeof patience> } = {},
): Promise<Transport> {
  // Loaded with the first letter: no start should wait for it.
  const { createTransport } = await import('nodemailer')
  const near = isOnThisMachine(server)
  const transporter: Transporter = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.secure,
    ...(server.user ? { auth: { user: server.user, pass: server.password } } : {}),
    // A password never travels in the clear. On this machine nobody listens in, and certificates there are self-made.
    requireTLS: !near && server.user !== '' && !server.secure,
    ignoreTLS: near,
    maxConnections: mostConnections,
    idleTimeout: 15_000,
    // By itself it would send again what a closed connection left open, and say nothing.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...patience,
    ...options.patience,
  })
  return {
    async deliver(message) {
      try {
        const { response } = await transporter.sendMail(wire(message))
        return serverWords(response ?? '')
      } catch (error) {
        throw notDelivered(error)
      }
    },
    async verify() {
      await transporter.verify().catch(error => {
        throw notDelivered(error)
      })
    },
    close: () => transporter.close(),
  }
}

function wire(message: Message) {
  const { from, to, replyTo, subject, text, html, messageId, date } = message
  return {
    // Addresses are given as they are, so that nothing in a name is read as one.
    from: { name: from.name ?? '', address: from.address },
    to: { name: to.name ?? '', address: to.address },
    envelope: { from: from.address, to: to.address },
    ...(replyTo ? { replyTo: { name: '', address: replyTo } } : {}),
    subject,
    text,
    html,
    messageId,
    date,
    headers: {
      'Content-Language': message.language,
      // RFC 3834: so that no holiday notice answers.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...message.headers,
    },
  }
}

interface SmtpFailure {
  message?: string
  code?: string
  command?: string
  response?: string
  responseCode?: number
}

/**
 * 5xx to the recipient or to the text is for good (RFC 5321, 4.2.1). What the server says before that (who we are, how
 * we sign in, whether we may send at all) is about us, not about this letter: it will pass once somebody sets it right.
 */
function notDelivered(error: unknown): NotDelivered {
  const { message = '', command, response, responseCode = 0 } = (error ?? {}) as SmtpFailure
  const aboutLetter = command === 'RCPT TO' || command === 'DATA' || isTooLarge(response)
  return new NotDelivered({
    refused: responseCode >= 500 && responseCode !== 503 && aboutLetter,
    words: serverWords(response || message),
  })
}

/** RFC 1870 (552) and RFC 3463 (5.3.4), said at MAIL FROM already. */
function isTooLarge(response = ''): boolean {
  return /^552|^5\d\d[ -]5\.3\.4/.test(response)
}

/** The server's words on one line, at most 1,000 letters. */
function serverWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 1000)
}
