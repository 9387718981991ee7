import type Stripe from 'stripe'
import { findObject, objectsWith } from '../object-queries.ts'
import { hiddenOf, idOf, need, type Till } from '../till.ts'
import { keepCard } from './pay-at-page.ts'
import { answerBank, type CheckoutOutcome } from './pay-checkout.ts'
import { payIntent, refuse } from './pay-intent.ts'
import { payInvoice } from './pay-invoice.ts'
import { refuseSetup, setUp } from './setup-intents.ts'
import { useCard } from './use-card.ts'

/** What a bank asks about. */
export interface Question {
  intent: Stripe.PaymentIntent | Stripe.SetupIntent
  method: Stripe.PaymentMethod | null
  /** It is still to be answered. */
  waits: boolean
  locale: string | null
}

/** Where the owner of the card goes on. */
export type AfterAnswer =
  | { checkout: CheckoutOutcome; session: string }
  | { invoice: string }
  | { portal: string; kept: boolean }
  | { done: true }

interface Asked extends Record<string, unknown> {
  session?: string
  portal?: string
}

export async function findQuestion(till: Till, id: string): Promise<Question | null> {
  const intent = id.startsWith('seti_')
    ? await findObject(till.tx, 'setup_intent', id)
    : await findObject(till.tx, 'payment_intent', id)
  if (!intent) return null
  const method = idOf(intent.payment_method)
  const { session, portal } = await hiddenOf<Asked>(till, id)
  const from = session
    ? await findObject(till.tx, 'checkout.session', session)
    : portal
      ? await findObject(till.tx, 'billing_portal.session', portal)
      : null
  return {
    intent,
    method: method ? await findObject(till.tx, 'payment_method', method) : null,
    waits: intent.status === 'requires_action',
    locale: from?.locale ?? null,
  }
}

/** Takes the owner's answer to their bank, and goes on with what was being paid. An answer counts once. */
export async function takeAnswer(till: Till, question: Question, approved: boolean): Promise<AfterAnswer> {
  const { intent, method, waits } = question
  const { session, portal } = await hiddenOf<Asked>(till, intent.id)
  if (session && waits) return { session, checkout: await answerBank(till, session, approved) }
  if (session) {
    const found = await need(till, 'checkout.session', session)
    const complete = found.status === 'complete'
    return { session, checkout: complete ? { state: 'complete', session: found } : { state: 'over' } }
  }
  if (intent.object === 'setup_intent') return answerSetup(till, { intent, method, waits, portal, approved })
  const [payment] = await objectsWith(till.tx, 'invoice_payment', { payment: { payment_intent: intent.id } })
  const invoice = idOf(payment?.invoice as string)
  if (waits && method) {
    if (!approved) await refuse(till, intent, method, { code: 'payment_intent_authentication_failure' })
    else if (invoice) await payApproved(till, invoice, method)
    else await payIntent(till, intent, method, { present: true, approved: true })
  }
  return invoice ? { invoice } : { done: true }
}

async function payApproved(till: Till, id: string, method: Stripe.PaymentMethod): Promise<void> {
  const invoice = await need(till, 'invoice', id)
  const paid = await payInvoice(till, invoice, method, { present: true, approved: true })
  const customer = idOf(invoice.customer)
  if (paid.invoice.status === 'paid' && customer && !method.customer)
    await keepCard(till, paid.invoice, customer, method)
}

async function answerSetup(
  till: Till,
  of: {
    intent: Stripe.SetupIntent
    method: Stripe.PaymentMethod | null
    waits: boolean
    portal?: string
    approved: boolean
  },
): Promise<AfterAnswer> {
  const { intent, method, waits, portal, approved } = of
  let kept = intent.status === 'succeeded'
  if (waits && method) {
    const after = approved
      ? await setUp(till, intent, method, true)
      : await refuseSetup(till, intent, method, { code: 'setup_intent_authentication_failure' })
    kept = after.status === 'succeeded'
    const customer = idOf(intent.customer)
    if (kept && portal && customer) await useCard(till, customer, method.id)
  }
  return portal ? { portal, kept } : { done: true }
}
