import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { GiftFields } from '../buying/gift-fields.reader.tsx'
import type { TypedGift, WrongGift } from '../buying/gift-form.ts'
import { momentWords } from '../buying/pay-pages.reader.tsx'
import { mayResend } from '../change-gift.ts'
import { type Gift, type GiftOrder, giftState, isClaimable } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { Said } from '../gift-page.tsx'
import { spanWords } from '../spans.ts'

interface GivenProps {
  ask: { csrf: string }
  place: DatePlace
  now: Date
  order: GiftOrder
  gifts: readonly Gift[]
  token: string
  notice?: string
}

/** Each gift of an order, where it is on its way, and what its buyer can do. */
export function GivenView(props: GivenProps): ComponentChildren {
  const { place, order, gifts, notice } = props
  const { language } = place
  const texts = giftMessages(language)
  return (
    <>
      <header class="join__head">
        <h1 class="join__title">{texts.given}</h1>
        <p class="join__intro">
          {texts.givenIntro({
            n: gifts.length,
            span: spanWords(order.months, language),
            total: formatMoney(order.eachMinor * gifts.length, order.currency, language),
            day: formatDate(order.paidAt!, place),
          })}
        </p>
      </header>
      <Said notice={notice} />
      <ul class="gift__list">
        {gifts.map(gift => (
          <li key={gift.id} class="gift__item">
            <GivenGift {...props} gift={gift} />
          </li>
        ))}
      </ul>
    </>
  )
}

function GivenGift(props: GivenProps & { gift: Gift }): ComponentChildren {
  const { ask, place, now, order, gift, token } = props
  const texts = giftMessages(place.language)
  const query = new URLSearchParams({ token, gift: String(gift.id) })
  const open = isClaimable(gift, now)
  const until = gift.claimUntil ? formatDate(gift.claimUntil, place) : ''
  const amount = formatMoney(order.eachMinor, order.currency, place.language)
  return (
    <>
      <h2 dir="auto">{texts.cardFor(gift.recipientName)}</h2>
      {gift.recipientEmail && !gift.claimedAt && <p dir="ltr">{gift.recipientEmail}</p>}
      <p>
        {stateWords(gift, { now, place })}{' '}
        {open && (gift.delivery === 'self' ? texts.ownUntil(until) : texts.canUntil(until))}
      </p>
      {open && (
        <div class="gift__acts">
          {gift.delivery === 'self' && (
            <a class="account__link" href={`/gift/card?${query}`}>
              {texts.card}
            </a>
          )}
          <a class="account__link" href={`/gift/given/change?${query}`}>
            {texts.correct}
          </a>
          {mayResend(gift) && (
            <form method="post" action="/gift/given/resend">
              <CsrfField ask={ask} />
              <input type="hidden" name="token" value={token} />
              <button type="submit" name="gift" value={gift.id} class="account__link">
                {texts.resend}
              </button>
            </form>
          )}
          <a class="account__link" href={`/gift/given/refund?${query}`}>
            {texts.refund(amount)}
          </a>
        </div>
      )}
    </>
  )
}

/** Where a gift is on its way, in a sentence for its buyer: whether it was accepted, and nothing else of the recipient. */
export function stateWords(gift: Gift, { now, place }: { now: Date; place: DatePlace }): string {
  const { states } = giftMessages(place.language)
  const day = (at: Date | null) => (at ? formatDate(at, place) : '')
  switch (giftState(gift, now)) {
    case 'waiting':
      return states.waiting(
        momentWords(gift.deliverAt ?? now, { language: place.language, timeZone: gift.timeZone }),
      )
    case 'sent':
      return states.sent(day(gift.sentAt))
    case 'handed-over':
      return states.handedOver
    case 'claimed':
      return states.claimed(day(gift.claimedAt))
    case 'refunding':
      return states.refunding
    case 'refunded':
      return gift.undoneBecause === 'disputed' ? states.disputed : states.refunded(day(gift.undoneAt))
    case 'run-out':
      return states.runOut
    case 'unpaid':
      return ''
  }
}

export function ChangeView(props: {
  ask: { csrf: string }
  order: GiftOrder
  gift: Gift
  typed: TypedGift
  wrong?: WrongGift
  back: string
}): ComponentChildren {
  const { ask, order, gift, typed, wrong, back } = props
  const texts = giftMessages(order.language)
  return (
    <>
      <h1 class="join__title">{texts.correct}</h1>
      <Said error={wrong ? texts.someWrong : undefined} />
      <form method="post" action="/gift/given/change" class="gift__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="token" value={tokenIn(back)} />
        <input type="hidden" name="gift" value={gift.id} />
        <div class="gift__form gift__one">
          <GiftFields
            language={order.language}
            typed={typed}
            wrong={wrong}
            number={1}
            sent={gift.sentAt !== null}
          />
        </div>
        <div class="gift__acts">
          <button type="submit" class="button">
            {texts.save}
          </button>
          <a class="account__link" href={back}>
            {texts.back}
          </a>
        </div>
      </form>
    </>
  )
}

export function RefundView(props: {
  ask: { csrf: string }
  order: GiftOrder
  gift: Gift
  token: string
}): ComponentChildren {
  const { ask, order, gift, token } = props
  const { language } = order
  const texts = giftMessages(language)
  const amount = formatMoney(order.eachMinor, order.currency, language)
  return (
    <>
      <h1 class="join__title">{texts.refundAsk}</h1>
      <p class="join__intro">{texts.refundWhy(gift.recipientName, amount)}</p>
      <form method="post" action="/gift/given/refund" class="gift__acts">
        <CsrfField ask={ask} />
        <input type="hidden" name="token" value={token} />
        <button type="submit" name="gift" value={gift.id} class="button">
          {texts.refundYes(amount)}
        </button>
        <a class="account__link" href={`/gift/given?token=${token}`}>
          {texts.keep}
        </a>
      </form>
    </>
  )
}

/** What stands beside the card on the screen. */
export function CardLink(props: { language: string; link: string; back: string }): ComponentChildren {
  const { language, link, back } = props
  const texts = giftMessages(language)
  return (
    <div class="gift__list">
      <p class="join__small">{texts.printHint}</p>
      <div>
        <h2>{texts.linkLabel}</h2>
        <p class="gift__link" dir="ltr">
          {link}
        </p>
        <p class="join__small">{texts.linkHint}</p>
      </div>
      <p class="account__way">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  )
}

function tokenIn(path: string): string {
  return new URL(path, 'http://here.invalid').searchParams.get('token') ?? ''
}
