import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { House } from '../../../platform/house.ts'
import { readPublication } from '../../publication/publication.ts'
import type { AccountPart, ReaderAsk } from '../../readers/reader.ts'
import { inForceUntil, isInForce, type Membership } from '../membership.ts'
import { listMembershipsOf } from '../membership-queries.ts'
import { receiptNumber } from '../receipts/receipt.ts'
import { listReceipts, type Receipt } from '../receipts/receipt-queries.ts'
import { keptSupportSettings } from '../support-settings.ts'
import type { Tier } from '../tier.ts'
import { readTiers } from '../tier-queries.ts'
import { canChange, currentMembership } from './change-membership.ts'
import { membershipMessages } from './membership-messages.ts'

const root = '/account/membership'

interface SectionProps {
  ask: ReaderAsk
  place: DatePlace
  now: Date
  membership: Membership | null
  tier: Tier | null
  ended: { membership: Membership; tier: Tier | null }[]
  receipts: Receipt[]
  pauses: boolean
  /** Joining is open at all. */
  open: boolean
}

/** What a reader has, pays and has paid, on their account's page; null for one who never had anything of it. */
export async function membershipSection(ask: ReaderAsk, house: House): Promise<AccountPart | null> {
  const { id: readerId, language } = ask.reader
  const [membership, all, receipts, tiers, settings, publication] = await Promise.all([
    currentMembership(house, readerId),
    listMembershipsOf(house.db, readerId),
    listReceipts(house.db, readerId),
    readTiers(house),
    keptSupportSettings(house),
    readPublication(house),
  ])
  const tierOf = (of: Membership) => tiers.find(({ id }) => id === of.tierId) ?? null
  const props: SectionProps = {
    ask,
    place: { language, timeZone: publication.timeZone },
    now: house.payments.now(),
    membership,
    tier: membership && tierOf(membership),
    ended: all
      .filter(each => each.state === 'ended' && each.endedBecause !== 'merged')
      .map(each => ({ membership: each, tier: tierOf(each) })),
    receipts,
    pauses: settings.pauseMonths > 0,
    open: house.payments.mode !== 'closed',
  }
  return { id: 'membership', title: membershipMessages(language).title, body: <Section {...props} /> }
}

