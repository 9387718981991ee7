import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Gift, type GiftOrder, remindAfterDays } from './gift.ts'
import { findOrder, listDue, listUnclaimed, updateGift } from './gift-queries.ts'
import { writeGiftLetter, writeReminder } from './letters/write-gift-letters.ts'

const atOnce = 100
const day = 86_400_000

/** Sends the letters of gifts whose day and hour have come, each once. Safe to repeat. */
export async function deliverGifts(house: House): Promise<void> {
  await inBatches(house, async tx => {
    const due = await listDue(tx, house.payments.now(), atOnce)
    for (const gift of due) await deliverGift(tx, house, { gift, order: await orderOf(tx, gift) })
    return due.length
  })
}

/** Reminds, once, of gifts that nobody has accepted a month after their letter. Safe to repeat. */
export async function remindOfGifts(house: House): Promise<void> {
  await inBatches(house, async tx => {
    const now = house.payments.now()
    const before = new Date(now.getTime() - remindAfterDays * day)
    const unclaimed = await listUnclaimed(tx, { now, before, limit: atOnce })
    for (const gift of unclaimed) {
      await updateGift(tx, gift.id, { reminded_at: now })
      await writeReminder(tx, house, { gift, order: await orderOf(tx, gift) })
    }
    return unclaimed.length
  })
}

/** Sends the letter of a gift if it is due; the caller holds the gift's lock. */
export async function deliverGift(
  tx: Transaction,
  house: House,
  { gift, order }: { gift: Gift; order: GiftOrder },
): Promise<Gift> {
  const now = house.payments.now()
  const waits = gift.delivery === 'letter' && !gift.sentAt && !gift.claimedAt && !gift.refundAskedAt
  const due = !gift.deliverAt || gift.deliverAt <= now
  if (!waits || !due || gift.claimUntil! <= now) return gift
  return sendGift(tx, house, { gift, order })
}

/** Sends the letter of a gift, whether it has been sent or not; the caller holds the gift's lock. */
export async function sendGift(
  tx: Transaction,
  house: House,
  { gift, order }: { gift: Gift; order: GiftOrder },
): Promise<Gift> {
  const number = gift.sends + 1
  const sentAt = house.payments.now()
  await updateGift(tx, gift.id, { sent_at: sentAt, sends: number })
  await writeGiftLetter(tx, house, { gift, order, number })
  return { ...gift, sentAt, sends: number }
}

async function orderOf(tx: Transaction, gift: Gift): Promise<GiftOrder> {
  return (await findOrder(tx, { id: gift.orderId }))!
}

async function inBatches(house: House, batch: (tx: Transaction) => Promise<number>): Promise<void> {
  for (;;) if ((await house.db.transaction().execute(batch)) < atOnce) return
}
