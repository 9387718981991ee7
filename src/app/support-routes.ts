import * as coupons from '../features/members/support-desk/coupon-pages.newsroom.tsx'
import * as settings from '../features/members/support-desk/settings-pages.newsroom.tsx'
import * as tiers from '../features/members/support-desk/tier-pages.newsroom.tsx'
import type { Route } from '../platform/http/route.ts'

type Handler = NonNullable<Route['answer']>

const desk = '/newsroom/support'

/** Joining, giving, and the desk where the newsroom says what it asks. */
export const supportRoutes: Route[] = [
  page(desk, tiers.tiersDesk, ['done']),
  page(`${desk}/tiers/:id`, tiers.tierDesk),
  form(`${desk}/tiers/:id`, tiers.saveTierForm),
  form(`${desk}/tiers/:id/archive`, tiers.archiveTierForm),
  form(`${desk}/tiers/:id/move`, tiers.moveTierForm),
  page(`${desk}/coupons`, coupons.couponsDesk, ['done']),
  form(`${desk}/coupons`, coupons.addCouponForm),
  form(`${desk}/coupons/:id/archive`, coupons.archiveCouponForm),
  page(`${desk}/settings`, settings.supportSettingsDesk, ['done']),
  form(`${desk}/settings`, settings.saveSupportSettingsForm),
]

function page(path: string, answer: Handler, query: string[] = []): Route {
  return { method: 'GET', path, who: 'reach-audience', query, answer }
}

function form(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reach-audience', takes: 'form', answer }
}
