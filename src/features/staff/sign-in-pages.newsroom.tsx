import { z } from 'zod'
import { BadInput, ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { openRequest } from '../../platform/sign-in/sign-in-codes.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { endSessions } from './change-staff.ts'
import { askForPasskey, passkeyAnswer } from './passkeys.ts'
import { endedCookies } from './session.ts'
import { askToSignIn, signInByCode } from './sign-in-by-code.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import {
  afterFirstFactor,
  challengeCookieFor,
  challengeToken,
  enteredCookies,
  inJson,
  placeAfter,
  stepCookieFor,
  stepPath,
  stepToken,
} from './sign-in-steps.ts'
import { CodeForm, SignInForm } from './sign-in-view.newsroom.tsx'
import { emailField } from './staff.ts'

/** `/newsroom/sign-in?to=…`: asks for an address of mail, or a passkey. */
export async function signInPage(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(ask.query.to)
  if (ask.staff) return seeOther(to)
  const answer = await firstPage(ask, house, { to, email: '' })
  // Whoever was led here has no session any more, so the mark that shows the edit link goes as well.
  return ask.standing === 'staff' ? { ...answer, cookies: endedCookies(house) } : answer
}

/** Has a code sent. The answer is the same for every address, known or not. */
export async function askForCode(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(fieldOf(ask.form, 'to'))
  try {
    const { email } = readForm(ask, z.object({ email: emailField }))
    const token = await askToSignIn(house, { email, address: ask.address })
    return seeOther(stepPath('/newsroom/sign-in/code', to), [stepCookieFor(house, token)])
  } catch (error) {
    if (!isForTheForm(error)) throw error
    const email = fieldOf(ask.form, 'email').slice(0, 254)
    return firstPage(ask, house, { to, email, error: error.message, status: statusFor(error) })
  }
}

export async function codePage(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(ask.query.to)
  return ask.staff ? seeOther(to) : secondPage(ask, house, { to })
}

/** Takes the code: five tries, in the browser that asked for it. */
export async function enterCode(ask: Ask, house: House): Promise<Answer> {
  const to = placeAfter(fieldOf(ask.form, 'to'))
  const step = await signInByCode(house, {
    browser: stepToken(ask),
    code: fieldOf(ask.form, 'code').slice(0, 40),
    userAgent: ask.headers['user-agent'],
  })
  if (typeof step === 'object') return afterFirstFactor(house, step, to)
  const { language } = await readPublication(house)
  const texts = signInMessages(language)
  const error = step === 'wrong' ? texts.wrongCode : texts.codeEnded
  return secondPage(ask, house, { to, error, status: 422 })
}

/** For the script: what to ask the browser's passkeys. */
export async function passkeyQuestion(_ask: Ask, house: House): Promise<Answer> {
  const { options, token } = await house.db.transaction().execute(tx => askForPasskey(tx, house, null))
  return inJson(options, [challengeCookieFor(house, token)])
}

/** For the script: a passkey's answer; where to go, or 422. */
export async function passkeyAnswered(ask: Ask, house: House): Promise<Answer> {
  const sent = passkeySent.safeParse(ask.json)
  const session = sent.success
    ? await signInByPasskey(house, {
        token: challengeToken(ask),
        answer: sent.data.answer,
        userAgent: ask.headers['user-agent'],
      })
    : null
  return session === null
    ? inJson({ failed: true }, [], 422)
    : inJson({ to: placeAfter(sent.data?.to) }, enteredCookies(house, session))
}

export const passkeySent = z.object({ answer: passkeyAnswer, to: z.string().max(2000).default('') })

/** Ends this session; the newsroom's pages in other tabs are signed out with it. */
export async function signOut(ask: Ask, house: House): Promise<Answer> {
  const { staff } = ask
  if (staff)
    await house.db.transaction().execute(tx => endSessions(tx, house, staff.id, { only: staff.sessionId }))
  return seeOther('/newsroom/sign-in', endedCookies(house))
}

async function firstPage(
  ask: Ask,
  house: House,
  page: { to: string; email: string; error?: string; status?: number },
): Promise<Answer> {
  const { language } = await readPublication(house)
  const { to, email, error, status } = page
  return newsroomPage(ask, house, {
    desk: null,
    title: signInMessages(language).signIn,
    status,
    body: <SignInForm {...{ ask, language, to, error, email, siteUrl: house.config.siteUrl }} />,
  })
}

async function secondPage(
  ask: Ask,
  house: House,
  page: { to: string; error?: string; status?: number },
): Promise<Answer> {
  const { language } = await readPublication(house)
  const { to, error, status } = page
  const asked = await openRequest(house, { realm: 'staff', browser: stepToken(ask) })
  const email = asked?.email ?? null
  const mailbox = house.mail.practice && email ? `/practice/mail?to=${encodeURIComponent(email)}` : null
  return newsroomPage(ask, house, {
    desk: null,
    title: signInMessages(language).enterCode,
    status,
    body: <CodeForm {...{ ask, language, to, error, email, mailbox }} />,
  })
}

function isForTheForm(error: unknown): error is ExpectedError {
  return error instanceof BadInput || (error instanceof ExpectedError && error.status === 429)
}

function statusFor(error: ExpectedError): number {
  return error instanceof BadInput ? 422 : error.status
}
