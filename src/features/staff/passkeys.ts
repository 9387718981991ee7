import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Transaction } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { hashOf, newToken } from '../../platform/sign-in/secret-token.ts'
import {
  findPasskey,
  findPasskeys,
  insertChallenge,
  insertPasskey,
  markPasskeyUsed,
  takeChallenge,
} from './passkey-queries.ts'
import type { StaffLine } from './staff.ts'
import { findStaff } from './staff-queries.ts'

type Part = Pick<House, 'clock' | 'config'>

/** Loaded with the first passkey: it takes a quarter of a second and 26 MB that no start should wait for. */
const webAuthn = () => import('@simplewebauthn/server')

/** EdDSA, ES256 and RS256 (RFC 9053, 2): what authenticators have, and what every Node can check. */
const algorithms = [-8, -7, -257]

const challengeMinutes = 10

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(20_000)

/** What a browser answers to a challenge (WebAuthn, 5.1 toJSON), as far as it is read here. */
export const passkeyAnswer = z.object({
  id: base64url.min(1),
  rawId: base64url.min(1),
  type: z.literal('public-key'),
  response: z
    .object({
      clientDataJSON: base64url,
      attestationObject: base64url.optional(),
      authenticatorData: base64url.optional(),
      signature: base64url.optional(),
      userHandle: base64url.optional(),
      transports: z.array(z.string().max(20)).max(10).optional(),
    })
    .loose(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
})
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>

/** What the browser is asked, and the token that binds its answer to this browser. */
export interface Challenge<Options> {
  options: Options
  token: string
}

/** Begins adding a passkey: one that names its owner (discoverable) and asks for finger, face or PIN. */
export async function offerPasskey(
  tx: Transaction,
  house: Part,
  { staff, publication }: { staff: StaffLine; publication: string },
): Promise<Challenge<PublicKeyCredentialCreationOptionsJSON>> {
  const known = await findPasskeys(tx, staff.id)
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: publication,
    rpID: hostOf(house),
    userID: Uint8Array.from(handleBytes(staff)),
    userName: staff.email,
    userDisplayName: staff.name,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: challengeMinutes * 60_000,
  })
  return { options, token: await keepChallenge(tx, house, options.challenge, staff.id) }
}

/** Adds the passkey that a browser made. False for an answer that proves nothing: late, foreign, or not verified. */
export async function addPasskey(
  tx: Transaction,
  house: Part,
  options: { staffId: number; token: string; answer: PasskeyAnswer; name: string },
): Promise<boolean> {
  const { staffId, token, answer, name } = options
  const now = house.clock.now()
  const asked = await takeChallenge(tx, { hash: hashOf(token), now })
  if (!asked || asked.staffId !== staffId) return false
  const { verifyRegistrationResponse } = await webAuthn()
  const result = await verifyRegistrationResponse({
    response: answer as unknown as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: house.config.siteUrl,
    expectedRPID: hostOf(house),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (!result?.verified) return false
  const { credential } = result.registrationInfo
  const id = await insertPasskey(tx, {
    staffId,
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
    now,
  })
  return id !== null
}

/** Begins a sign-in by passkey: anybody's, or that of one person whose first factor is known. */
export async function askForPasskey(
  tx: Transaction,
  house: Part,
  staffId: number | null,
): Promise<Challenge<PublicKeyCredentialRequestOptionsJSON>> {
  const own = staffId === null ? [] : await findPasskeys(tx, staffId)
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(house),
    userVerification: 'required',
    allowCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    timeout: challengeMinutes * 60_000,
  })
  return { options, token: await keepChallenge(tx, house, options.challenge, staffId) }
}

/** Whose passkey has answered; null for an answer that proves nothing. */
export async function checkPasskey(
  tx: Transaction,
  house: Part,
  { token, answer, staffId }: { token: string; answer: PasskeyAnswer; staffId: number | null },
): Promise<{ staffId: number } | null> {
  const now = house.clock.now()
  const asked = await takeChallenge(tx, { hash: hashOf(token), now })
  const passkey = await findPasskey(tx, answer.id)
  if (!asked || !passkey || asked.staffId !== staffId) return null
  if (staffId !== null && passkey.staffId !== staffId) return null
  // Where nobody was named before, the passkey has to name its owner (WebAuthn, 7.2, step 6).
  if (staffId === null && !(await isHandleOf(tx, passkey.staffId, answer.response.userHandle))) return null
  const { verifyAuthenticationResponse } = await webAuthn()
  const result = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: house.config.siteUrl,
    expectedRPID: hostOf(house),
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => null)
  if (!result?.verified) return null
  await markPasskeyUsed(tx, { id: passkey.id, counter: result.authenticationInfo.newCounter, now })
  return { staffId: passkey.staffId }
}

async function isHandleOf(tx: Transaction, staffId: number, given: string | undefined): Promise<boolean> {
  const owner = await findStaff(tx, staffId)
  return owner !== null && given !== undefined && handleBytes(owner).equals(Buffer.from(given, 'base64url'))
}

function handleBytes({ handle }: StaffLine): Buffer {
  return Buffer.from(handle.replaceAll('-', ''), 'hex')
}

async function keepChallenge(
  tx: Transaction,
  { clock }: Part,
  challenge: string,
  staffId: number | null,
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(clock.now().getTime() + challengeMinutes * 60_000)
  await insertChallenge(tx, { hash: hashOf(token), challenge, staffId, expiresAt })
  return token
}

function hostOf({ config }: Part): string {
  return new URL(config.siteUrl).hostname
}
