import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { ExpectedError } from '../../../platform/errors/errors.ts'
import type { House } from '../../../platform/house.ts'
import { fieldOf } from '../../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../../platform/http/route.ts'
import { applyObject, type ProcessorEffects } from '../../ledger/ledger.ts'
import { joinMessages, leadTo } from '../../members/member.ts'
import { readPublication } from '../../publication/publication.ts'
import type { Gift, GiftOrder } from '../gift.ts'
import { GiftCard } from '../gift-card.tsx'
import { giftMessages } from '../gift-messages.ts'
import { giftPage, PlainPage, pageLanguage, Said } from '../gift-page.tsx'
import { findOrder, listGiftsOf } from '../gift-queries.ts'
import { orderLink } from '../gift-tokens.ts'
import { spanWords } from '../spans.ts'
import { ownOrder } from './buy-pages.reader.tsx'
import { payOrder } from './pay-order.ts'

/** `/gift/check?order=…`: the gifts as they will be, before anything is paid. */
export async function checkPage(ask: Ask, house: House): Promise<Answer> {
  const order = await ownOrder(ask, house, ask.query.order ?? '')
  if (!order) return gone(ask, house)
  if (order.paidAt) return seeOther(`/gift/thanks?order=${order.number}`)
  const notice = ask.query.done === 'cancelled' ? giftMessages(order.language).cancelled : undefined
  return check(ask, house, { order, notice })
}

/** The button that pays: leads on to the processor's page. */
export async function payForm(ask: Ask, house: House): Promise<Answer> {
  const order = await ownOrder(ask, house, fieldOf(ask.form, 'order'))
  if (!order) return gone(ask, house)
  const { name: paper } = await readPublication(house)
  const texts = joinMessages(order.language)
  const gifts = giftMessages(order.language)
  const span = spanWords(order.months, order.language)
  try {
    const title = gifts.cardGives({ span, paper })
    const paid = await payOrder(house, { number: order.number, browser: ask.browser, title })
    return paid === 'paid' ? seeOther(`/gift/thanks?order=${order.number}`) : leadTo(house, paid.address)
  } catch (error) {
    if (house.payments.mode === 'closed') return seeOther('/gift')
    if (error instanceof ExpectedError && error.status === 429)
      return check(ask, house, { order, error: texts.tooMany, status: 429 })
    house.log.error({ error: (error as Error).message }, 'a checkout for gifts could not be begun')
    return check(ask, house, { order, error: texts.away, status: 503 })
  }
}

/**
 * `/gift/thanks?order=…`: where the processor's page leads back to. It brings the order to what the processor says, as
 * the processor's event does, whichever comes first.
 */
export function giftThanksPage(effects: ProcessorEffects) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const before = await ownOrder(ask, house, ask.query.order ?? '')
    if (!before) return elsewhere(ask, house)
    if (before.session && !before.paidAt)
      await applyObject(house, effects, {
        hint: { kind: 'checkout.session', id: before.session, source: 'return' },
      }).catch(error =>
        // The processor's own event tells it again.
        house.log.warn({ error: (error as Error).message }, 'an order could not be settled at its return'),
      )
    const order = (await findOrder(house.db, { id: before.id }))!
    const { language } = order
    const texts = giftMessages(language)
    if (!order.paidAt) return notPaid(ask, house, order)
    const gifts = await listGiftsOf(house.db, order.id)
    return giftPage(ask, house, {
      language,
      title: texts.thanks,
      body: (
        <>
          <h1 class="join__title">{texts.thanks}</h1>
          <p class="join__intro">{texts.thanksPaid(gifts.length)}</p>
          {order.buyerEmail && <p>{texts.thanksReceipt(order.buyerEmail)}</p>}
          <p class="thanks__ways">
            <a class="button" href={pathOf(orderLink(house, order))}>
              {texts.yourGifts}
            </a>
            <a class="button button--plain" href="/">
              {texts.toPaper}
            </a>
          </p>
        </>
      ),
    })
  }
}

