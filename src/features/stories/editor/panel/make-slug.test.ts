import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slug as slugSchema } from '../../story.ts'
import { makeSlug, typedSlug } from './make-slug.ts'

test.each([
  ['The ferry stays with the council', 'the-ferry-stays-with-the-council'],
  ['“It’s a road,” she said: 14–12', 'its-a-road-she-said-14-12'],
  ['Größe, Straße, Łódź & Œuvre', 'grosse-strasse-lodz-oeuvre'],
  ['Порон лишається з громадою', 'порон-лишається-з-громадою'],
  ['Київ: її єдність', 'київ-її-єдність'],
  ['العبّارة تبقى', 'العبّارة-تبقى'],
  ['  …  ', ''],
])('%s becomes %s', (headline, slug) => {
  expect(makeSlug(headline)).toBe(slug)
})

test('a long headline ends at a word', () => {
  const slug = makeSlug('word '.repeat(60))
  expect(slug.length).toBeLessThanOrEqual(80)
  expect(slug).toMatch(/^(word-)*word$/)
})

test('whatever the headline, the address can be used or is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), headline => {
      const slug = makeSlug(headline)
      if (slug !== '') expect(slugSchema.safeParse(slug).success).toBe(true)
    }),
  )
})

test('typing an address keeps hyphens that are not done yet', () => {
  expect(typedSlug('The ferry ')).toBe('the-ferry-')
  expect(typedSlug('a/b?c')).toBe('abc')
})
