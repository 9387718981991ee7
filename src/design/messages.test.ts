import { describe, expect, test } from 'vitest'
import { defineMessages, direction, formatNumber, plural } from './messages.ts'

describe('texts on pages', () => {
  const hello = defineMessages({
    en: { hi: 'Hello' },
    uk: { hi: 'Вітаємо' },
    es: { hi: 'Hola' },
    de: { hi: 'Guten Tag' },
    fr: { hi: 'Bonjour' },
    ar: { hi: 'مرحبا' },
  })

  test('a region gets its language, an unknown language gets English', () => {
    expect(hello('uk-UA').hi).toBe('Вітаємо')
    expect(hello('AR').hi).toBe('مرحبا')
    expect(hello('pt-BR').hi).toBe('Hello')
  })

  test('plurals follow the rules of each language', () => {
    const forms = { one: 'новина', few: 'новини', many: 'новин', other: 'новини' }
    expect([1, 3, 5, 11, 21, 22].map(n => plural('uk', n, forms))).toEqual([
      'новина',
      'новини',
      'новин',
      'новин',
      'новина',
      'новини',
    ])
    expect(plural('ar', 2, { two: 'خبران', other: 'أخبار' })).toBe('خبران')
    expect(plural('en', 4, { one: 'story', other: 'stories' })).toBe('stories')
  })

  test('numbers and direction', () => {
    expect(formatNumber(31400, 'en')).toBe('31,400')
    expect(formatNumber(31400, 'ar')).toMatch(/31.400/)
    expect([
      direction('ar'),
      direction('he-IL'),
      direction('en-IE'),
      direction('uz-Arab'),
      direction('ur-Latn'),
    ]).toEqual(['rtl', 'rtl', 'ltr', 'rtl', 'ltr'])
  })
})
