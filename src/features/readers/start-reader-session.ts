import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { browserWords } from '../../platform/sign-in/browser-words.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import { sessionEnd } from './session.ts'
import { insertSession } from './session-queries.ts'

/**
 * Begins a session under a number of its own, whatever the browser brought along (so none can be planted beforehand).
 * Only for whoever has just proved that letters to the account's address reach them, or made the account in this very
 * browser. The token is for `readerCookies`; only its hash is kept.
 */
export async function startReaderSession(
  tx: Transaction,
  { clock }: Pick<House, 'clock'>,
  { readerId, userAgent }: { readerId: number; userAgent: string | undefined },
): Promise<{ token: string; sessionId: number }> {
  const token = newToken()
  const now = clock.now()
  const sessionId = await insertSession(tx, {
    readerId,
    hash: hashOf(token),
    browser: browserWords(userAgent),
    now,
    expiresAt: sessionEnd(now),
  })
  return { token, sessionId }
}
