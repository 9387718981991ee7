import type Stripe from 'stripe'
import { mergeMetadata } from '../parameters.ts'
import type { TestCard } from '../test-cards.ts'
import { hiddenOf, idOf, keep, need, type Till } from '../till.ts'
import { type CheckoutPlan, type CheckoutTotals, totalsOf } from './checkout-plan.ts'
import { createCustomer, wholeAddress } from './customers.ts'
import { finishCheckout } from './finish-checkout.ts'
import { makeIntent, payIntent, refuse } from './pay-intent.ts'
import { behaviourOf, makeCard } from './payment-methods.ts'
import { makeSetup, refuseSetup, setUp } from './setup-intents.ts'

/** What somebody typed on the page of a checkout; the number of the card is kept nowhere. */
export interface TypedCheckout {
  email: string
  name: string
  country: string
  card: TestCard & { number: string }
  expires: { month: number; year: number }
}

/** complete: it is paid, now or before. asks: the bank asks the owner, at the intent's page. refused: Stripe's code. */
export type CheckoutOutcome =
  | { state: 'complete'; session: Stripe.Checkout.Session }
  | { state: 'asks'; intent: string }
  | { state: 'refused'; code: string }
  | { state: 'over' }

/** Pays a checkout with a card. However often it is called, at most one payment comes of it. */
export async function payCheckout(till: Till, id: string, typed: TypedCheckout): Promise<CheckoutOutcome> {
  const session = await need(till, 'checkout.session', id)
  if (session.status === 'complete') return { state: 'complete', session }
  if (session.status !== 'open' || session.expires_at <= till.at) return { state: 'over' }
  const method = await makeCard(till, {
    card: typed.card,
    expires: typed.expires,
    billing: {
      email: typed.email,
      name: typed.name,
      address: { country: typed.country },
    },
  })
  const { email, name, country } = typed
  return attempt(till, session, { method: method.id, email, name, country }, false)
}

/** Goes on after the bank asked the owner of the card, who approved or refused. */
export async function answerBank(till: Till, id: string, approved: boolean): Promise<CheckoutOutcome> {
  const session = await need(till, 'checkout.session', id)
  if (session.status === 'complete') return { state: 'complete', session }
  const plan = await hiddenOf<CheckoutPlan>(till, id)
  if (session.status !== 'open' || !plan.waiting || !plan.intent) return { state: 'over' }
  if (approved) return attempt(till, session, plan.waiting, true)
  const method = await need(till, 'payment_method', plan.waiting.method)
  if (plan.intent.startsWith('seti_'))
    await refuseSetup(till, await need(till, 'setup_intent', plan.intent), method, {
      code: 'setup_intent_authentication_failure',
    })
  else
    await refuse(till, await need(till, 'payment_intent', plan.intent), method, {
      code: 'payment_intent_authentication_failure',
    })
  return refused(till, session, plan, 'authentication_required')
}

async function attempt(
  till: Till,
  session: Stripe.Checkout.Session,
  who: NonNullable<CheckoutPlan['waiting']>,
  approved: boolean,
): Promise<CheckoutOutcome> {
  const plan = await hiddenOf<CheckoutPlan>(till, session.id)
  const method = await need(till, 'payment_method', who.method)
  const totals = await totalsOf(till, plan, idOf(session.customer))
  const customer = (await willPay(till, method, approved))
    ? await customerFor(till, session, plan, who)
    : null
  const intent =
    totals.now > 0
      ? await payNow(till, { session, plan, method, totals, customer, who, approved })
      : await setUpNow(till, { session, plan, method, customer, approved })
  if (intent.status === 'requires_action') {
    await keep(till, session, { hidden: { ...plan, intent: intent.id, waiting: who, refused: null } })
    return { state: 'asks', intent: intent.id }
  }
  if (intent.status !== 'succeeded') {
    const error = intent.object === 'payment_intent' ? intent.last_payment_error : intent.last_setup_error
    await keep(till, session, { hidden: { ...plan, intent: intent.id } })
    return refused(
      till,
      session,
      { ...plan, intent: intent.id },
      error?.decline_code ?? error?.code ?? 'card_declined',
    )
  }
  const done = await finishCheckout(till, { session, plan, totals, customer, method, intent, who })
  return { state: 'complete', session: done }
}

