import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interfaceLanguages } from '../../design/messages.ts'
import { type Figures, figureNames, figuresIn, fillFigures } from './figure-text.ts'

const none = Object.fromEntries(figureNames.map(name => [name, null])) as unknown as Figures
const some: Figures = { ...none, supporters: 12_345, members_new: 1043, goal: 1000, days_left: 1 }

const filled = (text: string, figures: Partial<Figures> = {}, language = 'en') =>
  fillFigures(text, { ...some, ...figures }, language)

describe('figures in a text', () => {
  test('are written as the language writes numbers', () => {
    const text = '{supporters}'
    const all = Object.fromEntries(interfaceLanguages.map(tag => [tag, filled(text, {}, tag).text]))
    expect(all).toMatchObject({ en: '12,345', de: '12.345', es: '12.345', ar: '12,345' })
    expect(all.fr).toMatch(/^12\s345$/u)
    expect(all.uk).toMatch(/^12\s345$/u)
  })

  test('are amounts in their currency', () => {
    const raised = { amountMinor: 320_050, currency: 'eur' }
    expect(filled('{raised} so far', { raised }).text).toBe('€3,200.50 so far')
    expect(filled('{raised}', { raised: { amountMinor: 5000, currency: 'jpy' } }).text).toContain('5,000')
  })

  test('bring the form of their word', () => {
    const text = '{days_left|day|days} to go.'
    expect(filled(text).text).toBe('1\u00a0day to go.')
    expect(filled(text, { days_left: 12 }).text).toBe('12\u00a0days to go.')
    const uk = '{days_left|день|дні|днів|дня}'
    expect(filled(uk, { days_left: 3 }, 'uk').text).toBe('3\u00a0дні')
    expect(filled(uk, { days_left: 21 }, 'uk').text).toBe('21\u00a0день')
    expect(filled(uk, { days_left: 12 }, 'uk').text).toBe('12\u00a0днів')
    const ar = '{days_left|أيام|يوم|يومان|أيام|يومًا|يوم}'
    expect(filled(ar, { days_left: 2 }, 'ar').text).toContain('يومان')
    expect(filled(ar, { days_left: 5 }, 'ar').text).toContain('أيام')
  })

  test('zero is a figure', () => {
    expect(filled('{members_new} joined.', { members_new: 0 }).text).toBe('0 joined.')
  })

  test('take their sentence with them when they cannot be computed', () => {
    const text = 'We are {supporters}. One reader in {readers_per_supporter} supports us. Join them!'
    expect(filled(text)).toEqual({
      text: 'We are 12,345. Join them!',
      missing: ['readers_per_supporter'],
      unknown: [],
    })
  })

  test('at the beginning of a sentence belong to it, and not to the one before', () => {
    expect(filled('We asked for help. {remaining} to go. {supporters} came.').text).toBe(
      'We asked for help. 12,345 came.',
    )
  })

  test('leave nothing where all sentences need them', () => {
    expect(filled('{remaining} to go.').text).toBe('')
  })

  test('are found in sentences of every language', () => {
    const texts: Record<string, string> = {
      en: 'First one. {readers_month} read us! The last.',
      uk: 'Перше. Нас читають {readers_month}! Останнє.',
      es: 'La primera. ¡Nos leen {readers_month}! La última.',
      de: 'Der erste. {readers_month} lesen uns! Der letzte.',
      fr: 'La première. {readers_month} nous lisent ! La dernière.',
      ar: 'الأولى. يقرأنا {readers_month}؟ الأخيرة.',
    }
    for (const [language, text] of Object.entries(texts)) {
      const result = filled(text, {}, language)
      expect(result.missing).toEqual(['readers_month'])
      expect(result.text.split(/(?<=\.)\s/)).toHaveLength(2)
    }
  })

  test('that do not exist are told, and take their sentence too', () => {
    expect(filled('Hello. We are {subscribers}.')).toEqual({
      text: 'Hello.',
      missing: [],
      unknown: ['{subscribers}'],
    })
  })

  test('are found without filling them', () => {
    expect(figuresIn('{goal} of {goal}, {days_left|day|days}, {nothing} and a {brace')).toEqual({
      names: ['goal', 'days_left'],
      unknown: ['{nothing}', '{'],
    })
  })
})

test('a text without figures stays as it is, whatever it holds', () => {
  const plain = fc.string().map(text => text.replaceAll(/[{}\u{1D400}]/gu, ''))
  fc.assert(
    fc.property(plain, text => {
      expect(filled(text).text).toBe(text.trim())
    }),
  )
})

test('no name in braces is ever left in what readers see', () => {
  const piece = fc.oneof(
    fc.constantFrom(...figureNames.map(name => `{${name}}`), '{nonsense}', '. ', '! ', ' and ', 'Word '),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom(...interfaceLanguages), (pieces, language) => {
      expect(filled(pieces.join(''), {}, language).text).not.toMatch(/[{}]|\u{1D400}/u)
    }),
  )
})