function Section(props: SectionProps): ComponentChildren {
  const { ask, place, membership, tier, ended, receipts, open } = props
  const texts = membershipMessages(place.language)
  const { done = '' } = ask.query
  const said = done === 'accepted' ? texts.accepted : texts.done[done]
  return (
    <>
      {said && (
        <p class="account__notice" role="status">
          {said}
        </p>
      )}
      {membership ? (
        <div class="member">
          <p class="member__tier" dir="auto">
            {tier?.name}
          </p>
          <Price membership={membership} place={place} />
          <p>{stateWords(props, membership)}</p>
          <Acts {...props} membership={membership} />
        </div>
      ) : (
        <>
          <p>{texts.none}</p>
          {open && (
            <p class="account__way">
              <a href="/join">{texts.join}</a>
            </p>
          )}
        </>
      )}
      {ended.length > 0 && (
        <ul class="member__past">
          {ended.map(each => (
            <li key={each.membership.id}>
              <span dir="auto">{each.tier?.name}</span>{' '}
              <span class="account__soft">
                {texts.ended(formatDate(each.membership.endedAt ?? each.membership.startedAt, place))}.{' '}
                {each.membership.endedBecause && texts.endedBecause[each.membership.endedBecause]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {receipts.length > 0 && <Receipts receipts={receipts} place={place} />}
    </>
  )
}

function Price({ membership, place }: { membership: Membership; place: DatePlace }): ComponentChildren {
  const texts = membershipMessages(place.language)
  const { amountMinor, currency, period, feeMinor, source, startedAt, subscription } = membership
  const since = <span class="account__soft">{texts.since(formatDate(startedAt, place))}</span>
  if (!subscription || !amountMinor || !currency || !period)
    return (
      <p>
        {texts.source[source]} {since}
      </p>
    )
  return (
    <p>
      <strong>{texts.per[period](formatMoney(amountMinor, currency, place.language))}</strong>
      {since}
      {feeMinor > 0 && (
        <span class="account__soft">{texts.withFee(formatMoney(feeMinor, currency, place.language))}</span>
      )}
    </p>
  )
}

function stateWords({ place, now }: SectionProps, membership: Membership): string {
  const { state: texts, next } = membershipMessages(place.language)
  const { state, paidUntil, pausedUntil, cancelsAtEnd, subscription } = membership
  const day = (moment: Date | null) => (moment ? formatDate(moment, place) : '')
  if (!subscription) return paidUntil ? texts.granted(day(paidUntil)) : texts.forGood
  if (state === 'late')
    return isInForce(membership, now) ? texts.late(day(inForceUntil(membership))) : texts.lapsed
  if (cancelsAtEnd) return texts.endsAt(day(paidUntil))
  if (state === 'paused') return pausedUntil ? texts.pausedUntil(day(pausedUntil)) : texts.paused
  return state === 'trial' ? texts.trial(day(paidUntil)) : next(day(paidUntil))
}

/** What can be done now; what cannot is not shown. */
function Acts(props: SectionProps & { membership: Membership }): ComponentChildren {
  const { ask, place, membership, tier, pauses } = props
  const texts = membershipMessages(place.language)
  const { state, cancelsAtEnd, subscription } = membership
  if (membership.holderId !== null)
    return (
      <div class="member__acts">
        <Act ask={ask} action={`${root}/seats/${membership.id}/leave`} label={texts.leaveSeat} plain />
      </div>
    )
  const shares = tier !== null && tier.seats > 1 && (
    <a class="button button--plain" href={`${root}/seats`}>
      {texts.seats}
    </a>
  )
  if (!subscription) return shares ? <div class="member__acts">{shares}</div> : null
  const changes = canChange(membership)
  return (
    <div class="member__acts">
      {state === 'paused' && <Act ask={ask} action={`${root}/resume`} label={texts.resume} />}
      {cancelsAtEnd && <Act ask={ask} action={`${root}/undo`} label={texts.undo} />}
      {!cancelsAtEnd && (
        <a class={state === 'late' ? 'button' : 'button button--plain'} href={`${root}/card`}>
          {texts.changeCard}
        </a>
      )}
      {changes && (
        <a class="button button--plain" href={`${root}/change`}>
          {texts.change}
        </a>
      )}
      {changes && pauses && (
        <a class="button button--plain" href={`${root}/pause`}>
          {texts.pause}
        </a>
      )}
      {shares}
      {!cancelsAtEnd && (
        <a class="button button--plain" href={`${root}/cancel`}>
          {texts.cancel}
        </a>
      )}
    </div>
  )
}

function Act(props: { ask: ReaderAsk; action: string; label: string; plain?: boolean }): ComponentChildren {
  const { ask, action, label, plain } = props
  return (
    <form method="post" action={action}>
      <CsrfField ask={ask} />
      <button type="submit" class={plain ? 'button button--plain' : 'button'}>
        {label}
      </button>
    </form>
  )
}

function Receipts({ receipts, place }: { receipts: Receipt[]; place: DatePlace }): ComponentChildren {
  const texts = membershipMessages(place.language)
  return (
    <>
      <h3 class="member__heading">{texts.receipts}</h3>
      <ul class="member__receipts">
        {receipts.map(receipt => (
          <li key={receipt.lineId}>
            <span>
              <strong>{formatMoney(receipt.amountMinor, receipt.currency, place.language)}</strong>{' '}
              <span dir="auto">{receipt.tier ?? texts.single}</span>
              {receipt.givenBackMinor > 0 && (
                <span class="account__soft">
                  {texts.givenBack(formatMoney(receipt.givenBackMinor, receipt.currency, place.language))}
                </span>
              )}
            </span>
            <a href={`${root}/receipts/${receipt.lineId}.pdf`} download>
              {texts.receipt(receiptNumber(receipt, place.timeZone), formatDate(receipt.paidAt, place))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
