import type { ComponentChildren } from 'preact'
import type Stripe from 'stripe'
import { formatLongDate } from '../../../src/design/dates.ts'
import { formatMoney } from '../../../src/design/money.ts'
import { CsrfField } from '../../../src/design/newsroom/csrf-field.tsx'
import { NotFound } from '../../../src/platform/errors/errors.ts'
import type { House } from '../../../src/platform/house.ts'
import { type Answer, type Ask, seeOther } from '../../../src/platform/http/route.ts'
import { payAtPage, readInvoice } from '../resources/pay-at-page.ts'
import { CardFields, TestCardList } from './card-fields.reader.tsx'
import { portalMessages } from './portal-messages.ts'
import {
  type FindPublication,
  lookOnPage,
  numberIn,
  onPage,
  type PageOf,
  practicePage,
} from './practice-page.tsx'
import { readCard, type WrongCard } from './read-card.ts'

/** `/practice/invoice/:id`: an invoice, and the fields to pay it while it is open. */
export const invoicePage: PageOf = publicationOf => (ask, house) => show(ask, house, publicationOf, {})

export const payInvoiceForm: PageOf = publicationOf => async (ask, house) => {
  const id = numberIn(ask, 'in')
  const { card, wrong } = readCard(ask.form, house.payments.now().getTime() / 1000)
  if (!card) return show(ask, house, publicationOf, { wrong, status: 422 })
  const outcome = await onPage(house, async till =>
    (await readInvoice(till, id)) ? payAtPage(till, id, card) : null,
  )
  if (!outcome) throw new NotFound()
  if (outcome.state === 'asks') return seeOther(`/practice/approve/${outcome.intent}`)
  if (outcome.state === 'refused')
    return show(ask, house, publicationOf, { refused: outcome.code, status: 402 })
  return seeOther(`/practice/invoice/${id}`)
}

async function show(
  ask: Ask,
  house: House,
  publicationOf: FindPublication,
  given: { wrong?: WrongCard; refused?: string; status?: number },
): Promise<Answer> {
  const id = numberIn(ask, 'in')
  const invoice = await lookOnPage(house, till => readInvoice(till, id))
  if (!invoice) throw new NotFound()
  const publication = await publicationOf(house)
  const { language, timeZone } = publication
  const texts = portalMessages(language)
  const open = invoice.status === 'open'
  return practicePage(house, {
    publication,
    language,
    title: `${texts.invoice} ${invoice.number ?? ''}`,
    path: `/practice/invoice/${id}`,
    status: open ? given.status : undefined,
    body: (
      <>
        <InvoiceView invoice={invoice} language={language} timeZone={timeZone} />
        {open && (
          <>
            <form method="post" action={`/practice/invoice/${id}`} class="practice__form">
              <CsrfField ask={ask} />
              <CardFields language={language} wrong={given.wrong} refused={given.refused} />
              <button type="submit" class="button">
                {texts.pay(formatMoney(invoice.amount_remaining, invoice.currency, language))}
              </button>
            </form>
            <TestCardList language={language} />
          </>
        )}
      </>
    ),
  })
}

function InvoiceView(props: {
  invoice: Stripe.Invoice
  language: string
  timeZone: string
}): ComponentChildren {
  const { invoice, language, timeZone } = props
  const texts = portalMessages(language)
  const money = (amount: number) => formatMoney(amount, invoice.currency, language)
  const off = invoice.subtotal - invoice.total
  const status = invoice.status as keyof typeof texts.states
  const credit = invoice.total - invoice.amount_due
  return (
    <>
      <h1 class="practice__title">
        {texts.invoice} <bdi>{invoice.number}</bdi>
      </h1>
      <p>
        {formatLongDate(new Date(invoice.created * 1000), { language, timeZone })} · {texts.states[status]}
      </p>
      <dl class="practice__items">
        {invoice.lines.data.map(line => (
          <div key={line.id}>
            <dt>
              <bdi>{line.description}</bdi>
            </dt>
            <dd>{money(line.amount)}</dd>
          </div>
        ))}
        {off > 0 && (
          <div>
            <dt>{texts.off}</dt>
            <dd>−{money(off)}</dd>
          </div>
        )}
        <div class="practice__total">
          <dt>{texts.total}</dt>
          <dd>{money(invoice.total)}</dd>
        </div>
        {credit > 0 && (
          <div>
            <dt>{texts.balance}</dt>
            <dd>−{money(credit)}</dd>
          </div>
        )}
        {invoice.status === 'open' && (
          <div class="practice__total">
            <dt>{texts.toPay}</dt>
            <dd>{money(invoice.amount_remaining)}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
