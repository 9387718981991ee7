import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type NewLine, recordLine } from '../ledger/ledger.ts'

type About = Pick<NewLine, 'readerId' | 'membershipId' | 'giftId' | 'attribution' | 'source'>

export interface RefundOfPayment {
  amountMinor: number
  giftId: number | null
}

interface GivenBack {
  /** Everything that is not ours any more, in minor units. */
  amountMinor: number
  /** The part of it that is disputed. */
  disputedMinor: number
  /** Each refund that stands, and the gift it is for where it is for one. */
  refunds: RefundOfPayment[]
  /** What was heard of for the first time. */
  newRefunds: number[]
  newDispute: boolean
  isNew: boolean
}

/** Writes the fee, the refunds and the disputes of a charge into the ledger, each once. */
export async function recordGivenBack(
  tx: Transaction,
  house: House,
  { about, charge, lineId }: { about: About; charge: Stripe.Charge; lineId: number },
): Promise<GivenBack> {
  const result: GivenBack = {
    amountMinor: 0,
    disputedMinor: 0,
    refunds: [],
    newRefunds: [],
    newDispute: false,
    isNew: false,
  }
  const write = async (
    line: Pick<NewLine, 'kind' | 'objectId' | 'happenedAt' | 'amountMinor' | 'currency'>,
  ) => {
    const { isNew } = await recordLine(tx, house, { ...about, ...line, ofLineId: lineId })
    result.isNew ||= isNew
    return isNew
  }
  const fee = typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null
  if (fee && fee.fee > 0)
    await write({
      kind: 'fee',
      objectId: fee.id,
      happenedAt: at(charge.created),
      amountMinor: -fee.fee,
      currency: fee.currency,
    })
  for (const refund of await refundsOf(house, charge)) {
    if (refund.status === 'failed' || refund.status === 'canceled') {
      // One that had been made came back: what it took away is there again.
      const known = await isKnown(tx, refund.id)
      if (known) await write({ ...lineOf(refund, 1), kind: 'refund', objectId: `${refund.id}:failed` })
      continue
    }
    if (refund.status !== 'succeeded') continue
    const isNew = await write({ ...lineOf(refund, -1), kind: 'refund', objectId: refund.id })
    if (isNew) result.newRefunds.push(refund.amount)
    result.amountMinor += refund.amount
    result.refunds.push({ amountMinor: refund.amount, giftId: giftOf(refund) })
  }
  if (charge.disputed)
    for (const dispute of await disputesOf(house, charge)) {
      if (dispute.status.startsWith('warning')) continue
      if (await write({ ...lineOf(dispute, -1), kind: 'dispute', objectId: dispute.id }))
        result.newDispute = true
      if (dispute.status === 'won')
        await write({ ...lineOf(dispute, 1), kind: 'dispute-won', objectId: dispute.id })
      else {
        result.amountMinor += dispute.amount
        result.disputedMinor += dispute.amount
      }
    }
  return result
}

async function refundsOf({ payments }: House, charge: Stripe.Charge): Promise<Stripe.Refund[]> {
  if (charge.amount_refunded === 0 && !charge.refunds?.data.length) return []
  const client = await payments.stripe()
  return client.refunds.list({ charge: charge.id, limit: 100 }).autoPagingToArray({ limit: 1000 })
}

async function disputesOf({ payments }: House, charge: Stripe.Charge): Promise<Stripe.Dispute[]> {
  const client = await payments.stripe()
  return client.disputes.list({ charge: charge.id, limit: 100 }).autoPagingToArray({ limit: 1000 })
}

async function isKnown(tx: Transaction, objectId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ledger_lines')
    .select('id')
    .where('kind', '=', 'refund')
    .where('object_id', '=', objectId)
    .executeTakeFirst()
  return row !== undefined
}

function giftOf({ metadata }: Stripe.Refund): number | null {
  const text = metadata?.gift ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function lineOf({ amount, currency, created }: Stripe.Refund | Stripe.Dispute, sign: 1 | -1) {
  return { amountMinor: sign * amount, currency, happenedAt: at(created) }
}

function at(seconds: number): Date {
  return new Date(seconds * 1000)
}
