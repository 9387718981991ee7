import { objectsWith } from '../object-queries.ts'
import { tell } from '../tell-event.ts'
import { keep, type Till } from '../till.ts'
import { needCustomer } from './customers.ts'
import { makeDefault } from './payment-methods.ts'

/** A customer pays with this card from now on, and so does every subscription of theirs that has a card of its own. */
export async function useCard(till: Till, customerId: string, method: string): Promise<void> {
  await makeDefault(till, await needCustomer(till, customerId), method)
  for (const before of await objectsWith(till.tx, 'subscription', { customer: customerId })) {
    if (before.ended_at !== null || before.default_payment_method === null) continue
    const changed = { ...before, default_payment_method: method }
    await tell(till, 'customer.subscription.updated', await keep(till, changed), before)
  }
}
