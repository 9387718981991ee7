import type { Finding, PublishCheck } from './check.ts'

/** Who wrote it and what it is about. */
export const namesCheck: PublishCheck = ({ content, kind, unknown }) => {
  const gone = (['topics', 'authors'] as const).flatMap(field =>
    unknown[field].map(
      (id): Finding => ({
        check: `unknown-${field}`,
        weight: 'stops',
        sentence: `The story names ${field === 'topics' ? 'a topic' : 'an author'} that is no longer there (number ${id}).`,
        why: 'Choose another, or take it away.',
        place: { field },
      }),
    ),
  )
  if (kind === 'page') return gone
  const missing: Finding[] = []
  if (content.topics.length === 0)
    missing.push({
      check: 'no-topic',
      weight: 'asks',
      sentence: 'The story has no topic.',
      why: 'Readers would not find it on any topic’s page or in its feed, and no other stories are offered under it.',
      place: { field: 'topics' },
    })
  if (content.authors.length === 0)
    missing.push({
      check: 'no-author',
      weight: 'asks',
      sentence: 'The story has no author.',
      why: 'Readers trust a story more when they see who answers for it.',
      place: { field: 'authors' },
    })
  return [...gone, ...missing]
}
