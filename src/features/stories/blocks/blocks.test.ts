import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { everyBlock, sampleContext, words } from '../../../../test/builders/every-block.ts'
import {
  type Block,
  blockKinds,
  countWords,
  readBlock,
  readBlocks,
  referencesOf,
  renderEmail,
  renderFeedHtml,
  renderSpeech,
  renderText,
  renderWeb,
  writeBlock,
} from './blocks.ts'
import { readingMinutes } from './count-words.ts'

const context = sampleContext()
const web = (blocks: Block[], changes = {}) => render(renderWeb(blocks, sampleContext(changes)))
const one = (type: Block['type']) => everyBlock().filter(block => block.type === type)

describe('reading and writing', () => {
  test('the sample holds every kind, and each is read as its own', () => {
    const kinds = readBlocks(everyBlock().map(writeBlock)).map(block => block.type)
    expect(kinds).toEqual([...blockKinds.map(kind => kind.type), 'unknown'])
  })

  test('what is read and written again is the same, known or not', () => {
    const type = fc.oneof(fc.constantFrom(...blockKinds.map(kind => kind.type), 'unknown'), fc.string())
    const raw = fc.tuple(fc.dictionary(fc.string(), fc.jsonValue()), type, fc.string())
    fc.assert(
      fc.property(raw, ([rest, type, id]) => {
        const block = JSON.parse(JSON.stringify({ ...rest, type, id }))
        expect(writeBlock(readBlock(block))).toEqual(JSON.parse(JSON.stringify({ ...rest, type, id })))
      }),
    )
  })

  test('anything at all can be read, and comes out as it went in', () => {
    fc.assert(fc.property(fc.jsonValue(), raw => Object.is(writeBlock(readBlock(raw)), raw)))
    expect(readBlock(undefined)).toEqual({ type: 'unknown', id: '', original: undefined })
  })

  test('fields that a later program added stay', () => {
    const raw = { id: 'a', type: 'divider', ornament: { name: 'fleuron' } }
    expect(readBlock(raw).type).toBe('divider')
    expect(writeBlock(readBlock(raw))).toEqual(raw)
  })

  test('an ill-formed block is kept as unknown', () => {
    for (const raw of [
      { id: 'a', type: 'paragraph' },
      { id: 'a', type: 'heading', level: 1, content: [] },
      { id: 'a', type: 'photograph', photographId: '7' },
      { id: 'a', type: 'paragraph', content: [{ type: 'text', text: 7 }] },
      { id: 'a', type: 'list', ordered: false, items: nested(9) },
    ]) {
      expect(readBlock(raw)).toEqual({ type: 'unknown', id: 'a', original: raw })
    }
    expect(readBlock({ id: 'a', type: 'list', ordered: false, items: nested(8) }).type).toBe('list')
  })

  test('a mark of another program does not take the text away', () => {
    const content = [
      { type: 'text', text: 'Seen', marks: [{ type: 'sparkle' }, { type: 'link' }, { type: 'bold' }] },
    ]
    const block = readBlock({ id: 'a', type: 'paragraph', content })
    expect(web([block])).toBe('<p><strong>Seen</strong></p>')
  })

  test('hostile nesting does not end the stack', () => {
    const raw = JSON.parse(
      `{"id":"a","type":"list","ordered":false,"items":${'[{"content":[],"list":{"ordered":false,"items":'.repeat(5000)}[]${'}}]'.repeat(5000)}}`,
    )
    expect(readBlock(raw).type).toBe('unknown')
    expect(web([readBlock(raw)], { forStaff: true })).toContain('kept-block')
  })

  test('references name each photograph, story and file once', () => {
    expect(referencesOf(everyBlock())).toEqual({ photographs: [7, 8], stories: [3], files: [5] })
  })
})

