import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { recordLine } from '../ledger/ledger.ts'
import type { Gift, GiftOrder } from './gift.ts'
import { sumGiftLines } from './gift-queries.ts'

/**
 * Brings the ledger's count of a gift to what its state says: a line where it was bought, one where that was undone,
 * another where it was restored. The caller holds the gift's lock. Returns whether a line was written.
 */
export async function countGift(
  tx: Transaction,
  house: Pick<House, 'payments'>,
  { gift, order, source }: { gift: Gift; order: GiftOrder; source: string },
): Promise<boolean> {
  if (!gift.boughtAt) return false
  const { lines, gifts } = await sumGiftLines(tx, gift.id)
  const due = gift.undoneAt ? 0 : 1
  let number = lines
  if (lines === 0) await line('gift-bought', gift.boughtAt)
  else if (gifts < due) await line('gift-bought', house.payments.now())
  if (due === 0 && (lines === 0 || gifts > 0)) await line('gift-undone', gift.undoneAt!)
  return number > lines

  async function line(kind: 'gift-bought' | 'gift-undone', happenedAt: Date): Promise<void> {
    number++
    await recordLine(tx, house, {
      kind,
      objectId: `gift:${gift.id}:${number}`,
      source,
      happenedAt,
      gifts: kind === 'gift-bought' ? 1 : -1,
      readerId: order.readerId,
      giftId: gift.id,
      attribution: order.attribution,
    })
  }
}
