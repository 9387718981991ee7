import { z } from 'zod'
import { type Attribution, nowhere } from '../ledger/ledger.ts'

/** What we write beside a payment at the processor, so that whatever comes back says what it was for. */
export interface CheckoutMetadata {
  purpose: 'membership' | 'single' | 'gift'
  language: string
  tierId?: number
  /** Part of the amount, in minor units: what the reader adds to cover the fee. */
  feeMinor?: number
  giftId?: number
  /** The reader who was signed in. */
  readerId?: number
  attribution: Attribution
}

const id = z.coerce.number().int().positive()

const shape = z.object({
  purpose: z.enum(['membership', 'single', 'gift']),
  language: z.string().max(35).default('en'),
  tier: id.optional(),
  fee_minor: z.coerce.number().int().min(0).optional(),
  gift: id.optional(),
  reader: id.optional(),
  campaign: id.optional(),
  appeal: id.optional(),
  wording: id.optional(),
})

/** As the processor keeps it: names and texts (docs.stripe.com/metadata; 50 names, 500 letters each). */
export function writeMetadata(metadata: CheckoutMetadata): Record<string, string> {
  const { attribution, language, purpose, tierId, feeMinor, giftId, readerId } = metadata
  const given = {
    purpose,
    language,
    tier: tierId,
    fee_minor: feeMinor,
    gift: giftId,
    reader: readerId,
    campaign: attribution.campaignId,
    appeal: attribution.appealId,
    wording: attribution.wordingId,
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
}

/** Null for what was not begun by us (a payment that somebody made in the processor's dashboard). */
export function readMetadata(metadata: Readonly<Record<string, string>> | null): CheckoutMetadata | null {
  const found = shape.safeParse(metadata ?? {})
  if (!found.success) return null
  const { tier, fee_minor, gift, reader, campaign, appeal, wording, purpose, language } = found.data
  return {
    purpose,
    language,
    tierId: tier,
    feeMinor: fee_minor,
    giftId: gift,
    readerId: reader,
    attribution: {
      campaignId: campaign ?? nowhere.campaignId,
      appealId: appeal ?? nowhere.appealId,
      wordingId: wording ?? nowhere.wordingId,
    },
  }
}
