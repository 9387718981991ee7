import { dayOf } from '../../../design/dates.ts'

/**
 * The number that stands on a receipt: the year it was paid in, by the publication's clock, and the ledger's number of
 * the payment, which is given once.
 */
export function receiptNumber(
  { lineId, paidAt }: { lineId: number; paidAt: Date },
  timeZone: string,
): string {
  return `${dayOf(paidAt, { timeZone }).slice(0, 4)}-${String(lineId).padStart(6, '0')}`
}
