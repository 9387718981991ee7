import { openMailbox } from '../../practice/mailbox/open-mailbox.ts'
import { type Clock, systemClock } from '../../src/platform/clock.ts'
import { type ConnectionSettings, openDatabase } from '../../src/platform/database/database.ts'
import type { House } from '../../src/platform/house.ts'
import { createJobs, type JobKind } from '../../src/platform/jobs/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import type { Letterhead } from '../../src/platform/mail/letter.ts'
import { createMail, type Mail } from '../../src/platform/mail/mail.ts'
import { sendLetterJob, sweepLettersJob } from '../../src/platform/mail/mail-jobs.ts'
import type { SmtpServer } from '../../src/platform/mail/smtp-server.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { createPress } from '../../src/platform/press/press.ts'
import { createStandings } from '../../src/platform/press/standing.ts'

/** The doors that letters need, and no others. */
export type MailDoors = Pick<House, 'db' | 'jobs' | 'mail' | 'clock' | 'log' | 'metrics'>

export const letterhead: Letterhead = {
  name: 'The Lantern',
  accent: '#0b5563',
  siteUrl: 'https://lantern.example',
  language: 'en',
  timeZone: 'Europe/Dublin',
  imprint: ['Lantern Trust', '4 Coal Quay, Wrenmouth'],
  email: 'desk@lantern.example',
}

/** Opens them over a database that has every migration. `smtp` is the server; without one, the practice mailbox. */
export async function openMailDoors(options: {
  connection: ConnectionSettings
  clock?: Clock
  smtp?: SmtpServer
  /** Runs the jobs too. */
  working?: boolean
}): Promise<MailDoors & { close(): Promise<void> }> {
  const { connection, smtp, clock = systemClock, working = false } = options
  const db = openDatabase(connection, { max: 6 })
  const log = createLog('silent')
  const press = createPress({ clock, standings: createStandings('no press', clock), memoryBytes: 0 })
  const jobs = createJobs({ connection, log, working })
  await jobs.start([sendLetterJob, sweepLettersJob] as unknown as JobKind<never>[])
  const mail: Mail = createMail({
    config: { smtp, mailFrom: undefined, siteUrl: letterhead.siteUrl },
    key: Buffer.alloc(32, 7).toString('base64url'),
    letterhead: async () => letterhead,
    openPractice: () => openMailbox({ db, clock }),
  })
  const doors: MailDoors = {
    db,
    jobs,
    mail,
    clock,
    log,
    metrics: createMetrics(() => press),
  }
  // The jobs of letters go through these doors and no others.
  if (working) await jobs.work(doors as House, [])
  return {
    ...doors,
    async close() {
      await jobs.stop()
      await mail.close()
      await db.destroy()
    },
  }
}
