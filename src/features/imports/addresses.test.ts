import { expect, test } from 'vitest'
import { candidateKeys, libraryKeys, mediaBase, mediaName } from './media-address.ts'
import { guessedKey, oldPath, spellings } from './old-address.ts'
import { asSlug, readSlug, withSuffix } from './slugs.ts'

test.each([
  ['https://x.example/2010/09/10/a/', '/2010/09/10/a'],
  ['https://x.example//greek//a', '/greek/a'],
  ['https://x.example/?p=12&utm_source=y', '/?p=12'],
  ['https://x.example/blog/?page_id=3', '/blog/?page_id=3'],
  ['https://x.example/a?utm_source=y', '/a'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['/café', '/caf%C3%A9'],
  ['https://x.example/', null],
  ['https://x.example/?utm_source=y', null],
  ['javascript:alert(1)', null],
  [`/${'x'.repeat(2000)}`, null],
])('the old path of %s', (address, path) => {
  expect(oldPath(address)).toBe(path)
})

test('both spellings of escapes, and a guess by the last part of a dated address', () => {
  expect(spellings('/caf%C3%A9')).toEqual(['/caf%C3%A9', '/caf%c3%a9'])
  expect(spellings('/a')).toEqual(['/a'])
  expect(guessedKey('/2018/11/03/block-button')).toBe('slug:block-button')
  expect(guessedKey('/about/block-button')).toBeNull()
})

test.each([
  ['caf%c3%a9', 'café'],
  ['%ce%b5%cf%80%ce%af-2', 'επί-2'],
  ['caf%c3', 'caf'],
  ['Hello, World! It’s -- here', 'hello-world-its-here'],
  ['__a..b__', 'a-b'],
  ['😀', ''],
  ['100%25', '100'],
])('the slug of %s', (source, slug) => {
  expect(readSlug(source)).toBe(slug)
})

test('slugs stay within their length, with and without a number', () => {
  const long = asSlug('word '.repeat(100))
  expect(long.length).toBeLessThanOrEqual(190)
  expect(withSuffix(long, 12).length).toBeLessThanOrEqual(190)
  expect(withSuffix(long, 12)).toMatch(/[a-z]-12$/)
})

test('addresses of one picture', () => {
  const library = libraryKeys('https://www.x.example/u/2020/a-scaled.jpg')
  for (const seen of [
    'http://x.example/u/2020/a.jpg',
    'https://x.example/u/2020/a-300x200.jpg?x=1',
    'https://i2.wp.com/x.example/u/2020/a-1024x683.jpg?fit=1',
    'https://x.example/u/2020/a-scaled.jpg#y',
  ]) {
    expect(candidateKeys(seen).some(key => library.includes(key))).toBe(true)
  }
  expect(libraryKeys('https://x.example/image-580x300.jpg')).not.toContain('x.example/image.jpg')
  expect(mediaBase('https://x.example/a-e1589012345678-300x200.png')).toBe('x.example/a.png')
  expect(mediaName('https://cdn.example/z/A-150x150.JPG')).toBe('a.jpg')
  expect(mediaBase('https://x.example/image.php?id=3')).not.toBe(
    mediaBase('https://x.example/image.php?id=4'),
  )
})
