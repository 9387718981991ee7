import type { PublishCheck } from './check.ts'

export const standfirstCheck: PublishCheck = ({ content, kind }) =>
  kind === 'page' || content.standfirst.trim() !== ''
    ? []
    : [
        {
          check: 'no-standfirst',
          weight: 'asks',
          sentence: 'The story has no standfirst.',
          why: 'It stands under the headline, on the front, in feeds and in search results.',
          place: { field: 'standfirst' },
        },
      ]
