import type { Clock } from './clock.ts'
import type { Config } from './config/config.ts'
import type { Secrets } from './config/secrets.ts'
import type { Database } from './database/database.ts'
import type { Events } from './events/events.ts'
import type { Signals } from './events/signals.ts'
import type { Files } from './files/files.ts'
import type { Assets } from './http/assets.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/mail.ts'
import type { Metrics } from './metrics.ts'
import type { Payments } from './payments/payments.ts'
import type { Press } from './press/press.ts'

/** The doors everything is done through. Features take the whole house only where they use several of them. */
export interface House {
  config: Config
  secrets: Secrets
  db: Database
  clock: Clock
  log: Log
  files: Files
  events: Events
  signals: Signals
  jobs: Jobs
  press: Press
  mail: Mail
  payments: Payments
  assets: Assets
  metrics: Metrics
}
