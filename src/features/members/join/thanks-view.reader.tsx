import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate } from '../../../design/dates.ts'
import { formatMoney } from '../../../design/money.ts'
import type { Outcome } from './checkout-outcome.ts'
import { joinMessages } from './join-messages.ts'

interface ThanksProps {
  place: DatePlace
  paper: string
  outcome: Outcome
  tier: string
  /** Where the receipt goes; null where this browser has no right to know. */
  email: string | null
  signedIn: boolean
  /** The processor's page, where it still waits to be paid. */
  goOn: string | null
  practice: boolean
}

/** What came of paying: done, not known yet, or nothing. */
export function ThanksView(props: ThanksProps): ComponentChildren {
  const { place, outcome, email, signedIn, goOn, practice } = props
  const texts = joinMessages(place.language)
  if (outcome.kind === 'processing')
    return (
      <Page title={texts.processing}>
        <p role="status">{texts.processingWhy}</p>
        <p class="thanks__ways">
          <a class="button button--plain" href="/">
            {texts.toPaper}
          </a>
        </p>
      </Page>
    )
  if (outcome.kind === 'open' || outcome.kind === 'failed')
    return (
      <Page title={texts.failed}>
        <p>{texts.failedWhy}</p>
        <p class="thanks__ways">
          {goOn && (
            <a class="button" href={practice ? pathOf(goOn) : goOn}>
              {texts.goOn}
            </a>
          )}
          <a class={goOn ? 'button button--plain' : 'button'} href="/join">
            {texts.again}
          </a>
        </p>
      </Page>
    )
  return (
    <Page title={texts.thanks}>
      <p class="join__intro">
        <What {...props} />
      </p>
      <p>{email ? texts.receiptTo(email) : texts.receipt}</p>
      {outcome.kind === 'joined' && !signedIn && <p>{texts.signInTo}</p>}
      <p class="thanks__ways">
        {outcome.kind === 'joined' && (
          <a class="button" href={signedIn ? '/account#membership' : '/account/sign-in'}>
            {signedIn ? texts.toAccount : texts.signIn}
          </a>
        )}
        <a class="button button--plain" href="/">
          {texts.toPaper}
        </a>
      </p>
    </Page>
  )
}

function What({ place, paper, outcome, tier }: ThanksProps): ComponentChildren {
  const texts = joinMessages(place.language)
  const money = (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, place.language)
  if (outcome.kind === 'given') return texts.given(money(outcome.amountMinor, outcome.currency))
  if (outcome.kind !== 'joined') return null
  const { state, paidUntil, amountMinor, currency, period } = outcome.membership
  const joined = texts.joined(tier, paper)
  if (state !== 'trial' || !paidUntil || !amountMinor || !currency || !period) return joined
  const then = texts.joinedTrial(
    formatDate(paidUntil, place),
    texts.per[period](money(amountMinor, currency)),
  )
  return `${joined} ${then}`
}

function Page({ title, children }: { title: string; children: ComponentChildren }): ComponentChildren {
  return (
    <div class="thanks grid-page">
      <h1 class="join__title">{title}</h1>
      {children}
    </div>
  )
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}
