import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { sendLetter } from '../../platform/mail/send-letter.ts'
import {
  countMembership,
  lockMembershipsOf,
  tellSupportChanged,
  updateMembership,
} from '../members/member.ts'
import {
  confirmEmail,
  findOrMakeReader,
  findReader,
  findReaderByEmail,
  type Reader,
} from '../readers/reader.ts'
import { type Gift, type GiftOrder, type GiftState, giftState, isClaimable } from './gift.ts'
import { findOrder, lockGift, lockReaderRow, updateGift } from './gift-queries.ts'
import { insertGiftMembership } from './give-own-time.ts'
import { type GivenTime, givenTime } from './given-time.ts'
import { giftBegunLetter } from './letters/gift-letters.ts'
import { wordsOf, writeClaimed } from './letters/write-gift-letters.ts'

/** Who accepts a gift: a reader who is signed in, or somebody who has shown that an address is theirs. */
export type Claimer = { readerId: number } | { email: string; name: string }

export type Claimed =
  | {
      is: 'claimed'
      gift: Gift
      reader: Reader
      isNew: boolean
      given: Exclude<GivenTime, { gives: 'nothing' }>
    }
  /** Somebody was quicker, or it was taken back, or its year is over. */
  | { is: 'gone'; state: GiftState }
  /** The reader's membership has no end; the gift is as good as before. */
  | { is: 'endless' }

/**
 * Accepts a gift, once: whoever of two comes second finds it claimed. The account is found or made, the membership is in
 * force as the transaction ends, and nothing at all is changed where it cannot be accepted. `gift` is as the link named
 * it; a link that was replaced in the meantime does not claim.
 */
export async function claimGift(house: House, gift: Gift, claimer: Claimer): Promise<Claimed> {
  try {
    return await house.db.transaction().execute(tx => claimIn(tx, house, { named: gift, claimer }))
  } catch (error) {
    if (error instanceof NotClaimed) return error.outcome
    throw error
  }
}

/** Undoes the transaction, so that no account stays behind that nobody asked for. */
class NotClaimed extends Error {
  outcome: Exclude<Claimed, { is: 'claimed' }>

  constructor(outcome: Exclude<Claimed, { is: 'claimed' }>) {
    super('The gift cannot be accepted.')
    this.outcome = outcome
  }
}

async function claimIn(
  tx: Transaction,
  house: House,
  { named, claimer }: { named: Gift; claimer: Claimer },
): Promise<Claimed> {
  const now = house.payments.now()
  const { reader, isNew } = await readerOf(tx, house, { claimer, language: named.language })
  // Two gifts for one reader are added one after the other.
  await lockReaderRow(tx, reader.id)
  const gift = await lockGift(tx, named.id)
  if (!gift?.salt.equals(named.salt)) throw new NotClaimed({ is: 'gone', state: 'unpaid' })
  if (!isClaimable(gift, now)) throw new NotClaimed({ is: 'gone', state: giftState(gift, now) })
  const order = (await findOrder(tx, { id: gift.orderId }))!
  const given = givenTime(await lockMembershipsOf(tx, reader.id), { now, months: order.months })
  if (given.gives === 'nothing') throw new NotClaimed({ is: 'endless' })
  const membershipId = await giveTime(tx, house, { gift, order, reader, given })
  await updateGift(tx, gift.id, {
    claimed_at: now,
    claimed_by: reader.id,
    membership_id: membershipId,
    gives: given.gives,
    given_from: given.from,
    given_until: given.until,
  })
  const after = {
    ...gift,
    claimedAt: now,
    claimedBy: reader.id,
    membershipId,
    gives: given.gives,
    givenFrom: given.from,
    givenUntil: given.until,
  }
  if (order.readerId !== reader.id) await writeClaimed(tx, house, { gift: after, order })
  await writeBegun(tx, house, { gift: after, order, reader, given })
  await tellSupportChanged(tx, house, [reader.id])
  return { is: 'claimed', gift: after, reader, isNew, given }
}

async function readerOf(
  tx: Transaction,
  house: House,
  { claimer, language }: { claimer: Claimer; language: string },
): Promise<{ reader: Reader; isNew: boolean }> {
  if ('readerId' in claimer) return { reader: (await findReader(tx, claimer.readerId))!, isNew: false }
  const known = await findReaderByEmail(tx, claimer.email)
  const reader = await findOrMakeReader(tx, house, { ...claimer, language })
  await confirmEmail(tx, reader.id, house.clock.now())
  return { reader, isNew: known === null }
}

/** Returns the membership that the gift's time belongs to. */
async function giveTime(
  tx: Transaction,
  house: House,
  about: { gift: Gift; order: GiftOrder; reader: Reader; given: Exclude<GivenTime, { gives: 'nothing' }> },
): Promise<number> {
  const { gift, order, reader, given } = about
  const now = house.payments.now()
  // The processor puts it off, which is asked of it once this is certain (move-renewals.ts).
  if (given.gives === 'renewal') return given.membership.id
  if (given.gives === 'longer') {
    const longer = { ...given.membership, paidUntil: given.until, graceUntil: null }
    await updateMembership(tx, longer, now)
    await countMembership(tx, house, { membership: longer, source: 'claim' })
    return longer.id
  }
  return insertGiftMembership(tx, house, { gift, order, readerId: reader.id, ...given })
}

async function writeBegun(
  tx: Transaction,
  house: House,
  about: { gift: Gift; order: GiftOrder; reader: Reader; given: Exclude<GivenTime, { gives: 'nothing' }> },
): Promise<void> {
  const { gift, order, reader, given } = about
  const later = given.gives === 'own' && given.from > gift.claimedAt!
  await sendLetter(tx, house, {
    to: { address: reader.email!, name: reader.name },
    language: reader.language,
    template: giftBegunLetter,
    key: `gift-begun:${gift.id}`,
    data: {
      ...(await wordsOf(tx, { gift, order })),
      name: reader.name,
      how: later ? 'later' : given.gives,
      from: given.from,
      until: given.until,
    },
  })
}
