import type { Attribution } from '../ledger/ledger.ts'

/** Bought with one payment: one gift or several of the same length. */
export interface GiftOrder {
  id: number
  /** Of the form it was filled in with. */
  number: string
  browserHash: Buffer
  readerId: number | null
  buyerName: string
  buyerEmail: string | null
  /** Of letters to the buyer, and of the buyer's page. */
  language: string
  tierId: number
  months: number
  currency: string
  /** What one gift costs, in minor units. */
  eachMinor: number
  attribution: Attribution
  salt: Buffer
  session: string | null
  address: string | null
  tries: number
  charge: string | null
  createdAt: Date
  paidAt: Date | null
}

/** A membership for a length of time, bought for somebody else. */
export interface Gift {
  id: number
  orderId: number
  /** Its place in the order, from 1. */
  position: number
  /** A letter brings it, or the buyer hands it over. */
  delivery: 'letter' | 'self'
  recipientName: string
  recipientEmail: string | null
  message: string
  language: string
  timeZone: string
  /** Null: as soon as it is paid for. */
  deliverAt: Date | null
  salt: Buffer
  boughtAt: Date | null
  claimUntil: Date | null
  sentAt: Date | null
  sends: number
  remindedAt: Date | null
  proofs: number
  claimedAt: Date | null
  claimedBy: number | null
  membershipId: number | null
  /** What the claim came to: a membership of its own, more time for one, or a renewal that is put off. */
  gives: 'own' | 'longer' | 'renewal' | null
  givenFrom: Date | null
  givenUntil: Date | null
  renewalMovedAt: Date | null
  renewalMovedBackAt: Date | null
  refundAskedAt: Date | null
  refundAskedBy: 'buyer' | 'staff' | null
  refundReason: string
  undoneAt: Date | null
  undoneBecause: 'refunded' | 'disputed' | null
}

export const giftStates = [
  'unpaid',
  'waiting',
  'sent',
  'handed-over',
  'claimed',
  'refunding',
  'refunded',
  'run-out',
] as const
export type GiftState = (typeof giftStates)[number]

/** How long a gift can be claimed, from its delivery. */
export const claimMonths = 12
/** How far ahead a delivery can be set. */
export const deliverWithinMonths = 12
/** Somebody who has not claimed is reminded once, this long after the letter. */
export const remindAfterDays = 30
/** Before the end of a gift membership, its member is asked to carry on. */
export const carryOnDays = 14
export const mostGifts = 10

/** Where a gift is on its way, at a moment. */
export function giftState(gift: Gift, now: Date): GiftState {
  if (gift.undoneAt) return 'refunded'
  if (gift.refundAskedAt) return 'refunding'
  if (gift.claimedAt) return 'claimed'
  if (!gift.boughtAt) return 'unpaid'
  if (gift.claimUntil && gift.claimUntil <= now) return 'run-out'
  if (gift.delivery === 'self') return 'handed-over'
  return gift.sentAt ? 'sent' : 'waiting'
}

/** Whether the link of a gift leads to a membership now. */
export function isClaimable(gift: Gift, now: Date): boolean {
  const state = giftState(gift, now)
  return state === 'waiting' || state === 'sent' || state === 'handed-over'
}

/** The last moment of a gift that is bought then, and delivered later at the most. */
export function claimEnd({ boughtAt, deliverAt }: { boughtAt: Date; deliverAt: Date | null }): Date {
  return addMonths(deliverAt && deliverAt > boughtAt ? deliverAt : boughtAt, claimMonths)
}

/**
 * Some calendar months later, in UTC: the same day of the month at the same hour, or the last day of a month that has
 * no such day (as the card processor counts a subscription's months).
 */
export function addMonths(from: Date, months: number): Date {
  const later = new Date(from)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(from.getUTCDate(), last))
  return later
}
