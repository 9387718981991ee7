import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { ReaderAsk } from '../../readers/reader.ts'
import { feeToCover } from '../covering-fees.ts'
import type { Membership, Period } from '../membership.ts'
import type { SupportSettings } from '../support-settings.ts'
import { isOffered, type Price, periods, priceOf, type Tier } from '../tier.ts'
import { leavingReasons, membershipMessages } from './membership-messages.ts'

const root = '/account/membership'

interface Common {
  ask: ReaderAsk
  error?: string
}

function Frame(props: Common & { title: string; children: ComponentChildren }): ComponentChildren {
  const { ask, title, error, children } = props
  const texts = membershipMessages(ask.reader.language)
  return (
    <section class="account account--narrow grid-page">
      <h1 class="account__title">{title}</h1>
      {error && (
        <p class="join__error" role="alert">
          {error}
        </p>
      )}
      {children}
      <p class="account__way">
        <a href="/account#membership">{texts.back}</a>
      </p>
    </section>
  )
}

export function CardView({
  ask,
  membership,
  notice,
}: Common & { membership: Membership; notice?: string }): ComponentChildren {
  const texts = membershipMessages(ask.reader.language)
  return (
    <Frame ask={ask} title={texts.changeCard}>
      {notice && (
        <p class="account__notice" role="status">
          {notice}
        </p>
      )}
      <p>{texts.cardIntro}</p>
      {membership.state === 'late' && <p>{texts.cardLate}</p>}
      <form method="post" action={`${root}/card`}>
        <CsrfField ask={ask} />
        <button type="submit" class="button">
          {texts.goToCard}
        </button>
      </form>
    </Frame>
  )
}

interface ChangeProps extends Common {
  place: DatePlace
  membership: Membership
  tiers: readonly Tier[]
  settings: SupportSettings
}

export function ChangeView(props: ChangeProps): ComponentChildren {
  const { ask, place, membership, tiers, settings, error } = props
  const texts = membershipMessages(place.language)
  const { amountMinor, currency, period, feeMinor, paidUntil } = membership
  const offered = tiers.filter(isOffered)
  const now = tiers.find(({ id }) => id === membership.tierId)
  const day = paidUntil ? formatDate(paidUntil, place) : ''
  return (
    <Frame ask={ask} title={texts.change} error={error}>
      <p>
        {texts.now}: <span dir="auto">{now?.name}</span>,{' '}
        {period && texts.per[period](formatMoney(amountMinor ?? 0, currency ?? 'eur', place.language))}
      </p>
      <p>{texts.changeIntro}</p>
      <form method="post" action={`${root}/change`} class="join__form">
        <CsrfField ask={ask} />
        {settings.fees.offered && (
          <label class="join__check">
            <input type="checkbox" name="cover" value="yes" id="cover-fee" checked={feeMinor > 0} />
            <span>{texts.cover}</span>
          </label>
        )}
        {inOrder(period).map(each => {
          const choices = offered.flatMap(tier => {
            const price = priceOf(tier, each, currency ?? '')
            return price ? [{ tier, price }] : []
          })
          if (choices.length === 0) return null
          return (
            <div key={each} class="member__choices">
              <p class="member__how">{each === period ? texts.samePeriod(day) : texts.otherPeriod}</p>
              {choices.map(choice => (
                <Choice key={choice.price.id} {...props} {...choice} />
              ))}
            </div>
          )
        })}
      </form>
    </Frame>
  )
}

/** The button for one price; the one that is paid now is there for the fee's sake alone. */
function Choice(props: ChangeProps & { tier: Tier; price: Price }): ComponentChildren {
  const { place, settings, tier, price } = props
  const texts = membershipMessages(place.language)
  const fee = feeToCover(price.amountMinor, {
    percent: settings.fees.percent,
    fixedMinor: settings.fees.fixed[price.currency] ?? 0,
  })
  const words = (amount: number) =>
    texts.newAmount(texts.per[price.period](formatMoney(amount, price.currency, place.language)))
  return (
    <p class="member__choice">
      <strong dir="auto">{tier.name}</strong>
      <button type="submit" name="choice" value={`${price.period}-${tier.id}`} class="button button--plain">
        {settings.fees.offered ? (
          <>
            <span class="join__plain">{words(price.amountMinor)}</span>
            <span class="join__covered">{words(price.amountMinor + fee)}</span>
          </>
        ) : (
          words(price.amountMinor)
        )}
        <span class="unseen">: {tier.name}</span>
      </button>
    </p>
  )
}

/** The period that is paid now comes first. */
function inOrder(period: Period | null): Period[] {
  return [...periods].sort((a, b) => Number(b === period) - Number(a === period))
}

export function PauseView({ ask, most, error }: Common & { most: number }): ComponentChildren {
  const texts = membershipMessages(ask.reader.language)
  return (
    <Frame ask={ask} title={texts.pause} error={error}>
      <p>{texts.pauseIntro}</p>
      <form method="post" action={`${root}/pause`} class="join__form">
        <CsrfField ask={ask} />
        <fieldset class="join__amounts">
          <legend>{texts.pauseFor}</legend>
          {Array.from({ length: most }, (_, month) => month + 1).map(months => (
            <label key={months} class="join__amount">
              <input type="radio" name="months" value={months} checked={months === 1} />
              <span>{texts.months(months)}</span>
            </label>
          ))}
        </fieldset>
        <p>
          <button type="submit" class="button">
            {texts.pauseNow}
          </button>
        </p>
      </form>
    </Frame>
  )
}

export function CancelView(
  props: Common & {
    place: DatePlace
    membership: Membership
    offer: { percent: number; months: number } | null
  },
): ComponentChildren {
  const { ask, place, membership, offer, error } = props
  const texts = membershipMessages(place.language)
  const { paidUntil, state } = membership
  const percent =
    offer && new Intl.NumberFormat(place.language, { style: 'percent' }).format(offer.percent / 100)
  return (
    <Frame ask={ask} title={texts.cancel} error={error}>
      {state === 'trial' ? (
        <p>{texts.cancelTrial}</p>
      ) : (
        <p>{paidUntil && texts.cancelIntro(formatDate(paidUntil, place))}</p>
      )}
      <form method="post" action={`${root}/cancel`} class="join__form">
        <CsrfField ask={ask} />
        <fieldset>
          <legend>{texts.why}</legend>
          {leavingReasons.map(reason => (
            <label key={reason} class="join__check">
              <input type="radio" name="why" value={reason} />
              <span>{texts.reasons[reason]}</span>
            </label>
          ))}
        </fieldset>
        <div class="form-line">
          <label for="words">{texts.inWords}</label>
          <textarea id="words" class="field" name="words" rows={3} maxLength={400} dir="auto" />
        </div>
        <p>
          <button type="submit" class="button">
            {texts.cancelNow}
          </button>
        </p>
        {offer && percent && (
          <p class="member__offer">
            <span>{texts.offer(percent, offer.months)}</span>
            <button type="submit" name="stay" value="yes" class="button button--plain">
              {texts.takeOffer(percent)}
            </button>
          </p>
        )}
      </form>
    </Frame>
  )
}
