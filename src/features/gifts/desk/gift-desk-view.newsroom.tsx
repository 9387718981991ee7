import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate, formatDateTime } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { DeskHead } from '../../../design/newsroom/desk-head.tsx'
import { Choice, Field } from '../../../design/newsroom/field.tsx'
import { type TypedGift, type WrongGift, zonesWith } from '../buying/gift-form.ts'
import { mayResend } from '../change-gift.ts'
import { type Gift, type GiftOrder, type GiftState, giftState, giftStates, isClaimable } from '../gift.ts'
import { mayRefund } from '../refund-gift.ts'
import { spanWords } from '../spans.ts'
import { giftDeskTexts } from './gift-desk-messages.newsroom.ts'
import type { GiftLine } from './gift-desk-queries.ts'

const root = '/newsroom/gifts'

export function GiftsDeskView(props: {
  place: DatePlace
  now: Date
  words: string
  state: GiftState | null
  lines: readonly GiftLine[]
  /** The gift after which the next page begins. */
  more: number | null
}): ComponentChildren {
  const { place, words, state, lines, more } = props
  const texts = giftDeskTexts(place.language)
  const query = { ...(words && { q: words }), ...(state && { state }) }
  return (
    <>
      <DeskHead title={texts.gifts} />
      <form method="get" action={root} class="toolbar" data-swap="#gifts">
        <Field name="q" label={texts.find} type="search" value={words} />
        <Choice
          name="state"
          label={texts.state}
          value={state ?? ''}
          options={[
            ['', texts.any],
            ...giftStates
              .filter(name => name !== 'unpaid')
              .map((name): [string, string] => [name, texts.states[name]]),
          ]}
        />
        <button type="submit" class="button">
          {texts.show}
        </button>
      </form>
      <div id="gifts">
        {lines.length === 0 ? (
          <p class="empty">
            <strong>{texts.empty}</strong>
            {words || state ? texts.emptyFound : texts.emptyHint}
          </p>
        ) : (
          <Table {...props} />
        )}
        {more !== null && (
          <a
            class="button"
            rel="next"
            href={`${root}?${new URLSearchParams({ ...query, before: String(more) })}`}
          >
            {texts.older}
          </a>
        )}
      </div>
    </>
  )
}

