import { rememberGift } from '../features/campaigns/campaign.ts'
import * as membership from '../features/members/account/membership-pages.reader.tsx'
import { wishNames } from '../features/members/join/join-choice.ts'
import * as join from '../features/members/join/join-pages.reader.tsx'
import { thanksPage } from '../features/members/join/thanks-pages.reader.tsx'
import { compareForm, ledgerDesk } from '../features/members/ledger-desk/ledger-pages.newsroom.tsx'
import { receiptFile } from '../features/members/receipts/receipt-pages.reader.ts'
import { rehearsalDesk, rehearseForm } from '../features/members/rehearsal/rehearsal-pages.newsroom.tsx'
import * as seats from '../features/members/seats/seat-pages.reader.tsx'
import * as coupons from '../features/members/support-desk/coupon-pages.newsroom.tsx'
import * as settings from '../features/members/support-desk/settings-pages.newsroom.tsx'
import * as tiers from '../features/members/support-desk/tier-pages.newsroom.tsx'
import { resultsDesk } from '../features/results/results-pages.newsroom.tsx'
import type { Route } from '../platform/http/route.ts'
import { compareJob, playAheadJob } from './money-jobs.ts'
import { processorEffects } from './processor-effects.ts'
import { standingOf } from './standing-of.ts'

type Handler = NonNullable<Route['answer']>

/** Payments one address on the net may begin in a minute: more are no reader, but somebody trying out cards. */
const beginnings = 12

const desk = '/newsroom/support'
const own = '/account/membership'

/** Joining, giving, and the desk where the newsroom says what it asks. */
export const supportRoutes: Route[] = [
  {
    method: 'GET',
    path: '/join',
    who: 'anyone',
    forms: true,
    query: [...wishNames, 'done'],
    answer: join.joinPage,
  },
  {
    method: 'POST',
    path: '/join',
    who: 'anyone',
    takes: 'form',
    perMinute: beginnings,
    answer: join.joinForm,
  },
  {
    method: 'GET',
    path: '/join/thanks',
    who: 'anyone',
    forms: true,
    query: ['session'],
    perMinute: 60,
    answer: thanksPage({ effects: processorEffects, standingOf, rememberGift }),
  },

  readerPage(`${own}/card`, membership.cardPage, ['done']),
  readerForm(`${own}/card`, membership.changeCardForm),
  readerPage(`${own}/card/done`, membership.cardDone(processorEffects), ['session']),
  readerPage(`${own}/change`, membership.changePage),
  readerForm(`${own}/change`, membership.saveChange(processorEffects)),
  readerPage(`${own}/pause`, membership.pausePage),
  readerForm(`${own}/pause`, membership.savePause(processorEffects)),
  readerForm(`${own}/resume`, membership.resumeForm(processorEffects)),
  readerPage(`${own}/cancel`, membership.cancelPage),
  readerForm(`${own}/cancel`, membership.saveCancel(processorEffects)),
  readerForm(`${own}/undo`, membership.undoForm(processorEffects)),
  readerPage(`${own}/seats`, seats.seatsPage, ['invited', 'done']),
  readerForm(`${own}/seats`, seats.inviteForm),
  readerForm(`${own}/seats/:id/withdraw`, seats.withdrawForm),
  readerForm(`${own}/seats/:id/remove`, seats.removeForm),
  readerForm(`${own}/seats/:id/leave`, seats.leaveForm),
  {
    method: 'GET',
    path: '/join/seat',
    who: 'anyone',
    forms: true,
    query: ['token'],
    perMinute: 60,
    answer: seats.invitationPage,
  },
  {
    method: 'POST',
    path: '/join/seat',
    who: 'anyone',
    takes: 'form',
    perMinute: 20,
    answer: seats.acceptForm(standingOf),
  },
  { ...readerPage(`${own}/receipts/:line(^\\d+).pdf`, receiptFile), forms: false },

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
  page(`${desk}/results`, resultsDesk, ['months']),
  page(`${desk}/ledger`, ledgerDesk, ['kind', 'from', 'until', 'before', 'done']),
  form(`${desk}/ledger/compare`, compareForm(compareJob)),
  page(`${desk}/rehearsal`, rehearsalDesk),
  form(`${desk}/rehearsal`, rehearseForm(playAheadJob)),
]

function page(path: string, answer: Handler, query: string[] = []): Route {
  return { method: 'GET', path, who: 'reach-audience', query, answer }
}

function form(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reach-audience', takes: 'form', answer }
}

function readerPage(path: string, answer: Handler, query: string[] = []): Route {
  return { method: 'GET', path, who: 'reader', forms: true, perMinute: 60, query, answer }
}

function readerForm(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reader', takes: 'form', perMinute: 20, answer }
}
