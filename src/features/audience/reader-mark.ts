/** 64 bits that differ from reader to reader, as two halves. */
export interface Mark {
  high: number
  low: number
}

/** A text as 64 bits, continuing from `from`: two runs of MurmurHash3's mixing side by side. Quick, and not for secrets. */
export function spread(text: string, { high, low }: Mark): Mark {
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index)
    high = Math.imul(high ^ letter, 0x9e3779b1)
    low = Math.imul(low ^ letter, 0x85ebca6b)
    high = (high << 13) | (high >>> 19)
    low = (low << 17) | (low >>> 15)
  }
  return { high, low }
}

/** The same with the salt of a day or a month in it, every bit depending on every bit. */
export function salted({ high, low }: Mark, salt: Mark): Mark {
  const a = finish(high ^ salt.high ^ finish(low ^ salt.low))
  const b = finish(low ^ salt.high ^ finish(a ^ salt.low))
  return { high: a >>> 0, low: b >>> 0 }
}

/** MurmurHash3's finalizer (Appleby, public domain), which lets each bit change half of the others. */
function finish(value: number): number {
  value ^= value >>> 16
  value = Math.imul(value, 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value, 0xc2b2ae35)
  return value ^ (value >>> 16)
}
