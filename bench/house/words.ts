/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Places 0 … n−1, each with a chance that falls with its rank as words do in real text (Zipf–Mandelbrot). */
export function createRanks(n: number, chance: () => number): () => number {
  const reached = new Float64Array(n)
  let total = 0
  for (let i = 0; i < n; i++) reached[i] = total += 1 / (i + 2.7)
  return () => {
    const wanted = chance() * total
    let low = 0
    let high = n - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (reached[middle]! < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** `n` different words, the commonest first: real ones, then ones made of the letters that follow one another in them. */
export function makeVocabulary(n: number, chance: () => number): string[] {
  const following = new Map<string, string[]>()
  for (const word of [...common, ...longer]) {
    const text = `^^${word}$`
    for (let i = 2; i < text.length; i++) {
      const before = text.slice(i - 2, i)
      following.set(before, [...(following.get(before) ?? []), text[i]!])
    }
  }
  const words = new Set([...common, ...longer])
  while (words.size < n) {
    let word = '^^'
    while (!word.endsWith('$') && word.length < 16) {
      const choices = following.get(word.slice(-2))!
      word += choices[Math.floor(chance() * choices.length)]
    }
    const made = word.replace(/[$^]/g, '')
    if (made.length > 2) words.add(made)
  }
  return [...words]
}

const common =
  `the of and to in a that it is for was on with as he be at by said had they this have from not are but his were one
has which her an she their we there will been who would its more about or out up when new than over after last also
what years all into people could some two year only other first time most because before between council city now`.split(
    /\s+/,
  )

const longer =
  `government harbour minister committee election budget hospital teachers children school station railway question
district neighbours planning applications residents objected chairman secretary published documents inquiry evidence
weather flooding reservoir engineers bridge repairs contract company directors shareholders pension workers union
strike agreement negotiation parliament opposition majority amendment legislation regulation environment protection
fishing vessels quota coastguard rescue volunteers charity donations museum exhibition gallery orchestra concert
theatre performance audience critics novel translation language university research scientists vaccine patients
doctors nurses ambulance emergency services police officers investigation suspect court judge verdict appeal prison
sentence lawyer witness statement spokesman confirmed yesterday morning afternoon meeting decision support against
housing rent landlord tenants development construction permission builders market prices inflation interest savings
bank mortgage customers electricity energy turbines solar carbon emissions climate temperature summer drought farmers
harvest cattle vegetables restaurant kitchen recipe football championship goalkeeper supporters stadium referee
season injury captain manager transfer athletics marathon cycling swimming festival carnival procession cathedral
bishop parish cemetery memorial anniversary veterans regiment defence frontier refugees asylum passport border
journey airport flight passengers luggage delay timetable ferry crossing island lighthouse cliffs wildlife otters
seabirds woodland footpath village market square library archive manuscript historian discovery excavation pottery`.split(
    /\s+/,
  )
