import type { Kind } from './kinds.ts'
import { endDispute, openDispute } from './resources/disputes.ts'
import { expireSession } from './resources/expire-session.ts'
import { advanceInvoice, advanceSubscription } from './resources/renew-subscription.ts'
import type { Till } from './till.ts'

/** What happens by itself to an object whose time has come. It must set another time, or none. */
export type DueWork = (till: Till, id: string) => Promise<void>

/** What has a time at which something happens to it. */
export const dueWork: Partial<Record<Kind, DueWork>> = {
  'checkout.session': expireSession,
  subscription: advanceSubscription,
  invoice: advanceInvoice,
  // The owner of the disputing card, a minute after the payment.
  charge: openDispute,
  dispute: endDispute,
}
