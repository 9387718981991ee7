import { recordAct } from '../../platform/audit/audit.ts'
import type { Transaction } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { isTotp } from './check-second-factor.ts'
import {
  deleteTotp,
  findFactors,
  findTotp,
  putTotp,
  replaceRecoveryCodes,
  secondFactorRequired,
  setFactorFailures,
} from './factor-queries.ts'
import { deletePasskeys } from './passkey-queries.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { type Post, tellFactorChange } from './staff-notices.ts'
import { updateStaff } from './staff-queries.ts'
import { newTotpSecret, openSecret, sealSecret } from './totp.ts'

type Part = Pick<House, 'db' | 'clock' | 'secrets'>
type Telling = Part & Post

/** The secret that is being set up: the one offered before, until it is confirmed. Null where one is in use already. */
export async function offerTotp(house: Part, staffId: number): Promise<Buffer | null> {
  return await house.db.transaction().execute(async tx => {
    const kept = await findTotp(tx, staffId)
    if (kept?.confirmed) return null
    const offered = kept && openSecret(house, staffId, kept.sealedSecret)
    if (offered) return offered
    const secret = newTotpSecret()
    await putTotp(tx, staffId, sealSecret(house, staffId, secret))
    return secret
  })
}

/** Turns one-time passwords on. Returns new recovery codes, or null for a wrong password. */
export async function confirmTotp(house: Telling, by: StaffMember, code: string): Promise<string[] | null> {
  return await house.db.transaction().execute(async tx => {
    if (!(await isTotp(tx, house, { staffId: by.id, code, unconfirmed: true }))) return null
    // From now on a sign-in by code asks for it.
    await updateStaff(tx, by.id, { asks_second_factor: true })
    const codes = await makeRecoveryCodes(tx, house, by.id)
    await recordAct(tx, house.clock, { by, act: 'add-second-factor', subject: themselves(by) })
    await tellFactorChange(tx, house, { staffId: by.id, change: 'appAdded' })
    return codes
  })
}

/** Throws Conflict where it is the last second factor and the newsroom requires one. */
export async function removeTotp(house: Telling, by: StaffMember): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const had = await findFactors(tx, by.id)
    await deleteTotp(tx, by.id)
    if (!had.totp) return
    await settle(tx, by.id)
    await recordAct(tx, house.clock, { by, act: 'remove-second-factor', subject: themselves(by) })
    await tellFactorChange(tx, house, { staffId: by.id, change: 'appRemoved' })
  })
}

/** Throws Conflict as `removeTotp` does. */
export async function removePasskey(house: Telling, by: StaffMember, passkeyId: number): Promise<void> {
  await house.db.transaction().execute(async tx => {
    const [name] = await deletePasskeys(tx, by.id, passkeyId)
    if (name === undefined) return
    await settle(tx, by.id)
    await recordAct(tx, house.clock, {
      by,
      act: 'remove-passkey',
      subject: themselves(by),
      detail: { passkey: name },
    })
    await tellFactorChange(tx, house, { staffId: by.id, change: 'passkeyRemoved', passkey: name })
  })
}

/** Whether a sign-in by code is to ask for more. Returns recovery codes that were made for it, to be shown once. */
export async function askSecondFactor(house: Part, by: StaffMember, asked: boolean): Promise<string[]> {
  return await house.db.transaction().execute(async tx => {
    const factors = await findFactors(tx, by.id)
    if (asked && !factors.totp && factors.passkeys === 0)
      throw new Conflict('Set up one-time passwords or add a passkey first.')
    if (!asked && (await secondFactorRequired(tx))) throw requiredHere()
    await updateStaff(tx, by.id, { asks_second_factor: asked })
    await recordAct(tx, house.clock, {
      by,
      act: asked ? 'ask-second-factor' : 'stop-second-factor',
      subject: themselves(by),
    })
    return asked && factors.recoveryCodes === 0 ? await makeRecoveryCodes(tx, house, by.id) : []
  })
}

/** Ten new codes in place of those there were. */
export async function renewRecoveryCodes(house: Part, by: StaffMember): Promise<string[]> {
  return await house.db.transaction().execute(async tx => {
    await recordAct(tx, house.clock, { by, act: 'renew-recovery-codes', subject: themselves(by) })
    return await makeRecoveryCodes(tx, house, by.id)
  })
}

/** Takes away everything somebody could show: for a lost telephone. Their next sign-in sets it up anew, if it must. */
export async function clearSecondFactors(tx: Transaction, staffId: number): Promise<void> {
  await deleteTotp(tx, staffId)
  await deletePasskeys(tx, staffId)
  await replaceRecoveryCodes(tx, staffId, [])
  await setFactorFailures(tx, staffId, { failures: 0, failedAt: null })
  await updateStaff(tx, staffId, { asks_second_factor: false })
}

/** After one was taken away: nothing is asked for that is no longer there. */
async function settle(tx: Transaction, staffId: number): Promise<void> {
  const { totp, passkeys } = await findFactors(tx, staffId)
  if (totp || passkeys > 0) return
  if (await secondFactorRequired(tx)) throw requiredHere()
  await updateStaff(tx, staffId, { asks_second_factor: false })
  await replaceRecoveryCodes(tx, staffId, [])
}

function requiredHere(): Conflict {
  return new Conflict('This newsroom requires a second factor: add another before you take this one away.')
}

function themselves({ id, name }: StaffMember) {
  return { kind: 'staff', id, title: name }
}
