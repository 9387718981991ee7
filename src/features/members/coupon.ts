/** What makes joining cheaper for whoever types its code. */
export interface Coupon {
  id: number
  /** In capitals. */
  code: string
  /** Either a share of the price, or an amount in one currency. */
  percent: number | null
  amountMinor: number | null
  currency: string | null
  /** Which payments of a membership it reduces: the first, those of some months, or all. */
  duration: 'once' | 'months' | 'always'
  months: number | null
  endsAt: Date | null
  mostUses: number | null
  /** How many memberships began with it. */
  uses: number
  archivedAt: Date | null
}

export function isUsable(coupon: Coupon, { now, currency }: { now: Date; currency: string }): boolean {
  if (coupon.archivedAt || (coupon.endsAt && coupon.endsAt <= now)) return false
  if (coupon.mostUses !== null && coupon.uses >= coupon.mostUses) return false
  return coupon.currency === null || coupon.currency === currency
}

/** What is left of a price with a coupon, in minor units; half a unit is rounded as the card processor rounds it. */
export function reducedBy(amountMinor: number, coupon: Pick<Coupon, 'percent' | 'amountMinor'>): number {
  if (coupon.percent !== null) return amountMinor - Math.round((amountMinor * coupon.percent) / 100)
  return Math.max(0, amountMinor - (coupon.amountMinor ?? 0))
}
