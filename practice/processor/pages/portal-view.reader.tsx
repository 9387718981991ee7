import type { ComponentChildren } from 'preact'
import type Stripe from 'stripe'
import { formatLongDate } from '../../../src/design/dates.ts'
import { formatMoney } from '../../../src/design/money.ts'
import { CsrfField } from '../../../src/design/newsroom/csrf-field.tsx'
import type { Portal } from '../resources/portal-acts.ts'
import { periodOf } from '../resources/subscription-due.ts'
import { brandName } from './brand-name.ts'
import { CardFields, TestCardList } from './card-fields.reader.tsx'
import { checkoutMessages } from './checkout-messages.ts'
import { withPeriod } from './checkout-view.reader.tsx'
import { portalMessages } from './portal-messages.ts'
import type { WrongCard } from './read-card.ts'

interface PortalPage {
  portal: Portal
  language: string
  timeZone: string
  csrf: string
  done: string
  wrong?: WrongCard
  refused?: string
}

/** A customer's own page: what they pay with, what renews, what they paid. */
export function PortalView(page: PortalPage): ComponentChildren {
  const { portal, language, done } = page
  const texts = portalMessages(language)
  const { session, customer, configuration } = portal
  const notice = {
    card: texts.kept,
    refused: texts.refusedByBank,
    ended: texts.ended,
    resumed: texts.resumed,
  }[done]
  const only = session.flow?.type
  const { features } = configuration
  return (
    <>
      <h1 class="practice__title">{texts.title}</h1>
      {notice && (
        <p class="practice__notice" role="status">
          {notice}
        </p>
      )}
      {customer.email && (
        <p class="practice__email">
          <bdi>{texts.who(customer.email)}</bdi>
        </p>
      )}
      {only !== 'payment_method_update' && <Renewing page={page} />}
      {only !== 'subscription_cancel' && <CardPart page={page} />}
      {!only && features.invoice_history.enabled && <Invoices page={page} />}
      {session.return_url && (
        <p class="practice__way">
          <a href={session.return_url}>{texts.back}</a>
        </p>
      )}
    </>
  )
}

function CardPart({ page }: { page: PortalPage }): ComponentChildren {
  const { portal, language, csrf, wrong, refused } = page
  const texts = portalMessages(language)
  const { card, session, configuration } = portal
  const open = session.flow?.type === 'payment_method_update' || wrong !== undefined || refused !== undefined
  return (
    <>
      <h2 class="practice__part">{texts.card}</h2>
      <p>
        {card?.card
          ? checkoutMessages(language).card(brandName(card.card.brand), card.card.last4)
          : texts.noCard}
      </p>
      {configuration.features.payment_method_update.enabled && (
        <details class="practice__cards" open={open}>
          <summary>{texts.change}</summary>
          <form method="post" action={`/practice/portal/${session.id}/card`} class="practice__form">
            <CsrfField ask={{ csrf }} />
            <CardFields language={language} wrong={wrong} refused={refused} />
            <button type="submit" class="button">
              {texts.keep}
            </button>
          </form>
          <TestCardList language={language} />
        </details>
      )}
    </>
  )
}

function Renewing({ page }: { page: PortalPage }): ComponentChildren {
  const { portal, language } = page
  const texts = portalMessages(language)
  const one = portal.session.flow?.subscription_cancel?.subscription
  const shown = portal.subscriptions.filter(({ id }) => !one || id === one)
  return (
    <>
      <h2 class="practice__part">{texts.memberships}</h2>
      {shown.length === 0 && <p>{texts.none}</p>}
      {shown.map(subscription => (
        <SubscriptionView key={subscription.id} page={page} subscription={subscription} />
      ))}
    </>
  )
}

function SubscriptionView({
  page,
  subscription,
}: {
  page: PortalPage
  subscription: Stripe.Subscription
}): ComponentChildren {
  const { portal, language, timeZone, csrf } = page
  const texts = portalMessages(language)
  const date = (seconds: number) => formatLongDate(new Date(seconds * 1000), { language, timeZone })
  const amount = subscription.items.data.reduce(
    (total, item) => total + (item.price.unit_amount ?? 0) * (item.quantity ?? 1),
    0,
  )
  const recurring = subscription.items.data[0]?.price.recurring ?? null
  const ends = subscription.cancel_at !== null
  const fields = (act: string, label: string, plain: boolean) => (
    <form method="post" action={`/practice/portal/${portal.session.id}/subscription`}>
      <CsrfField ask={{ csrf }} />
      <input type="hidden" name="subscription" value={subscription.id} />
      <button type="submit" class={plain ? 'button button--plain' : 'button'} name="act" value={act}>
        {label}
      </button>
    </form>
  )
  return (
    <div class="practice__subscription">
      <p>
        <strong>
          {withPeriod(formatMoney(amount, subscription.currency, language), recurring, language)}
        </strong>
        {' · '}
        {ends ? texts.ends(date(subscription.cancel_at!)) : texts.next(date(periodOf(subscription).end))}
        {subscription.status === 'past_due' && ` · ${texts.late}`}
        {subscription.pause_collection && ` · ${texts.paused}`}
      </p>
      {!portal.configuration.features.subscription_cancel.enabled ? null : ends ? (
        fields('resume', texts.resume, true)
      ) : (
        <details class="practice__cards" open={portal.session.flow?.type === 'subscription_cancel'}>
          <summary>{texts.end}</summary>
          <p>{texts.endAsk}</p>
          {fields('end', texts.endYes, false)}
        </details>
      )}
    </div>
  )
}

function Invoices({ page }: { page: PortalPage }): ComponentChildren {
  const { portal, language, timeZone } = page
  const texts = portalMessages(language)
  if (portal.invoices.length === 0) return <p>{texts.noInvoices}</p>
  return (
    <div class="practice__cards">
      <h2 class="practice__part">{texts.invoices}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.date}</th>
            <th scope="col">{texts.amount}</th>
            <th scope="col">{texts.state}</th>
          </tr>
        </thead>
        <tbody>
          {portal.invoices.map(invoice => (
            <tr key={invoice.id}>
              <td>
                <a href={`/practice/invoice/${invoice.id}`}>
                  <bdi>{invoice.number}</bdi>
                </a>
              </td>
              <td>{formatLongDate(new Date(invoice.created * 1000), { language, timeZone })}</td>
              <td>{formatMoney(invoice.amount_due, invoice.currency, language)}</td>
              <td>{texts.states[invoice.status as keyof typeof texts.states]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