/** Seconds until the page looks again, while a bank has not answered. */
const lookAgainAfter = 5

async function notPaid(ask: Ask, house: House, order: GiftOrder): Promise<Answer> {
  const { language } = order
  const texts = giftMessages(language)
  const stripe = order.session ? await house.payments.stripe() : null
  const session = stripe && (await stripe.checkout.sessions.retrieve(order.session!))
  const waits = session?.status === 'complete'
  return giftPage(ask, house, {
    language,
    title: waits ? texts.processing : texts.unpaid,
    headers: waits ? { refresh: String(lookAgainAfter) } : {},
    body: (
      <PlainPage
        title={waits ? texts.processing : texts.unpaid}
        why={waits ? texts.processingWhy : texts.unpaidWhy}
        way={waits ? undefined : { href: `/gift/check?order=${order.number}`, label: texts.again }}
      />
    ),
  })
}

async function check(
  ask: Ask,
  house: House,
  page: { order: GiftOrder; notice?: string; error?: string; status?: number },
): Promise<Answer> {
  const { order, notice, error, status } = page
  const { language, currency, eachMinor, number } = order
  const [{ name: paper, timeZone }, gifts] = await Promise.all([
    readPublication(house),
    listGiftsOf(house.db, order.id),
  ])
  const texts = giftMessages(language)
  const amount = formatMoney(eachMinor * gifts.length, currency, language)
  return giftPage(ask, house, {
    language,
    title: texts.check,
    status,
    money: true,
    body: (
      <>
        <header class="join__head">
          <h1 class="join__title">{texts.check}</h1>
          <p class="join__intro">{texts.checkIntro}</p>
        </header>
        <Said notice={notice} error={error} />
        <ol class="gift__list">
          {gifts.map(gift => (
            <li key={gift.id} class="gift__list">
              <GiftCard
                paper={paper}
                language={gift.language}
                recipient={gift.recipientName}
                buyer={order.buyerName}
                message={gift.message}
                months={order.months}
                link={null}
                claimUntil={null}
                timeZone={timeZone}
              />
              <p>
                <Arrival gift={gift} language={language} />
              </p>
            </li>
          ))}
        </ol>
        <form method="post" action="/gift/pay" class="gift__form">
          <CsrfField ask={ask} />
          <input type="hidden" name="order" value={number} />
          <button type="submit" class="button join__button">
            {texts.pay(amount)}
          </button>
          <p class="account__way">
            <a href={`/gift?order=${number}`}>{texts.change}</a>
          </p>
          <p class="join__small">{texts.once}</p>
        </form>
      </>
    ),
  })
}

/** How and when a gift that is not paid for yet will arrive. */
function Arrival({ gift, language }: { gift: Gift; language: string }): ComponentChildren {
  const texts = giftMessages(language)
  const { recipientEmail: address, deliverAt, timeZone } = gift
  if (address === null) return texts.goesSelf
  if (!deliverAt) return texts.goesNow(address)
  return texts.goesOn(address, momentWords(deliverAt, { language, timeZone }))
}

/** A moment on the clock of a zone, and which zone that is. */
export function momentWords(at: Date, place: { language: string; timeZone: string }): string {
  return `${formatDateTime(at, place)} (${place.timeZone.replaceAll('_', ' ')})`
}

export function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}

async function gone(ask: Ask, house: House): Promise<Answer> {
  const language = await pageLanguage(ask, house)
  const texts = giftMessages(language)
  return giftPage(ask, house, {
    language,
    title: texts.gone,
    status: 404,
    body: <PlainPage title={texts.gone} why={texts.goneWhy} way={{ href: '/gift', label: texts.anew }} />,
  })
}

async function elsewhere(ask: Ask, house: House): Promise<Answer> {
  const language = await pageLanguage(ask, house)
  const texts = giftMessages(language)
  return giftPage(ask, house, {
    language,
    title: texts.thanks,
    body: (
      <PlainPage title={texts.thanks} why={texts.thanksElsewhere} way={{ href: '/', label: texts.toPaper }} />
    ),
  })
}
