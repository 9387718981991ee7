import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { House } from '../../platform/house.ts'

const algorithm = 'aes-256-gcm'
const period = 30

/** What every authenticator app understands: six digits of SHA-1, thirty seconds each (RFC 6238). */
function generator(secret: Secret, names: { issuer?: string; label?: string } = {}): TOTP {
  return new TOTP({ ...names, secret, algorithm: 'SHA1', digits: 6, period })
}

export function newTotpSecret(): Buffer {
  return randomBytes(20)
}

/** The address that an app reads from the QR code, and the secret for typing it in. */
export function totpAddress(
  secret: Buffer,
  names: { issuer: string; label: string },
): { href: string; typed: string } {
  const held = secretOf(secret)
  return { href: generator(held, names).toString(), typed: held.base32.replace(/(.{4})(?=.)/g, '$1 ') }
}

/**
 * The time step that a password belongs to, a step before or after now included, since clocks differ; null for a wrong
 * one, and for one of a step that has been used.
 */
export function totpStep(options: {
  secret: Buffer
  code: string
  now: Date
  lastStep: number
}): number | null {
  const { secret, now, lastStep } = options
  const code = options.code.replace(/\s/g, '')
  // Six letters of another script take more bytes than six digits, which the comparison would not bear.
  if (!/^[0-9]{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const delta = generator(secretOf(secret)).validate({ token: code, timestamp, window: 1 })
  if (delta === null) return null
  const step = Math.floor(timestamp / 1000 / period) + delta
  return step > lastStep ? step : null
}

/** Encrypts a secret under the program's key, for one member of staff: moved to another row it cannot be read. */
export function sealSecret({ secrets }: Pick<House, 'secrets'>, staffId: number, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, sealKey(secrets), nonce).setAAD(Buffer.from(String(staffId)))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Null for what was sealed under another key, after SECRET was changed. */
export function openSecret(
  { secrets }: Pick<House, 'secrets'>,
  staffId: number,
  sealed: Buffer,
): Buffer | null {
  const decipher = createDecipheriv(algorithm, sealKey(secrets), sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(String(staffId))).setAuthTag(sealed.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  } catch {
    return null
  }
}

function sealKey(secrets: House['secrets']): Buffer {
  return Buffer.from(secrets.keyFor('totp'), 'base64url')
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}
