import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import { type Coupon, isUsable, reducedBy } from '../coupon.ts'
import { feeToCover } from '../covering-fees.ts'
import type { Membership, Period } from '../membership.ts'
import { frequencies, type SupportSettings } from '../support-settings.ts'
import { isOffered, type Price, periods, priceOf, type Tier } from '../tier.ts'
import { joinAddress, type Wishes } from './join-choice.ts'
import { joinMessages } from './join-messages.ts'

export interface JoinProps {
  ask: { csrf: string }
  place: DatePlace
  paper: string
  mode: 'stripe' | 'practice' | 'closed'
  now: Date
  settings: SupportSettings
  tiers: readonly Tier[]
  wishes: Wishes
  /** The number by which sending the form twice is known. */
  number: string
  coupon: Coupon | null
  /** What the signed-in reader has; null for a guest, and for a reader without a membership. */
  member: { membership: Membership; tier: Tier | null } | null
  signedIn: boolean
  /** What just happened, in a sentence. */
  notice?: string
  error?: { field: 'tier' | 'amount' | 'coupon' | 'form'; sentence: string }
}

/** The page of joining: how often, as what, and giving once. Every button says what is paid, and how often. */
export function JoinView(props: JoinProps): ComponentChildren {
  const { place, paper, mode, member, notice, error } = props
  const texts = joinMessages(place.language)
  const closed = mode === 'closed'
  return (
    <div class="join grid-page">
      <header class="join__head">
        <h1 class="join__title">{closed ? texts.closed : texts.title(paper)}</h1>
        <p class="join__intro">{closed ? texts.closedWhy(paper) : texts.intro(paper)}</p>
      </header>
      {mode === 'practice' && <p class="join__practice">{texts.practice}</p>}
      {notice && (
        <p class="join__notice" role="status">
          {notice}
        </p>
      )}
      {error && error.field !== 'coupon' && error.field !== 'amount' && (
        <p class="join__error" role="alert">
          {error.sentence}
        </p>
      )}
      {member && <MemberBox {...props} member={member} />}
      {!closed && <JoinForm {...props} />}
    </div>
  )
}

function JoinForm(props: JoinProps): ComponentChildren {
  const { ask, place, settings, wishes, number, member, signedIn } = props
  const texts = joinMessages(place.language)
  const { currency, attribution } = wishes
  const tiers = member
    ? []
    : props.tiers.filter(tier => isOffered(tier) && periods.some(period => priceOf(tier, period, currency)))
  const offered = frequencies.filter(name =>
    name === 'once'
      ? settings.once[currency] !== undefined
      : tiers.some(tier => priceOf(tier, name, currency)),
  )
  const chosen = offered.find(name => name === wishes.frequency) ?? offered[0]
  if (!chosen)
    return (
      <>
        <Currencies {...props} />
        <p class="join__intro">{texts.nothing}</p>
      </>
    )
  return (
    <form method="post" action="/join" class="join__form">
      <CsrfField ask={ask} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="currency" value={currency} />
      <Hidden name="campaign" value={attribution.campaignId} />
      <Hidden name="appeal" value={attribution.appealId} />
      <Hidden name="wording" value={attribution.wordingId} />
      {/* What the enter key presses in a field: it shows the page with what was typed, and pays nothing. */}
      <button type="submit" name="choice" value="look" class="unseen" tabIndex={-1} aria-hidden="true">
        {texts.apply}
      </button>
      <fieldset class="join__frequencies">
        <legend>{texts.frequency}</legend>
        {offered.map(name => (
          <label key={name} class="join__frequency">
            <input
              type="radio"
              name="frequency"
              value={name}
              id={`frequency-${name}`}
              checked={name === chosen}
            />
            <span>{texts.frequencies[name]}</span>
          </label>
        ))}
      </fieldset>
      <Currencies {...props} />
      <ul class="join__tiers">
        {tiers.map(tier => (
          <TierCard key={tier.id} {...props} tier={tier} />
        ))}
      </ul>
      {settings.once[currency] && <Once {...props} />}
      <div class="join__more">
        {settings.fees.offered && <CoverFee {...props} />}
        {tiers.length > 0 && <CouponField {...props} />}
      </div>
      <p class="join__small">{texts.howItGoes}</p>
      {!signedIn && (
        <p class="join__small">
          {texts.signInHint} <a href="/account/sign-in?next=/join">{texts.signIn}</a>
        </p>
      )}
    </form>
  )
}

