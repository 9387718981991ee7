import { createChance, createRanks, makeVocabulary } from './words.ts'

export interface MadeStory {
  at: Date
  words: number
  content: Record<string, unknown>
}

let known: string[] | undefined
function words(): string[] {
  known ??= makeVocabulary(vocabularySize, createChance(seed))
  return known
}

/** The word that is the `rank`-th commonest; one that is misspelt when two letters in its middle change places. */
export function wordOfRank(rank: number): string {
  const at = (word: string) => word.length >> 1
  const fits = (word: string) => word.length >= 6 && word[at(word)] !== word[at(word) - 1]
  return words().slice(rank).find(fits)!
}

export interface StoryMaker {
  make(count: number): MadeStory[]
  made(): number
}

const seed = 19_220_714
const vocabularySize = 250_000
const years = 8
/** Twenty stories of the first thousand hold it, and no other: a name that was in the news once. */
export const rareWord = 'quarrendon'
const rareEvery = 50
const rareUntil = 1000

/** Stories of invented words, as common as words are in real text, over eight years; the same ones at every run. */
export function storyMaker(options: {
  topics: readonly number[]
  authors: readonly number[]
  pictures: readonly number[]
  now: Date
}): StoryMaker {
  const { topics, authors, pictures, now } = options
  const chance = createChance(seed)
  const vocabulary = words()
  const wordRank = createRanks(vocabulary.length, chance)
  const topicRank = createRanks(topics.length, chance)
  const authorRank = createRanks(authors.length, chance)
  let made = 0
  return {
    made: () => made,
    make: count => Array.from({ length: count }, () => story(made++)),
  }

  function story(number: number): MadeStory {
    const at = new Date(now.getTime() - 60_000 - chance() * years * 31_557_600_000)
    // Most are short and a few are very long: the shape of what a newsroom writes.
    const paragraphs = Math.min(60, 2 + Math.floor(Math.exp(1.15 + 0.6 * normal())))
    let count = 0
    const blocks = Array.from({ length: paragraphs }, (_, i) => {
      const length = 20 + Math.floor(chance() * 50)
      count += length
      return { id: `p${i}`, type: 'paragraph', content: [{ type: 'text', text: sentence(length) }] }
    })
    if (number < rareUntil && number % rareEvery === 0) blocks[0]!.content[0]!.text += ` ${rareWord}.`
    const headline = sentence(6 + Math.floor(chance() * 6)).replace(/\.$/, '')
    const content = {
      headline,
      standfirst: sentence(12 + Math.floor(chance() * 14)),
      label: chance() < 0.08 ? 'Opinion' : '',
      slug: `${headline.toLowerCase().replaceAll(' ', '-').slice(0, 80).replace(/-$/, '')}-${number}`,
      language: 'en',
      timeZone: null,
      authors: several(authors, authorRank, chance() < 0.85 ? 1 : 2),
      topics: several(topics, topicRank, 1 + Math.floor(chance() * 3)),
      photograph: chance() < 0.7 ? { id: pictures[Math.floor(chance() * pictures.length)] } : null,
      searchHeadline: '',
      searchDescription: '',
      canonicalUrl: null,
      blocks,
    }
    return { at, words: count, content }
  }

  function sentence(length: number): string {
    const chosen = Array.from({ length }, () => vocabulary[wordRank()]!)
    chosen[0] = chosen[0]![0]!.toUpperCase() + chosen[0]!.slice(1)
    return `${chosen.join(' ')}.`
  }

  function several(of: readonly number[], rank: () => number, count: number): number[] {
    const chosen = new Set<number>()
    while (chosen.size < count) chosen.add(of[rank()]!)
    return [...chosen]
  }

  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
  }
}
