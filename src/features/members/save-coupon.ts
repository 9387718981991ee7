import { type Act, recordAct } from '../../platform/audit/audit.ts'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Coupon } from './coupon.ts'
import { archiveCouponRow, findCoupon, insertCoupon } from './coupon-queries.ts'

/** Adds a coupon. Throws BadInput where there is one with its code already. */
export function addCoupon(
  house: Pick<House, 'db' | 'clock'>,
  { by, coupon }: { by: Act['by']; coupon: Omit<Coupon, 'id' | 'uses' | 'archivedAt'> },
): Promise<number> {
  return house.db.transaction().execute(async tx => {
    await tx.selectFrom('support_settings').select('id').forUpdate().execute()
    if (await findCoupon(tx, coupon.code))
      throw new BadInput({ field: 'code', sentence: 'There is a coupon with this code already.' })
    const id = await insertCoupon(tx, coupon, house.clock.now())
    await recordAct(tx, house.clock, {
      by,
      act: 'add-coupon',
      subject: { kind: 'coupon', id, title: coupon.code },
    })
    return id
  })
}

/** Takes a coupon back: nobody joins with it any more; who has done so keeps what it gave. */
export function archiveCoupon(
  house: Pick<House, 'db' | 'clock'>,
  { by, id }: { by: Act['by']; id: number },
): Promise<void> {
  return house.db.transaction().execute(async tx => {
    const code = await archiveCouponRow(tx, id, house.clock.now())
    if (code === null) throw new NotFound('There is no coupon with this number that could be taken back.')
    await recordAct(tx, house.clock, {
      by,
      act: 'archive-coupon',
      subject: { kind: 'coupon', id, title: code },
    })
  })
}
