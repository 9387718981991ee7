import type Stripe from 'stripe'
import { call } from '../call.ts'
import { newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { findObject, removeObject } from '../object-queries.ts'
import {
  amount,
  currency,
  decimal,
  mergeMetadata,
  metadata,
  moment,
  paging,
  parameters,
  range,
  text,
  unsettable,
  whole,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { keep, need } from '../till.ts'

const creating = parameters({
  id: text.optional(),
  amount_off: amount.optional(),
  applies_to: parameters({ products: text.array() }).optional(),
  currency: currency.optional(),
  duration: text.refine(value => ['once', 'forever', 'repeating'].includes(value)).default('once'),
  duration_in_months: whole.optional(),
  max_redemptions: whole.optional(),
  metadata: metadata.optional(),
  name: text.optional(),
  percent_off: decimal.refine(value => value > 0 && value <= 100).optional(),
  redeem_by: moment.optional(),
})
const updating = parameters({ metadata: metadata.optional(), name: unsettable(text).optional() })

export const couponCalls = [
  call('POST', '/v1/coupons', creating, async (till, given) => {
    const { amount_off, percent_off, duration, duration_in_months } = given
    if ((amount_off === undefined) === (percent_off === undefined))
      throw invalidRequest('You must pass exactly one of `percent_off` or `amount_off`.', 'percent_off')
    if (amount_off !== undefined && !given.currency)
      throw invalidRequest('You must pass currency when passing amount_off', 'currency', 'parameter_missing')
    if ((duration === 'repeating') === (duration_in_months === undefined))
      throw invalidRequest('duration_in_months goes with duration=repeating.', 'duration_in_months')
    if (given.id && (await findObject(till.tx, 'coupon', given.id)))
      throw invalidRequest('Coupon already exists.', 'id', 'resource_already_exists')
    const coupon: Stripe.Coupon = {
      id: given.id ?? newId('coupon'),
      object: 'coupon',
      amount_off: amount_off ?? null,
      ...(given.applies_to ? { applies_to: given.applies_to } : {}),
      created: till.at,
      currency: given.currency ?? null,
      duration,
      duration_in_months: duration_in_months ?? null,
      livemode: false,
      max_redemptions: given.max_redemptions ?? null,
      metadata: mergeMetadata({}, given.metadata),
      name: given.name ?? null,
      percent_off: percent_off ?? null,
      redeem_by: given.redeem_by ?? null,
      times_redeemed: 0,
      valid: true,
    }
    await tell(till, 'coupon.created', await keep(till, coupon))
    return coupon
  }),
  call(
    'GET',
    '/v1/coupons',
    parameters({ ...paging, created: range.optional() }),
    (till, { created, ...pages }) =>
      listObjects(till, 'coupon', { url: '/v1/coupons', paging: pages, created }),
  ),
  call('GET', '/v1/coupons/:id', parameters({}), (till, _, id) => need(till, 'coupon', id)),
  call('POST', '/v1/coupons/:id', updating, async (till, given, id) => {
    const before = await need(till, 'coupon', id)
    const { name = before.name } = given
    const coupon = await keep(till, {
      ...before,
      name,
      metadata: mergeMetadata(before.metadata, given.metadata),
    })
    await tell(till, 'coupon.updated', coupon, before)
    return coupon
  }),
  call('DELETE', '/v1/coupons/:id', parameters({}), async (till, _, id) => {
    const coupon = await need(till, 'coupon', id)
    await removeObject(till.tx, id)
    await tell(till, 'coupon.deleted', { ...coupon, valid: false })
    return { id, object: 'coupon', deleted: true }
  }),
]
