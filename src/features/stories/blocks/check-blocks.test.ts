import { expect, test } from 'vitest'
import { everyBlock, words } from '../../../../test/builders/every-block.ts'
import { writeBlock } from './blocks.ts'
import { checkBlocks } from './check-blocks.ts'

test('sound blocks and blocks of other programs pass', () => {
  const raw = everyBlock().map(writeBlock)
  expect(checkBlocks(raw).map(writeBlock)).toEqual(raw)
})

test.each([
  [{ id: 'a', type: 'heading', level: 1, content: [] }, 'blocks.0.level'],
  [{ id: 'a', type: 'paragraph', content: 'text' }, 'blocks.0.content'],
  [
    { id: 'a', type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'sparkle' }] }] },
    'blocks.0.content.0.marks',
  ],
  [
    { id: 'a', type: 'paragraph', content: words('x', { type: 'link', href: 'javascript:alert(1)' }) },
    'blocks.0.content.0.marks',
  ],
  [{ id: 'a', type: 'embed', url: 'javascript:alert(1)' }, 'blocks.0.url'],
  [{ id: '', type: 'poll' }, 'blocks.0.id'],
  [{ id: 'a' }, 'blocks.0.type'],
  [null, 'blocks.0.type'],
])('%j is refused at %s', (raw, field) => {
  expect(() => checkBlocks([raw])).toThrow(expect.objectContaining({ field }))
})

test('an id may stand once', () => {
  const divider = { id: 'a', type: 'divider' }
  expect(() => checkBlocks([divider, divider])).toThrow('blocks.1.id has the id of an earlier block.')
})
