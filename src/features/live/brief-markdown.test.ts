import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inline, Mark } from '../stories/story.ts'
import { readBriefText, readOverBrief, writeBriefText } from './brief-markdown.ts'

function paragraphOf(line: string): Inline[] {
  return readBriefText(`Headline\n${line}`).content[0] ?? []
}

test('the first line is the headline, and every further line a paragraph', () => {
  expect(readBriefText('  The ferry sails \n\n It left at six.\nAll aboard. ')).toEqual({
    headline: 'The ferry sails',
    content: [[{ type: 'text', text: 'It left at six.' }], [{ type: 'text', text: 'All aboard.' }]],
  })
  expect(readBriefText('')).toEqual({ headline: '', content: [] })
})

test('links, bold and italic count, and so do whole addresses', () => {
  expect(paragraphOf('Read [the **whole** report](https://town.example/a_(1)), please.')).toEqual([
    { type: 'text', text: 'Read ' },
    { type: 'text', text: 'the ', marks: [{ type: 'link', href: 'https://town.example/a_(1)' }] },
    {
      type: 'text',
      text: 'whole',
      marks: [{ type: 'link', href: 'https://town.example/a_(1)' }, { type: 'bold' }],
    },
    { type: 'text', text: ' report', marks: [{ type: 'link', href: 'https://town.example/a_(1)' }] },
    { type: 'text', text: ', please.' },
  ])
  expect(paragraphOf('See https://town.example/x.')).toEqual([
    { type: 'text', text: 'See ' },
    {
      type: 'text',
      text: 'https://town.example/x',
      marks: [{ type: 'link', href: 'https://town.example/x' }],
    },
    { type: 'text', text: '.' },
  ])
  expect(paragraphOf('snake_case_name and \\*stars\\* stay')).toEqual([
    { type: 'text', text: 'snake_case_name and *stars* stay' },
  ])
})

test('a link that could run something stays text', () => {
  for (const href of ['javascript:alert(1)', '//evil.example', 'data:text/html,x'])
    expect(paragraphOf(`[here](${href})`)).toEqual([{ type: 'text', text: `[here](${href})` }])
})

const word = fc.stringMatching(/^[a-zäöїж*_[\]\\]{1,8}$/).filter(text => !/^\s|\s$/.test(text))
const marks = fc.constantFrom<Mark[]>(
  [],
  [{ type: 'bold' }],
  [{ type: 'link', href: 'https://town.example/' }],
  [{ type: 'link', href: 'https://town.example/' }, { type: 'bold' }],
)

test('what was read is written so that it reads the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, marks), { minLength: 1, maxLength: 6 }), parts => {
      const typed = parts
        .map(([text, kinds]) =>
          writeBriefText({ headline: '', content: [[{ type: 'text', text, marks: kinds }]] }).trim(),
        )
        .join(' ')
      const once = paragraphOf(typed)
      const written = writeBriefText({ headline: 'Headline', content: [once] })
      expect(readBriefText(written).content[0]).toEqual(once)
    }),
  )
})

test('a paragraph nobody touched keeps what cannot be typed', () => {
  const before: Inline[][] = [
    [
      { type: 'text', text: 'Under' },
      { type: 'break' },
      { type: 'text', text: 'lined', marks: [{ type: 'underline' }] },
    ],
    [{ type: 'text', text: 'Plain' }],
  ]
  const text = writeBriefText({ headline: 'Old', content: before })
  expect(readOverBrief(text.replace('Old', 'New').replace('Plain', 'Other'), before)).toEqual({
    headline: 'New',
    content: [before[0], [{ type: 'text', text: 'Other' }]],
  })
})
