/** What the card processor keeps of a payment: a share, and a fixed amount in minor units. */
export interface ProcessorFee {
  percent: number
  fixedMinor: number
}

/**
 * What has to be added to an amount so that the newsroom gets all of it once the processor has taken its fee, which it
 * takes of the added part as well. In minor units, rounded up to the next whole one.
 */
export function feeToCover(amountMinor: number, { percent, fixedMinor }: ProcessorFee): number {
  if (amountMinor <= 0) return 0
  // In hundredths of a percent, so that nothing is lost to fractions that binary numbers cannot hold.
  const kept = 10_000 - Math.round(percent * 100)
  return Math.ceil(((amountMinor + fixedMinor) * 10_000) / kept) - amountMinor
}
