import type Stripe from 'stripe'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import { readPublication } from '../publication/publication.ts'
import { findReader } from '../readers/reader.ts'
import type { Payment } from './converge-payment.ts'
import { failedBecause } from './letters/failed-because.ts'
import { type MemberLetterData, type MemberLetterKind, memberLetter } from './letters/member-letter.ts'
import type { FailedBecause } from './letters/member-letters-messages.ts'
import type { MemberChange } from './member-change.ts'
import type { Membership } from './membership.ts'
import { findMembership } from './membership-queries.ts'
import { receiptNumber } from './receipts/receipt.ts'
import { readSupportSettings } from './support-settings.ts'
import { findTier } from './tier-queries.ts'

export interface MemberLetterToSend {
  kind: MemberLetterKind
  readerId: number
  membership?: Membership
  payment?: Pick<Payment, 'amountMinor' | 'currency' | 'paidAt' | 'lineId'>
  /** The letter is about this payment's receipt, too. */
  withReceipt?: boolean
  day?: Date | null
  because?: FailedBecause
  /** There is never a second letter with it. */
  key: string
}

/**
 * Writes one letter to a member or a giver, once for its key, in the caller's transaction. Nothing for a reader who was
 * forgotten. Returns the letter's number, or null where it was written already.
 */
export async function sendMemberLetter(
  tx: Transaction,
  house: House,
  letter: MemberLetterToSend,
): Promise<number | null> {
  const { membership, payment } = letter
  const reader = await findReader(tx, letter.readerId)
  if (!reader?.email) return null
  const [settings, tier] = await Promise.all([
    readSupportSettings(tx),
    membership ? findTier(tx, membership.tierId) : null,
  ])
  const data: MemberLetterData = {
    name: reader.name,
    tier: tier?.name ?? '',
    price: priceOf(membership),
    paid: payment ? { amountMinor: payment.amountMinor, currency: payment.currency } : null,
    day: letter.day === undefined ? (membership?.paidUntil ?? null) : letter.day,
    because: letter.because,
    signature: settings.signature,
    receipt:
      payment && letter.withReceipt
        ? {
            number: receiptNumber(payment, (await readPublication(house)).timeZone),
            paidAt: payment.paidAt,
            taxText: settings.taxText,
          }
        : null,
  }
  return sendLetter(tx, house, {
    template: memberLetter(letter.kind),
    to: { address: reader.email, name: reader.name },
    language: reader.language,
    data,
    key: letter.key,
  })
}

/** Tells a member what happened to their membership, where nothing else does: a payment has its own letter. */
export async function tellMember(
  tx: Transaction,
  house: House,
  {
    change,
    membership,
    subscription,
  }: { change: MemberChange; membership: Membership; subscription: Stripe.Subscription },
): Promise<void> {
  const { id, readerId, paidUntil, graceUntil, pausedUntil } = membership
  const until = paidUntil?.toISOString() ?? ''
  const now = house.payments.now()
  const send = (kind: MemberLetterKind, more: Partial<MemberLetterToSend> & { key: string }) =>
    sendMemberLetter(tx, house, { kind, readerId, membership, ...more })
  switch (change) {
    case 'began':
      // The first payment brings the welcome with its receipt; without one, it is brought here.
      if (membership.state === 'trial') await send('welcomeTrial', { key: `welcome:${id}` })
      else if (isFree(subscription)) await send('welcome', { key: `welcome:${id}` })
      return
    case 'late':
      await send('failed', {
        day: graceUntil,
        because: await failedBecause(house, subscription),
        key: `failed:${id}:${until}`,
      })
      return
    case 'restored':
      await send('restored', { key: `restored:${id}:${until}` })
      return
    case 'lapsed':
      await tellLapse(tx, house, membership)
      return
    case 'will-end':
      await send('goodbye', { key: `goodbye:${id}:${now.toISOString()}` })
      return
    case 'ended':
      if (membership.endedBecause === 'cancelled' && !(await wasToldOfEnd(tx, id)))
        await send('goodbye', { day: membership.endedAt, key: `goodbye:${id}:end` })
      return
    case 'goes-on':
      await send('goesOn', { key: `goes-on:${id}:${now.toISOString()}` })
      return
    case 'paused':
      await send(pausedUntil ? 'paused' : 'pausedForNow', {
        day: pausedUntil,
        key: `paused:${id}:${pausedUntil?.toISOString() ?? now.toISOString()}`,
      })
      return
    case 'resumed':
      await send('resumed', { key: `resumed:${id}:${now.toISOString()}` })
      return
    case 'changed':
      await send('changed', {
        key: `changed:${id}:${membership.tierId}:${membership.amountMinor}:${membership.period}:${until}`,
      })
  }
}

/** A membership that was not paid for in the end. Once for each time it was paid until. */
export async function tellLapse(tx: Transaction, house: House, membership: Membership): Promise<void> {
  const until = membership.paidUntil?.toISOString() ?? ''
  await sendMemberLetter(tx, house, {
    kind: 'lapsed',
    readerId: membership.readerId,
    membership,
    key: `lapsed:${membership.id}:${until}`,
  })
}

/** A receipt for what was paid; the first of a membership comes with the welcome. Gifts to others have letters of their own. */
export async function tellPaid(tx: Transaction, house: House, payment: Payment): Promise<void> {
  const { readerId, membershipId, purpose, chargeId } = payment
  if (readerId === null || purpose === 'gift') return
  const send = (kind: MemberLetterKind, key: string, membership?: Membership) =>
    sendMemberLetter(tx, house, { kind, readerId, membership, payment, withReceipt: true, key })
  if (purpose === 'single') {
    await send('given', `given:${chargeId}`)
    return
  }
  const membership = membershipId === null ? null : await findMembership(tx, membershipId)
  if (!membership) return
  const welcomed =
    (await isFirst(tx, payment)) && (await send('welcome', `welcome:${membership.id}`, membership))
  if (!welcomed) await send('renewed', `receipt:${chargeId}`, membership)
}

/** Money that was sent back, by its amount. */
export async function tellRefund(
  tx: Transaction,
  house: House,
  { payment, amountMinor }: { payment: Payment; amountMinor: number },
): Promise<void> {
  if (payment.readerId === null || payment.purpose === 'gift') return
  await sendMemberLetter(tx, house, {
    kind: 'refunded',
    readerId: payment.readerId,
    payment: { ...payment, amountMinor },
    key: `refund:${payment.chargeId}:${payment.givenBackMinor}:${amountMinor}`,
  })
}

async function isFirst(tx: Transaction, { membershipId, lineId }: Payment): Promise<boolean> {
  const earlier = await tx
    .selectFrom('ledger_lines')
    .select('id')
    .where('membership_id', '=', membershipId)
    .where('kind', '=', 'membership-payment')
    .where('id', '<', lineId)
    .limit(1)
    .executeTakeFirst()
  return earlier === undefined
}

async function wasToldOfEnd(tx: Transaction, membershipId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('letters')
    .select('id')
    .where('key', 'like', `goodbye:${membershipId}:%`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function isFree({ latest_invoice: invoice }: Stripe.Subscription): boolean {
  return typeof invoice === 'object' && invoice !== null && invoice.amount_paid === 0 && invoice.total === 0
}

function priceOf(membership: Membership | undefined) {
  if (!membership?.amountMinor || !membership.currency || !membership.period) return null
  const { amountMinor, currency, period } = membership
  return { amountMinor, currency, period }
}
