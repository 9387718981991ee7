import { z } from 'zod'
import { json, type Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { tellSupportChanged } from './tell-support-changed.ts'

/** ISO 4217, in small letters as the card processor has it. */
export const currencyCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{3}$/, 'Give currencies by their three letters, such as EUR.')
  .refine(isCurrency, 'Give currencies that exist, by their three letters, such as EUR.')

/** Minor units. Above this, cards refuse anyway (docs.stripe.com/currencies: eight digits). */
export const amountMinor = z.int().min(1).max(99_999_999)

export const frequencies = ['month', 'year', 'once'] as const
export type Frequency = (typeof frequencies)[number]

const byCurrency = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^[a-z]{3}$/), value)

/** How the newsroom takes support. Every field has a sensible start. */
export const supportSettings = z.object({
  /** The first is the one that is offered unless a reader's browser speaks for another. */
  currencies: z.array(currencyCode).min(1).max(12).default(['eur']),
  /** What is chosen as the page of joining opens. */
  frequency: z.enum(frequencies).default('month'),
  /** The tier that is put forward; null: none. */
  preferredTier: z.int().nullable().default(null),
  /** Gifts of money without a membership; a currency that is missing here takes none. */
  once: byCurrency(
    z.object({
      suggested: z.array(amountMinor).max(6),
      preferred: amountMinor.nullable().default(null),
      least: amountMinor,
    }),
  ).default({ eur: { suggested: [1500, 3000, 5000, 10_000], preferred: 3000, least: 300 } }),
  /** Whether readers may add what the processor takes, and what that is. */
  fees: z
    .object({
      offered: z.boolean().default(false),
      percent: z.number().min(0).max(20).default(1.5),
      fixed: byCurrency(z.int().min(0).max(100_000)).default({ eur: 25 }),
    })
    .prefault({}),
  /** Stands on every receipt: number of the tax office, or why there is no tax on it. */
  taxText: z.string().trim().max(1000).default(''),
  /** How long a membership stays in force once a renewal has failed. */
  graceDays: z.int().min(0).max(60).default(14),
  /** The longest pause; 0: none is offered. */
  pauseMonths: z.int().min(0).max(12).default(3),
  /** What is offered once to a member who is about to leave; 0 percent: nothing. */
  keepOffer: z
    .object({ percent: z.int().min(0).max(100), months: z.int().min(1).max(24) })
    .default({ percent: 0, months: 3 }),
  /** What a gift membership costs, by its length. */
  gifts: z
    .array(z.object({ months: z.int().min(1).max(60), amounts: byCurrency(amountMinor) }))
    .max(8)
    .default([
      { months: 3, amounts: { eur: 3000 } },
      { months: 12, amounts: { eur: 10_000 } },
    ]),
  /** How many closed stories a member may share in a month. */
  giftLinks: z.int().min(0).max(1000).default(5),
  /** Who signs letters to members; without a name, the paper does. */
  signature: z
    .object({ name: z.string().trim().max(120), role: z.string().trim().max(120) })
    .default({ name: '', role: '' }),
})

export type SupportSettings = z.infer<typeof supportSettings>

/** The press key of pages that say what joining costs. */
export const supportKey = 'support'

/** How the newsroom takes support; asked of the database once, then kept until it changes (key `support`). */
export function keptSupportSettings(house: Pick<House, 'db' | 'press'>): Promise<SupportSettings> {
  return house.press.keep('support-settings', [supportKey], () => readSupportSettings(house.db))
}

/** The same as it is now, for what decides about money. */
export async function readSupportSettings(db: Transaction): Promise<SupportSettings> {
  const row = await db.selectFrom('support_settings').select('settings').executeTakeFirst()
  return supportSettings.parse(row?.settings ?? {})
}

/** Sets them as a whole, and has the pages that show them printed anew. */
export async function writeSupportSettings(
  tx: Transaction,
  house: Pick<House, 'clock'>,
  settings: SupportSettings,
): Promise<void> {
  await tx
    .updateTable('support_settings')
    .set({ settings: json(settings) })
    .execute()
  await tellSupportChanged(tx, house)
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code.toUpperCase())
}
