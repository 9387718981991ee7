import type { ComponentChildren } from 'preact'
import type { DatePlace } from '../../design/dates.ts'
import { formatDateTime } from '../../design/dates.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Field } from '../../design/newsroom/field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { Act } from './account-view.newsroom.tsx'
import type { AddressLink } from './address-queries.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { PracticeMailbox } from './proof-view.newsroom.tsx'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { CodeField } from './sign-in-view.newsroom.tsx'
import type { StaffLine } from './staff.ts'
import { staffMessages } from './staff-messages.newsroom.ts'

const path = '/newsroom/account/address'

/** Asks for the address that somebody wants for themselves. */
export function AddressForm(props: {
  ask: Ask
  by: StaffMember
  email: string
  error?: string
}): ComponentChildren {
  const { ask, by, email, error } = props
  const texts = proofMessages(by.language)
  return (
    <section class="sign-in">
      <h1>{texts.newAddress}</h1>
      <p>{texts.newAddressIntro(by.email)}</p>
      <form method="post" action={path} class="sign-in__form">
        <CsrfField ask={ask} />
        <Field
          name="email"
          type="email"
          label={texts.newEmail}
          value={email}
          error={error}
          autocomplete="email"
          maxLength={254}
          autofocus
          required
        />
        <button type="submit" class="button button--primary">
          {texts.sendCode}
        </button>
      </form>
      <p>
        <a href="/newsroom/account">{texts.back}</a>
      </p>
    </section>
  )
}

/** Asks for the code from the letter to it. `email` is null where nothing waits for a code any more. */
export function AddressCodeForm(props: {
  ask: Ask
  by: StaffMember
  email: string | null
  mailbox: string | null
  error?: string
}): ComponentChildren {
  const { ask, by, email, mailbox, error } = props
  const texts = proofMessages(by.language)
  const shared = signInMessages(by.language)
  return (
    <section class="sign-in">
      <h1>{texts.addressCode}</h1>
      {email === null ? (
        <p class="field__error">{error ?? shared.codeEnded}</p>
      ) : (
        <>
          <p>{texts.addressSent(email)}</p>
          {mailbox && <PracticeMailbox language={by.language} mailbox={mailbox} />}
          <form method="post" action={`${path}/code`} class="sign-in__form">
            <CsrfField ask={ask} />
            <CodeField name="code" label={shared.code} hint={shared.codeRules} error={error} digits={8} />
            <button type="submit" class="button button--primary">
              {texts.makeMine}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={path}>{texts.otherAddress}</a>
      </p>
    </section>
  )
}

/** Whoever opened the letter says that the address is theirs. */
export function ConfirmAddress(props: {
  ask: Ask
  language: string
  token: string
  email: string
  name: string
  paper: string
}): ComponentChildren {
  const { ask, language, token, email, name, paper } = props
  const texts = proofMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.confirmAddress(email)}</h1>
      <p>{texts.confirmAddressIntro(name, paper)}</p>
      <form method="post" action="/newsroom/invitation/address" class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="token" value={token} />
        <button type="submit" class="button button--primary">
          {texts.confirmAddressButton}
        </button>
      </form>
    </section>
  )
}

/** A page that says one thing, and leads to the sign-in. */
export function Said(props: { title: string; hint: string; onward: string }): ComponentChildren {
  return (
    <section class="sign-in">
      <h1>{props.title}</h1>
      <p>{props.hint}</p>
      <p>
        <a class="button" href="/newsroom/sign-in">
          {props.onward}
        </a>
      </p>
    </section>
  )
}

/** What an owner does about somebody's address: gives another, and sends its letter again or takes it back. */
export function TheirAddress(props: {
  ask: Ask
  by: StaffMember
  person: StaffLine
  waiting: AddressLink | null
  place: DatePlace
  now: Date
  typed?: string
  error?: string
}): ComponentChildren {
  const { ask, by, person, waiting, place, now, typed, error } = props
  const texts = proofMessages(by.language)
  const shared = staffMessages(by.language)
  const action = `/newsroom/staff/${person.id}/address`
  return (
    <section>
      <h2>{texts.theirAddress}</h2>
      {waiting && (
        <ul class="lines">
          <li>
            <span>
              <strong>{texts.waiting(waiting.email)}</strong>
              <span class="soft">
                {shared.sent} {formatDateTime(waiting.sentAt, place)} ·{' '}
                {waiting.expiresAt > now
                  ? `${shared.runsOut} ${formatDateTime(waiting.expiresAt, place)}`
                  : shared.ranOut}
              </span>
            </span>
            <div class="lines__acts">
              <Act ask={ask} action={`${action}/resend`} label={shared.resend} about={waiting.email} />
              <Act ask={ask} action={`${action}/withdraw`} label={shared.withdraw} about={waiting.email} />
            </div>
          </li>
        </ul>
      )}
      <form method="post" action={action} class="account__form">
        <CsrfField ask={ask} />
        <Field
          name="email"
          type="email"
          label={texts.newEmail}
          value={typed}
          hint={texts.theirAddressHint}
          error={error}
          autocomplete="off"
          maxLength={254}
          required
        />
        <button type="submit" class="button">
          {texts.offer}
        </button>
      </form>
    </section>
  )
}
