import { randomUUID } from 'node:crypto'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { emailAddress, oneLine } from '../../../platform/mail/address.ts'
import { hashOf } from '../../../platform/sign-in/secret-token.ts'
import { joinMessages } from '../../members/member.ts'
import { readPublication } from '../../publication/publication.ts'
import type { GiftChange } from '../change-gift.ts'
import type { GiftOrder } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { giftPage, PlainPage, pageLanguage } from '../gift-page.tsx'
import { findOrder, listGiftsOf } from '../gift-queries.ts'
import { type DetailsProps, DetailsView, OfferView } from './buy-view.reader.tsx'
import { fillInOrder } from './fill-in-order.ts'
import { emptyGift, readGift, typedAgain, typedGift } from './gift-form.ts'
import { readOffer } from './offer.ts'

const formNumber = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** `/gift`: what can be given; with a length chosen, for whom; with an order, what was filled in before. */
export async function giftStart(ask: Ask, house: House): Promise<Answer> {
  const language = await pageLanguage(ask, house)
  const texts = giftMessages(language)
  const { name: paper, timeZone } = await readPublication(house)
  if (house.payments.mode === 'closed') return closed(ask, house, { language, paper })
  const again = await ownOrder(ask, house, ask.query.order ?? '')
  if (again?.paidAt) return seeOther(`/gift/thanks?order=${again.number}`)
  const offer = await readOffer(ask, house, again ? wishesOf(again) : ask.query)
  const { chosen, count } = offer
  if (!chosen || !offer.tier)
    return giftPage(ask, house, {
      language,
      title: texts.give,
      description: texts.intro(paper),
      open: true,
      money: true,
      body: <OfferView language={language} paper={paper} offer={offer} />,
    })
  const now = house.payments.now()
  const known = again ? await listGiftsOf(house.db, again.id) : []
  const empty = emptyGift({ language, timeZone, now })
  return details(ask, house, {
    language,
    offer: { ...offer, chosen },
    number: again?.number ?? randomUUID(),
    gifts: again ? known.map(gift => typedAgain(gift, now)) : Array.from({ length: count }, () => empty),
    buyer: again?.buyerName ?? ask.reader?.name ?? '',
    email: again?.buyerEmail ?? ask.reader?.email ?? '',
  })
}

/** Keeps what was filled in, and leads on to looking at it. */
export async function fillInForm(ask: Ask, house: House): Promise<Answer> {
  const language = await pageLanguage(ask, house)
  const texts = giftMessages(language)
  const offer = await readOffer(ask, house, ask.form)
  const { chosen, tier, count } = offer
  if (house.payments.mode === 'closed' || !chosen || !tier) return seeOther('/gift')
  const now = house.payments.now()
  const typed = Array.from({ length: count }, (_, index) => typedGift(ask.form, index + 1))
  const read = typed.map(gift => readGift(gift, { texts, now }))
  const buyer = oneLine(fieldOf(ask.form, 'buyer').slice(0, 400), 200)
  const email = emailAddress.safeParse(fieldOf(ask.form, 'email').trim().slice(0, 254)).data
  const given = fieldOf(ask.form, 'number')
  const number = formNumber.test(given) ? given : randomUUID()
  const shown = {
    language,
    offer: { ...offer, chosen },
    number,
    gifts: typed,
    buyer: fieldOf(ask.form, 'buyer').slice(0, 400),
    email: fieldOf(ask.form, 'email').slice(0, 254),
  }
  const badBuyer = buyer === '' || [...buyer].length > 80
  const gifts = read.flatMap(each => ('gift' in each ? [each.gift] : []))
  if (gifts.length < count || badBuyer || !email)
    return details(ask, house, {
      ...shown,
      status: 422,
      wrongGifts: read.map(each => ('wrong' in each ? each.wrong : {})),
      wrong: {
        form: texts.someWrong,
        buyer: badBuyer ? texts.wrong.buyer : undefined,
        email: email ? undefined : texts.wrong.email,
      },
    })
  return keep(ask, house, { shown, gifts, buyer, email: email.toLowerCase(), tierId: tier.id })
}

async function keep(
  ask: Ask,
  house: House,
  about: {
    shown: Omit<DetailsProps, 'ask'>
    gifts: GiftChange[]
    buyer: string
    email: string
    tierId: number
  },
): Promise<Answer> {
  const { shown, gifts, buyer, email, tierId } = about
  const { number, offer, language } = shown
  try {
    const kept = await fillInOrder(house, {
      number,
      browser: ask.browser,
      readerId: ask.reader?.id ?? null,
      buyerName: buyer,
      buyerEmail: email,
      language,
      tierId,
      months: offer.chosen.months,
      currency: offer.currency,
      eachMinor: offer.chosen.amountMinor,
      attribution: offer.attribution,
      gifts,
    })
    return seeOther(`/gift/${kept === 'paid' ? 'thanks' : 'check'}?order=${number}`)
  } catch (error) {
    const stale = error instanceof ExpectedError && error.status === 409
    if (!stale) house.log.error({ error: (error as Error).message }, 'gifts could not be kept')
    const texts = joinMessages(language)
    return details(ask, house, {
      ...shown,
      // Another form than the one whose number was taken.
      number: randomUUID(),
      status: stale ? 409 : 503,
      wrong: { form: stale ? (error as Error).message : texts.away },
    })
  }
}

function details(
  ask: Ask,
  house: House,
  { status, ...props }: Omit<DetailsProps, 'ask'> & { status?: number },
): Promise<Answer> {
  return giftPage(ask, house, {
    language: props.language,
    title: giftMessages(props.language).fill,
    status,
    money: true,
    body: <DetailsView ask={ask} {...props} />,
  })
}

/** The words of the page of joining, since it is the same that is closed. */
function closed(
  ask: Ask,
  house: House,
  { language, paper }: { language: string; paper: string },
): Promise<Answer> {
  const texts = joinMessages(language)
  return giftPage(ask, house, {
    language,
    title: texts.closed,
    open: true,
    body: <PlainPage title={texts.closed} why={texts.closedWhy(paper)} />,
  })
}

/** An order of this very browser; null for any other. */
export async function ownOrder(ask: Ask, house: House, number: string): Promise<GiftOrder | null> {
  const order = formNumber.test(number) ? await findOrder(house.db, { number }) : null
  return order?.browserHash.equals(hashOf(ask.browser)) ? order : null
}

function wishesOf({ months, currency, attribution }: GiftOrder): Record<string, string> {
  const { campaignId, appealId, wordingId } = attribution
  return {
    months: String(months),
    currency,
    ...(campaignId ? { campaign: String(campaignId) } : {}),
    ...(appealId ? { appeal: String(appealId) } : {}),
    ...(wordingId ? { wording: String(wordingId) } : {}),
  }
}
