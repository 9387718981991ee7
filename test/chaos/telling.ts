/** One of many tellings of the same story: another headline, another address now and then, the same topic and author. */
export function telling({
  storyId,
  told,
  topic,
  author,
}: {
  storyId: number
  told: number
  topic: number
  author: number
}) {
  return {
    headline: `Story ${storyId} told at ${told}`,
    slug: `story-${storyId}-${told % 7}`,
    language: 'en',
    topics: [topic],
    authors: [author],
    blocks: [
      { id: 'p', type: 'paragraph', content: [{ type: 'text' as const, text: `As told at ${told}.` }] },
    ],
  }
}
