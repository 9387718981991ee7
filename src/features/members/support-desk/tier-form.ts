import { z } from 'zod'
import { minorDigits, readMoney } from '../../../design/money.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import { type Form, fieldOf, readForm } from '../../../platform/http/form.ts'
import type { AskedPrice } from '../save-tier.ts'
import { periods, priceOf, type Tier } from '../tier.ts'
import type { TierInput } from '../tier-queries.ts'
import type { supportDeskTexts } from './support-desk-messages.newsroom.ts'

type Texts = ReturnType<typeof supportDeskTexts>

const most = 99_999_999

/** What the form of a tier says. Throws BadInput that names the field. */
export function tierFrom(
  ask: { form: Form },
  { texts, currencies }: { texts: Texts; currencies: readonly string[] },
): { input: Omit<TierInput, 'slug'>; prices: AskedPrice[] } {
  const whole = (least: number, top: number, sentence: string) =>
    z
      .string(sentence)
      .trim()
      .regex(/^\d{1,6}$/, sentence)
      .transform(Number)
      .refine(n => n >= least && n <= top, sentence)
  const input = readForm(
    ask,
    z.object({
      name: z.string(texts.nameNeeded).trim().min(1, texts.nameNeeded).max(80, texts.nameNeeded),
      description: z.string().trim().max(300, texts.descriptionLong).default(''),
      benefits: z
        .string()
        .default('')
        .transform(text =>
          text
            .split('\n')
            .map(line => line.trim())
            .filter(Boolean),
        )
        .refine(lines => lines.length <= 10 && lines.every(line => line.length <= 160), texts.benefitsLong),
      seats: whole(1, 1000, texts.seatsWrong),
      trialDays: whole(0, 365, texts.trialWrong),
    }),
  )
  const prices = periods.flatMap(period =>
    currencies.map(currency => {
      const field = priceField(period, currency)
      const text = fieldOf(ask.form, field).trim()
      const amountMinor = text === '' ? null : readMoney(text, currency)
      const isWrong = text !== '' && (amountMinor === null || amountMinor < 1 || amountMinor > most)
      if (isWrong) throw new BadInput({ field, sentence: texts.priceWrong(currency.toUpperCase()) })
      return { period, currency, amountMinor }
    }),
  )
  return { input, prices }
}

/** What stands in the fields of a tier before anybody types. */
export function tierFields(tier: Tier | null, currencies: readonly string[]): Record<string, string> {
  const prices = periods.flatMap(period =>
    currencies.map(currency => {
      const price = tier && priceOf(tier, period, currency)
      return [priceField(period, currency), price ? typedMoney(price.amountMinor, currency) : ''] as const
    }),
  )
  return {
    name: tier?.name ?? '',
    description: tier?.description ?? '',
    benefits: tier?.benefits.join('\n') ?? '',
    seats: String(tier?.seats ?? 1),
    trialDays: String(tier?.trialDays ?? 0),
    ...Object.fromEntries(prices),
  }
}

export function priceField(period: string, currency: string): string {
  return `price-${period}-${currency}`
}

/** An amount as `readMoney` reads it: "10", "10.50". */
export function typedMoney(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = (amountMinor / 10 ** digits).toFixed(digits)
  return digits > 0 && /\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text
}
