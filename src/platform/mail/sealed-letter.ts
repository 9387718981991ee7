import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { WrittenLetter } from './letter.ts'

const algorithm = 'aes-256-gcm'

/** Encrypts a secret letter's words with a key of 32 bytes in base64url (Secrets.keyFor). */
export function sealLetter(key: string, letter: WrittenLetter): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, Buffer.from(key, 'base64url'), nonce)
  const words = Buffer.concat([cipher.update(JSON.stringify(letter), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), words])
}

/** What sealLetter encrypted. Throws when the key is another one or the bytes have been changed. */
export function unsealLetter(key: string, sealed: Buffer): WrittenLetter {
  const decipher = createDecipheriv(algorithm, Buffer.from(key, 'base64url'), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return JSON.parse(`${decipher.update(sealed.subarray(28), undefined, 'utf8')}${decipher.final('utf8')}`)
}
