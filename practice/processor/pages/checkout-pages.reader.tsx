import { countryCodes } from '../../../src/design/countries.ts'
import { NotFound } from '../../../src/platform/errors/errors.ts'
import type { House } from '../../../src/platform/house.ts'
import { fieldOf } from '../../../src/platform/http/form.ts'
import { type Answer, type Ask, seeOther, seeOtherHost } from '../../../src/platform/http/route.ts'
import { findObject } from '../object-queries.ts'
import { type CheckoutPlan, type CheckoutTotals, totalsOf } from '../resources/checkout-plan.ts'
import { enterCode } from '../resources/enter-code.ts'
import { payCheckout, type TypedCheckout } from '../resources/pay-checkout.ts'
import { hiddenOf, idOf, type Till } from '../till.ts'
import { checkoutMessages } from './checkout-messages.ts'
import { type CheckoutPage, CheckoutView, NoteView } from './checkout-view.reader.tsx'
import {
  type FindPublication,
  languageOf,
  lookOnPage,
  numberIn,
  onPage,
  type PageOf,
  practicePage,
} from './practice-page.tsx'
import { readCard } from './read-card.ts'

/** `/practice/checkout/:id`: what is bought, and the fields to pay for it. */
export const checkoutPage: PageOf = publicationOf => async (ask, house) => show(ask, house, publicationOf, {})

/** Takes the card. A second press, or the page again from the browser's memory, finds it paid and leads on. */
export const payCheckoutForm: PageOf = publicationOf => async (ask, house) => {
  const id = numberIn(ask, 'cs_test')
  const found = await lookOnPage(house, till => look(till, id))
  const { session } = found
  const texts = checkoutMessages(languageOf(session.locale, await publicationOf(house)))
  const { card, wrong } = readCard(ask.form, house.payments.now().getTime() / 1000)
  const typed = {
    email: session.customer_details?.email ?? fieldOf(ask.form, 'email').trim().slice(0, 254),
    name: fieldOf(ask.form, 'name').trim().slice(0, 120),
    country: fieldOf(ask.form, 'country').slice(0, 2),
    code: '',
  }
  const errors = {
    ...wrong,
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email) ? {} : { email: texts.wrongEmail }),
    ...(typed.name ? {} : { name: texts.wrongName }),
    ...(countryCodes.includes(typed.country) ? {} : { country: texts.wrongCountry }),
  }
  const open = session.status === 'open'
  if (open && (!card || Object.keys(errors).length > 0))
    return show(ask, house, publicationOf, { typed, wrong: errors, status: 422 })
  if (!open || !card) return show(ask, house, publicationOf, {})
  const paying: TypedCheckout = { ...typed, ...card }
  const outcome = await onPage(house, till => payCheckout(till, id, paying))
  if (outcome.state === 'asks') return seeOther(`/practice/approve/${outcome.intent}`)
  if (outcome.state === 'complete') return seeOtherHost(successUrl(outcome.session))
  return show(ask, house, publicationOf, { typed, status: outcome.state === 'refused' ? 402 : 410 })
}

/** Takes a promotion code off the price, or puts the price back where the field is empty. */
export const enterCodeForm: PageOf = publicationOf => async (ask, house) => {
  const id = numberIn(ask, 'cs_test')
  const code = fieldOf(ask.form, 'code').trim().slice(0, 60)
  const taken = await onPage(house, till => enterCode(till, id, code))
  if (taken) return seeOther(`/practice/checkout/${id}`)
  const { language } = await publicationOf(house)
  const { session } = await lookOnPage(house, till => look(till, id))
  const texts = checkoutMessages(session.locale ?? language)
  return show(ask, house, publicationOf, { code, wrong: { code: texts.wrongCode }, status: 422 })
}

/** Where a paid checkout leads; `{CHECKOUT_SESSION_ID}` in it stands for its number. */
export function successUrl(session: { id: string; success_url: string | null }): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

async function look(till: Till, id: string) {
  const session = await findObject(till.tx, 'checkout.session', id)
  if (!session) throw new NotFound()
  const plan = await hiddenOf<CheckoutPlan>(till, id)
  const totals: CheckoutTotals | null =
    session.mode === 'setup' ? null : await totalsOf(till, plan, idOf(session.customer))
  return { session, plan, totals, at: till.at }
}

async function show(
  ask: Ask,
  house: House,
  publicationOf: FindPublication,
  given: {
    typed?: CheckoutPage['typed']
    code?: string
    wrong?: CheckoutPage['wrong']
    status?: number
  },
): Promise<Answer> {
  const id = numberIn(ask, 'cs_test')
  const { session, plan, totals, at } = await lookOnPage(house, till => look(till, id))
  const publication = await publicationOf(house)
  const language = languageOf(session.locale, publication)
  const texts = checkoutMessages(language)
  const common = { publication, language, path: `/practice/checkout/${id}` }
  if (session.status === 'complete') {
    const note = (
      <NoteView title={texts.paidTitle} text={texts.paid} href={successUrl(session)} label={texts.goOn} />
    )
    return practicePage(house, { ...common, title: texts.paidTitle, body: note })
  }
  if (session.status !== 'open' || session.expires_at <= at) {
    const note = (
      <NoteView title={texts.overTitle} text={texts.over} href={session.cancel_url} label={texts.back} />
    )
    return practicePage(house, { ...common, title: texts.overTitle, status: 410, body: note })
  }
  const details = session.customer_details
  const {
    typed = { email: '', name: details?.name ?? '', country: details?.address?.country ?? '', code: '' },
  } = given
  return practicePage(house, {
    ...common,
    title: totals ? texts.title : texts.setupTitle,
    status: given.status,
    leadsTo: [session.success_url],
    body: (
      <CheckoutView
        session={session}
        totals={totals}
        language={language}
        timeZone={publication.timeZone}
        csrf={ask.csrf}
        typed={{ ...typed, code: given.code ?? codeIn(plan) }}
        wrong={given.wrong ?? {}}
        refused={given.status === 422 ? null : (plan.refused ?? null)}
      />
    ),
  })
}

function codeIn({ entered }: CheckoutPlan): string {
  return entered ?? ''
}
