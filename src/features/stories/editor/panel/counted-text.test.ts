import { expect, test } from 'vitest'
import { everyBlock, words } from '../../../../../test/builders/every-block.ts'
import { type Block, countWords, writeBlock } from '../../blocks/blocks.ts'
import type { RawBlock } from '../../live-draft/tree-to-blocks.ts'
import { countWordsOf } from './counted-text.ts'

const more: Block[] = [
  { id: 'c1', type: 'call-out', tone: 'facts', paragraphs: [words('Built 34 years ago.')] },
  { id: 'c2', type: 'call-out', tone: 'note', paragraphs: [words('  ')] },
  { id: 'q', type: 'quotation', paragraphs: [words(' ')], cite: words('Nobody') },
  {
    id: 'l',
    type: 'list',
    ordered: true,
    start: 3,
    items: [{ content: words('') }, { content: words('Third'), list: { ordered: false, items: [] } }],
  },
]

test.each(['en', 'uk', 'ar'])('the editor counts as the page does, in %s', language => {
  const blocks = [...everyBlock(), ...more].filter(block => block.type !== 'html')
  for (const block of blocks)
    expect([block.id, countWordsOf([writeBlock(block) as RawBlock], language)]).toEqual([
      block.id,
      countWords([block], language),
    ])
  expect(countWordsOf(blocks.map(writeBlock) as RawBlock[], language)).toBe(countWords(blocks, language))
})
