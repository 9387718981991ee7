import { problemsOf } from '../publishable.ts'
import type { Finding, PublishCheck } from './check.ts'

/** What a revision cannot be without: a headline, and fields that fit. And a text, for anybody to read. */
export const wholeCheck: PublishCheck = ({ content, blocks }) => [
  ...problemsOf(content)
    .filter(({ field }) => field !== 'slug')
    .map(
      ({ field, sentence }): Finding => ({
        check: `no-${field}`,
        weight: 'stops',
        sentence,
        why:
          field === 'headline'
            ? 'Every list, feed and letter shows a story by its headline.'
            : 'It could not be kept as a revision like this.',
        place: { field },
      }),
    ),
  ...(blocks.length === 0
    ? [
        {
          check: 'no-text',
          weight: 'asks' as const,
          sentence: 'The story has no text yet.',
          why: 'Readers would find a headline and nothing under it.',
          place: { field: 'body' },
        },
      ]
    : []),
]