async function refused(
  till: Till,
  session: Stripe.Checkout.Session,
  plan: CheckoutPlan,
  code: string,
): Promise<CheckoutOutcome> {
  await keep(till, session, { hidden: { ...plan, waiting: null, refused: code } })
  return { state: 'refused', code }
}

/** A customer is made for a payment that comes about, not for one that is refused. */
async function willPay(till: Till, method: Stripe.PaymentMethod, approved: boolean): Promise<boolean> {
  const { declines, asks, setUp: known } = await behaviourOf(till, method.id)
  return !declines && (approved || !asks || (asks === 'once' && known === true))
}

async function customerFor(
  till: Till,
  session: Stripe.Checkout.Session,
  plan: CheckoutPlan,
  who: NonNullable<CheckoutPlan['waiting']>,
): Promise<Stripe.Customer | null> {
  const { email, name, country } = who
  const known = idOf(session.customer)
  if (!known) {
    const needed =
      session.mode !== 'payment' || session.customer_creation === 'always' || plan.invoice !== null
    return needed || plan.payment.setup_future_usage
      ? createCustomer(till, { email, name, address: { country }, preferred_locales: localesOf(session) })
      : null
  }
  const before = await need(till, 'customer', known)
  return keep(till, {
    ...before,
    email: before.email ?? email,
    ...(plan.updates.name ? { name } : {}),
    ...(plan.updates.address ? { address: wholeAddress({ ...before.address, country }) } : {}),
  })
}

function localesOf({ locale }: Stripe.Checkout.Session): string[] {
  return locale && locale !== 'auto' ? [locale] : []
}

async function payNow(
  till: Till,
  by: {
    session: Stripe.Checkout.Session
    plan: CheckoutPlan
    method: Stripe.PaymentMethod
    totals: CheckoutTotals
    customer: Stripe.Customer | null
    who: { email: string }
    approved: boolean
  },
): Promise<Stripe.PaymentIntent> {
  const { session, plan, method, totals, customer, approved } = by
  const known = plan.intent?.startsWith('pi_') ? await need(till, 'payment_intent', plan.intent) : null
  const intent =
    known ??
    (await makeIntent(till, {
      amount: totals.now,
      currency: totals.currency,
      customer: customer?.id ?? idOf(session.customer),
      description: session.mode === 'subscription' ? 'Subscription creation' : plan.payment.description,
      metadata: mergeMetadata({}, plan.payment.metadata),
      receipt_email: plan.payment.receipt_email,
      setup_future_usage: session.mode === 'subscription' ? 'off_session' : plan.payment.setup_future_usage,
    }))
  const asked = { ...intent, amount: totals.now, customer: customer?.id ?? intent.customer }
  await keep(till, asked, { hidden: { session: session.id, method: method.id } })
  return payIntent(till, asked, method, { present: true, approved })
}

async function setUpNow(
  till: Till,
  by: {
    session: Stripe.Checkout.Session
    plan: CheckoutPlan
    method: Stripe.PaymentMethod
    customer: Stripe.Customer | null
    approved: boolean
  },
): Promise<Stripe.SetupIntent> {
  const { session, plan, method, customer, approved } = by
  const known = plan.intent?.startsWith('seti_') ? await need(till, 'setup_intent', plan.intent) : null
  const intent =
    known ?? (await makeSetup(till, { ...plan.setup, customer: customer?.id ?? idOf(session.customer) }))
  const asked = { ...intent, customer: customer?.id ?? intent.customer }
  await keep(till, asked, { hidden: { session: session.id, method: method.id } })
  return setUp(till, asked, method, approved)
}
