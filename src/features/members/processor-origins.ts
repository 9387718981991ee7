import type { House } from '../../platform/house.ts'

/** Where the forms of pages about money lead on to, for those pages' content policy. In practice it is all our own. */
export function processorOrigins({ payments }: Pick<House, 'payments'>): string[] {
  return payments.mode === 'stripe' ? ['https://checkout.stripe.com', 'https://billing.stripe.com'] : []
}
