import { z } from 'zod'
import { BadInput, ExpectedError, NotFound } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { readForm, rowNumberOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import type { ProcessorEffects } from '../../ledger/ledger.ts'
import { findTier } from '../../members/member.ts'
import { newsroomPage } from '../../newsroom/newsroom.ts'
import { readPublication } from '../../publication/publication.ts'
import { readGift, type TypedGift, typedAgain, typedGift, type WrongGift } from '../buying/gift-form.ts'
import { changeGift, resendGift } from '../change-gift.ts'
import { type Gift, giftStates } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { findGift, findOrder } from '../gift-queries.ts'
import { sentAlready } from '../giving/given-pages.reader.tsx'
import { refundGift } from '../refund-gift.ts'
import { giftDeskTexts } from './gift-desk-messages.newsroom.ts'
import { listGifts } from './gift-desk-queries.ts'
import { GiftDeskView, GiftsDeskView } from './gift-desk-view.newsroom.tsx'

const root = '/newsroom/gifts'
const onePage = 50

/** `/newsroom/gifts?q=…&state=…&before=…`: every gift that was paid for. */
export async function giftsDesk(ask: Ask, house: House): Promise<Answer> {
  const { language } = ask.staff!
  const texts = giftDeskTexts(language)
  const words = (ask.query.q ?? '').trim().slice(0, 200)
  const state = giftStates.find(name => name === ask.query.state && name !== 'unpaid') ?? null
  const before = /^\d{1,15}$/.test(ask.query.before ?? '') ? Number(ask.query.before) : null
  const now = house.payments.now()
  const [{ timeZone }, found] = await Promise.all([
    readPublication(house),
    listGifts(house.db, { words, state, before, now, limit: onePage + 1 }),
  ])
  return newsroomPage(ask, house, {
    desk: 'gifts',
    title: texts.gifts,
    body: (
      <GiftsDeskView
        place={{ language, timeZone }}
        now={now}
        words={words}
        state={state}
        lines={found.slice(0, onePage)}
        more={found.length > onePage ? found[onePage - 1]!.gift.id : null}
      />
    ),
  })
}

/** `/newsroom/gifts/:id`: one gift, what became of it, and what can be done about it. */
export async function giftDesk(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house, {})
}

/** Corrects name, address and delivery; the message stays the buyer's. */
export async function correctGiftForm(ask: Ask, house: House): Promise<Answer> {
  const gift = await giftOf(ask, house)
  const typed = { ...typedGift(ask.form, 1), message: gift.message, language: gift.language }
  const texts = giftMessages(ask.staff!.language)
  const read = readGift(sentAlready(typed, gift), { texts, now: house.payments.now() })
  if ('wrong' in read) return show(ask, house, { typed, wrong: read.wrong })
  const change = { ...read.gift, language: gift.language }
  return attempt(ask, 'saved', () => changeGift(house, { giftId: gift.id, by: ask.staff!, change }))
}

export async function resendGiftForm(ask: Ask, house: House): Promise<Answer> {
  const { id } = await giftOf(ask, house)
  return attempt(ask, 'resent', () => resendGift(house, { giftId: id, by: ask.staff! }))
}

/** Gives the money back, with a reason; after the claim, too. */
export function refundGiftForm(effects: ProcessorEffects) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const { id } = await giftOf(ask, house)
    const { reasonNeeded } = giftDeskTexts(ask.staff!.language)
    const shape = z.object({
      reason: z.string(reasonNeeded).trim().min(1, reasonNeeded).max(500, reasonNeeded),
    })
    try {
      const { reason } = readForm(ask, shape)
      return await attempt(ask, 'refunded', () =>
        refundGift(house, effects, { giftId: id, by: ask.staff!, reason }),
      )
    } catch (error) {
      if (error instanceof BadInput) return show(ask, house, { wrongReason: error.message })
      house.log.warn({ gift: id, error: (error as Error).message }, 'a gift could not be refunded yet')
      return seeOther(`${root}/${id}?done=away`)
    }
  }
}

async function show(
  ask: Ask,
  house: House,
  page: { typed?: TypedGift; wrong?: WrongGift; wrongReason?: string },
): Promise<Answer> {
  const gift = await giftOf(ask, house)
  const order = (await findOrder(house.db, { id: gift.orderId }))!
  const { language } = ask.staff!
  const texts = giftDeskTexts(language)
  const { timeZone } = await readPublication(house)
  const now = house.payments.now()
  const done = ask.query.done ?? ''
  return newsroomPage(ask, house, {
    desk: 'gifts',
    title: texts.giftFor(gift.recipientName),
    notice: Object.hasOwn(texts.done, done) ? texts.done[done] : undefined,
    status: page.wrong || page.wrongReason ? 422 : undefined,
    body: (
      <GiftDeskView
        ask={ask}
        place={{ language, timeZone }}
        now={now}
        gift={gift}
        order={order}
        tier={(await findTier(house.db, order.tierId))?.name ?? ''}
        typed={page.typed ?? typedAgain(gift, now)}
        wrong={page.wrong}
        wrongReason={page.wrongReason}
      />
    ),
  })
}

async function attempt(ask: Ask, said: string, act: () => Promise<void>): Promise<Answer> {
  const path = `${root}/${ask.params.id}`
  try {
    await act()
    return seeOther(`${path}?done=${said}`)
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status !== 409) throw error
    return seeOther(`${path}?done=${error.code === 'not-refunded' ? 'notRefunded' : 'cannot'}`)
  }
}

async function giftOf(ask: Ask, house: House): Promise<Gift> {
  const gift = await findGift(house.db, rowNumberOf(ask.params, 'id'))
  if (!gift?.boughtAt) throw new NotFound('There is no gift with this number.')
  return gift
}
