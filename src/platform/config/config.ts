import { CannotStart } from '../errors/cannot-start.ts'
import type { Mailbox } from '../mail/address.ts'
import type { SmtpServer } from '../mail/smtp-server.ts'
import type { Environment } from './environment.ts'
import { describe, type SettingName, type Settings, settings } from './settings.ts'

/** What the program was told, checked. Built once at the start and handed down. */
export interface Config {
  port: number
  host: string
  /** Without a slash at its end. */
  siteUrl: string
  /** An absolute path. */
  dataDir: string
  databaseUrl: string | undefined
  secret: string | undefined
  trustedProxies: string[]
  /** Where letters are handed in; undefined: into the practice mailbox. */
  smtp: SmtpServer | undefined
  mailFrom: Mailbox | undefined
  /** Where payments are taken; undefined: they are practised, or joining is closed. */
  stripe: { secretKey: string; webhookSecret: string } | undefined
  /** Practice even where SITE_URL is on https. */
  practicePayments: boolean
  demo: boolean
  logLevel: Settings['LOG_LEVEL']
  pressMemoryMb: number
}

/** Reads the settings from an environment. Throws CannotStart that names each wrong one, its value and what is allowed. */
export function readConfig(environment: Environment): Config {
  const given = readSettings(environment)
  return {
    port: given.PORT,
    host: given.HOST,
    siteUrl: given.SITE_URL ?? `http://localhost:${given.PORT}`,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    secret: given.SECRET,
    trustedProxies: given.TRUSTED_PROXIES,
    smtp: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    stripe: stripeOf(given),
    practicePayments: given.PRACTICE_PAYMENTS,
    demo: given.DEMO,
    logLevel: given.LOG_LEVEL,
    pressMemoryMb: given.PRESS_MEMORY_MB,
  }
}

/** One without the other would take money that nobody hears of, or hear of what nobody can ask about. */
function stripeOf({ STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret }: Settings) {
  if (secretKey && webhookSecret) return { secretKey, webhookSecret }
  if (!secretKey && !webhookSecret) return undefined
  const [given, missing] = secretKey
    ? ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']
    : ['STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY']
  throw new CannotStart(`${given} is set, so ${missing} is needed too.`)
}

function readSettings(environment: Environment): Settings {
  const values: Partial<Record<SettingName, unknown>> = {}
  const wrong: string[] = []
  for (const name of Object.keys(settings) as SettingName[]) {
    // An empty value is how many tools write "not set".
    const text = environment[name]?.trim() || undefined
    const result = settings[name].schema.safeParse(text)
    if (result.success) values[name] = result.data
    else wrong.push(complaint(name, text ?? ''))
  }
  if (wrong.length > 0) throw new CannotStart(wrong.join('\n'))
  return values as Settings
}

function complaint(name: SettingName, text: string): string {
  const { allowed, secret } = describe(name)
  const shown = secret ? 'the given value (not shown, it may hold a password)' : `"${text}"`
  return `${name} cannot be ${shown}. Allowed is ${allowed}.`
}
