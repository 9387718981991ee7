import type { House } from '../../platform/house.ts'
import { checkPasskey, type PasskeyAnswer } from './passkeys.ts'
import { findStaff } from './staff-queries.ts'
import { startSession } from './start-session.ts'

/**
 * Signs in by a passkey alone. It counts as both factors, since the device has asked for finger, face or PIN. Returns
 * the session's token; null for an answer that proves nothing.
 */
export async function signInByPasskey(
  house: Pick<House, 'db' | 'clock' | 'config'>,
  options: { token: string; answer: PasskeyAnswer; userAgent: string | undefined },
): Promise<string | null> {
  const { token, answer, userAgent } = options
  return await house.db.transaction().execute(async tx => {
    const proven = await checkPasskey(tx, house, { token, answer, staffId: null })
    const staff = proven && (await findStaff(tx, proven.staffId))
    if (!staff?.active) return null
    return (await startSession(tx, house, { staff, userAgent, secondFactor: true, by: 'passkey' })).token
  })
}
