import type { Config } from '../config/config.ts'
import type { Mailbox } from './address.ts'
import type { Letterhead } from './letter.ts'
import type { SmtpServer } from './smtp-server.ts'
import { type Message, openTransport, type Transport } from './transport.ts'

/** A mailbox of our own that takes letters over SMTP while no real server is set. */
export interface PracticeServer {
  server: SmtpServer
  close(): Promise<void>
}

export interface Mail {
  /** No SMTP_URL is set: letters go into the practice mailbox and reach nobody. */
  practice: boolean
  /** Who letters are from; without a name it is the publication's. */
  from: Mailbox
  /** What secret letters are sealed with. */
  key: string
  letterhead(): Promise<Letterhead>
  /** Hands a letter to the server; resolves with its words once it has taken it. Throws NotDelivered. */
  deliver(message: Message): Promise<string>
  /** Ends every connection, and the practice mailbox's server. */
  close(): Promise<void>
}

/**
 * The door letters leave by. Nothing is opened before the first letter goes: neither a connection nor the practice
 * mailbox's server.
 */
export function createMail(options: {
  config: Pick<Config, 'smtp' | 'mailFrom' | 'siteUrl'>
  key: string
  letterhead: () => Promise<Letterhead>
  openPractice: () => Promise<PracticeServer>
}): Mail {
  const { config, key, letterhead, openPractice } = options
  let opened: Promise<{ transport: Transport; practice: PracticeServer | null }> | null = null
  let closed = false

  return {
    practice: !config.smtp,
    from: config.mailFrom ?? {
      address: `letters@${new URL(config.siteUrl).hostname.replace(/^\[.*$/, 'localhost')}`,
    },
    key,
    letterhead,
    async deliver(message) {
      opened ??= open().catch(error => {
        opened = null
        throw error
      })
      return (await opened).transport.deliver(message)
    },
    async close() {
      closed = true
      const doors = await opened?.catch(() => null)
      doors?.transport.close()
      await doors?.practice?.close()
    },
  }

  async function open() {
    if (closed) throw new Error('The mail door is closed.')
    const practice = config.smtp ? null : await openPractice()
    return { transport: await openTransport(config.smtp ?? practice!.server), practice }
  }
}
