import type { ComponentChildren } from 'preact'
import { encode } from 'uqr'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { CodeField, PasskeyAsk } from './sign-in-view.newsroom.tsx'

type Address = { href: string; typed: string }

/** Setting up a second factor before the first session begins. */
export function EnrolForm(props: {
  ask: Ask
  language: string
  to: string
  error?: string
  name: string
  siteUrl: string
  address: Address | null
}): ComponentChildren {
  const { ask, language, to, error, name, siteUrl, address } = props
  const texts = signInMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.enrol}</h1>
      <p>{texts.enrolIntro(name)}</p>
      <h2>{texts.byPasskey}</h2>
      <p class="soft">{texts.byPasskeyHint}</p>
      <PasskeyAsk
        language={language}
        path="/newsroom/sign-in/enrol/passkey"
        to={to}
        act="add"
        label={texts.addPasskey}
        siteUrl={siteUrl}
      />
      {address && (
        <>
          <h2>{texts.byApp}</h2>
          <TotpForm {...{ ask, language, error, address }} action="/newsroom/sign-in/enrol/app" to={to} />
        </>
      )}
    </section>
  )
}

/** The QR code of a secret, and the field that shows the app has it. */
export function TotpForm(props: {
  ask: Ask
  language: string
  error?: string
  address: Address
  action: string
  to?: string
}): ComponentChildren {
  const { ask, language, error, address, action, to } = props
  const texts = signInMessages(language)
  return (
    <form method="post" action={action} class="sign-in__form">
      <CsrfField ask={ask} />
      {to && <input type="hidden" name="to" value={to} />}
      <p class="soft">{texts.byAppHint}</p>
      <QrCode text={address.href} label={texts.qrCode} />
      <p class="soft">
        {texts.typedSecret} <code class="typed-secret">{address.typed}</code>
      </p>
      <CodeField name="code" label={texts.oneTimePassword} hint="" error={error} digits={6} />
      <button type="submit" class="button button--primary">
        {texts.confirm}
      </button>
    </form>
  )
}

/** Codes that are shown this once. */
export function RecoveryCodes(props: {
  language: string
  codes: string[]
  onward: string
}): ComponentChildren {
  const { language, codes, onward } = props
  const texts = signInMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.recoveryCodes}</h1>
      <p>{texts.recoveryIntro}</p>
      <ul class="recovery-codes">
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <a class="button button--primary" href={onward}>
          {texts.recoveryKept}
        </a>
      </p>
    </section>
  )
}

/** Always dark on light, with the quiet zone that scanners need (ISO/IEC 18004: four modules). */
function QrCode({ text, label }: { text: string; label: string }): ComponentChildren {
  const { data, size } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="qr-code__paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path class="qr-code__ink" d={path} />
    </svg>
  )
}