function Table({
  place,
  now,
  lines,
}: {
  place: DatePlace
  now: Date
  lines: readonly GiftLine[]
}): ComponentChildren {
  const texts = giftDeskTexts(place.language)
  return (
    <div class="table-frame">
      <table class="table">
        <thead>
          <tr>
            {[texts.recipient, texts.buyer, texts.length, texts.bought, texts.state].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ gift, buyerName, buyerEmail, months }) => (
            <tr key={gift.id}>
              <td>
                <a href={`${root}/${gift.id}`} dir="auto">
                  {gift.recipientName}
                </a>
                <br />
                <span class="soft">{gift.recipientEmail ?? texts.handsOver}</span>
              </td>
              <td>
                <span dir="auto">{buyerName}</span>
                <br />
                <span class="soft">{buyerEmail ?? texts.noAddress}</span>
              </td>
              <td>{spanWords(months, place.language)}</td>
              <td>{formatDate(gift.boughtAt!, place)}</td>
              <td>{stateOf(gift, { now, place })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface GiftDeskProps {
  ask: { csrf: string }
  place: DatePlace
  now: Date
  gift: Gift
  order: GiftOrder
  tier: string
  typed: TypedGift
  wrong?: WrongGift
  wrongReason?: string
}

export function GiftDeskView(props: GiftDeskProps): ComponentChildren {
  const { ask, place, now, gift } = props
  const texts = giftDeskTexts(place.language)
  const open = isClaimable(gift, now)
  return (
    <>
      <DeskHead title={texts.giftFor(gift.recipientName)}>
        {open && mayResend(gift) && (
          <form method="post" action={`${root}/${gift.id}/resend`}>
            <CsrfField ask={ask} />
            <button type="submit" class="button">
              {texts.resend}
            </button>
          </form>
        )}
      </DeskHead>
      <p>
        <a href={root}>{texts.gifts}</a>
      </p>
      <Facts {...props} />
      {open && <Correct {...props} />}
      {mayRefund(gift, { by: 'staff', now }) && <Refund {...props} />}
    </>
  )
}

function Facts({ place, now, gift, order, tier }: GiftDeskProps): ComponentChildren {
  const texts = giftDeskTexts(place.language)
  const day = (at: Date | null) => (at ? formatDate(at, place) : '')
  const delivered = gift.deliverAt
    ? `${formatDateTime(gift.deliverAt, { ...place, timeZone: gift.timeZone })} (${gift.timeZone.replaceAll('_', ' ')})`
    : texts.atOnce
  const facts: [string, string | null][] = [
    [texts.state, stateOf(gift, { now, place })],
    [texts.recipient, [gift.recipientName, gift.recipientEmail].filter(Boolean).join(', ')],
    [texts.buyer, [order.buyerName, order.buyerEmail].filter(Boolean).join(', ')],
    [texts.length, `${spanWords(order.months, place.language)}, ${tier}`],
    [texts.paid, `${formatMoney(order.eachMinor, order.currency, place.language)}, ${day(order.paidAt)}`],
    [
      texts.delivery,
      gift.delivery === 'self'
        ? texts.handsOver
        : [delivered, gift.sends > 0 && texts.sentTimes(gift.sends)].filter(Boolean).join('; '),
    ],
    [texts.claimUntil, gift.claimedAt ? null : day(gift.claimUntil)],
    [texts.accepted, gift.claimedAt && day(gift.claimedAt)],
    [
      texts.time,
      gift.gives && `${texts.gives[gift.gives]}, ${day(gift.givenFrom)} – ${day(gift.givenUntil)}`,
    ],
    [texts.refunded, gift.undoneAt && day(gift.undoneAt)],
    [texts.reason, gift.refundReason],
  ]
  return (
    <dl class="gift-facts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt class="soft">{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function Correct({ ask, place, gift, typed, wrong = {} }: GiftDeskProps): ComponentChildren {
  const texts = giftDeskTexts(place.language)
  const ways = gift.sentAt ? (['now', 'self'] as const) : (['now', 'date', 'self'] as const)
  return (
    <section>
      <h2>{texts.correct}</h2>
      <p class="soft">{texts.correctHint}</p>
      <form method="post" action={`${root}/${gift.id}`}>
        <CsrfField ask={ask} />
        <Field
          name="name-1"
          label={texts.name}
          value={typed.name}
          error={wrong.name}
          maxLength={80}
          required
        />
        <Choice
          name="delivery-1"
          label={texts.how}
          value={gift.sentAt && typed.delivery === 'date' ? 'now' : typed.delivery}
          options={ways.map((way): [string, string] => [way, texts.hows[way]])}
        />
        <Field
          name="email-1"
          label={texts.email}
          type="email"
          value={typed.email}
          error={wrong.email}
          maxLength={254}
        />
        {!gift.sentAt && (
          <>
            <Field name="day-1" label={texts.day} type="date" value={typed.day} error={wrong.day} />
            <Choice name="hour-1" label={texts.hour} value={typed.hour} error={wrong.hour} options={hours} />
            <Choice
              name="zone-1"
              label={texts.zone}
              value={typed.zone}
              error={wrong.zone}
              options={zonesWith(typed.zone).map((zone): [string, string] => [
                zone,
                zone.replaceAll('_', ' '),
              ])}
            />
          </>
        )}
        <button type="submit" class="button button--primary">
          {texts.save}
        </button>
      </form>
    </section>
  )
}

function Refund({ ask, place, gift, order, wrongReason }: GiftDeskProps): ComponentChildren {
  const texts = giftDeskTexts(place.language)
  const amount = formatMoney(order.eachMinor, order.currency, place.language)
  return (
    <section>
      <h2>{texts.refund}</h2>
      <p class="soft">{gift.claimedAt ? texts.refundClaimedHint(amount) : texts.refundHint(amount)}</p>
      <form method="post" action={`${root}/${gift.id}/refund`}>
        <CsrfField ask={ask} />
        <Field
          name="reason"
          label={texts.refundReason}
          type="textarea"
          rows={2}
          error={wrongReason}
          maxLength={500}
          required
        />
        <button type="submit" class="button button--danger">
          {texts.refundButton(amount)}
        </button>
      </form>
    </section>
  )
}

function stateOf(gift: Gift, { now, place }: { now: Date; place: DatePlace }): string {
  const texts = giftDeskTexts(place.language)
  return gift.undoneBecause === 'disputed' ? texts.disputed : texts.states[giftState(gift, now)]
}

const hours = Array.from({ length: 24 }, (_, hour): [string, string] => {
  const value = `${String(hour).padStart(2, '0')}:00`
  return [value, value]
})
