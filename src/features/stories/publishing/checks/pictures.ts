import { dayOf } from '../../../../design/dates.ts'
import type { Finding, Place, PublishCheck, StoryFacts } from './check.ts'

/** Pixels across that a lead photograph needs for large screens and the cards of social networks. */
export const smallestLead = 1200

/** Words, rights and size of every photograph in the story. */
export const picturesCheck: PublishCheck = facts => shownIn(facts).flatMap(shown => findingsOf(shown, facts))

interface Shown {
  id: number
  /** What is said of it in this story; undefined where the photograph's own words stand. */
  alt: string | undefined
  credit: string | undefined
  place: Place
  what: string
  isLead: boolean
}

function shownIn({ content, blocks }: StoryFacts): Shown[] {
  const lead = content.photograph
  const shown: Shown[] = lead
    ? [
        {
          id: lead.id,
          alt: lead.alt,
          credit: lead.credit,
          place: { field: 'photograph' },
          what: 'The lead photograph',
          isLead: true,
        },
      ]
    : []
  for (const block of blocks) {
    const place = { block: block.id }
    if (block.type === 'photograph')
      shown.push({
        id: block.photographId,
        alt: block.alt ?? undefined,
        credit: block.credit ?? undefined,
        place,
        what: 'A photograph in the text',
        isLead: false,
      })
    else if (block.type === 'gallery')
      block.photographs.forEach((one, i) => {
        shown.push({
          id: one.photographId,
          alt: one.alt ?? undefined,
          credit: one.credit ?? undefined,
          place,
          what: `Photograph ${i + 1} of a gallery`,
          isLead: false,
        })
      })
  }
  return shown
}

function findingsOf({ id, alt, credit, place, what, isLead }: Shown, facts: StoryFacts): Finding[] {
  const picture = facts.pictures.get(id)
  const asks = (check: string, sentence: string, why: string): Finding => ({
    check,
    weight: 'asks',
    sentence,
    why,
    place,
  })
  if (!picture)
    return [asks('no-photograph', `${what} is no longer there.`, 'Readers would see a gap. Choose another.')]
  const found: Finding[] = []
  if ((alt ?? picture.alt).trim() === '')
    found.push(
      asks(
        'no-alt',
        `${what} has no description (alt text).`,
        'Readers who do not see the picture hear this in its place. Say in a sentence what it shows.',
      ),
    )
  if ((credit ?? picture.credit).trim() === '')
    found.push(
      asks('no-credit', `${what} has no credit.`, 'Whoever took it has a right to be named: “Name/Agency”.'),
    )
  if (picture.usableUntil && picture.usableUntil < dayOf(facts.at, facts))
    found.push(
      asks(
        'rights-ended',
        `${what} may not be shown any more: its rights ended on ${picture.usableUntil}.`,
        'Showing it can cost the newsroom money. Choose another, or renew the rights and change the date.',
      ),
    )
  if (isLead && picture.width !== null && picture.width < smallestLead)
    found.push(
      asks(
        'small-photograph',
        `${what} is ${picture.width} pixels wide.`,
        `On large screens and on cards it looks blurred; ${smallestLead} pixels or more are sharp.`,
      ),
    )
  return found
}
