import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import type { House } from '../../../platform/house.ts'
import { readPublication } from '../../publication/publication.ts'
import type { AccountPart, ReaderAsk } from '../../readers/reader.ts'
import { pathOf } from '../buying/pay-pages.reader.tsx'
import { giftMessages } from '../gift-messages.ts'
import { type GotGift, listGotBy, listOrdersOf, type OrderOfReader } from '../gift-queries.ts'
import { orderLink } from '../gift-tokens.ts'
import { spanWords } from '../spans.ts'

/** The account's part about gifts, for readers who gave some or got some. */
export async function giftsSection(ask: ReaderAsk, house: House): Promise<AccountPart | null> {
  const [given, got, { timeZone }] = await Promise.all([
    listOrdersOf(house.db, ask.reader.id),
    listGotBy(house.db, ask.reader.id),
    readPublication(house),
  ])
  if (given.length === 0 && got.length === 0) return null
  const { language } = ask.reader
  const links = new Map(given.map(({ order }) => [order.id, pathOf(orderLink(house, order))]))
  return {
    id: 'gifts',
    title: giftMessages(language).gaveAndGot,
    body: <Gifts place={{ language, timeZone }} given={given} got={got} links={links} />,
  }
}

function Gifts(props: {
  place: DatePlace
  given: readonly OrderOfReader[]
  got: readonly GotGift[]
  links: ReadonlyMap<number, string>
}): ComponentChildren {
  const { place, given, got, links } = props
  const texts = giftMessages(place.language)
  return (
    <>
      {given.length > 0 && (
        <>
          <h3>{texts.gave}</h3>
          <ul>
            {given.map(({ order, gifts, claimed }) => (
              <li key={order.id}>
                <a href={links.get(order.id)}>
                  {texts.gaveLine({ n: gifts, day: formatDate(order.paidAt!, place) })}
                </a>{' '}
                <span class="account__soft">{texts.acceptedOf(claimed, gifts)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {got.length > 0 && (
        <>
          <h3>{texts.got}</h3>
          <ul>
            {got.map(({ id, buyer, months, claimedAt }) => (
              <li key={id} dir="auto">
                {texts.gotFrom({
                  buyer,
                  span: spanWords(months, place.language),
                  day: formatDate(claimedAt, place),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
