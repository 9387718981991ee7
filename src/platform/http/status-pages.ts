import { sql } from 'kysely'
import { Forbidden } from '../errors/errors.ts'
import type { House } from '../house.ts'
import { isOwnAddress } from './public-address.ts'
import type { Answer, Ask } from './route.ts'

const plain = { type: 'text/plain; charset=utf-8', headers: { 'cache-control': 'no-store' } }

/** `/healthz`: the process answers. Touches nothing, so that a slow database never makes it look dead. */
export async function health(): Promise<Answer> {
  return { ...plain, body: 'ok\n' }
}

const patienceMs = 3000

/** `/readyz`: the database answers, and soon; 503 while it does not. */
export async function readiness(_ask: Ask, house: House): Promise<Answer> {
  const late = AbortSignal.timeout(patienceMs)
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(late.reason), { once: true })
  })
  try {
    await Promise.race([sql`select 1`.execute(house.db), tooLate])
    return { ...plain, body: 'ready\n' }
  } catch {
    return { ...plain, status: 503, body: 'the database does not answer\n' }
  }
}

/** `/metrics`: for Prometheus, on this machine or in a network of one's own. Throws Forbidden for everybody else. */
export async function metrics(ask: Ask, house: House): Promise<Answer> {
  if (!isOwnAddress(ask.address)) throw new Forbidden()
  return { ...plain, type: house.metrics.type, body: await house.metrics.text() }
}