function Hidden({ name, value }: { name: string; value: number | null }): ComponentChildren {
  return value === null ? null : <input type="hidden" name={name} value={String(value)} />
}

function Currencies({ place, settings, wishes }: JoinProps): ComponentChildren {
  if (settings.currencies.length < 2) return null
  const texts = joinMessages(place.language)
  return (
    <p class="join__currencies">
      {texts.currencies}{' '}
      {settings.currencies.map(currency => (
        <a
          key={currency}
          href={joinAddress({ ...wishes, currency, amountMinor: null, otherAmount: '' })}
          aria-current={currency === wishes.currency ? 'true' : undefined}
        >
          {currency.toUpperCase()}
        </a>
      ))}
    </p>
  )
}

function TierCard(props: JoinProps & { tier: Tier }): ComponentChildren {
  const { tier, place, wishes, settings } = props
  const texts = joinMessages(place.language)
  const preferred = settings.preferredTier === tier.id
  const prices = periods.flatMap(period => priceOf(tier, period, wishes.currency) ?? [])
  const only = prices.length === 1 ? ` join__only join__only--${prices[0]!.period}` : ''
  return (
    <li class={`join__tier${preferred ? ' join__tier--preferred' : ''}${only}`}>
      <h2 class="join__name" dir="auto">
        {tier.name}
      </h2>
      {preferred && <p class="join__suggestion">{texts.preferred}</p>}
      {tier.description && <p dir="auto">{tier.description}</p>}
      {(tier.benefits.length > 0 || tier.seats > 1) && (
        <ul class="join__benefits">
          {tier.seats > 1 && <li>{texts.upTo(tier.seats)}</li>}
          {tier.benefits.map(benefit => (
            <li key={benefit} dir="auto">
              {benefit}
            </li>
          ))}
        </ul>
      )}
      {prices.map(price => (
        <div key={price.id} class={`join__buy join__only join__only--${price.period}`}>
          <button
            type="submit"
            name="choice"
            value={`${price.period}-${tier.id}`}
            class="button join__button"
          >
            <Amount {...props} amountMinor={price.amountMinor} words={texts.per[price.period]} />
            <span class="unseen"> {tier.name}</span>
          </button>
          <PriceNotes {...props} price={price} />
        </div>
      ))}
    </li>
  )
}

/** What is to be known of a price before paying it: the days free of charge, and what a code takes off. */
function PriceNotes(props: JoinProps & { tier: Tier; price: Price }): ComponentChildren {
  const { tier, price, place, now, coupon } = props
  const texts = joinMessages(place.language)
  const trialEnds = new Date(now.getTime() + tier.trialDays * 86_400_000)
  return (
    <>
      {tier.trialDays > 0 && (
        <p class="join__note">
          {texts.trial(tier.trialDays)}{' '}
          <Amount
            {...props}
            amountMinor={price.amountMinor}
            words={amount => texts.trialThen(amount, formatDate(trialEnds, place))}
          />
        </p>
      )}
      {coupon && isUsable(coupon, { now, currency: price.currency }) && (
        <p class="join__note">
          <Amount
            {...props}
            amountMinor={price.amountMinor}
            coupon={coupon}
            words={amount => couponWords(texts, { coupon, period: price.period, amount })}
          />
        </p>
      )}
    </>
  )
}

function couponWords(
  texts: ReturnType<typeof joinMessages>,
  { coupon, period, amount }: { coupon: Coupon; period: Period; amount: string },
): string {
  const each = texts.per[period](amount)
  if (coupon.duration === 'always') return texts.couponGives.always(each)
  // A code for some months reduces the one payment of a year that falls within them.
  if (coupon.duration === 'once' || period === 'year') return texts.couponGives.once(amount)
  return texts.couponGives.months(each, coupon.months ?? 1)
}

/** An amount in words, twice where the fee may be added: the page's styles show the one that holds. */
function Amount(props: {
  place: DatePlace
  settings: SupportSettings
  wishes: Wishes
  amountMinor: number
  coupon?: Coupon | null
  words: (amount: string) => string
}): ComponentChildren {
  const { place, settings, wishes, amountMinor, coupon, words } = props
  const { currency } = wishes
  const shown = (amount: number) =>
    words(formatMoney(coupon ? reducedBy(amount, coupon) : amount, currency, place.language))
  if (!settings.fees.offered) return <span>{shown(amountMinor)}</span>
  const fee = feeToCover(amountMinor, feeOf(settings, currency))
  return (
    <>
      <span class="join__plain">{shown(amountMinor)}</span>
      <span class="join__covered">{shown(amountMinor + fee)}</span>
    </>
  )
}

