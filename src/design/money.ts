import { interfaceLanguage } from './messages.ts'

/** Stripe counts these in hundredths although they have none any more (docs.stripe.com/currencies, "special cases"). */
const countedInHundredths = new Set(['isk', 'ugx'])

/**
 * An amount as a reader of `language` writes it: "€10", "10,50 €". `amountMinor` is in the currency's smallest unit as
 * the card processor counts it, `currency` an ISO 4217 code in any case.
 */
export function formatMoney(amountMinor: number, currency: string, language: string): string {
  const format = formatFor(currency, language)
  return format.format(amountMinor / 10 ** minorDigits(currency))
}

/** How many digits of an amount stand behind its point: 2 for euros, 0 for yen. */
export function minorDigits(currency: string): number {
  if (countedInHundredths.has(currency.toLowerCase())) return 2
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}

/**
 * Reads an amount as people type it: "12", "12.50", "12,50". Null for what is no amount, or is finer than the currency.
 */
export function readMoney(text: string, currency: string): number | null {
  const found = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim().replace(/[\s\u00a0\u202f]/g, ''))
  if (!found) return null
  const digits = minorDigits(currency)
  const [, whole = '', part = ''] = found
  if (part.length > digits) return null
  return Number(whole + part.padEnd(digits, '0'))
}

// Making a format takes longer than all else on a page of prices.
const formats = new Map<string, Intl.NumberFormat>()

function formatFor(currency: string, language: string): Intl.NumberFormat {
  const key = `${language} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(language || interfaceLanguage(language), {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  formats.set(key, format)
  return format
}
