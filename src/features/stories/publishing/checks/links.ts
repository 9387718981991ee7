import type { Finding, PublishCheck } from './check.ts'

/** Where links lead, as far as it is known; links that are still being looked at hold nothing up. */
export const linksCheck: PublishCheck = ({ links }) =>
  links.flatMap(({ href, block, state, detail }): Finding[] => {
    const place = { block }
    if (state === 'dead')
      return [
        {
          check: 'dead-link',
          weight: 'asks',
          sentence: `A link leads nowhere: ${short(href)}.`,
          why: detail,
          place,
        },
      ]
    if (state === 'moved')
      return [
        {
          check: 'moved-link',
          weight: 'asks',
          sentence: `A link leads on to another address: ${short(href)}.`,
          why: `It goes to ${short(detail)}. Link to that, before the old address is given up.`,
          place,
        },
      ]
    if (state === 'waiting')
      return [
        {
          check: 'unchecked-link',
          weight: 'waits',
          sentence: `Still looking where this link leads: ${short(href)}.`,
          why: 'You need not wait for it.',
          place,
        },
      ]
    return []
  })

function short(address: string): string {
  return address.length > 120 ? `${address.slice(0, 119)}…` : address
}
