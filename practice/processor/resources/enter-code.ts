import { findObject, objectsWith } from '../object-queries.ts'
import { ProcessorError } from '../processor-error.ts'
import { hiddenOf, idOf, keep, type Till } from '../till.ts'
import { type CheckoutPlan, totalsOf } from './checkout-plan.ts'

/** Takes a promotion code for a checkout; an empty one takes it back. Returns whether the code may be used. */
export async function enterCode(till: Till, id: string, code: string): Promise<boolean> {
  const session = await findObject(till.tx, 'checkout.session', id)
  if (!session?.allow_promotion_codes || session.status !== 'open') return false
  const plan = await hiddenOf<CheckoutPlan>(till, id)
  const active = await objectsWith(till.tx, 'promotion_code', { active: true })
  const found = active.find(one => one.code.toLowerCase() === code.toLowerCase())
  if (code && !found) return false
  const changed: CheckoutPlan = {
    ...plan,
    discounts: found ? [{ promotion_code: found.id }] : [],
    entered: found?.code ?? '',
  }
  try {
    const totals = await totalsOf(till, changed, idOf(session.customer))
    const now = {
      ...session,
      amount_total: totals.now,
      discounts: changed.discounts.map(one => ({ coupon: null, promotion_code: one.promotion_code ?? null })),
      total_details: { amount_discount: totals.off, amount_shipping: 0, amount_tax: 0 },
    }
    await keep(till, now, { hidden: changed })
    return true
  } catch (error) {
    if (error instanceof ProcessorError) return false
    throw error
  }
}
