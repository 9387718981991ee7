import type { ComponentChildren } from 'preact'
import type Stripe from 'stripe'
import { listCountries } from '../../../src/design/countries.ts'
import { formatLongDate } from '../../../src/design/dates.ts'
import { ChoiceLine, FormLine } from '../../../src/design/form-line.tsx'
import { formatMoney } from '../../../src/design/money.ts'
import { CsrfField } from '../../../src/design/newsroom/csrf-field.tsx'
import type { CheckoutTotals } from '../resources/checkout-plan.ts'
import { CardFields, TestCardList } from './card-fields.reader.tsx'
import { checkoutMessages } from './checkout-messages.ts'
import type { WrongCard } from './read-card.ts'

export interface CheckoutPage {
  session: Stripe.Checkout.Session
  totals: CheckoutTotals | null
  language: string
  timeZone: string
  csrf: string
  typed: { email: string; name: string; country: string; code: string }
  wrong: WrongCard & { email?: string; name?: string; country?: string; code?: string }
  refused: string | null
}

/** The page of a checkout: what it is for and what it costs, then who pays with what. */
export function CheckoutView(page: CheckoutPage): ComponentChildren {
  const { session, totals, language, csrf, typed, wrong, refused } = page
  const texts = checkoutMessages(language)
  const path = `/practice/checkout/${session.id}`
  return (
    <>
      <h1 class="practice__title">{totals ? texts.title : texts.setupTitle}</h1>
      <div class="practice__two">
        {totals && (
          <div>
            <h2 class="practice__part">{texts.items}</h2>
            <Summary page={page} totals={totals} />
            {session.allow_promotion_codes && (
              <form method="post" action={`${path}/code`} class="practice__code">
                <CsrfField ask={{ csrf }} />
                <FormLine
                  name="code"
                  label={texts.code}
                  value={typed.code}
                  error={wrong.code}
                  maxLength={60}
                />
                <button type="submit" class="button button--plain">
                  {texts.apply}
                </button>
              </form>
            )}
          </div>
        )}
        <div>
          <form method="post" action={path} class="practice__form">
            <CsrfField ask={{ csrf }} />
            {session.customer_details?.email ? (
              <p class="practice__email">
                {texts.email}: <bdi>{session.customer_details.email}</bdi>
              </p>
            ) : (
              <FormLine
                name="email"
                label={texts.email}
                type="email"
                autocomplete="email"
                value={typed.email}
                error={wrong.email}
                maxLength={254}
                required
              />
            )}
            <CardFields language={language} wrong={wrong} refused={refused} />
            <FormLine
              name="name"
              label={texts.name}
              autocomplete="cc-name"
              value={typed.name}
              error={wrong.name}
              maxLength={120}
              required
            />
            <ChoiceLine
              name="country"
              label={texts.country}
              autocomplete="country"
              value={typed.country}
              error={wrong.country}
              options={[{ value: '', label: texts.choose }, ...listCountries(language)]}
            />
            <button type="submit" class="button practice__pay">
              {buttonText(page)}
            </button>
          </form>
          {session.cancel_url && (
            <p class="practice__way">
              <a href={session.cancel_url}>{texts.cancel}</a>
            </p>
          )}
          <TestCardList language={language} />
        </div>
      </div>
    </>
  )
}

function Summary({ page, totals }: { page: CheckoutPage; totals: CheckoutTotals }): ComponentChildren {
  const { language, timeZone } = page
  const texts = checkoutMessages(language)
  const money = (amount: number) => formatMoney(amount, totals.currency, language)
  const renewal = renewalText(totals, language)
  return (
    <dl class="practice__items">
      {totals.items.map(({ id, product, price, quantity }) => (
        <div key={id}>
          <dt>
            {quantity > 1 && `${texts.quantity(String(quantity))} `}
            <bdi>{product.name}</bdi>
          </dt>
          <dd>{withPeriod(money((price.unit_amount ?? 0) * quantity), price.recurring, language)}</dd>
        </div>
      ))}
      {totals.off > 0 && (
        <div>
          <dt>{texts.off}</dt>
          <dd>−{money(totals.off)}</dd>
        </div>
      )}
      <div class="practice__total">
        <dt>{texts.today}</dt>
        <dd>{money(totals.now)}</dd>
      </div>
      {(totals.trialEnd !== null || (renewal && totals.off > 0)) && (
        <div class="practice__then">
          <dt>
            {totals.trialEnd !== null &&
              `${texts.nothingNow(formatLongDate(new Date(totals.trialEnd * 1000), { language, timeZone }))} `}
            {renewal && texts.afterwards(renewal)}
          </dt>
        </div>
      )}
    </dl>
  )
}

/** The period always stands beside the amount. */
function buttonText({ session, totals, language }: CheckoutPage): string {
  const texts = checkoutMessages(language)
  if (!totals || session.mode === 'setup') return texts.keepCard
  if (totals.now === 0) return texts.startTrial
  const renewal = renewalText(totals, language)
  const now = formatMoney(totals.now, totals.currency, language)
  if (renewal && totals.now === totals.renewal) return texts.pay(renewal)
  return renewal ? texts.payNow(now) : texts.pay(now)
}

function renewalText(totals: CheckoutTotals, language: string): string | null {
  const recurring = totals.items.find(({ price }) => price.recurring)?.price.recurring
  return recurring
    ? withPeriod(formatMoney(totals.renewal, totals.currency, language), recurring, language)
    : null
}

export function withPeriod(
  amount: string,
  recurring: { interval: string; interval_count: number } | null,
  language: string,
): string {
  if (!recurring) return amount
  const texts = checkoutMessages(language)
  return texts.price(amount, texts.every(recurring.interval, recurring.interval_count))
}

/** A page that says one thing and leads on. */
export function NoteView({
  title,
  text,
  href,
  label,
}: {
  title: string
  text: string
  href: string | null
  label: string
}): ComponentChildren {
  return (
    <>
      <h1 class="practice__title">{title}</h1>
      <p>{text}</p>
      {href && (
        <p class="practice__way">
          <a class="button" href={href}>
            {label}
          </a>
        </p>
      )}
    </>
  )
}
