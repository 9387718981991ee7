import type { House } from '../../../platform/house.ts'
import { forgetCheckouts } from './checkout-queries.ts'

/** Sixty days: the processor's page is open for one, and nobody goes on with a form that is older. */
const keptMs = 60 * 86_400_000

/** Forgets forms that were sent and never paid. */
export function forgetOldCheckouts({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<void> {
  return forgetCheckouts(db, new Date(clock.now().getTime() - keptMs))
}
