import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, printName } from './request-address.ts'
import { locationOf } from './route.ts'

const site = 'https://paper.example'

test('only path and query of a request’s target count, whatever host it names', () => {
  expect(addressOf('/a/b?x=1?y', site).href).toBe(`${site}/a/b?x=1?y`)
  expect(addressOf('http://evil.example/a?x', site).href).toBe(`${site}/a?x`)
  for (const target of [
    '//',
    '//evil.example/a',
    '/\\evil.example',
    '///',
    '*',
    '',
    'http://[',
    '/..',
    '/%zz',
  ])
    expect(addressOf(target, site).origin, target).toBe(site)
  fc.assert(fc.property(fc.string(), target => addressOf(target, site).origin === site))
})

test('a page is printed under what its handler saw, so no address can be printed as another', () => {
  expect(printName('/', { params: {}, query: {} })).toBe('/')
  expect(printName('/:slug', { params: { slug: '..' }, query: {} })).toBe('/..')
  expect(printName('/:slug', { params: { slug: 'пошта' }, query: {} })).toBe(
    `/${encodeURIComponent('пошта')}`,
  )
  expect(printName('/icon-:size(^\\d+).png', { params: { size: '192' }, query: {} })).toBe('/icon-192.png')
  expect(printName('/t/:slug/rss.xml', { params: { slug: 'a/b' }, query: { b: '2', a: '1' } })).toBe(
    '/t/a%2Fb/rss.xml?a=1&b=2',
  )
})

test('a move leads to a path here or to a whole web address, in ASCII, and nowhere else', () => {
  expect(locationOf('/пошта?а=1#б')).toBe(
    `/${encodeURIComponent('пошта')}?${encodeURIComponent('а')}=1#${encodeURIComponent('б')}`,
  )
  expect(locationOf('/a%20b')).toBe('/a%20b')
  expect(locationOf('https://old.example/ä')).toBe('https://old.example/%C3%A4')
  for (const target of [
    '',
    'javascript:alert(1)',
    'JaVaScript://x/%0aalert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'story',
    ' //evil.example',
    '/\t/evil.example',
  ])
    expect(locationOf(target), target).toBeNull()
  expect(locationOf('/a\r\nset-cookie: x')).toBe('/aset-cookie:%20x')
})