describe('on the web', () => {
  test('every kind is there, unknown ones only for staff', () => {
    const html = web(everyBlock())
    for (const mark of [
      '<p>',
      '<h2',
      '<ol>',
      'quotation',
      'pull-quote',
      'figure--wide',
      'gallery',
      'related-story',
      'data-frame',
      '<table>',
      '<pre',
      'file-block',
      '<hr',
      'call-out--facts',
      'sandbox',
    ]) {
      expect(html).toContain(mark)
    }
    expect(html).not.toContain('poll')
    const staff = web(everyBlock(), { forStaff: true })
    expect(staff).toContain('“poll”')
    expect(staff).toContain('&lt;Really?')
  })

  test('asks nothing of another host', () => {
    const html = web(everyBlock())
    const loaded = [...html.matchAll(/\s(?:src|srcset|poster|data)="([^"]*)"/g)].map(([, address]) => address)
    expect(loaded.filter(address => /^(https?:)?\/\//.test(address ?? ''))).toEqual([])
  })

  test('headings have anchors of their own, also when their words repeat', () => {
    const html = web([
      { id: '1', type: 'heading', level: 2, content: words('Що далі?') },
      { id: '2', type: 'heading', level: 3, content: words('Що далі') },
      { id: '3', type: 'heading', level: 4, content: words('?!') },
    ])
    expect(html).toBe('<h2 id="s-що-далі">Що далі?</h2><h3 id="s-що-далі-2">Що далі</h3><h4>?!</h4>')
  })

  test('a raw HTML block stands only in its frame', () => {
    const html = web(one('html'))
    expect(html).toContain('src="/blocks/42/b-html"')
    expect(html).toContain('frame-h-')
    expect(html).not.toContain('Raw')
  })

  test('empty blocks leave nothing behind', () => {
    const empty: Block[] = [
      { id: '1', type: 'paragraph', content: words(' \u2028') },
      { id: '2', type: 'heading', level: 2, content: [] },
      { id: '3', type: 'list', ordered: false, items: [{ content: [] }] },
      { id: '4', type: 'quotation', paragraphs: [[]] },
      { id: '5', type: 'pull-quote', content: [] },
      { id: '6', type: 'gallery', photographs: [] },
      { id: '7', type: 'table', head: true, rows: [{ cells: [] }] },
      { id: '8', type: 'code', text: ' \n' },
      { id: '9', type: 'call-out', tone: 'note', paragraphs: [] },
      { id: '10', type: 'html', html: ' ' },
      { id: '11', type: 'photograph', photographId: 999 },
      { id: '12', type: 'related-story', storyId: 999 },
      { id: '13', type: 'file', fileId: 999 },
      { id: '14', type: 'embed', url: 'javascript:alert(1)' },
    ]
    expect(web(empty)).toBe('')
    expect(renderEmail(empty, context)).toBe('')
    expect(renderFeedHtml(empty, context)).toBe('')
    expect(renderSpeech(empty, context)).toEqual([])
    expect(renderText(empty, context)).toBe('')
  })
})

describe('in e-mail and feeds', () => {
  test.each([
    ['e-mail', renderEmail],
    ['feed', renderFeedHtml],
  ])('%s: whole addresses, no scripts, frames or classes', (_, renderHtml) => {
    const html = renderHtml(everyBlock(), context)
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\//)
    expect(html).not.toMatch(/<(script|iframe|button)|\sclass=|alert/)
    for (const text of [
      'by two votes',
      'How the vote fell',
      'Coal Quay',
      'four times',
      'It is a road.',
      'Petra Quill',
      'Eels are back',
      'youtube.com/watch',
      '€9.70',
      'select 14',
      'minutes.pdf',
      'Built 34 years ago.',
      '<b>words</b>',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain('poll')
  })

  test('pictures of other hosts are linked, not loaded', () => {
    const html = renderFeedHtml(one('gallery'), context)
    expect(html).toContain('<a href="https://pictures.example.org/a.jpg">Picture at pictures.example.org</a>')
    expect(html).not.toContain('src="https://pictures')
  })

  test('a place inside the text is linked on the story’s page', () => {
    const block: Block = {
      id: 'a',
      type: 'paragraph',
      content: words('below', { type: 'link', href: '#s-vote' }),
    }
    expect(renderFeedHtml([block], context)).toContain('href="https://lantern.example/ferry-vote#s-vote"')
    expect(renderFeedHtml([block], sampleContext({ storyPath: undefined }))).toBe('<p>below</p>')
  })
})

describe('read aloud', () => {
  test('as a person would read it', () => {
    expect(renderSpeech(everyBlock(), context)).toEqual([
      'The ferry stays with the council, by two votes (the minutes).',
      'How the vote fell.',
      'First: The boat.',
      'Second: The slips.',
      'Coal Quay.',
      'Quote, Niamh Roke:',
      'I have read the clause four times.',
      'I could not explain it.',
      'End of quote.',
      'Here the text shows 2 photographs.',
      'A day on the boat.',
      'Video on YouTube: The crossing.',
      'Table: Fares from June.',
      'Its columns: Ticket, Price.',
      'It has 2 rows.',
      'Here the text shows a piece of code.',
      'To download: Minutes of the meeting.',
      'The boat.',
      'Built 34 years ago.',
      'Raw words.',
    ])
  })

  test('in a language the interface does not speak, nothing is added', () => {
    const spoken = renderSpeech(everyBlock(), sampleContext({ language: 'pl' }))
    expect(spoken.slice(2, 8)).toEqual([
      '1: The boat.',
      '2: The slips.',
      'Coal Quay.',
      'Niamh Roke:',
      'I have read the clause four times.',
      'I could not explain it.',
    ])
    expect(spoken.join(' ')).not.toMatch(/Quote|Here|Video|column/)
  })

  test('an ordered list goes on counting from where it starts', () => {
    const list: Block = {
      id: 'a',
      type: 'list',
      ordered: true,
      start: 10,
      items: ['J', 'K'].map(text => ({ content: words(text) })),
    }
    expect(renderSpeech([list], context)).toEqual(['Tenth: J.', 'Number 11: K.'])
    expect(renderSpeech([list], sampleContext({ language: 'uk' }))).toEqual(['По-десяте: J.', 'Пункт 11: K.'])
  })
})

describe('as plain text', () => {
  test('every kind has its words', () => {
    const text = renderText(everyBlock(), context)
    expect(text).toContain('1. The boat\n2. The slips\n   - Coal Quay')
    expect(text).toContain('I could not explain it.\n— Niamh Roke')
    expect(text).toContain('The Marram at Coal Quay. Photograph: Petra Quill/Lantern')
    expect(text).toContain('Ticket | Price\nIslander | €2.40')
    expect(text).toContain(
      'Minutes of the meeting (PDF, 1.4 MB)\nhttps://lantern.example/files/5/minutes.pdf',
    )
    expect(text).toContain('Raw words')
    expect(text).not.toMatch(/alert|poll|<b>/)
  })
})

describe('words and minutes', () => {
  const paragraph = (text: string): Block[] => [{ id: 'a', type: 'paragraph', content: words(text) }]

  test('counted as the language divides them', () => {
    expect(countWords(paragraph('The ferry’s 58 islanders, well-known, voted.'), 'en')).toBe(7)
    expect(countWords(paragraph('Рада п’ять годин голосувала за пором — і не дарма.'), 'uk')).toBe(9)
    expect(countWords(paragraph('صوّت المجلس لصالح العبّارة، بفارق صوتين.'), 'ar')).toBe(6)
    expect(countWords(paragraph('one two'), 'not a language')).toBe(2)
  })

  test('what is not read in the course of the text does not count', () => {
    const aside = everyBlock().filter(block =>
      [
        'pull-quote',
        'photograph',
        'gallery',
        'related-story',
        'embed',
        'code',
        'file',
        'divider',
        'unknown',
      ].includes(block.type),
    )
    expect(countWords(aside, 'en')).toBe(0)
  })

  test('minutes are whole, and at least one', () => {
    expect([0, 1, 230, 344, 346, 2300].map(readingMinutes)).toEqual([0, 1, 1, 1, 2, 10])
  })
})

describe('escaping', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onload='x",
      '&amp;&lt;',
      ']]>',
      '\u2028',
      '\ud800',
    ),
  )
  // Every place where an author's words can go.
  const blocks = fc.tuple(hostile, hostile).map(([text, attribute]): Block[] => [
    { id: attribute, type: 'paragraph', content: words(text, { type: 'language', language: attribute }) },
    { id: attribute, type: 'heading', level: 2, content: words(text) },
    { id: '3', type: 'quotation', paragraphs: [words(text)], cite: words(text), url: attribute },
    { id: '4', type: 'pull-quote', content: words(text), attribution: attribute },
    {
      id: '5',
      type: 'photograph',
      photographId: 7,
      alt: attribute,
      caption: words(text),
      credit: attribute,
      href: attribute,
    },
    { id: '6', type: 'gallery', photographs: [{ photographId: 7, alt: attribute }], caption: words(text) },
    { id: '7', type: 'related-story', storyId: 3, headline: attribute },
    { id: '8', type: 'embed', url: 'https://youtu.be/dQw4w9WgXcQ', title: attribute },
    { id: '9', type: 'embed', url: attribute, title: text },
    {
      id: '10',
      type: 'table',
      head: true,
      caption: words(text),
      rows: [{ cells: [{ content: words(text) }] }],
    },
    { id: '11', type: 'code', text, language: attribute },
    { id: '12', type: 'file', fileId: 5, title: text, description: attribute },
    { id: '13', type: 'call-out', tone: 'note', title: attribute, paragraphs: [words(text)] },
    { id: attribute, type: 'html', html: text },
    { id: '15', type: 'unknown', original: { type: attribute, text } },
  ])

  test('no words of an author become elements or attributes of ours', () => {
    fc.assert(
      fc.property(blocks, fc.boolean(), (blocks, forStaff) => {
        const context = sampleContext({ forStaff })
        const html =
          render(renderWeb(blocks, context)) + renderEmail(blocks, context) + renderFeedHtml(blocks, context)
        for (const element of elementsOf(html)) {
          expect(['script', 'style', 'object', 'svg', 'form', 'input']).not.toContain(element.tagName)
          for (const { name, value } of element.attrs) {
            expect(name).not.toMatch(/^on|^srcdoc$|^formaction$/)
            if (name === 'href' || name === 'src')
              expect(value).toMatch(/^(https?:|mailto:|tel:|\/(?![/\\])|#|data:image\/)/i)
          }
        }
      }),
    )
  })

  test('feeds and letters hold only what XML can carry', () => {
    fc.assert(
      fc.property(blocks, blocks => {
        const html =
          renderFeedHtml(blocks, context) + renderEmail(blocks, context) + renderText(blocks, context)
        expect(html.isWellFormed()).toBe(true)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
        expect(html).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\u2028\u2029\ufffe\uffff]/)
      }),
    )
  })
})

function nested(levels: number): object[] {
  return [
    { content: words('x'), ...(levels > 1 ? { list: { ordered: false, items: nested(levels - 1) } } : {}) },
  ]
}

type Element = DefaultTreeAdapterMap['element']

function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const visit = (node: DefaultTreeAdapterMap['node']) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parseFragment(html))
  return found
}
