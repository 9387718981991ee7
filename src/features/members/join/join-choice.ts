import { z } from 'zod'
import { readMoney } from '../../../design/money.ts'
import type { Attribution } from '../../ledger/ledger.ts'
import type { Period } from '../membership.ts'
import { type Frequency, frequencies, type SupportSettings } from '../support-settings.ts'
import type { Tier } from '../tier.ts'
import { isOffered, priceOf } from '../tier.ts'

/** What a reader has set on the page of joining so far, whether or not it can be had. */
export interface Wishes {
  frequency: Frequency
  currency: string
  /** A suggested amount, in minor units; null where another is typed, or none is chosen. */
  amountMinor: number | null
  /** Another amount, as it was typed. */
  otherAmount: string
  coversFee: boolean
  /** As it was typed. */
  coupon: string
  attribution: Attribution
}

/** What the reader wants to pay, found among what can be had. */
export type Choice =
  | { kind: 'membership'; tier: Tier; priceId: number; period: Period; currency: string; amountMinor: number }
  | { kind: 'single'; currency: string; amountMinor: number }

export type WrongChoice = 'tier' | 'amount' | 'least' | 'most'

const rowNumber = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null)

const shape = z.object({
  frequency: z.enum(frequencies).optional().catch(undefined),
  currency: z.string().max(3).optional().catch(undefined),
  amount: z.coerce.number().int().positive().max(99_999_999).nullable().catch(null),
  other: z.string().max(20).catch(''),
  cover: z.string().max(10).catch(''),
  coupon: z.string().max(60).catch(''),
  campaign: rowNumber,
  appeal: rowNumber,
  wording: rowNumber,
})

/** The names by which wishes stand in an address and in the form. */
export const wishNames = Object.keys(shape.shape)

/** Reads wishes from an address or a form; whatever is wrong there counts as not said. */
export function readWishes(
  given: Readonly<Record<string, string | string[] | undefined>>,
  { settings, region }: { settings: SupportSettings; region: string | null },
): Wishes {
  const lines = Object.fromEntries(
    wishNames.map(name => {
      const value = Object.hasOwn(given, name) ? given[name] : undefined
      return [name, Array.isArray(value) ? value[0] : value]
    }),
  )
  const { frequency, currency, amount, other, cover, coupon, campaign, appeal, wording } = shape.parse(lines)
  const asked = currency?.toLowerCase()
  return {
    frequency: frequency ?? settings.frequency,
    currency:
      settings.currencies.find(known => known === asked) ??
      settings.currencies.find(known => region !== null && currencyOf(region) === known) ??
      settings.currencies[0]!,
    amountMinor: amount,
    otherAmount: other.trim(),
    coversFee: cover === 'yes',
    coupon: coupon.trim(),
    attribution: { campaignId: campaign, appealId: appeal, wordingId: wording },
  }
}

/** The address of the page with these wishes kept. */
export function joinAddress(wishes: Wishes, changes: Record<string, string> = {}): string {
  const { frequency, currency, amountMinor, otherAmount, coversFee, coupon, attribution } = wishes
  const given: Record<string, string | number | null> = {
    frequency,
    currency,
    amount: amountMinor,
    other: otherAmount,
    cover: coversFee ? 'yes' : '',
    coupon,
    campaign: attribution.campaignId,
    appeal: attribution.appealId,
    wording: attribution.wordingId,
    ...changes,
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, String(value))
  return `/join?${query}`
}

/** What a pressed button ("month-3", "once") asks for with these wishes. */
export function choiceOf(
  button: string,
  { wishes, tiers, settings }: { wishes: Wishes; tiers: readonly Tier[]; settings: SupportSettings },
): Choice | WrongChoice {
  const { currency } = wishes
  if (button === 'once') return single(wishes, settings)
  const [, period, id] = /^(month|year)-(\d{1,10})$/.exec(button) ?? []
  const tier = tiers.find(each => isOffered(each) && String(each.id) === id)
  const price = tier && priceOf(tier, period as Period, currency)
  if (!tier || !price) return 'tier'
  return {
    kind: 'membership',
    tier,
    priceId: price.id,
    period: price.period,
    currency,
    amountMinor: price.amountMinor,
  }
}

function single({ currency, amountMinor, otherAmount }: Wishes, settings: SupportSettings) {
  const asked = settings.once[currency]
  const amount = otherAmount === '' ? amountMinor : readMoney(otherAmount, currency)
  if (!asked || amount === null) return 'amount'
  if (amount < asked.least) return 'least'
  // What cards take at most; more is better talked over.
  if (amount > 99_999_999) return 'most'
  return { kind: 'single' as const, currency, amountMinor: amount }
}

/** The region that a browser's languages name first (RFC 9110, 12.5.4): "GB" for "en-GB,en;q=0.8". */
export function regionOf(acceptLanguage: string | undefined): string | null {
  return /^\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(acceptLanguage ?? '')?.[1]?.toUpperCase() ?? null
}

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')
const others: Readonly<Record<string, string>> = {
  AE: 'aed',
  AU: 'aud',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  CZ: 'czk',
  DK: 'dkk',
  EG: 'egp',
  GB: 'gbp',
  HU: 'huf',
  IN: 'inr',
  JP: 'jpy',
  MX: 'mxn',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  RO: 'ron',
  SE: 'sek',
  TR: 'try',
  UA: 'uah',
  US: 'usd',
  ZA: 'zar',
}

function currencyOf(region: string): string | undefined {
  return euro.includes(region) ? 'eur' : others[region]
}
