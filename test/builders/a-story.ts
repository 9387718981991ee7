import { createStory, publishStory, type StoryContentInput } from '../../src/features/stories/story.ts'
import type { House } from '../../src/platform/house.ts'

let made = 0

/** Words for a story, with whatever the test cares about in place of the usual ones. */
export function storyWords(words: Partial<StoryContentInput> = {}): StoryContentInput {
  made++
  return {
    headline: `Harbour news ${made}`,
    standfirst: 'What happened on the quay.',
    slug: `harbour-news-${made}`,
    language: 'en',
    blocks: [{ id: 'b1', type: 'paragraph', content: [{ type: 'text', text: 'The boat came in at six.' }] }],
    ...words,
  }
}

/** A paragraph block. */
export function paragraph(text: string, id = 'p') {
  return { id, type: 'paragraph', content: [{ type: 'text', text }] }
}

/** A draft; returns its id. */
export function aDraft(
  house: House,
  words: Partial<StoryContentInput> = {},
  kind: 'story' | 'page' = 'story',
): Promise<number> {
  return createStory(house, { content: storyWords(words), kind })
}

/** A published story; returns its id. */
export async function aStory(
  house: House,
  words: Partial<StoryContentInput> = {},
  { at, kind }: { at?: Date; kind?: 'story' | 'page' } = {},
): Promise<number> {
  const storyId = await aDraft(house, words, kind)
  await publishStory(house, { storyId, by: 'test', at })
  return storyId
}
