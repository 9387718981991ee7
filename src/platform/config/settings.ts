import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { mailbox } from '../mail/address.ts'
import { readSmtpUrl } from '../mail/smtp-server.ts'

/** One setting: what it is for, what it may be, and how its text becomes a value. */
interface Setting {
  about: string
  allowed: string
  /** Gets undefined where the setting is not given. */
  schema: z.ZodType
  /** May hold a password, so it is never shown. */
  secret?: boolean
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every setting there is. All come from the environment; none is needed to begin with. */
export const settings = {
  PORT: {
    about: 'The port the site is served on.',
    allowed: 'a whole number from 1 to 65535 (default 4000)',
    schema: whole(1, 65_535).default(4000),
  },
  HOST: {
    // A program just started is not offered to the network until somebody says so; a proxy on the same machine reaches it.
    about: 'The network address to listen on. 0.0.0.0 lets other machines in, as a container needs.',
    allowed: 'an IP address, or localhost (default 127.0.0.1)',
    schema: z
      .string()
      .refine(host => isIP(host) > 0 || host === 'localhost')
      .default('127.0.0.1'),
  },
  SITE_URL: {
    about:
      'The address readers know the site by. Links in feeds, letters and search engines are made with it.',
    allowed: 'an address with http:// or https:// and without a path (default http://localhost:PORT)',
    schema: z.string().refine(isOrigin).transform(originOf).optional(),
  },
  DATA_DIR: {
    about:
      'The folder that holds everything: the database, photographs, secrets. Never shared by two programs.',
    allowed: 'a folder that can be written to (default ./data)',
    schema: z
      .string()
      .default('./data')
      .transform(path => resolve(path)),
  },
  DATABASE_URL: {
    about:
      'A PostgreSQL (15 or newer) to use instead of the one that comes along. Needed to run several nodes.',
    allowed: 'an address like postgres://name:password@host:5432/database',
    schema: z.string().refine(isPostgresAddress).optional(),
    secret: true,
  },
  SECRET: {
    about:
      'What cookies and links are signed with. Made at the first start and kept in DATA_DIR; several nodes must share one.',
    allowed: 'at least 32 characters that nobody can guess',
    schema: z.string().min(32).optional(),
    secret: true,
  },
  TRUSTED_PROXIES: {
    about:
      'Whose word about a reader’s address is taken (X-Forwarded-For); limits on requests count by that address.',
    allowed: 'IP addresses and ranges with commas between them, or none (default 127.0.0.1,::1)',
    schema: z
      .string()
      .default('127.0.0.1,::1')
      .transform(text => (text === 'none' ? [] : text.split(',').map(part => part.trim())))
      .pipe(z.array(z.string().refine(isAddressOrRange))),
  },
  SMTP_URL: {
    about:
      'The mail server that letters are handed to. Without one they go into the practice mailbox at /practice/mail.',
    allowed:
      'an address like smtp://name:password@host:587, or smtps:// for TLS from the first byte (port 465)',
    schema: z
      .string()
      .transform(readSmtpUrl)
      .refine(server => server !== null)
      .optional(),
    secret: true,
  },
  MAIL_FROM: {
    about: 'Who letters are from. The mail server has to allow it; without a name it is the publication’s.',
    allowed:
      'an e-mail address, or a name and an address: The Lantern <letters@paper.example> (default letters@ the host of SITE_URL)',
    schema: mailbox.optional(),
  },
  STRIPE_SECRET_KEY: {
    about:
      'The key of the Stripe account that takes payments. Without one, payments are practised and no money moves.',
    allowed: 'a secret or restricted key of Stripe (sk_… or rk_…)',
    schema: z
      .string()
      .regex(/^[sr]k_(test|live)_\w+$/)
      .optional(),
    secret: true,
  },
  STRIPE_WEBHOOK_SECRET: {
    about: 'What Stripe signs its events with; shown beside the webhook endpoint SITE_URL/webhooks/stripe.',
    allowed: 'a signing secret of Stripe (whsec_…), given together with STRIPE_SECRET_KEY',
    schema: z
      .string()
      .regex(/^whsec_\S+$/)
      .optional(),
    secret: true,
  },
  PRACTICE_PAYMENTS: {
    about:
      'Whether payments may be practised where readers come by https. Nobody is charged, and every page says so.',
    allowed: 'yes or no (default no)',
    schema: z
      .enum(['yes', 'no'])
      .default('no')
      .transform(text => text === 'yes'),
  },
  DEMO: {
    about: 'Whether an empty publication is filled with the demo newsroom at the start.',
    allowed: 'yes or no (default yes)',
    schema: z
      .enum(['yes', 'no'])
      .default('yes')
      .transform(text => text === 'yes'),
  },
  LOG_LEVEL: {
    about: 'How much is written to the log.',
    allowed: `${logLevels.join(', ')} (default info)`,
    schema: z.enum(logLevels).default('info'),
  },
  PRESS_MEMORY_MB: {
    about: 'How much memory printed pages may take, in megabytes.',
    allowed: 'a whole number from 1 to 65536 (default 64)',
    schema: whole(1, 65_536).default(64),
  },
} satisfies Record<string, Setting>

export type SettingName = keyof typeof settings
export type Settings = { [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> }

/** How a setting is described to people: in an error, in the manual. */
export function describe(name: SettingName): Setting {
  return settings[name]
}

function whole(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most))
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  const plain = url && !url.username && !url.password && url.pathname === '/' && !url.search && !url.hash
  return Boolean(plain && /^https?:$/.test(url.protocol))
}

function originOf(text: string): string {
  return new URL(text).origin
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

function isPostgresAddress(text: string): boolean {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '')
}
