import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { browserWords } from '../../platform/sign-in/browser-words.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import { sessionEnd } from './session.ts'
import { insertSession } from './session-queries.ts'

export interface StartedSession {
  /** For the cookie; only its hash is kept. */
  token: string
  sessionId: number
}

/**
 * Begins a session under a number of its own, whatever the browser brought along (so none can be planted beforehand).
 * `by` says how they proved who they are: "code", "passkey", "link", "invitation", "welcome".
 */
export async function startSession(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  options: {
    staff: { id: number; name: string }
    userAgent: string | undefined
    secondFactor: boolean
    by: string
  },
): Promise<StartedSession> {
  const { staff, userAgent, secondFactor, by } = options
  const token = newToken()
  const now = clock.now()
  const sessionId = await insertSession(tx, {
    staffId: staff.id,
    hash: hashOf(token),
    browser: browserWords(userAgent),
    secondFactor,
    now,
    expiresAt: sessionEnd(now),
  })
  await recordAct(tx, clock, {
    by: staff,
    act: 'sign-in',
    subject: { kind: 'staff', id: staff.id, title: staff.name },
    detail: { by, secondFactor },
  })
  return { token, sessionId }
}
