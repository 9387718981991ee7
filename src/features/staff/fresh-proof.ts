import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { redeemCode } from '../../platform/sign-in/sign-in-codes.ts'
import { checkSecondFactor } from './check-second-factor.ts'
import { findFactors } from './factor-queries.ts'
import { needsSecondFactor } from './pass-first-factor.ts'
import { checkPasskey, type PasskeyAnswer } from './passkeys.ts'
import { findProof, markProven } from './session-queries.ts'
import { findStaff } from './staff-queries.ts'

type Part = Pick<House, 'db' | 'clock' | 'secrets' | 'config'>

const freshMs = 15 * 60_000

/** By what somebody can show once more who they are. */
export interface ProofWays {
  /** A code from a letter is enough, as it is for signing in. */
  letter: boolean
  totp: boolean
  passkeys: number
  recoveryCodes: number
}

/** Whether whoever has this session showed who they are within the last quarter of an hour. */
export async function isFresh(house: Pick<House, 'db' | 'clock'>, sessionId: number): Promise<boolean> {
  const proven = await findProof(house.db, sessionId)
  return proven !== null && house.clock.now().getTime() - proven.getTime() < freshMs
}

/** What would sign them in proves them here, too: a letter alone only where a sign-in by code asks for no more. */
export async function proofWays(house: Pick<House, 'db'>, by: StaffMember): Promise<ProofWays> {
  const { totp, passkeys, recoveryCodes } = await findFactors(house.db, by.id)
  const staff = await findStaff(house.db, by.id)
  const any = totp || passkeys > 0
  const asked = staff !== null && (await house.db.transaction().execute(tx => needsSecondFactor(tx, staff)))
  return { totp, passkeys, recoveryCodes: any ? recoveryCodes : 0, letter: !(any && asked) }
}

/** Takes a code from a letter. 'wrong' may be tried again; 'ended' means to have a new one sent. */
export async function proveByLetter(
  house: Part,
  by: StaffMember,
  { browser, code }: { browser: string; code: string },
): Promise<'proven' | 'wrong' | 'ended'> {
  const { letter } = await proofWays(house, by)
  return await house.db.transaction().execute(async tx => {
    const redeemed = await redeemCode(tx, house, { realm: 'staff', browser, code })
    if (typeof redeemed === 'string') return redeemed
    if (!letter || redeemed.email !== by.email.toLowerCase()) return 'ended'
    await note(tx, house, by, 'code')
    return 'proven'
  })
}

/** Takes a one-time password or a recovery code. Throws ExpectedError (429) after too many wrong ones. */
export async function proveByFactor(house: Part, by: StaffMember, code: string): Promise<boolean> {
  return await house.db.transaction().execute(async tx => {
    const proof = await checkSecondFactor(tx, house, { staffId: by.id, code })
    if (proof) await note(tx, house, by, proof)
    return proof !== null
  })
}

export async function proveByPasskey(
  house: Part,
  by: StaffMember,
  { token, answer }: { token: string; answer: PasskeyAnswer },
): Promise<boolean> {
  return await house.db.transaction().execute(async tx => {
    const proof = await checkPasskey(tx, house, { token, answer, staffId: by.id })
    if (proof) await note(tx, house, by, 'passkey')
    return proof !== null
  })
}

async function note(tx: Transaction, { clock }: Part, by: StaffMember, how: string): Promise<void> {
  await markProven(tx, by.sessionId, clock.now())
  await recordAct(tx, clock, {
    by,
    act: 'prove-identity',
    subject: { kind: 'staff', id: by.id, title: by.name },
    detail: { by: how },
  })
}
