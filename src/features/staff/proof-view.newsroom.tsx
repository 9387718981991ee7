import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import type { ProofWays } from './fresh-proof.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { CodeField, PasskeyAsk } from './sign-in-view.newsroom.tsx'

interface Props {
  ask: Ask
  by: StaffMember
  ways: ProofWays
  /** Where it leads afterwards. */
  to: string
  /** A code has been sent to this browser, and can still be entered. */
  sent: boolean
  mailbox: string | null
  siteUrl: string
  error?: { at: 'letter' | 'factor'; sentence: string }
}

/** Asks once more who somebody is, by whatever would sign them in. */
export function ProofView(props: Props): ComponentChildren {
  const { by, ways, to, siteUrl } = props
  const texts = proofMessages(by.language)
  return (
    <section class="sign-in">
      <h1>{texts.proof}</h1>
      <p>{texts.proofIntro}</p>
      {ways.passkeys > 0 && (
        <PasskeyAsk
          language={by.language}
          path="/newsroom/account/proof/passkey"
          to={to}
          label={signInMessages(by.language).byPasskey}
          siteUrl={siteUrl}
        />
      )}
      {(ways.totp || ways.recoveryCodes > 0) && <ByFactor {...props} />}
      {ways.letter && <ByLetter {...props} />}
      <p>
        <a href="/newsroom/account">{texts.back}</a>
      </p>
    </section>
  )
}

function ByFactor({ ask, by, ways, to, error }: Props): ComponentChildren {
  const texts = proofMessages(by.language)
  const shared = signInMessages(by.language)
  return (
    <>
      <h2>{ways.totp ? texts.byFactor : texts.byRecovery}</h2>
      <form method="post" action="/newsroom/account/proof/factor" class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="to" value={to} />
        <CodeField
          name="code"
          label={ways.totp ? shared.oneTimePassword : shared.recoveryOnly}
          hint={ways.totp ? shared.oneTimeRules : shared.recoveryOnlyRules}
          error={error?.at === 'factor' ? error.sentence : undefined}
        />
        <button type="submit" class="button button--primary">
          {texts.confirm}
        </button>
      </form>
    </>
  )
}

function ByLetter({ ask, by, to, sent, mailbox, error }: Props): ComponentChildren {
  const texts = proofMessages(by.language)
  const shared = signInMessages(by.language)
  const wrong = error?.at === 'letter' ? error.sentence : undefined
  return (
    <>
      <h2>{texts.byLetter}</h2>
      {sent ? (
        <>
          <p>{texts.sent(by.email)}</p>
          {mailbox && <PracticeMailbox language={by.language} mailbox={mailbox} />}
          <form method="post" action="/newsroom/account/proof/letter" class="sign-in__form">
            <CsrfField ask={ask} />
            <input type="hidden" name="to" value={to} />
            <CodeField name="letter" label={shared.code} hint={shared.codeRules} error={wrong} digits={8} />
            <button type="submit" class="button button--primary">
              {texts.confirm}
            </button>
          </form>
        </>
      ) : (
        <p class={wrong ? 'field__error' : 'soft'}>{wrong ?? texts.byLetterHint(by.email)}</p>
      )}
      <form method="post" action="/newsroom/account/proof/send" class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="to" value={to} />
        <button type="submit" class={sent ? 'button button--quiet' : 'button button--primary'}>
          {sent ? texts.sendAgain : texts.sendCode}
        </button>
      </form>
    </>
  )
}

/** Where letters of this machine lie, while no mail server is set. */
export function PracticeMailbox({ language, mailbox }: { language: string; mailbox: string }) {
  const texts = signInMessages(language)
  return (
    <p class="notice">
      <span>{texts.practiceMail}</span>
      <a href={mailbox} target="_blank" rel="noopener">
        {texts.openPractice}
      </a>
    </p>
  )
}
