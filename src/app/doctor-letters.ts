import type { Config } from '../platform/config/config.ts'
import { openDatabase } from '../platform/database/database.ts'
import { letterTrouble } from '../platform/mail/letter-queries.ts'
import { NotDelivered, openTransport } from '../platform/mail/transport.ts'
import type { Finding } from './doctor.ts'
import { openPostgres } from './open-postgres.ts'

const patience = { connectionTimeout: 8_000, greetingTimeout: 8_000, dnsTimeout: 8_000, socketTimeout: 8_000 }

/** Whether the mail server lets us in, without sending anything. */
export async function mailServer({ smtp, mailFrom }: Config): Promise<Finding> {
  if (!smtp)
    return {
      state: 'look',
      text: 'SMTP_URL is not set: letters reach nobody and are kept in the practice mailbox, /practice/mail.',
    }
  const name = `The mail server ${smtp.host}:${smtp.port} of SMTP_URL`
  const transport = await openTransport(smtp, { patience })
  try {
    await transport.verify()
    if (mailFrom) return { state: 'ok', text: `${name} lets us in.` }
    return {
      state: 'look',
      text: `${name} lets us in; MAIL_FROM is not set, so it is guessed from SITE_URL.`,
    }
  } catch (error) {
    const words = error instanceof NotDelivered ? error.words : String(error)
    return { state: 'bad', text: `${name} does not let us in: ${words}` }
  } finally {
    transport.close()
  }
}

const day = 86_400_000

/** How the letters of the last day have fared. */
export async function letters(config: Config): Promise<Finding> {
  const postgres = await openPostgres(config, 'command', () => {})
  const db = openDatabase(postgres.connection, { max: 1 })
  try {
    const { late, lost, words } = await letterTrouble(db, new Date(Date.now() - day))
    if (late + lost === 0)
      return { state: 'ok', text: 'No letter is late, and none was lost in the last day.' }
    const text = `Letters that wait for another try: ${late}; refused or given up in the last day: ${lost}.`
    return { state: 'look', text: `${text} The mail server’s newest words: ${words}` }
  } catch (error) {
    // 42P01: no such table.
    if ((error as { code?: string }).code !== '42P01') throw error
    return { state: 'ok', text: 'There are no letters yet.' }
  } finally {
    await db.destroy()
    await postgres.close()
  }
}
