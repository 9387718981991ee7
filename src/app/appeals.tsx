import type { Appeals } from '../design/appeal-parts.ts'
import { readersOfMonth } from '../features/audience/audience.ts'
import { type AppealDoors, figuresKey, printAppeals } from '../features/campaigns/campaign.ts'
import type { House } from '../platform/house.ts'
import type { Route } from '../platform/http/route.ts'

/**
 * What the features beside them tell the appeals. A button is shown only where its page is among the routes, which are
 * asked for once all are known.
 */
export function appealDoors(routes: () => readonly Route[]): AppealDoors {
  const has = (path: string) => routes().some(route => route.method === 'GET' && route.path === path)
  return {
    // Nobody is led to a page that says that joining is not open yet.
    open: ({ payments }) => ({
      join: payments.mode !== 'closed' && has('/join'),
      gift: payments.mode !== 'closed' && has('/gift'),
    }),
    // Those that every account at Stripe accepts (docs.stripe.com/payments/cards/supported-card-brands).
    brands: ({ payments }) => (payments.mode === 'closed' ? [] : ['visa', 'mastercard', 'amex']),
    countReaders,
  }
}

/** The appeals of a page: a strip above it, and one more where it has a place for it. */
export function appealsWith(doors: AppealDoors): Appeals {
  return (house, page) => printAppeals(house, page, doors)
}

/** How many readers a month has; asked of the database once an hour. */
export function countReaders({ db, press, payments }: House): Promise<number | null> {
  const now = payments.now()
  const hour = Math.floor(now.getTime() / 3_600_000)
  return press.keep(`readers of the month ${hour}`, [figuresKey], () => readersOfMonth(db, now))
}
