import { createHash, randomBytes } from 'node:crypto'

/** A number that nobody can guess (256 bits), as it stands in a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: SHA-256, from which it cannot be got back. It needs no salt, since no two are alike. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
