import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { countMembership, insertMembership, tellSupportChanged } from '../members/member.ts'
import { addMonths, type Gift, type GiftOrder } from './gift.ts'
import { findOrder, lockGift, updateGift } from './gift-queries.ts'

/** Makes the membership of a gift, in force from then until then. Returns its number. */
export async function insertGiftMembership(
  tx: Transaction,
  house: House,
  about: { gift: Gift; order: GiftOrder; readerId: number; from: Date; until: Date },
): Promise<number> {
  const { gift, order, readerId, from, until } = about
  const values = {
    readerId,
    tierId: order.tierId,
    source: 'gift' as const,
    state: 'active' as const,
    startedAt: from,
    paidUntil: until,
    graceUntil: null,
    cancelsAtEnd: false,
    cancelReason: '',
    pausedUntil: null,
    endedAt: null,
    endedBecause: null,
    subscription: null,
    amountMinor: null,
    currency: null,
    period: null,
    feeMinor: 0,
    holderId: null,
    giftId: gift.id,
    attribution: order.attribution,
  }
  const id = await insertMembership(tx, values, house.payments.now())
  await countMembership(tx, house, { membership: { id, ...values }, source: 'claim' })
  return id
}

/** A claimed gift whose time could not be added to a paid membership becomes one of its own, from now. */
export async function giveOwnTime(house: House, { id }: Gift): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const gift = await lockGift(tx, id)
    if (gift?.gives !== 'renewal' || gift.undoneAt || gift.claimedBy === null) return
    const order = (await findOrder(tx, { id: gift.orderId }))!
    const from = house.payments.now()
    const until = addMonths(from, order.months)
    const readerId = gift.claimedBy
    const membershipId = await insertGiftMembership(tx, house, { gift, order, readerId, from, until })
    await updateGift(tx, id, {
      gives: 'own',
      membership_id: membershipId,
      given_from: from,
      given_until: until,
    })
    await tellSupportChanged(tx, house, [readerId])
  })
}