function Once(props: JoinProps): ComponentChildren {
  const { place, settings, wishes, error } = props
  const texts = joinMessages(place.language)
  const { currency } = wishes
  const once = settings.once[currency]!
  const chosen = wishes.otherAmount === '' ? (wishes.amountMinor ?? once.preferred) : null
  const wrong = error?.field === 'amount' ? error.sentence : null
  const least = texts.leastIs(formatMoney(once.least, currency, place.language))
  return (
    <div class="join__once join__only join__only--once">
      <p>{texts.onceIntro}</p>
      <fieldset class="join__amounts">
        <legend>{texts.amounts}</legend>
        {once.suggested.map(amount => (
          <label key={amount} class="join__amount">
            <input type="radio" name="amount" value={amount} checked={amount === chosen} />
            <span>{formatMoney(amount, currency, place.language)}</span>
          </label>
        ))}
      </fieldset>
      <div class="form-line">
        <label for="other-amount">{texts.otherAmount(currency.toUpperCase())}</label>
        <input
          id="other-amount"
          class="field join__other"
          name="other"
          value={wishes.otherAmount}
          inputmode="decimal"
          autocomplete="off"
          maxLength={20}
          dir="ltr"
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'other-amount-error other-amount-hint' : 'other-amount-hint'}
        />
        {wrong && (
          <p class="form-line__error" id="other-amount-error" role="alert">
            {wrong}
          </p>
        )}
        <p class="form-line__hint" id="other-amount-hint">
          {least}
        </p>
      </div>
      <button type="submit" name="choice" value="once" class="button join__button">
        {texts.giveOnce}
      </button>
    </div>
  )
}

function CoverFee({ place, settings, wishes }: JoinProps): ComponentChildren {
  const texts = joinMessages(place.language)
  const { percent, fixedMinor } = feeOf(settings, wishes.currency)
  const share = new Intl.NumberFormat(place.language, { style: 'percent', maximumFractionDigits: 2 }).format(
    percent / 100,
  )
  const fee =
    fixedMinor > 0 ? `${share} + ${formatMoney(fixedMinor, wishes.currency, place.language)}` : share
  return (
    <label class="join__check">
      <input type="checkbox" name="cover" value="yes" id="cover-fee" checked={wishes.coversFee} />
      <span>{texts.cover(fee)}</span>
    </label>
  )
}

function CouponField({ place, wishes, coupon, error }: JoinProps): ComponentChildren {
  const texts = joinMessages(place.language)
  const wrong = error?.field === 'coupon' ? error.sentence : null
  return (
    <details class="join__coupon" open={Boolean(wrong || coupon || wishes.coupon)}>
      <summary>{texts.coupon}</summary>
      <div class="form-line">
        <label for="coupon">{texts.couponLabel}</label>
        <div class="join__line">
          <input
            id="coupon"
            class="field"
            name="coupon"
            value={wishes.coupon}
            maxLength={60}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            dir="ltr"
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'coupon-error' : undefined}
          />
          <button type="submit" name="choice" value="look" class="button button--plain">
            {texts.apply}
          </button>
        </div>
        {wrong && (
          <p class="form-line__error" id="coupon-error" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </details>
  )
}

/** A member is thanked, not asked again; giving once stays open to them. */
function MemberBox({ place, member, mode }: JoinProps & { member: NonNullable<JoinProps['member']> }) {
  const texts = joinMessages(place.language)
  const { membership, tier } = member
  return (
    <section class="join__member">
      <h2>{texts.member(tier?.name ?? '')}</h2>
      <p>{texts.memberSince(formatDate(membership.startedAt, place))}</p>
      <p class="account__way">
        <a href="/account#membership">{texts.memberChange}</a>
      </p>
      {mode !== 'closed' && <p>{texts.memberMore}</p>}
    </section>
  )
}

function feeOf({ fees }: SupportSettings, currency: string) {
  return { percent: fees.percent, fixedMinor: fees.fixed[currency] ?? 0 }
}
