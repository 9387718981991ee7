import type { House } from '../../../platform/house.ts'
import { sendLetter } from '../../../platform/mail/send-letter.ts'
import type { Gift } from '../gift.ts'
import { findOrder, lockGift, updateGift } from '../gift-queries.ts'
import { addressProof, claimToken } from '../gift-tokens.ts'
import { giftProofLetter } from '../letters/gift-letters.ts'

/** So many addresses may be written to with one gift's link. */
const mostProofs = 10

/**
 * Writes to an address that a gift is to be accepted with and that its letter did not go to; nothing is used up by that.
 * False where too many were asked for.
 */
export function proveAddress(
  house: House,
  { gift, email, name }: { gift: Gift; email: string; name: string },
): Promise<boolean> {
  return house.db.transaction().execute(async tx => {
    const locked = await lockGift(tx, gift.id)
    if (!locked || locked.proofs >= mostProofs) return false
    const order = (await findOrder(tx, { id: gift.orderId }))!
    await updateGift(tx, gift.id, { proofs: locked.proofs + 1 })
    const now = house.clock.now()
    const proof = addressProof(house, gift, email, now)
    const query = new URLSearchParams({ token: claimToken(house, gift), email, proof })
    if (name) query.set('name', name)
    await sendLetter(tx, house, {
      to: { address: email, name },
      language: gift.language,
      template: giftProofLetter,
      data: { buyer: order.buyerName, name, link: `${house.config.siteUrl}/gift/claim?${query}` },
      uselessAfter: new Date(now.getTime() + 3_600_000),
    })
    return true
  })
}
