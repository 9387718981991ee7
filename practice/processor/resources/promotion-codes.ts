import type Stripe from 'stripe'
import { call } from '../call.ts'
import { letters, newId } from '../kinds.ts'
import { listObjects } from '../lists.ts'
import { objectsWith } from '../object-queries.ts'
import {
  amount,
  currency,
  mergeMetadata,
  metadata,
  moment,
  paging,
  parameters,
  range,
  text,
  whole,
  yes,
} from '../parameters.ts'
import { invalidRequest } from '../processor-error.ts'
import { tell } from '../tell-event.ts'
import { keep, need } from '../till.ts'

const creating = parameters({
  active: yes.default(true),
  code: text.optional(),
  customer: text.optional(),
  expires_at: moment.optional(),
  max_redemptions: whole.optional(),
  metadata: metadata.optional(),
  promotion: parameters({ type: text.refine(type => type === 'coupon'), coupon: text }),
  restrictions: parameters({
    first_time_transaction: yes.optional(),
    minimum_amount: amount.optional(),
    minimum_amount_currency: currency.optional(),
  }).optional(),
})
const updating = parameters({ active: yes.optional(), metadata: metadata.optional() })
const listing = parameters({
  ...paging,
  active: yes.optional(),
  code: text.optional(),
  coupon: text.optional(),
  created: range.optional(),
  customer: text.optional(),
})

export const promotionCodeCalls = [
  call('POST', '/v1/promotion_codes', creating, async (till, given) => {
    const { restrictions = {} } = given
    await need(till, 'coupon', given.promotion.coupon, 'promotion[coupon]')
    const code = given.code ?? letters(8).toUpperCase()
    const same = await objectsWith(till.tx, 'promotion_code', { active: true })
    if (same.some(other => other.code.toLowerCase() === code.toLowerCase()))
      throw invalidRequest('An active promotion code with this code already exists.', 'code')
    const promotionCode: Stripe.PromotionCode = {
      id: newId('promotion_code'),
      object: 'promotion_code',
      active: given.active,
      code,
      created: till.at,
      customer: given.customer ?? null,
      customer_account: null,
      expires_at: given.expires_at ?? null,
      livemode: false,
      max_redemptions: given.max_redemptions ?? null,
      metadata: mergeMetadata({}, given.metadata),
      promotion: { type: 'coupon', coupon: given.promotion.coupon },
      restrictions: {
        first_time_transaction: restrictions.first_time_transaction ?? false,
        minimum_amount: restrictions.minimum_amount ?? null,
        minimum_amount_currency: restrictions.minimum_amount_currency ?? null,
      },
      times_redeemed: 0,
    }
    await tell(till, 'promotion_code.created', await keep(till, promotionCode))
    return promotionCode
  }),
  call('GET', '/v1/promotion_codes', listing, (till, { active, code, coupon, customer, created, ...pages }) =>
    listObjects(till, 'promotion_code', {
      url: '/v1/promotion_codes',
      paging: pages,
      where: { active, code, customer, ...(coupon ? { promotion: { coupon } } : {}) },
      created,
    }),
  ),
  call('GET', '/v1/promotion_codes/:id', parameters({}), (till, _, id) => need(till, 'promotion_code', id)),
  call('POST', '/v1/promotion_codes/:id', updating, async (till, given, id) => {
    const before = await need(till, 'promotion_code', id)
    const { active = before.active } = given
    const code = { ...before, active, metadata: mergeMetadata(before.metadata, given.metadata) }
    await tell(till, 'promotion_code.updated', await keep(till, code), before)
    return code
  }),
]
