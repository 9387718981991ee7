import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { paragraph, storyWords } from '../../../../test/builders/a-story.ts'
import { readDraft } from '../live-draft/draft-content.ts'
import { readDocument, writeDocument } from '../live-draft/shared-document.ts'
import { standingTextIn } from '../live-draft/standing-text.ts'
import { settleSuggestions } from './settle-suggestions.ts'
import { suggestionsIn } from './suggestions.ts'

const mark = (id: string) => ({ id, staffId: 3, at: '2026-11-22T09:00:00Z' })

/** "The boat came." with boat → ferry suggested, a whole paragraph suggested after it, and a shorter headline. */
function suggested(): Y.Doc {
  const document = new Y.Doc()
  const blocks = [paragraph('The boat came.', 'a'), paragraph('New.', 'n'), paragraph('Last.', 'z')]
  writeDocument(document, readDraft({ ...storyWords(), headline: 'The very long headline', blocks }))
  const text = (place: number) =>
    (document.getXmlFragment('body').get(place) as Y.XmlElement).get(0) as Y.XmlText
  text(0).format(4, 4, { deletion: mark('s1') })
  text(0).insert(8, 'ferry', { deletion: null, insertion: mark('s1') })
  text(1).format(0, 4, { insertion: mark('s2') })
  const line = (document.getXmlFragment('headline').get(0) as Y.XmlElement).get(0) as Y.XmlText
  line.format(4, 5, { deletion: mark('s3') })
  return document
}

const words = (document: Y.Doc) => {
  const { headline, blocks } = readDocument(document)
  const texts = blocks.map(block => (block.content as { text: string }[]).map(({ text }) => text).join(''))
  return [headline, ...texts].join('¶')
}

test('a list says who, where, what goes and what comes', () => {
  expect(suggestionsIn(standingTextIn(suggested()))).toEqual([
    { ...mark('s3'), place: { field: 'headline' }, before: 'very ', after: '' },
    { ...mark('s1'), place: { block: 'a' }, before: 'boat', after: 'ferry' },
    { ...mark('s2'), place: { block: 'n' }, before: '', after: 'New.' },
  ])
})

test('until it is settled, what goes out is the text without suggestions', () => {
  expect(words(suggested())).toBe('The very long headline¶The boat came.¶Last.')
})

test('one is settled, the others stay', () => {
  const document = suggested()
  expect(settleSuggestions(document, { id: 's1' }, 'accept')).toBe(1)
  expect(words(document)).toBe('The very long headline¶The ferry came.¶Last.')
  expect(suggestionsIn(standingTextIn(document)).map(({ id }) => id)).toEqual(['s3', 's2'])
  expect(settleSuggestions(document, { id: 's1' }, 'accept')).toBe(0)
})

test('all are accepted, or rejected with the paragraphs that were nothing else', () => {
  const accepted = suggested()
  expect(settleSuggestions(accepted, 'all', 'accept')).toBe(3)
  expect(words(accepted)).toBe('The long headline¶The ferry came.¶New.¶Last.')
  const rejected = suggested()
  expect(settleSuggestions(rejected, 'all', 'reject')).toBe(3)
  expect(words(rejected)).toBe('The very long headline¶The boat came.¶Last.')
  expect(rejected.getXmlFragment('body').length).toBe(2)
})

test('a suggestion to delete what somebody suggests to insert ends both when it is accepted', () => {
  const document = suggested()
  const text = (document.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.format(8, 5, { deletion: mark('s4') })
  settleSuggestions(document, { id: 's4' }, 'accept')
  expect(words(document)).toBe('The very long headline¶The boat came.¶Last.')
})
