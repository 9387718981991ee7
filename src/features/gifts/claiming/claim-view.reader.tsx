import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { FormLine } from '../../../design/form-line.tsx'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Gift, GiftOrder } from '../gift.ts'
import { giftMessages } from '../gift-messages.ts'
import { Said } from '../gift-page.tsx'
import type { GivenTime } from '../given-time.ts'
import { spanWords } from '../spans.ts'

/** Who would accept the gift: a reader who is signed in, an address that has been proved, or nobody knows yet. */
export type Accepting =
  | { reader: string; given: GivenTime; from: Date }
  | { proved: string; proof: string; name: string }
  | { email: string; name: string }

interface ClaimProps {
  ask: { csrf: string }
  place: DatePlace
  paper: string
  gift: Gift
  order: GiftOrder
  tier: string
  token: string
  accepting: Accepting
  notice?: string
  error?: string
  wrongEmail?: string
}

/** The page behind a gift's link: what it is, and the button that accepts it. */
export function ClaimView(props: ClaimProps): ComponentChildren {
  const { ask, place, paper, gift, order, tier, token, accepting, notice, error } = props
  const texts = giftMessages(place.language)
  const span = spanWords(order.months, place.language)
  return (
    <>
      <header class="join__head">
        <h1 class="join__title" dir="auto">
          {texts.claim(gift.recipientName)}
        </h1>
        <p class="join__intro">{texts.claimIntro({ buyer: order.buyerName, tier, paper, span })}</p>
      </header>
      {gift.message && (
        <blockquote class="gift-card__message" dir="auto">
          {gift.message}
        </blockquote>
      )}
      <Said notice={notice} error={error} />
      <form method="post" action="/gift/claim" class="gift__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="token" value={token} />
        <Who {...props} />
        <button type="submit" class="button join__button">
          {'proved' in accepting ? texts.confirm(accepting.proved) : texts.accept}
        </button>
        <p class="join__small">
          {texts.claimRules} {gift.claimUntil && texts.claimUntil(formatDate(gift.claimUntil, place))}
        </p>
      </form>
    </>
  )
}

function Who({ place, accepting, wrongEmail }: ClaimProps): ComponentChildren {
  const texts = giftMessages(place.language)
  if ('reader' in accepting)
    return (
      <p>
        {texts.acceptFor(accepting.reader)} {planWords(accepting, place)}
      </p>
    )
  if ('proved' in accepting)
    return (
      <>
        <input type="hidden" name="email" value={accepting.proved} />
        <input type="hidden" name="proof" value={accepting.proof} />
        <input type="hidden" name="name" value={accepting.name} />
      </>
    )
  return (
    <>
      <FormLine
        name="email"
        label={texts.claimAddress}
        hint={texts.claimAddressHint}
        value={accepting.email}
        error={wrongEmail}
        type="email"
        autocomplete="email"
        maxLength={254}
        required
      />
      <FormLine
        name="name"
        label={texts.claimName}
        hint={texts.claimNameHint}
        value={accepting.name}
        autocomplete="name"
        maxLength={120}
      />
    </>
  )
}

/** Where the time goes, for somebody who is a member already. */
function planWords({ given, from: now }: { given: GivenTime; from: Date }, place: DatePlace): string {
  const { plans } = giftMessages(place.language)
  if (given.gives === 'nothing') return ''
  const [from, until] = [formatDate(given.from, place), formatDate(given.until, place)]
  if (given.gives === 'renewal') return plans.renewal(from, until)
  if (given.gives === 'longer') return plans.longer(until)
  return given.from > now ? plans.later(from) : ''
}
