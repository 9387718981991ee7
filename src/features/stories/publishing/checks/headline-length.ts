import type { PublishCheck } from './check.ts'

/** About what search engines and social networks show of a headline before they cut it. */
export const searchLength = 70
export const socialLength = 110

export const headlineLengthCheck: PublishCheck = ({ content, kind }) => {
  const { headline, searchHeadline } = content
  const shown = (searchHeadline || headline).trim()
  if (kind === 'page' || shown.length <= searchLength) return []
  const own = searchHeadline ? 'The headline for search' : 'The headline'
  const cut =
    shown.length > socialLength
      ? 'Search results and the cards of social networks both cut it'
      : 'Search results cut it'
  return [
    {
      check: 'headline-length',
      weight: 'asks',
      sentence: `${own} has ${shown.length} letters.`,
      why: `${cut}: about ${searchLength} fit in search, ${socialLength} on a card. A shorter one for search leaves the headline on the page as it is.`,
      place: { field: searchHeadline ? 'searchHeadline' : 'headline' },
    },
  ]
}
