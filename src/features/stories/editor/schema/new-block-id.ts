/** A new block's id: 60 random bits, so that two people never make the same. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, byte => letters[byte & 31]).join('')
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
