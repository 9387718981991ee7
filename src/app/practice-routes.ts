import { approveForm, approvePage } from '../../practice/processor/pages/approve-pages.reader.tsx'
import {
  checkoutPage,
  enterCodeForm,
  payCheckoutForm,
} from '../../practice/processor/pages/checkout-pages.reader.tsx'
import { invoicePage, payInvoiceForm } from '../../practice/processor/pages/invoice-pages.reader.tsx'
import {
  changeCardForm,
  endSubscriptionForm,
  portalPage,
} from '../../practice/processor/pages/portal-pages.reader.tsx'
import type { PageOf } from '../../practice/processor/pages/practice-page.tsx'
import { readPublication } from '../features/publication/publication.ts'
import type { Route } from '../platform/http/route.ts'

/** The pages of the practice card processor, which are there only while payments are practised. */
export const practiceRoutes: Route[] = [
  page('/practice/checkout/:id', checkoutPage),
  form('/practice/checkout/:id', payCheckoutForm),
  form('/practice/checkout/:id/code', enterCodeForm),
  page('/practice/approve/:id', approvePage),
  form('/practice/approve/:id', approveForm),
  page('/practice/invoice/:id', invoicePage),
  form('/practice/invoice/:id', payInvoiceForm),
  page('/practice/portal/:id', portalPage, ['done']),
  form('/practice/portal/:id/card', changeCardForm),
  form('/practice/portal/:id/subscription', endSubscriptionForm),
]

function page(path: string, answer: PageOf, query: string[] = []): Route {
  return { method: 'GET', path, who: 'anyone', forms: true, query, answer: answer(readPublication) }
}

/** As many as an account's forms take; only cards that are no cards are tried out here. */
function form(path: string, answer: PageOf): Route {
  return {
    method: 'POST',
    path,
    who: 'anyone',
    takes: 'form',
    perMinute: 60,
    answer: answer(readPublication),
  }
}
