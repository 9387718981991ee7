import { readMoney } from '../../../design/money.ts'
import { BadInput } from '../../../platform/errors/errors.ts'
import { type Form, fieldOf } from '../../../platform/http/form.ts'
import { currencyCode, frequencies, type SupportSettings, supportSettings } from '../support-settings.ts'
import type { supportDeskTexts } from './support-desk-messages.newsroom.ts'
import { typedMoney } from './tier-form.ts'

type Texts = ReturnType<typeof supportDeskTexts>

/** How many lines the form has for gifts. */
export const giftLines = 5

/** The settings as the form says them. Amounts of a currency that the form did not show yet stay. Throws BadInput. */
export function settingsFrom(
  form: Form,
  { texts, before }: { texts: Texts; before: SupportSettings },
): SupportSettings {
  const text = (name: string) => fieldOf(form, name).trim()
  const upper = (currency: string) => currency.toUpperCase()
  const fail = (field: string, sentence: string): never => {
    throw new BadInput({ field, sentence })
  }
  const whole = (name: string, [least, most]: [number, number], sentence: string): number => {
    const value = /^\d{1,6}$/.test(text(name)) ? Number(text(name)) : -1
    return value >= least && value <= most ? value : fail(name, sentence)
  }
  const money = (name: string, currency: string, sentence: string): number =>
    readMoney(text(name), currency) ?? fail(name, sentence)
  const words = (name: string, most: number, sentence: string): string =>
    text(name).length <= most ? text(name) : fail(name, sentence)

  const codes = text('currencies')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const currencies = [...new Set(codes.map(code => currencyCode.safeParse(code).data ?? ''))]
  if (currencies.length === 0 || currencies.length > 12 || currencies.includes(''))
    fail('currencies', texts.currenciesWrong)
  const shown = before.currencies.filter(currency => currencies.includes(currency))
  const percent = Number(text('feePercent').replace(',', '.') || '0')
  if (!(percent >= 0 && percent <= 20)) fail('feePercent', texts.feePercentWrong)

  return supportSettings.parse({
    ...before,
    currencies,
    frequency: frequencies.find(name => name === text('frequency')) ?? before.frequency,
    preferredTier: /^\d{1,9}$/.test(text('preferredTier')) ? Number(text('preferredTier')) : null,
    once: Object.fromEntries(shown.flatMap(onceFor)),
    fees: {
      offered: text('feesOffered') === 'yes',
      percent,
      fixed: Object.fromEntries(
        shown.map(currency => [
          currency,
          text(`feeFixed-${currency}`) === ''
            ? 0
            : money(`feeFixed-${currency}`, currency, texts.feeFixedWrong(upper(currency))),
        ]),
      ),
    },
    taxText: words('taxText', 1000, texts.taxTextLong),
    signature: {
      name: words('signatureName', 120, texts.signatureLong),
      role: words('signatureRole', 120, texts.signatureLong),
    },
    graceDays: whole('graceDays', [0, 60], texts.graceDaysWrong),
    pauseMonths: whole('pauseMonths', [0, 12], texts.pauseMonthsWrong),
    keepOffer: {
      percent: whole('keepPercent', [0, 100], texts.keepPercentWrong),
      months: whole('keepMonths', [1, 24], texts.keepMonthsWrong),
    },
    gifts: gifts(),
    giftLinks: whole('giftLinks', [0, 1000], texts.giftLinksWrong),
  })

  function onceFor(currency: string): [string, SupportSettings['once'][string]][] {
    const typed = text(`suggested-${currency}`)
    if (typed === '') return []
    const amounts = typed.split(/\s+/).map(each => readMoney(each, currency))
    const suggested = amounts.filter(amount => amount !== null)
    if (suggested.length < amounts.length || suggested.length > 6)
      fail(`suggested-${currency}`, texts.suggestedWrong(upper(currency)))
    const least = money(`least-${currency}`, currency, texts.leastWrong(upper(currency)))
    if (least < 1 || suggested.some(amount => amount < least))
      fail(`least-${currency}`, texts.leastWrong(upper(currency)))
    const chosen = text(`chosen-${currency}`)
    const preferred = chosen === '' ? null : readMoney(chosen, currency)
    if (chosen !== '' && (preferred === null || !suggested.includes(preferred)))
      fail(`chosen-${currency}`, texts.chosenWrong)
    return [[currency, { suggested, preferred, least }]]
  }

  function gifts(): SupportSettings['gifts'] {
    const lines = Array.from({ length: giftLines }, (_, line) => line).flatMap(line => {
      if (text(`giftMonths-${line}`) === '') return []
      const months = whole(`giftMonths-${line}`, [1, 60], texts.giftsWrong)
      const amounts = shown.flatMap(currency => {
        const name = `gift-${line}-${currency}`
        return text(name) === '' ? [] : [[currency, money(name, currency, texts.giftsWrong)] as const]
      })
      if (amounts.length === 0) fail(`giftMonths-${line}`, texts.giftsWrong)
      return [{ months, amounts: Object.fromEntries(amounts) }]
    })
    if (new Set(lines.map(({ months }) => months)).size < lines.length) fail('giftMonths-0', texts.giftsWrong)
    return lines.sort((a, b) => a.months - b.months)
  }
}

/** What stands in the fields before anybody types. */
export function settingsFields(settings: SupportSettings): Record<string, string> {
  const { currencies, once, fees, gifts, keepOffer, signature } = settings
  const ofCurrency = currencies.flatMap(currency => {
    const asked = once[currency]
    const typed = (amount: number | null | undefined) =>
      amount === null || amount === undefined ? '' : typedMoney(amount, currency)
    return [
      [`suggested-${currency}`, asked?.suggested.map(typed).join(' ') ?? ''],
      [`chosen-${currency}`, typed(asked?.preferred)],
      [`least-${currency}`, typed(asked?.least)],
      [`feeFixed-${currency}`, typed(fees.fixed[currency])],
      ...gifts.map(({ amounts }, line) => [`gift-${line}-${currency}`, typed(amounts[currency])] as const),
    ]
  })
  return {
    currencies: currencies.map(currency => currency.toUpperCase()).join(', '),
    frequency: settings.frequency,
    preferredTier: String(settings.preferredTier ?? ''),
    feesOffered: fees.offered ? 'yes' : '',
    feePercent: String(fees.percent),
    taxText: settings.taxText,
    signatureName: signature.name,
    signatureRole: signature.role,
    graceDays: String(settings.graceDays),
    pauseMonths: String(settings.pauseMonths),
    keepPercent: String(keepOffer.percent),
    keepMonths: String(keepOffer.months),
    giftLinks: String(settings.giftLinks),
    ...Object.fromEntries(ofCurrency),
    ...Object.fromEntries(gifts.map(({ months }, line) => [`giftMonths-${line}`, String(months)])),
  }
}
