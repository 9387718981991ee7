import type { Appeals } from '../design/appeal-parts.ts'
import { readersOfMonth } from '../features/audience/audience.ts'
import { type AppealDoors, printAppeals } from '../features/campaigns/campaign.ts'
import type { House } from '../platform/house.ts'

/** The pages behind an appeal's buttons that there are; test/support-pages.test.ts holds it against the route table. */
export const supportPages = { join: false, gift: false }

/** What the features beside them tell the appeals. */
export const appealDoors: AppealDoors = {
  open: supportPages,
  brands: ({ payments }: House) => (payments.mode === 'closed' ? [] : ['visa', 'mastercard', 'amex']),
  countReaders: ({ db, clock, press }) =>
    press.keep(`readers ${Math.floor(clock.now().getTime() / 3_600_000)}`, ['figures'], () =>
      readersOfMonth(db, clock.now()),
    ),
}

/** The appeals of a page: a strip above it, and one more where it has a place for it. */
export const appeals: Appeals = (house, page) => printAppeals(house, page, appealDoors)
