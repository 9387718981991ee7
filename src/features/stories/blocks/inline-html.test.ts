import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { Fragment, h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { sampleContext } from '../../../../test/builders/every-block.ts'
import { type Inline, isSafeHref, type Mark, plainText } from './inline.ts'
import { inlineAnywhere, inlineWeb } from './inline-html.tsx'

const context = sampleContext()
const web = (content: Inline[]) => render(h(Fragment, null, inlineWeb(content, context)))
const anywhere = (content: Inline[]) => render(h(Fragment, null, inlineAnywhere(content, context)))
const text = (words: string, ...marks: Mark[]): Inline => ({ type: 'text', text: words, marks })
const bold: Mark = { type: 'bold' }
const italic: Mark = { type: 'italic' }
const link = (href: string): Mark => ({ type: 'link', href })

describe('marks', () => {
  test('neighbours join into one element, whatever order their marks came in', () => {
    expect(web([text('a', bold), text('b', italic, bold), text('c', bold, italic), text('d', italic)])).toBe(
      '<strong>a<em>bc</em></strong><em>d</em>',
    )
  })

  test('a break between two parts of a link does not part it', () => {
    const place = link('https://a.example/')
    expect(web([text('a', place), { type: 'break' }, text('b', place)])).toBe(
      '<a href="https://a.example/" rel="noopener">a<br/>b</a>',
    )
    expect(web([text('a', bold), { type: 'break' }])).toBe('<strong>a</strong><br/>')
  })

  test('empty parts leave no elements', () => {
    expect(web([text('', bold), text('a')])).toBe('a')
  })

  test('each has its element', () => {
    const types = [
      'bold',
      'italic',
      'underline',
      'strike',
      'code',
      'subscript',
      'superscript',
      'highlight',
    ] as const
    const html = types.map(type => web([text('x', { type })])).join('')
    expect(html.replaceAll(/<\/\w+>|x/g, '')).toBe('<strong><em><u><s><code><sub><sup><mark>')
  })

  test('words of another language say so, and which way they run', () => {
    expect(web([text('مرحبا', { type: 'language', language: 'ar' })])).toBe(
      '<span lang="ar" dir="rtl">مرحبا</span>',
    )
    expect(web([text('x', { type: 'language', language: '"><b>' })])).toBe('x')
  })
})

describe('links', () => {
  test.each([
    ['/eels', '/eels', 'https://lantern.example/eels'],
    ['https://lantern.example/eels?a=1', '/eels?a=1', 'https://lantern.example/eels?a=1'],
    ['HTTPS://Lantern.example', '/', 'HTTPS://Lantern.example'],
    ['https://lantern.example?q=1', '/?q=1', 'https://lantern.example?q=1'],
    ['https://lantern.example.org/x', 'https://lantern.example.org/x', 'https://lantern.example.org/x'],
    [
      'https://lantern.example//evil.example',
      'https://lantern.example//evil.example',
      'https://lantern.example//evil.example',
    ],
    ['#s-vote', '#s-vote', 'https://lantern.example/ferry-vote#s-vote'],
    ['mailto:desk@lantern.example', 'mailto:desk@lantern.example', 'mailto:desk@lantern.example'],
  ])('%s', (href, here, whole) => {
    expect(/href="([^"]*)"/.exec(web([text('x', link(href))]))?.[1]).toBe(here)
    expect(/href="([^"]*)"/.exec(anywhere([text('x', link(href))]))?.[1]).toBe(whole)
  })

  test('only those that leave the publication are marked', () => {
    expect(web([text('x', link('https://lantern.example/a'))])).not.toContain('rel=')
    expect(web([text('x', link('https://other.example/a'))])).toContain('rel="noopener"')
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://a.example/\nx',
    '',
  ])('%j is not followed, its words stay', href => {
    expect(isSafeHref(href)).toBe(false)
    expect(web([text('x', link(href))])).toBe('x')
  })
})

test('the words survive, whatever their marks', () => {
  const mark = fc.constantFrom<Mark>(bold, italic, link('/a'), link('https://b.example/'), { type: 'code' })
  const words = fc.string({ unit: fc.constantFrom('a', '<', '&', '"', 'я', ' ') })
  const part: fc.Arbitrary<Inline> = fc.oneof(
    fc.record({ type: fc.constant('text' as const), text: words, marks: fc.array(mark) }),
    fc.constant({ type: 'break' as const }),
  )
  fc.assert(
    fc.property(fc.array(part), content => {
      const html = web(content)
      const tree = parseFragment(html)
      expect(wordsIn(tree)).toBe(plainText(content))
      expect(html).not.toMatch(/<(strong|em|code|a)[^>]*><\/\1>|<\/(strong|em|code)><\2>/)
    }),
  )
})

function wordsIn(node: object): string {
  if ('value' in node) return String(node.value)
  if ('nodeName' in node && node.nodeName === 'br') return '\n'
  return 'childNodes' in node ? (node.childNodes as object[]).map(wordsIn).join('') : ''
}
