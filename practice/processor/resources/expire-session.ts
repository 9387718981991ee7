import { tell } from '../tell-event.ts'
import { keep, need, type Till } from '../till.ts'

/** A checkout that nobody finished in time is over. */
export async function expireSession(till: Till, id: string): Promise<void> {
  const session = await need(till, 'checkout.session', id)
  if (session.status !== 'open') {
    await keep(till, session, { due: null })
    return
  }
  const expired = await keep(till, { ...session, status: 'expired' as const, url: null }, { due: null })
  await tell(till, 'checkout.session.expired', expired)
}
