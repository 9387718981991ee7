import { newsroomLanguage } from './newsroom-texts.ts'
import { sentenceTable } from './sentence-table.ts'

/**
 * A sentence of an action or a check, which speak English, in the language of whoever reads it in the newsroom. What is
 * not in the table stays as it is.
 */
export function sentenceIn(tag: string, sentence: string): string {
  const language = newsroomLanguage(tag)
  if (language === 'en') return sentence
  for (const { pattern, de, uk } of patterns) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const given = match.slice(1)
    return (language === 'de' ? de : uk).replaceAll('{}', () => given.shift() ?? '')
  }
  return sentence
}

const patterns = sentenceTable.map(([english, de, uk]) => ({
  pattern: new RegExp(`^${english.split('{}').map(literally).join('(.+?)')}$`, 'su'),
  de,
  uk,
}))

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
