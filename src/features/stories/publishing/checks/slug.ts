import { problemsOf } from '../publishable.ts'
import type { Finding, PublishCheck } from './check.ts'

/** The address: there, well formed, not the publication's own, and nobody else's. */
export const slugCheck: PublishCheck = ({ content, slugOwner }) => {
  const place = { field: 'slug' }
  const wrong = problemsOf(content)
    .filter(({ field }) => field === 'slug')
    .map(
      ({ sentence }): Finding => ({
        check: 'slug',
        weight: 'stops',
        sentence,
        why: 'The address is where readers find the story, for as long as it is there.',
        place,
      }),
    )
  if (wrong.length > 0 || !slugOwner) return wrong
  return [
    {
      check: 'slug-taken',
      weight: 'stops',
      sentence: `The address “/${content.slug}” belongs to another story${slugOwner.headline ? `, “${slugOwner.headline}”` : ''}.`,
      why: 'An address leads to one story only, also where that story has since moved on.',
      place,
    },
  ]
}
