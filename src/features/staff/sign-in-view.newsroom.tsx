import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Said } from '../../design/newsroom/said.tsx'
import type { Ask } from '../../platform/http/route.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'

interface Common {
  ask: Ask
  language: string
  to: string
  /** What is wrong with what was typed. */
  error?: string
}

/** The first page: an address of mail, or a passkey. */
export function SignInForm(props: Common & { email: string; siteUrl: string }): ComponentChildren {
  const { ask, language, to, error, email, siteUrl } = props
  const texts = signInMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.signIn}</h1>
      <form method="post" action="/newsroom/sign-in" class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="to" value={to} />
        <div class="field">
          <label for="email">{texts.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            value={email}
            required
            maxLength={254}
            autocomplete="username webauthn"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'email-error email-hint' : 'email-hint'}
          />
          <ErrorLine id="email-error" error={error} />
          <p class="field__hint" id="email-hint">
            {texts.codeHint}
          </p>
        </div>
        <button type="submit" class="button button--primary">
          {texts.sendCode}
        </button>
      </form>
      <PasskeyAsk
        language={language}
        path="/newsroom/sign-in/passkey"
        to={to}
        lead={texts.orPasskey}
        label={texts.usePasskey}
        autofill
        siteUrl={siteUrl}
      />
    </section>
  )
}

/** The second page: the code from the letter. `mailbox` is where letters of this machine lie, if nowhere else. */
export function CodeForm(
  props: Common & { email: string | null; mailbox: string | null },
): ComponentChildren {
  const { ask, language, to, error, email, mailbox } = props
  const texts = signInMessages(language)
  const back = to === '/newsroom' ? '/newsroom/sign-in' : `/newsroom/sign-in?to=${encodeURIComponent(to)}`
  return (
    <section class="sign-in">
      <h1>{texts.enterCode}</h1>
      {email === null ? (
        <p class="field__error">{error ?? texts.codeEnded}</p>
      ) : (
        <>
          <p>{texts.codeSent(email)}</p>
          {mailbox && (
            <p class="notice">
              <span>{texts.practiceMail}</span>
              <a href={mailbox} target="_blank" rel="noopener">
                {texts.openPractice}
              </a>
            </p>
          )}
          <form method="post" action="/newsroom/sign-in/code" class="sign-in__form">
            <CsrfField ask={ask} />
            <input type="hidden" name="to" value={to} />
            <CodeField name="code" label={texts.code} hint={texts.codeRules} error={error} digits={8} />
            <button type="submit" class="button button--primary">
              {texts.goOn}
            </button>
          </form>
        </>
      )}
      <p>
        <a href={back}>{texts.otherAddress}</a>
      </p>
    </section>
  )
}

/** The second factor of somebody who has one. */
export function SecondFactorForm(
  props: Common & { name: string; totp: boolean; passkeys: number; siteUrl: string },
): ComponentChildren {
  const { ask, language, to, error, name, totp, passkeys, siteUrl } = props
  const texts = signInMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.secondFactor}</h1>
      <p>{texts.secondFactorIntro(name)}</p>
      {passkeys > 0 && (
        <PasskeyAsk
          language={language}
          path="/newsroom/sign-in/second-factor/passkey"
          to={to}
          label={texts.byPasskey}
          siteUrl={siteUrl}
        />
      )}
      <form method="post" action="/newsroom/sign-in/second-factor" class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="to" value={to} />
        <CodeField
          name="code"
          label={totp ? texts.oneTimePassword : texts.recoveryOnly}
          hint={totp ? texts.oneTimeRules : texts.recoveryOnlyRules}
          error={error}
        />
        <button type="submit" class="button button--primary">
          {texts.confirm}
        </button>
      </form>
      <p>
        <a href="/newsroom/sign-in">{texts.otherAddress}</a>
      </p>
    </section>
  )
}

/** A passkey button, for browsers that have scripts and a secure address; a script fills in the rest. */
export function PasskeyAsk(props: {
  language: string
  path: string
  to: string
  label: string
  lead?: string
  /** Whether the browser may offer its passkeys in the field for the address. */
  autofill?: boolean
  /** "add" makes a new one. */
  act?: 'ask' | 'add'
  siteUrl: string
}): ComponentChildren {
  const { language, path, to, label, lead, autofill, act = 'ask', siteUrl } = props
  const texts = signInMessages(language)
  return (
    <div
      class="passkey-ask"
      hidden
      data-passkey={act}
      data-path={path}
      data-to={to}
      data-autofill={autofill ? '' : undefined}
      data-failed={texts.passkeyFailed}
      data-aborted={texts.passkeyAborted}
      data-trying={texts.trying}
      data-away={texts.passkeysAway(siteUrl)}
      data-site={siteUrl}
    >
      {lead && <p class="soft">{lead}</p>}
      <button type="button" class="button">
        {label}
      </button>
      <p class="passkey-ask__words" role="status" />
    </div>
  )
}

/** A field for a code: big, easily read back, and filled in by telephones that see the letter. */
export function CodeField(props: {
  name: string
  label: string
  hint: string
  error?: string
  digits?: number
}): ComponentChildren {
  const { name, label, hint, error, digits } = props
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        class="code-field"
        required
        autofocus
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        inputmode={digits ? 'numeric' : undefined}
        maxLength={digits ? digits + 4 : 40}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${name}-error ${name}-hint` : `${name}-hint`}
      />
      <ErrorLine id={`${name}-error`} error={error} />
      <p class="field__hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  )
}

export function ErrorLine({ id, error }: { id: string; error?: string }): ComponentChildren {
  return error ? (
    <p class="field__error" id={id} role="alert">
      <Said sentence={error} />
    </p>
  ) : null
}
