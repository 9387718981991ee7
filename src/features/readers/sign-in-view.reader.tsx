import type { ComponentChildren } from 'preact'
import { FormLine } from '../../design/form-line.tsx'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import { signInMessages } from './sign-in-messages.ts'
import { stepPath } from './steps.ts'

interface Common {
  ask: Ask
  language: string
  /** Where it leads in the end. */
  next: string
  /** What is wrong with what was typed. */
  error?: string
}

/** The first page: an address of mail. */
export function SignInForm(props: Common & { email: string; notice?: string }): ComponentChildren {
  const { ask, language, next, error, email, notice } = props
  const texts = signInMessages(language)
  return (
    <section class="account account--narrow grid-page">
      <h1 class="account__title">{texts.signIn}</h1>
      {notice && (
        <p class="account__notice" role="status">
          {notice}
        </p>
      )}
      <p class="account__intro">{texts.intro}</p>
      <form method="post" action="/account/sign-in" class="account__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="next" value={next} />
        <FormLine
          name="email"
          label={texts.email}
          hint={texts.emailHint}
          error={error}
          value={email}
          type="email"
          autocomplete="email"
          maxLength={254}
          required
        />
        <button type="submit" class="button">
          {texts.send}
        </button>
      </form>
    </section>
  )
}

/** The second page: the code from the letter. `mailbox` is where letters of this machine lie, if nowhere else. */
export function CodeForm(
  props: Common & { email: string | null; mailbox: string | null },
): ComponentChildren {
  const { ask, language, next, error, email, mailbox } = props
  const texts = signInMessages(language)
  return (
    <section class="account account--narrow grid-page">
      <h1 class="account__title">{texts.checkMail}</h1>
      {email === null ? (
        <p class="account__intro" role={error ? 'alert' : undefined}>
          {error ?? texts.codeEnded}
        </p>
      ) : (
        <>
          <p class="account__intro">{texts.sent(email)}</p>
          {mailbox && <PracticeNote language={language} mailbox={mailbox} />}
          <form method="post" action="/account/sign-in/code" class="account__form">
            <CsrfField ask={ask} />
            <input type="hidden" name="next" value={next} />
            <CodeLine label={texts.code} hint={texts.codeRules} error={error} />
            <button type="submit" class="button">
              {texts.signIn}
            </button>
          </form>
        </>
      )}
      <p class="account__way">
        <a href={stepPath('/account/sign-in', next)}>{texts.another}</a>
      </p>
    </section>
  )
}

/** The page behind a letter's link: a button, so that only a person signs in. */
export function LinkForm(props: Common & { token: string; email: string | null }): ComponentChildren {
  const { ask, language, next, token, email } = props
  const texts = signInMessages(language)
  return (
    <section class="account account--narrow grid-page">
      <h1 class="account__title">{texts.signIn}</h1>
      {email === null ? (
        <>
          <p class="account__intro">{texts.linkEnded}</p>
          <p class="account__way">
            <a href={stepPath('/account/sign-in', next)}>{texts.newLetter}</a>
          </p>
        </>
      ) : (
        <>
          <p class="account__intro">{texts.linkIntro(email)}</p>
          <form method="post" action="/account/sign-in/link" class="account__form">
            <CsrfField ask={ask} />
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="next" value={next} />
            <button type="submit" class="button">
              {texts.signIn}
            </button>
          </form>
        </>
      )}
    </section>
  )
}

/** A field for a code: big, easily read back, and filled in by telephones that see the letter. */
export function CodeLine(props: { label: string; hint: string; error?: string }): ComponentChildren {
  return (
    <FormLine
      {...props}
      name="code"
      class="field--code"
      autocomplete="one-time-code"
      inputmode="numeric"
      maxLength={12}
      required
    />
  )
}

export function PracticeNote({
  language,
  mailbox,
}: {
  language: string
  mailbox: string
}): ComponentChildren {
  const texts = signInMessages(language)
  return (
    <p class="account__practice">
      {texts.practice} <a href={mailbox}>{texts.openPractice}</a>
    </p>
  )
}
