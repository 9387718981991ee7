import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith } from '../object-queries.ts'
import { mergeMetadata, metadata, paging, parameters, text, unsettable, yes } from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { keep, need, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'

const oneOf = (...values: string[]) => text.refine(value => values.includes(value))
const switched = parameters({ enabled: yes })
const features = parameters({
  customer_update: parameters({ enabled: yes.refine(value => !value) }).optional(),
  invoice_history: switched.optional(),
  payment_method_update: switched.optional(),
  subscription_cancel: parameters({
    enabled: yes,
    mode: oneOf('at_period_end', 'immediately').optional(),
    proration_behavior: oneOf('none').optional(),
  }).optional(),
  subscription_update: parameters({ enabled: yes.refine(value => !value) }).optional(),
})
const shared = {
  business_profile: parameters({
    headline: unsettable(text).optional(),
    privacy_policy_url: text.optional(),
    terms_of_service_url: text.optional(),
  }).optional(),
  default_return_url: unsettable(text).optional(),
  metadata: metadata.optional(),
  name: unsettable(text).optional(),
}
const configuring = parameters({ ...shared, features })
const reconfiguring = parameters({ ...shared, active: yes.optional(), features: features.optional() })
const opening = parameters({
  configuration: text.optional(),
  customer: text,
  flow_data: parameters({
    type: oneOf('payment_method_update', 'subscription_cancel'),
    after_completion: parameters({
      type: oneOf('hosted_confirmation', 'portal_homepage', 'redirect'),
      redirect: parameters({ return_url: text }).optional(),
      hosted_confirmation: parameters({ custom_message: text.optional() }).optional(),
    }).optional(),
    subscription_cancel: parameters({ subscription: text }).optional(),
  }).optional(),
  locale: text.optional(),
  return_url: text.optional(),
})

type Features = {
  invoice_history?: { enabled: boolean }
  payment_method_update?: { enabled: boolean }
  subscription_cancel?: { enabled: boolean; mode?: string; proration_behavior?: string }
}

export const billingPortalCalls = [
  call('POST', '/v1/billing_portal/sessions', opening, async (till, given) => {
    await needCustomer(till, given.customer, 'customer')
    const configuration = given.configuration
      ? await need(till, 'billing_portal.configuration', given.configuration, 'configuration')
      : await defaultConfiguration(till)
    const { flow_data: flow } = given
    const cancelling = flow?.subscription_cancel?.subscription
    if (flow?.type === 'subscription_cancel' && !cancelling)
      throw invalidRequest(
        'Missing required param: flow_data[subscription_cancel].',
        'flow_data[subscription_cancel]',
        'parameter_missing',
      )
    if (cancelling)
      await need(till, 'subscription', cancelling, 'flow_data[subscription_cancel][subscription]')
    const id = newId('billing_portal.session')
    const session: Stripe.BillingPortal.Session = {
      id,
      object: 'billing_portal.session',
      after_expiration: null,
      configuration: configuration.id,
      created: till.at,
      customer: given.customer,
      customer_account: null,
      flow: flow
        ? {
            after_completion: {
              type: flow.after_completion?.type ?? 'portal_homepage',
              hosted_confirmation: null,
              redirect: flow.after_completion?.redirect ?? null,
            },
            customer_update: null,
            subscription_cancel: cancelling ? { retention: null, subscription: cancelling } : null,
            subscription_pause: null,
            subscription_update: null,
            subscription_update_confirm: null,
            type: flow.type,
          }
        : null,
      livemode: false,
      locale: given.locale ?? null,
      on_behalf_of: null,
      return_url: given.return_url ?? configuration.default_return_url,
      url: `${till.siteUrl}/practice/portal/${id}`,
    }
    await keep(till, session)
    await tell(till, 'billing_portal.session.created', session)
    return session
  }),
  call('POST', '/v1/billing_portal/configurations', configuring, (till, given) =>
    configure(till, given, false),
  ),
  call(
    'GET',
    '/v1/billing_portal/configurations',
    parameters({ ...paging, active: yes.optional(), is_default: yes.optional() }),
    (till, given) => {
      const { active, is_default, ...pages } = given
      return listObjects(till, 'billing_portal.configuration', {
        url: '/v1/billing_portal/configurations',
        paging: pages,
        where: { active, is_default },
      })
    },
  ),
  call('GET', '/v1/billing_portal/configurations/:id', parameters({}), (till, _, id) =>
    need(till, 'billing_portal.configuration', id),
  ),
  call('POST', '/v1/billing_portal/configurations/:id', reconfiguring, async (till, given, id) => {
    const before = await need(till, 'billing_portal.configuration', id)
    const {
      active = before.active,
      name = before.name,
      default_return_url = before.default_return_url,
    } = given
    const changed: Stripe.BillingPortal.Configuration = {
      ...before,
      active,
      name,
      default_return_url,
      business_profile: { ...before.business_profile, ...given.business_profile },
      features: featuresOf(given.features ?? {}, before.features),
      metadata: mergeMetadata(before.metadata, given.metadata),
      updated: till.at,
    }
    await tell(till, 'billing_portal.configuration.updated', await keep(till, changed), before)
    return changed
  }),
]

async function defaultConfiguration(till: Till): Promise<Stripe.BillingPortal.Configuration> {
  const [known] = await objectsWith(till.tx, 'billing_portal.configuration', { is_default: true })
  return known ?? configure(till, { features: {} }, true)
}

async function configure(
  till: Till,
  given: {
    features: Features
    business_profile?: Partial<Stripe.BillingPortal.Configuration.BusinessProfile>
    default_return_url?: string | null
    metadata?: Record<string, string> | null
    name?: string | null
  },
  isDefault: boolean,
): Promise<Stripe.BillingPortal.Configuration> {
  const configuration: Stripe.BillingPortal.Configuration = {
    id: newId('billing_portal.configuration'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: {
      headline: null,
      privacy_policy_url: null,
      terms_of_service_url: null,
      ...given.business_profile,
    },
    created: till.at,
    default_return_url: given.default_return_url ?? null,
    features: featuresOf(given.features),
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: mergeMetadata({}, given.metadata),
    name: given.name ?? null,
    updated: till.at,
  }
  await tell(till, 'billing_portal.configuration.created', await keep(till, configuration))
  return configuration
}

/** What the portal lets do; everything it knows where nothing is said. */
function featuresOf(
  given: Features,
  before?: Stripe.BillingPortal.Configuration.Features,
): Stripe.BillingPortal.Configuration.Features {
  const cancelling = given.subscription_cancel
  return {
    customer_update: { allowed_updates: [], enabled: false },
    invoice_history: { enabled: given.invoice_history?.enabled ?? before?.invoice_history.enabled ?? true },
    payment_method_update: {
      enabled: given.payment_method_update?.enabled ?? before?.payment_method_update.enabled ?? true,
      payment_method_configuration: null,
    },
    subscription_cancel: {
      cancellation_reason: { enabled: false, feedback_options: null, options: [] },
      enabled: cancelling?.enabled ?? before?.subscription_cancel.enabled ?? true,
      mode: cancelling?.mode ?? before?.subscription_cancel.mode ?? 'at_period_end',
      proration_behavior: 'none',
    },
    subscription_pause: { duration: { interval_options: [], type: 'indefinite' }, enabled: false },
    subscription_update: {
      billing_cycle_anchor: null,
      default_allowed_updates: [],
      enabled: false,
      proration_behavior: 'none',
      schedule_at_period_end: { conditions: [] },
      trial_update_behavior: 'end_trial',
    },
  }
}
