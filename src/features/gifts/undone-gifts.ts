import type { Gift } from './gift.ts'

/** What the processor says of an order's payment, as far as it takes gifts back. Amounts are in minor units. */
export interface TakenBack {
  refunds: readonly { amountMinor: number; giftId: number | null }[]
  disputedMinor: number
}

/**
 * Which gifts of an order are undone by what was given back of its payment, and why. A refund that names its gift undoes
 * that one. Money given back without a name (in the processor's own dashboard) undoes as many as it pays for: those that
 * were undone before, then those that nobody has claimed, the last of the order first. A dispute undoes all others.
 */
export function undoneGifts(
  gifts: readonly Gift[],
  eachMinor: number,
  { refunds, disputedMinor }: TakenBack,
): Map<number, 'refunded' | 'disputed'> {
  const undone = new Map<number, 'refunded' | 'disputed'>()
  const ids = new Set(gifts.map(({ id }) => id))
  for (const { giftId } of refunds) if (giftId !== null && ids.has(giftId)) undone.set(giftId, 'refunded')
  const unnamed = refunds
    .filter(({ giftId }) => giftId === null || !ids.has(giftId))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const rest = gifts.filter(({ id }) => !undone.has(id)).sort(byTurn)
  for (const { id } of rest.slice(0, Math.floor(unnamed / eachMinor))) undone.set(id, 'refunded')
  if (disputedMinor > 0) for (const { id } of gifts) if (!undone.has(id)) undone.set(id, 'disputed')
  return undone
}

function byTurn(a: Gift, b: Gift): number {
  return turn(a) - turn(b) || b.position - a.position
}

function turn({ undoneBecause, claimedAt }: Gift): number {
  if (undoneBecause === 'refunded') return 0
  return claimedAt ? 2 : 1
}
