import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime, formatShortDate } from '../../design/dates.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Field } from '../../design/newsroom/field.tsx'
import type { BadInput } from '../../platform/errors/errors.ts'
import type { Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import type { Factors } from './factor-queries.ts'
import { LanguageChoice } from './link-pages.newsroom.tsx'
import type { PasskeyLine } from './passkey-queries.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import type { SessionLine } from './session-queries.ts'
import { PasskeyAsk } from './sign-in-view.newsroom.tsx'
import { staffMessages } from './staff-messages.newsroom.ts'

interface Props {
  ask: Ask
  by: StaffMember
  asks: boolean
  required: boolean
  factors: Factors
  passkeys: PasskeyLine[]
  sessions: SessionLine[]
  place: DatePlace
  siteUrl: string
  error?: BadInput
  typed?: string
}

export function AccountView(props: Props): ComponentChildren {
  const texts = staffMessages(props.by.language)
  return (
    <div id="account">
      <div class="desk__head">
        <h1>{texts.account}</h1>
      </div>
      <div class="panes panes--even">
        <div>
          <You {...props} />
          <Sessions {...props} />
        </div>
        <div>
          <Passkeys {...props} />
          <SecondFactor {...props} />
        </div>
      </div>
    </div>
  )
}

function You({ ask, by, error, typed }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <section>
      <h2>{texts.you}</h2>
      <dl class="definitions">
        <dt>{texts.email}</dt>
        <dd>
          {by.email} <a href="/newsroom/account/address">{proofMessages(by.language).change}</a>
        </dd>
        <dt>{texts.role}</dt>
        <dd>
          {texts.roles[by.role]} <span class="soft">({texts.roleHints[by.role]})</span>
        </dd>
      </dl>
      <form method="post" action="/newsroom/account" class="account__form">
        <CsrfField ask={ask} />
        <Field
          name="name"
          label={texts.name}
          value={typed ?? by.name}
          error={error?.message}
          autocomplete="name"
          required
        />
        <LanguageChoice label={texts.language} value={by.language} hint={texts.languageHint} />
        <button type="submit" class="button button--primary">
          {texts.save}
        </button>
      </form>
    </section>
  )
}

function Sessions({ ask, by, sessions, place }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <section>
      <h2>{texts.sessions}</h2>
      <ul class="lines">
        {sessions.map(session => (
          <li key={session.id}>
            <span>
              <strong>{session.browser}</strong>
              {session.id === by.sessionId && <span class="state state--good">{texts.thisOne}</span>}
              <span class="soft">
                {texts.since} {formatShortDate(session.createdAt, place)} · {texts.lastUsed}{' '}
                {formatDateTime(session.lastUsedAt, place)}
              </span>
            </span>
            {session.id !== by.sessionId && (
              <Act
                ask={ask}
                action={`/newsroom/account/sessions/${session.id}/end`}
                label={texts.end}
                about={session.browser}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="toolbar">
        {sessions.length > 1 && (
          <Act ask={ask} action="/newsroom/account/sessions/end-others" label={texts.endOthers} plain />
        )}
        <Act ask={ask} action="/newsroom/sign-out" label={texts.signOut} plain />
      </div>
    </section>
  )
}

function Passkeys({ ask, by, passkeys, place, siteUrl }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <section>
      <h2>{texts.passkeys}</h2>
      <p class="soft">{texts.passkeysHint}</p>
      {passkeys.length === 0 && <p>{texts.noPasskeys}</p>}
      <ul class="lines">
        {passkeys.map(passkey => (
          <li key={passkey.id}>
            <span>
              <strong>{passkey.name}</strong>
              <span class="soft">
                {texts.added} {formatShortDate(passkey.createdAt, place)} · {texts.lastUsed}{' '}
                {passkey.lastUsedAt ? formatDateTime(passkey.lastUsedAt, place) : texts.never}
              </span>
            </span>
            <Act
              ask={ask}
              action={`/newsroom/account/passkeys/${passkey.id}/remove`}
              label={texts.remove}
              about={passkey.name}
            />
          </li>
        ))}
      </ul>
      <PasskeyAsk
        language={by.language}
        path="/newsroom/account/passkeys"
        to=""
        act="add"
        label={texts.addPasskey}
        siteUrl={siteUrl}
      />
    </section>
  )
}

function SecondFactor({ ask, by, asks, required, factors }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  const any = factors.totp || factors.passkeys > 0
  return (
    <section>
      <h2>{texts.second}</h2>
      <h3>{texts.app}</h3>
      <p>{factors.totp ? texts.appOn : texts.appOff}</p>
      {factors.totp ? (
        <Act ask={ask} action="/newsroom/account/app/remove" label={texts.remove} about={texts.app} plain />
      ) : (
        <a class="button" href="/newsroom/account/app">
          {texts.setUpApp}
        </a>
      )}
      {any && (
        <>
          <p>{required ? texts.secondRequired : asks ? texts.secondAsked : texts.secondNotAsked}</p>
          {!required && (
            <form method="post" action="/newsroom/account/second-factor">
              <CsrfField ask={ask} />
              <button type="submit" class="button" name="asked" value={asks ? 'no' : 'yes'}>
                {asks ? texts.stopAsking : texts.ask}
              </button>
            </form>
          )}
          <h3>{texts.recovery}</h3>
          <p>
            {texts.recoveryLeft(factors.recoveryCodes)}{' '}
            {factors.recoveryCodes > 0 && <span class="soft">{texts.renewRecoveryHint}</span>}
          </p>
          <Act ask={ask} action="/newsroom/account/recovery-codes" label={texts.renewRecovery} plain />
        </>
      )}
    </section>
  )
}

/** One button that does one thing. `about` tells alike buttons apart for screen readers. */
export function Act(props: {
  ask: Ask
  action: string
  label: string
  about?: string
  plain?: boolean
  danger?: boolean
}): ComponentChildren {
  const { ask, action, label, about, plain, danger } = props
  const kind = danger ? ' button--danger' : plain ? '' : ' button--quiet'
  return (
    <form method="post" action={action}>
      <CsrfField ask={ask} />
      <button type="submit" class={`button${kind}`}>
        {label}
        {about && <span class="unseen"> ({about})</span>}
      </button>
    </form>
  )
}
