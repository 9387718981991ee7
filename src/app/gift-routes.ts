import * as buy from '../features/gifts/buying/buy-pages.reader.tsx'
import { offerNames } from '../features/gifts/buying/offer.ts'
import * as pay from '../features/gifts/buying/pay-pages.reader.tsx'
import * as claiming from '../features/gifts/claiming/claim-pages.reader.tsx'
import * as desk from '../features/gifts/desk/gift-desk-pages.newsroom.tsx'
import * as giving from '../features/gifts/giving/given-pages.reader.tsx'
import type { Route } from '../platform/http/route.ts'
import { processorEffects } from './processor-effects.ts'
import { standingOf } from './standing-of.ts'

type Handler = NonNullable<Route['answer']>

/** Payments one address on the net may begin in a minute, and gifts it may accept or ask letters for. */
const beginnings = 12
/** What is kept or changed without paying. */
const changes = 30

/** Memberships for others: buying them, looking after them, accepting them. */
export const giftRoutes: Route[] = [
  page('/gift', buy.giftStart, [...offerNames, 'order']),
  form('/gift', buy.fillInForm, changes),
  page('/gift/check', pay.checkPage, ['order', 'done']),
  form('/gift/pay', pay.payForm, beginnings),
  page('/gift/thanks', pay.giftThanksPage(processorEffects), ['order']),

  page('/gift/claim', claiming.claimPage, ['token', 'email', 'proof', 'name', 'sent']),
  form('/gift/claim', claiming.claimForm({ effects: processorEffects, standingOf }), beginnings),
  page('/gift/claimed', claiming.claimedPage, ['token', 'reader', 'proof']),

  page('/gift/given', giving.givenPage, ['token', 'done']),
  page('/gift/given/change', giving.changePage, ['token', 'gift']),
  form('/gift/given/change', giving.changeForm, changes),
  form('/gift/given/resend', giving.resendForm, beginnings),
  page('/gift/given/refund', giving.refundPage, ['token', 'gift']),
  form('/gift/given/refund', giving.refundForm(processorEffects), beginnings),
  page('/gift/card', giving.cardPage, ['token', 'gift']),

  deskPage('/newsroom/gifts', desk.giftsDesk, ['q', 'state', 'before']),
  deskPage('/newsroom/gifts/:id', desk.giftDesk, ['done']),
  deskForm('/newsroom/gifts/:id', desk.correctGiftForm),
  deskForm('/newsroom/gifts/:id/resend', desk.resendGiftForm),
  deskForm('/newsroom/gifts/:id/refund', desk.refundGiftForm(processorEffects)),
]

function page(path: string, answer: Handler, query: string[]): Route {
  return { method: 'GET', path, who: 'anyone', forms: true, perMinute: 120, query, answer }
}

function form(path: string, answer: Handler, perMinute: number): Route {
  return { method: 'POST', path, who: 'anyone', takes: 'form', perMinute, answer }
}

function deskPage(path: string, answer: Handler, query: string[]): Route {
  return { method: 'GET', path, who: 'reach-audience', query, answer }
}

function deskForm(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reach-audience', takes: 'form', answer }
}
