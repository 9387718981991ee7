import type { Transaction } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { sendLetter } from '../../../platform/mail/send-letter.ts'
import { findTier, readSupportSettings } from '../../members/member.ts'
import type { Gift, GiftOrder } from '../gift.ts'
import { claimLink, orderLink } from '../gift-tokens.ts'
import {
  type GiftWords,
  giftClaimedLetter,
  giftLetter,
  giftReceiptLetter,
  giftRefundedLetter,
  giftReminderLetter,
  ownReminderLetter,
} from './gift-letters.ts'

interface About {
  gift: Gift
  order: GiftOrder
}

/** The receipt, once for an order. */
export async function writeReceipt(
  tx: Transaction,
  house: House,
  { order, gifts }: { order: GiftOrder; gifts: readonly Gift[] },
): Promise<void> {
  if (!order.buyerEmail || !order.paidAt) return
  await sendLetter(tx, house, {
    to: { address: order.buyerEmail, name: order.buyerName },
    language: order.language,
    template: giftReceiptLetter,
    key: `gift-receipt:${order.id}`,
    data: {
      ...(await wordsOf(tx, { gift: gifts[0]!, order })),
      gifts: gifts.map(gift => ({
        recipient: gift.recipientName,
        address: gift.recipientEmail,
        deliverAt: gift.deliverAt && gift.deliverAt > order.paidAt! ? gift.deliverAt : null,
        timeZone: gift.timeZone,
      })),
      amountMinor: order.eachMinor * gifts.length,
      currency: order.currency,
      paidAt: order.paidAt,
      link: orderLink(house, order),
      taxText: (await readSupportSettings(tx)).taxText,
    },
  })
}

/** The gift's letter; `number` counts how often it was asked for, and there is one letter for each. */
export async function writeGiftLetter(
  tx: Transaction,
  house: House,
  { gift, order, number }: About & { number: number },
): Promise<void> {
  await sendLetter(tx, house, {
    to: { address: gift.recipientEmail!, name: gift.recipientName },
    language: gift.language,
    template: giftLetter,
    key: `gift:${gift.id}:${number}`,
    data: {
      ...(await wordsOf(tx, { gift, order })),
      message: gift.message,
      link: claimLink(house, gift),
      claimUntil: gift.claimUntil!,
    },
    uselessAfter: gift.claimUntil!,
  })
}

/** The one reminder: to the recipient, or to a buyer who hands the gift over. */
export async function writeReminder(tx: Transaction, house: House, about: About): Promise<void> {
  const { gift, order } = about
  const common = { ...(await wordsOf(tx, about)), claimUntil: gift.claimUntil! }
  const key = `gift-reminder:${gift.id}`
  if (gift.delivery === 'letter')
    await sendLetter(tx, house, {
      to: { address: gift.recipientEmail!, name: gift.recipientName },
      language: gift.language,
      template: giftReminderLetter,
      key,
      data: { ...common, link: claimLink(house, gift) },
      uselessAfter: gift.claimUntil!,
    })
  else if (order.buyerEmail)
    await sendLetter(tx, house, {
      to: { address: order.buyerEmail, name: order.buyerName },
      language: order.language,
      template: ownReminderLetter,
      key,
      data: { ...common, link: orderLink(house, order) },
      uselessAfter: gift.claimUntil!,
    })
}

export async function writeClaimed(tx: Transaction, house: House, about: About): Promise<void> {
  const { gift, order } = about
  if (!order.buyerEmail) return
  await sendLetter(tx, house, {
    to: { address: order.buyerEmail, name: order.buyerName },
    language: order.language,
    template: giftClaimedLetter,
    key: `gift-claimed:${gift.id}`,
    data: await wordsOf(tx, about),
  })
}

export async function writeRefunded(tx: Transaction, house: House, about: About): Promise<void> {
  const { gift, order } = about
  if (!order.buyerEmail) return
  await sendLetter(tx, house, {
    to: { address: order.buyerEmail, name: order.buyerName },
    language: order.language,
    template: giftRefundedLetter,
    key: `gift-refunded:${gift.id}`,
    data: { ...(await wordsOf(tx, about)), amountMinor: order.eachMinor, currency: order.currency },
  })
}

export async function wordsOf(tx: Transaction, { gift, order }: About): Promise<GiftWords> {
  const tier = await findTier(tx, order.tierId)
  return {
    buyer: order.buyerName,
    recipient: gift.recipientName,
    tier: tier?.name ?? '',
    months: order.months,
  }
}
