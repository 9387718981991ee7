/**
 * Counts how many different ones there were without keeping any of them: HyperLogLog (Flajolet, Fusy, Gandouet, Meunier,
 * 2007) with 2^14 registers, which is right to about 0.8%, and with linear counting while they are few, which is right to
 * the last one for hundreds. From the registers nobody can be found again.
 */
const bits = 14
const registerCount = 2 ** bits
const alpha = 0.7213 / (1 + 1.079 / registerCount)

export function emptySketch(): Uint8Array {
  return new Uint8Array(registerCount)
}

/** Takes in one of them by its 64 evenly spread bits. Returns whether that changed anything. */
export function addTo(sketch: Uint8Array, high: number, low: number): boolean {
  const register = high >>> (32 - bits)
  // The rest of the high half is 18 bits; the low half goes on where those are all zero.
  const rest = (high << bits) >>> 0
  const rank = rest === 0 ? 32 - bits + Math.clz32(low) + 1 : Math.clz32(rest) + 1
  if (sketch[register]! >= rank) return false
  sketch[register] = rank
  return true
}

/** Puts into `into` all that `from` has seen as well. */
export function mergeSketch(into: Uint8Array, from: Uint8Array): void {
  for (let register = 0; register < registerCount; register++)
    if (from[register]! > into[register]!) into[register] = from[register]!
}

/** How many different ones there were. */
export function countOf(sketch: Uint8Array): number {
  let sum = 0
  let empty = 0
  for (const rank of sketch) {
    sum += 2 ** -rank
    if (rank === 0) empty++
  }
  const estimate = (alpha * registerCount ** 2) / sum
  const few = estimate <= 2.5 * registerCount && empty > 0
  return Math.round(few ? registerCount * Math.log(registerCount / empty) : estimate)
}
