import type { Transaction } from '../../../platform/database/database.ts'
import { BadInput, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { sendLetter } from '../../../platform/mail/send-letter.ts'
import { hashOf, newToken } from '../../../platform/sign-in/secret-token.ts'
import { nowhere } from '../../ledger/ledger.ts'
import { confirmEmail, findOrMakeReader, findReader, readerEmail } from '../../readers/reader.ts'
import { currentMembership } from '../account/change-membership.ts'
import { countMembership } from '../count-membership.ts'
import { isInForce, type Membership } from '../membership.ts'
import { findMembership, insertMembership, lockMembership, updateMembership } from '../membership-queries.ts'
import { tellSupportChanged } from '../tell-support-changed.ts'
import type { Tier } from '../tier.ts'
import { findTier } from '../tier-queries.ts'
import { seatLetter } from './seat-letter.ts'
import { findInvitation, insertInvitation, listSeats, markAccepted, withdrawRow } from './seat-queries.ts'

const day = 86_400_000
const validDays = 30

/** A membership that others have seats in, and its tier. */
export interface Shared {
  membership: Membership
  tier: Tier
}

/** The reader's own membership for several. Throws NotFound where there is none. */
export async function sharedMembership(house: House, readerId: number): Promise<Shared> {
  const membership = await currentMembership(house, readerId)
  const tier = membership && (await findTier(house.db, membership.tierId))
  if (!membership || !tier || tier.seats < 2 || membership.holderId !== null) throw new NotFound()
  return { membership, tier }
}

/** Offers a seat by a letter. Throws BadInput ('email', 'own', 'again' or 'full' as its sentence) for what cannot be. */
export async function inviteToSeat(
  house: House,
  { readerId, typed }: { readerId: number; typed: string },
): Promise<string> {
  const { membership, tier } = await sharedMembership(house, readerId)
  const read = readerEmail.safeParse(typed)
  if (!read.success) throw new BadInput({ field: 'email', sentence: 'email' })
  const email = read.data
  await house.db.transaction().execute(async tx => {
    await lockMembership(tx, membership.id)
    const now = house.payments.now()
    const holder = await findReader(tx, readerId)
    if (holder?.email?.toLowerCase() === email) throw new BadInput({ field: 'email', sentence: 'own' })
    const seats = await listSeats(tx, membership.id, now)
    if (seats.some(seat => seat.email.toLowerCase() === email))
      throw new BadInput({ field: 'email', sentence: 'again' })
    if (seats.length >= tier.seats - 1) throw new BadInput({ field: 'email', sentence: 'full' })
    const token = newToken()
    const id = await insertInvitation(tx, {
      holderId: membership.id,
      email,
      tokenHash: hashOf(token),
      now,
      expiresAt: new Date(now.getTime() + validDays * day),
    })
    await sendLetter(tx, house, {
      template: seatLetter,
      to: { address: email },
      language: holder?.language ?? 'en',
      data: {
        by: holder?.name || holder?.email || '',
        tier: tier.name,
        link: `${house.config.siteUrl}/join/seat?token=${token}`,
      },
      key: `seat-invitation:${id}`,
    })
  })
  return email
}

export async function withdrawSeat(
  house: House,
  { readerId, id }: { readerId: number; id: number },
): Promise<void> {
  const { membership } = await sharedMembership(house, readerId)
  await withdrawRow(house.db, { id, holderId: membership.id, now: house.payments.now() })
}

/** Takes a seat back, or gives up one's own: `byHolder` says who asks. */
export async function endSeat(
  house: House,
  { readerId, id, byHolder }: { readerId: number; id: number; byHolder: boolean },
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const seat = await lockMembership(tx, id)
    const holder = seat?.holderId ? await findMembership(tx, seat.holderId) : null
    const may = byHolder ? holder?.readerId === readerId : seat?.readerId === readerId
    if (!seat || !holder || !may || seat.state === 'ended') throw new NotFound()
    const now = house.payments.now()
    const after: Membership = {
      ...seat,
      state: 'ended',
      graceUntil: null,
      endedAt: now,
      endedBecause: byHolder ? 'removed' : 'cancelled',
    }
    await updateMembership(tx, after, now)
    await countMembership(tx, house, { membership: after, source: `reader:${readerId}` })
    await tellSupportChanged(tx, house, [seat.readerId])
  })
}

/** What an invitation is about; null for one that was used, withdrawn or has run out, or whose membership is over. */
export async function readInvitation(
  house: Pick<House, 'db' | 'payments'>,
  token: string,
): Promise<{ email: string; by: string; tier: string } | null> {
  const found = await findInvitation(house.db, hashOf(token), house.payments.now())
  const holder = found && (await findMembership(house.db, found.holderId))
  if (!found || !holder || !isInForce(holder, house.payments.now())) return null
  const [reader, tier] = await Promise.all([
    findReader(house.db, holder.readerId),
    findTier(house.db, holder.tierId),
  ])
  return { email: found.email, by: reader?.name || reader?.email || '', tier: tier?.name ?? '' }
}

/** Takes the seat, once, for whoever has the letter. Returns the reader's number; null where it can be taken no more. */
export async function acceptSeat(tx: Transaction, house: House, token: string): Promise<number | null> {
  const now = house.payments.now()
  const invitation = await findInvitation(tx, hashOf(token), now)
  const holder = invitation && (await lockMembership(tx, invitation.holderId))
  if (!invitation || !holder || !isInForce(holder, now)) return null
  const inviting = await findReader(tx, holder.readerId)
  const reader = await findOrMakeReader(tx, house, {
    email: invitation.email,
    language: inviting?.language ?? 'en',
  })
  await confirmEmail(tx, reader.id, house.clock.now())
  const values = {
    readerId: reader.id,
    tierId: holder.tierId,
    source: 'seat' as const,
    state: holder.state,
    startedAt: now,
    paidUntil: holder.paidUntil,
    graceUntil: holder.graceUntil,
    cancelsAtEnd: false,
    cancelReason: '',
    pausedUntil: holder.pausedUntil,
    endedAt: null,
    endedBecause: null,
    subscription: null,
    amountMinor: null,
    currency: null,
    period: null,
    feeMinor: 0,
    holderId: holder.id,
    giftId: null,
    attribution: nowhere,
  }
  const id = await insertMembership(tx, values, now)
  await markAccepted(tx, invitation.id, id, now)
  await countMembership(tx, house, { membership: { id, ...values }, source: `invitation:${invitation.id}` })
  await tellSupportChanged(tx, house, [reader.id])
  return reader.id
}
