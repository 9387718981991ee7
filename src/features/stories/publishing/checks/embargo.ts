import { formatDateTime, zoneName } from '../../../../design/dates.ts'
import type { PublishCheck } from './check.ts'

/** Nothing goes out before its embargo ends, and what was private elsewhere not before somebody has opened it. */
export const embargoCheck: PublishCheck = ({ embargoUntil, at, timeZone, isPrivate }) => [
  ...(embargoUntil && embargoUntil > at
    ? [
        {
          check: 'embargo',
          weight: 'stops' as const,
          sentence: `The story is embargoed until ${formatDateTime(embargoUntil, { language: 'en', timeZone })} (${zoneName(embargoUntil, { language: 'en', timeZone })}).`,
          why: 'It can be scheduled for that time or later, but nobody can publish it before.',
          place: { field: 'embargo' },
        },
      ]
    : []),
  ...(isPrivate
    ? [
        {
          check: 'private',
          weight: 'stops' as const,
          sentence: 'This story was private where it came from.',
          why: 'It was imported from a page that not everybody could read. Open it first, if everybody may.',
          place: { field: 'audience' },
        },
      ]
    : []),
]
