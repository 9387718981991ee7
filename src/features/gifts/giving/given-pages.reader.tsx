import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import type { ProcessorEffects } from '../../ledger/ledger.ts'
import { readPublication } from '../../publication/publication.ts'
import { readGift, type TypedGift, typedAgain, typedGift, type WrongGift } from '../buying/gift-form.ts'
import { pathOf } from '../buying/pay-pages.reader.tsx'
import { changeGift, resendGift } from '../change-gift.ts'
import { type Gift, type GiftOrder, isClaimable } from '../gift.ts'
import { GiftCard } from '../gift-card.tsx'
import { giftMessages } from '../gift-messages.ts'
import { giftPage, PlainPage, pageLanguage } from '../gift-page.tsx'
import { findGift, listGiftsOf } from '../gift-queries.ts'
import { claimLink, orderLink, orderOfToken } from '../gift-tokens.ts'
import { refundGift } from '../refund-gift.ts'
import { CardLink, ChangeView, GivenView, RefundView } from './given-view.reader.tsx'

interface Found {
  order: GiftOrder
  gift: Gift
}

/** `/gift/given?token=…`: the buyer's page: what became of each gift, and what can still be done about it. */
export async function givenPage(ask: Ask, house: House): Promise<Answer> {
  const order = await orderOfToken(house, ask.query.token ?? '')
  if (!order) return nothing(ask, house)
  const texts = giftMessages(order.language)
  const { timeZone } = await readPublication(house)
  return giftPage(ask, house, {
    language: order.language,
    title: texts.given,
    body: (
      <GivenView
        ask={ask}
        place={{ language: order.language, timeZone }}
        now={house.payments.now()}
        order={order}
        gifts={await listGiftsOf(house.db, order.id)}
        token={ask.query.token ?? ''}
        notice={Object.hasOwn(texts.done, ask.query.done ?? '') ? texts.done[ask.query.done!] : undefined}
      />
    ),
  })
}

/** `/gift/given/change?token=…&gift=…` */
export async function changePage(ask: Ask, house: House): Promise<Answer> {
  const found = await ownGift(house, ask.query)
  if (!found) return nothing(ask, house)
  if (!isClaimable(found.gift, house.payments.now())) return done(house, found.order, 'cannot')
  return change(ask, house, { ...found, typed: typedAgain(found.gift, house.payments.now()) })
}

export async function changeForm(ask: Ask, house: House): Promise<Answer> {
  const found = await ownGift(house, ask.form)
  if (!found) return nothing(ask, house)
  const { order, gift } = found
  const typed = typedGift(ask.form, 1)
  const texts = giftMessages(order.language)
  const read = readGift(sentAlready(typed, gift), { texts, now: house.payments.now() })
  if ('wrong' in read) return change(ask, house, { ...found, typed, wrong: read.wrong, status: 422 })
  return attempt(house, order, 'saved', () =>
    changeGift(house, { giftId: gift.id, by: 'buyer', change: read.gift }),
  )
}

export async function resendForm(ask: Ask, house: House): Promise<Answer> {
  const found = await ownGift(house, ask.form)
  if (!found) return nothing(ask, house)
  return attempt(house, found.order, 'resent', () =>
    resendGift(house, { giftId: found.gift.id, by: 'buyer' }),
  )
}

/** `/gift/given/refund?token=…&gift=…`: asks whether it is meant. */
export async function refundPage(ask: Ask, house: House): Promise<Answer> {
  const found = await ownGift(house, ask.query)
  if (!found) return nothing(ask, house)
  const { order, gift } = found
  if (!isClaimable(gift, house.payments.now())) return done(house, order, 'cannot')
  const texts = giftMessages(order.language)
  return giftPage(ask, house, {
    language: order.language,
    title: texts.refundAsk,
    money: true,
    body: <RefundView ask={ask} order={order} gift={gift} token={ask.query.token ?? ''} />,
  })
}

export function refundForm(effects: ProcessorEffects) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const found = await ownGift(house, ask.form)
    if (!found) return nothing(ask, house)
    return attempt(house, found.order, 'refunded', () =>
      refundGift(house, effects, { giftId: found.gift.id, by: 'buyer' }),
    )
  }
}

/** `/gift/card?token=…&gift=…`: to be printed, with the link beside it. Only for gifts that the buyer hands over. */
export async function cardPage(ask: Ask, house: House): Promise<Answer> {
  const found = await ownGift(house, ask.query)
  if (!found) return nothing(ask, house)
  const { order, gift } = found
  if (gift.delivery !== 'self' || !isClaimable(gift, house.payments.now()))
    return done(house, order, 'cannot')
  const texts = giftMessages(order.language)
  const { name: paper, timeZone } = await readPublication(house)
  return giftPage(ask, house, {
    language: order.language,
    title: texts.card,
    body: (
      <>
        <h1 class="join__title">{texts.card}</h1>
        <GiftCard
          alone
          paper={paper}
          language={gift.language}
          recipient={gift.recipientName}
          buyer={order.buyerName}
          message={gift.message}
          months={order.months}
          link={claimLink(house, gift)}
          claimUntil={gift.claimUntil}
          timeZone={timeZone}
        />
        <CardLink
          language={order.language}
          link={claimLink(house, gift)}
          back={pathOf(orderLink(house, order))}
        />
      </>
    ),
  })
}

async function change(
  ask: Ask,
  house: House,
  page: Found & { typed: TypedGift; wrong?: WrongGift; status?: number },
): Promise<Answer> {
  const { order, gift, typed, wrong, status } = page
  return giftPage(ask, house, {
    language: order.language,
    title: giftMessages(order.language).correct,
    status,
    body: (
      <ChangeView
        ask={ask}
        order={order}
        gift={gift}
        typed={typed}
        wrong={wrong}
        back={pathOf(orderLink(house, order))}
      />
    ),
  })
}

/** The day of a letter that has gone is not asked for again. */
export function sentAlready(typed: TypedGift, gift: Gift): TypedGift {
  return gift.sentAt && typed.delivery === 'date' ? { ...typed, delivery: 'now' } : typed
}

/** Does it, and says on the buyer's page what came of it. */
async function attempt(
  house: House,
  order: GiftOrder,
  said: 'saved' | 'resent' | 'refunded',
  act: () => Promise<void>,
): Promise<Answer> {
  try {
    await act()
    return done(house, order, said)
  } catch (error) {
    if (error instanceof ExpectedError)
      return done(house, order, error.code === 'not-refunded' ? 'notRefunded' : 'cannot')
    if (said !== 'refunded') throw error
    house.log.warn({ error: (error as Error).message }, 'a gift could not be refunded yet')
    return done(house, order, 'away')
  }
}

function done(house: House, order: GiftOrder, what: string): Answer {
  return seeOther(`${pathOf(orderLink(house, order))}&done=${what}`)
}

async function ownGift(house: House, given: Ask['query'] | Ask['form']): Promise<Found | null> {
  const order = await orderOfToken(house, fieldOf(given, 'token'))
  const gift = order && (await findGift(house.db, rowNumberOf(given, 'gift')))
  return order && gift?.orderId === order.id ? { order, gift } : null
}

async function nothing(ask: Ask, house: House): Promise<Answer> {
  const language = await pageLanguage(ask, house)
  const texts = giftMessages(language)
  return giftPage(ask, house, {
    language,
    title: texts.noOrder,
    status: 404,
    body: <PlainPage title={texts.noOrder} why={texts.noOrderWhy} />,
  })
}
