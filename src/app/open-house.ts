import { join } from 'node:path'
import { openMailbox } from '../../practice/mailbox/open-mailbox.ts'
import { openPracticeTime } from '../../practice/practice-time.ts'
import { countReaders } from '../features/audience/audience.ts'
import { checkout } from '../platform/checkout.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config/config.ts'
import type { Secrets } from '../platform/config/secrets.ts'
import { type ConnectionSettings, openDatabase } from '../platform/database/database.ts'
import { createEvents } from '../platform/events/events.ts'
import { createSignals } from '../platform/events/signals.ts'
import { createDiskFiles } from '../platform/files/files.ts'
import type { House } from '../platform/house.ts'
import { type Assets, readAssets } from '../platform/http/assets.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { createLog, type Log } from '../platform/log.ts'
import { createMail } from '../platform/mail/mail.ts'
import { createMetrics } from '../platform/metrics.ts'
import { createPayments, type PracticeProcessor } from '../platform/payments/payments.ts'
import { createPress, type Press } from '../platform/press/press.ts'
import { createStandings, type Standings } from '../platform/press/standing.ts'
import { jobKinds } from './jobs.ts'
import { letterheadOf } from './letterhead.ts'
import { reactions, startReactions } from './reactions.ts'
import { recurringJobs } from './schedule.ts'

export interface OpenHouse {
  house: House
  standings: Standings
  /** Lets running jobs end and closes every door. The database itself stays up. */
  close(): Promise<void>
}

/** Proxies give up a request after 60 s; a page asks a few times at most. Commands may ask for what takes long. */
const patienceMs = 20_000

/**
 * Opens every door onto a migrated database. A `working` house also runs jobs, hears events and answers them, as a
 * node does; a house that is not working, for a command, can still send jobs and record events.
 */
export async function openHouse(options: {
  config: Config
  connection: ConnectionSettings
  secrets: Secrets
  working: boolean
  clock?: Clock
  log?: Log
  assets?: Assets
  /** How long a working house waits for one answer of the database. */
  patienceMs?: number
}): Promise<OpenHouse> {
  const { config, connection, secrets, working } = options
  const clock = options.clock ?? systemClock
  const log = options.log ?? createLog(config.logLevel)
  const db = openDatabase(connection, working ? { patienceMs: options.patienceMs ?? patienceMs } : { max: 4 })
  const standings = createStandings(secrets.keyFor('standing'), clock)
  const readers = working ? countReaders({ db, clock, log, trustedProxies: config.trustedProxies }) : null
  const press: Press = createPress({
    clock,
    standings,
    memoryBytes: config.pressMemoryMb * 1_048_576,
    read: readers?.note,
  })
  const signals = createSignals({ connection, log })
  const practiceTime = await openPracticeTime({ db, signals, log, hears: working })
  const house: House = {
    config,
    secrets,
    db,
    clock,
    log,
    press,
    files: createDiskFiles(join(config.dataDir, 'files')),
    events: createEvents({ db, connection, log }),
    signals,
    jobs: createJobs({ connection, log, working }),
    assets: options.assets ?? (await readAssets(join(checkout, 'dist'))),
    metrics: createMetrics(() => press),
    mail: createMail({
      config,
      key: secrets.keyFor('letters'),
      letterhead: () => letterheadOf({ config, db, press }),
      openPractice: () => openMailbox({ db, clock }),
    }),
    payments: createPayments({
      config,
      clock,
      practiceTime,
      openPractice: () => openPractice({ house, connection }),
    }),
  }
  const stopWork = working ? await work(house) : async () => {}
  if (!working) await house.jobs.start(jobKinds)
  return {
    house,
    standings,
    async close() {
      await stopWork()
      await house.jobs.stop()
      await house.signals.stop()
      await house.mail.close()
      await house.payments.close()
      await readers?.close()
      await db.destroy()
    },
  }
}

/** With connections of its own: whoever asks it holds one of the house's and waits for the answer. */
async function openPractice({
  house,
  connection,
}: {
  house: House
  connection: ConnectionSettings
}): Promise<PracticeProcessor> {
  const { openProcessor } = await import('../../practice/processor/open-processor.ts')
  const db = openDatabase(connection, { max: 4 })
  const keyFor = (purpose: string) => house.secrets.keyFor(purpose).replaceAll('-', '_')
  const processor = await openProcessor({
    db,
    log: house.log,
    siteUrl: house.config.siteUrl,
    apiKey: `sk_test_${keyFor('practice processor')}`,
    webhookSecret: `whsec_${keyFor('practice webhooks')}`,
    now: () => house.payments.now(),
  })
  return { ...processor, close: () => processor.close().finally(() => db.destroy()) }
}

async function work(house: House): Promise<() => Promise<void>> {
  house.events.listen(event => house.press.throwAway(event.keys))
  await Promise.all([house.events.start(), house.jobs.start(jobKinds)])
  const stopReactions = await startReactions(house, reactions)
  await house.jobs.work(house, recurringJobs)
  return async () => {
    await stopReactions()
    await house.events.stop()
  }
}
