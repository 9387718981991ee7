import { type Act, recordAct } from '../../platform/audit/audit.ts'
import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { deliverGift, sendGift } from './deliver-gifts.ts'
import { claimEnd, type Gift, isClaimable } from './gift.ts'
import { findOrder, lockGift, updateGift } from './gift-queries.ts'
import { newSalt } from './gift-tokens.ts'

type By = 'buyer' | Exclude<Act['by'], 'program'>

/** What of a gift can be said again until it is claimed. */
export type GiftChange = Pick<
  Gift,
  'delivery' | 'recipientName' | 'recipientEmail' | 'message' | 'language' | 'timeZone' | 'deliverAt'
>

const mostSends = 6

/**
 * Corrects a gift that nobody has claimed: another address or way of delivery makes the link that went out useless, and
 * a new letter goes when it is due. A letter that has gone keeps its day. Throws ExpectedError (409) once it is claimed.
 */
export async function changeGift(
  house: House,
  { giftId, change, by }: { giftId: number; change: GiftChange; by: By },
): Promise<void> {
  await onUnclaimed(house, { giftId, by, act: 'correct-gift' }, async (tx, { gift, order }) => {
    const elsewhere = change.delivery !== gift.delivery || change.recipientEmail !== gift.recipientEmail
    const sent = gift.sentAt !== null && !elsewhere
    const deliverAt = sent ? gift.deliverAt : change.deliverAt
    const after: Gift = {
      ...gift,
      ...change,
      deliverAt,
      salt: elsewhere ? newSalt() : gift.salt,
      sentAt: elsewhere ? null : gift.sentAt,
      claimUntil: claimEnd({ boughtAt: gift.boughtAt!, deliverAt }),
    }
    await updateGift(tx, giftId, {
      delivery: after.delivery,
      recipient_name: after.recipientName,
      recipient_email: after.recipientEmail,
      message: after.message,
      language: after.language,
      time_zone: after.timeZone,
      deliver_at: deliverAt,
      salt: after.salt,
      sent_at: after.sentAt,
      claim_until: after.claimUntil,
    })
    await deliverGift(tx, house, { gift: after, order })
  })
}

/** Sends the letter again, a few times at the most. */
export async function resendGift(house: House, { giftId, by }: { giftId: number; by: By }): Promise<void> {
  await onUnclaimed(house, { giftId, by, act: 'resend-gift' }, async (tx, { gift, order }) => {
    if (gift.delivery !== 'letter' || !gift.sentAt || gift.sends >= mostSends)
      throw new ExpectedError('not-sent-again', 409, 'This letter cannot be sent again.')
    await sendGift(tx, house, { gift, order })
  })
}

/** Whether a letter has gone and may go once more. */
export function mayResend({ delivery, sentAt, sends }: Gift): boolean {
  return delivery === 'letter' && sentAt !== null && sends < mostSends
}

async function onUnclaimed(
  house: House,
  { giftId, by, act }: { giftId: number; by: By; act: string },
  work: (
    tx: Parameters<typeof lockGift>[0],
    found: { gift: Gift; order: NonNullable<Awaited<ReturnType<typeof findOrder>>> },
  ) => Promise<void>,
): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const gift = await lockGift(tx, giftId)
    const order = gift && (await findOrder(tx, { id: gift.orderId }))
    if (!gift || !order || !isClaimable(gift, house.payments.now()))
      throw new ExpectedError('not-changeable', 409, 'This gift cannot be changed any more.')
    if (by !== 'buyer') await recordAct(tx, house.clock, { by, act, subject: { kind: 'gift', id: giftId } })
    await work(tx, { gift, order })
  })
}
