import type { ComponentChildren } from 'preact'
import type { House } from '../../platform/house.ts'
import { fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { browserWords } from '../../platform/sign-in/browser-words.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { EnrolForm, RecoveryCodes } from './factor-view.newsroom.tsx'
import { enrolAndSignIn, type Finished, finishSignIn, pendingSignIn } from './finish-sign-in.ts'
import { askForPasskey, offerPasskey } from './passkeys.ts'
import { offerTotp } from './second-factor.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { passkeySent } from './sign-in-pages.newsroom.tsx'
import {
  challengeCookieFor,
  challengeToken,
  enteredCookies,
  inJson,
  placeAfter,
  stepPath,
  stepToken,
} from './sign-in-steps.ts'
import { SecondFactorForm } from './sign-in-view.newsroom.tsx'
import { totpAddress } from './totp.ts'

/** `/newsroom/sign-in/second-factor`: asks for it, or sets it up for somebody who must have one and has none. */
export async function secondFactorPage(ask: Ask, house: House): Promise<Answer> {
  return page(ask, house, { to: placeAfter(ask.query.to) })
}

/** Takes a one-time password or a recovery code. */
export async function enterSecondFactor(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(fieldOf(ask.form, 'to'))
  const code = fieldOf(ask.form, 'code').slice(0, 40)
  const finished = await finishSignIn(house, {
    token: stepToken(ask),
    proof: { code },
    userAgent: agent(ask),
  })
  return typeof finished === 'string'
    ? wrong(ask, house, to, finished)
    : seeOther(to, enteredCookies(house, finished.session))
}

/** Sets up one-time passwords on the way in. */
export async function enrolByApp(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(fieldOf(ask.form, 'to'))
  const finished = await enrolAndSignIn(house, {
    token: stepToken(ask),
    proof: { code: fieldOf(ask.form, 'code').slice(0, 40) },
    userAgent: agent(ask),
    passkeyName: '',
  })
  if (typeof finished === 'string') return wrong(ask, house, to, finished)
  const { language } = await readPublication(house)
  const answer = await newsroomPage(ask, house, {
    desk: null,
    title: signInMessages(language).recoveryCodes,
    body: <RecoveryCodes language={language} codes={finished.recoveryCodes} onward={to} />,
  })
  return { ...answer, cookies: enteredCookies(house, finished.session) }
}

/** For the script: what to ask of the passkeys of whoever is signing in. */
export async function secondPasskeyQuestion(ask: Ask, house: House): Promise<Answer> {
  const pending = await pendingSignIn(house, stepToken(ask))
  if (!pending) return inJson({ failed: true }, [], 422)
  const { options, token } = await house.db
    .transaction()
    .execute(tx => askForPasskey(tx, house, pending.staff.id))
  return inJson(options, [challengeCookieFor(house, token)])
}

export async function secondPasskeyAnswered(ask: Ask, house: House): Promise<Answer> {
  const sent = passkeySent.safeParse(ask.json)
  if (!sent.success) return inJson({ failed: true }, [], 422)
  const proof = { passkey: sent.data.answer, challenge: challengeToken(ask) }
  return inScript(
    house,
    sent.data.to,
    await finishSignIn(house, { token: stepToken(ask), proof, userAgent: agent(ask) }),
  )
}

/** For the script: begins a first passkey on the way in. */
export async function enrolPasskeyQuestion(ask: Ask, house: House): Promise<Answer> {
  const pending = await pendingSignIn(house, stepToken(ask))
  if (!pending || pending.totp || pending.passkeys > 0) return inJson({ failed: true }, [], 422)
  const publication = await readPublication(house)
  const { options, token } = await house.db
    .transaction()
    .execute(tx => offerPasskey(tx, house, { staff: pending.staff, publication: publication.name }))
  return inJson(options, [challengeCookieFor(house, token)])
}

export async function enrolPasskeyAnswered(ask: Ask, house: House): Promise<Answer> {
  const sent = passkeySent.safeParse(ask.json)
  if (!sent.success) return inJson({ failed: true }, [], 422)
  const finished = await enrolAndSignIn(house, {
    token: stepToken(ask),
    proof: { passkey: sent.data.answer, challenge: challengeToken(ask) },
    userAgent: agent(ask),
    passkeyName: browserWords(agent(ask)),
  })
  return inScript(house, sent.data.to, finished)
}

function inScript(house: House, to: string, finished: Finished | 'wrong' | 'ended'): Answer {
  return typeof finished === 'string'
    ? inJson({ failed: true }, [], 422)
    : inJson({ to: placeAfter(to) }, enteredCookies(house, finished.session))
}

async function wrong(ask: Ask, house: House, to: string, result: 'wrong' | 'ended'): Promise<Answer> {
  const { language } = await readPublication(house)
  const texts = signInMessages(language)
  return page(ask, house, { to, error: result === 'wrong' ? texts.wrongFactor : texts.ended, status: 422 })
}

async function page(
  ask: Ask,
  house: House,
  { to, error, status }: { to: string; error?: string; status?: number },
): Promise<Answer> {
  if (ask.staff) return seeOther(to)
  const publication = await readPublication(house)
  const { language } = publication
  const texts = signInMessages(language)
  const pending = await pendingSignIn(house, stepToken(ask))
  const show = (title: string, body: ComponentChildren) =>
    newsroomPage(ask, house, { desk: null, title, status, body })
  if (!pending) return show(texts.secondFactor, <Ended language={language} to={to} />)
  const { staff, totp, passkeys } = pending
  const shared = { ask, language, to, error, name: staff.name, siteUrl: house.config.siteUrl }
  if (totp || passkeys > 0)
    return show(texts.secondFactor, <SecondFactorForm {...shared} totp={totp} passkeys={passkeys} />)
  const secret = await offerTotp(house, staff.id)
  const address = secret && totpAddress(secret, { issuer: publication.name, label: staff.email })
  return show(texts.enrol, <EnrolForm {...shared} address={address} />)
}

function Ended({ language, to }: { language: string; to: string }): ComponentChildren {
  const texts = signInMessages(language)
  return (
    <section class="sign-in">
      <h1>{texts.secondFactor}</h1>
      <p class="field__error">{texts.ended}</p>
      <p>
        <a class="button" href={stepPath('/newsroom/sign-in', to)}>
          {texts.toSignIn}
        </a>
      </p>
    </section>
  )
}

function agent({ headers }: Ask): string | undefined {
  return headers['user-agent']
}
