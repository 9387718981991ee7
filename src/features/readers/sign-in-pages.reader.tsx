import { z } from 'zod'
import { BadInput, ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { openRequest } from '../../platform/sign-in/sign-in-codes.ts'
import { linkedRequest } from '../../platform/sign-in/sign-in-links.ts'
import { readerEmail } from './reader.ts'
import { languageFor, readerPage } from './reader-page.tsx'
import { endedReaderCookies, readerCookies, type StandingOf } from './session.ts'
import { deleteSessions } from './session-queries.ts'
import { askToSignIn, type SignedIn, signInByCode, signInByLink } from './sign-in.ts'
import { signInMessages } from './sign-in-messages.ts'
import { CodeForm, LinkForm, SignInForm } from './sign-in-view.reader.tsx'
import { endStep, placeAfter, stepPath, stepToken, writeStep } from './steps.ts'

/** `/account/sign-in?next=…`: asks for an address of mail. */
export async function signInPage(ask: Ask, house: House): Promise<Answer> {
  const next = placeAfter(ask.query.next)
  if (ask.reader) return seeOther(next)
  const answer = await firstPage(ask, house, { next, email: '' })
  // Whoever was led here has no session any more, so the standing that came of it goes as well.
  return ask.standing === 'member'
    ? { ...answer, cookies: endedReaderCookies(house, { staff: false }) }
    : answer
}

/** Has a letter sent. The answer is the same for every address, known or not. */
export async function askForCode(ask: Ask, house: House): Promise<Answer> {
  const next = placeAfter(fieldOf(ask.form, 'next'))
  const language = await languageFor(ask, house)
  try {
    const { email } = readForm(ask, z.object({ email: readerEmail }))
    const token = await askToSignIn(house, { email, address: ask.address, next, language })
    return seeOther(stepPath('/account/sign-in/code', next), [writeStep(house, 'reader-sign-in', token)])
  } catch (error) {
    if (!isForTheForm(error)) throw error
    const texts = signInMessages(language)
    const bad = error instanceof BadInput
    return firstPage(ask, house, {
      next,
      email: fieldOf(ask.form, 'email').slice(0, 254),
      error: bad ? texts.badEmail : texts.tooMany,
      status: bad ? 422 : 429,
    })
  }
}

export async function codePage(ask: Ask, house: House): Promise<Answer> {
  const next = placeAfter(ask.query.next)
  return ask.reader ? seeOther(next) : secondPage(ask, house, { next })
}

/** Takes the code: five tries, in the browser that asked for it. */
export function enterCode(standingOf: StandingOf) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const next = placeAfter(fieldOf(ask.form, 'next'))
    const outcome = await signInByCode(house, {
      browser: stepToken(ask, 'reader-sign-in'),
      code: fieldOf(ask.form, 'code').slice(0, 40),
      userAgent: ask.headers['user-agent'],
    })
    if (typeof outcome === 'object') return entered(ask, house, { signedIn: outcome, next, standingOf })
    const texts = signInMessages(await languageFor(ask, house))
    const error = outcome === 'wrong' ? texts.wrongCode : texts.codeEnded
    return secondPage(ask, house, { next, error, status: 422 })
  }
}

/** `/account/sign-in/link?token=…`: uses nothing up, for programs that read letters open their links, too. */
export async function linkPage(ask: Ask, house: House): Promise<Answer> {
  const token = ask.query.token ?? ''
  return thirdPage(ask, house, { token, next: placeAfter(ask.query.next) })
}

/** The button on the link's page: signs in, once, in whichever browser it is pressed. */
export function followLink(standingOf: StandingOf) {
  return async (ask: Ask, house: House): Promise<Answer> => {
    const next = placeAfter(fieldOf(ask.form, 'next'))
    const token = fieldOf(ask.form, 'token')
    const signedIn = await signInByLink(house, { token, userAgent: ask.headers['user-agent'] })
    return signedIn
      ? entered(ask, house, { signedIn, next, standingOf })
      : thirdPage(ask, house, { token, next, status: 422 })
  }
}

/** Ends this session. */
export async function signOut(ask: Ask, house: House): Promise<Answer> {
  const { reader } = ask
  if (reader) await deleteSessions(house.db, { readerId: reader.id, only: reader.sessionId })
  const cookies = endedReaderCookies(house, { staff: ask.staff !== null })
  return seeOther('/account/sign-in?done=signedOut', cookies)
}

async function entered(
  ask: Ask,
  house: House,
  { signedIn, next, standingOf }: { signedIn: SignedIn; next: string; standingOf: StandingOf },
): Promise<Answer> {
  const { readerId, token } = signedIn
  // Whoever was signed in here before is not any more.
  if (ask.reader) await deleteSessions(house.db, { readerId: ask.reader.id, only: ask.reader.sessionId })
  const standing = await standingOf(house, readerId)
  const cookies = readerCookies(house, { token, standing, staff: ask.staff !== null })
  return seeOther(next, [...cookies, endStep(house, 'reader-sign-in')])
}

async function firstPage(
  ask: Ask,
  house: House,
  page: { next: string; email: string; error?: string; status?: number },
): Promise<Answer> {
  const language = await languageFor(ask, house)
  const texts = signInMessages(language)
  const { next, email, error, status } = page
  const notice = { deleted: texts.deleted, signedOut: texts.signedOut }[ask.query.done ?? '']
  return readerPage(ask, house, {
    title: texts.signIn,
    status,
    body: <SignInForm {...{ ask, language, next, email, error, notice }} />,
  })
}

async function secondPage(
  ask: Ask,
  house: House,
  { next, error, status }: { next: string; error?: string; status?: number },
): Promise<Answer> {
  const language = await languageFor(ask, house)
  const asked = await openRequest(house, { realm: 'reader', browser: stepToken(ask, 'reader-sign-in') })
  const email = asked?.email ?? null
  const mailbox = house.mail.practice && email ? `/practice/mail?to=${encodeURIComponent(email)}` : null
  return readerPage(ask, house, {
    title: signInMessages(language).checkMail,
    status,
    body: <CodeForm {...{ ask, language, next, error, email, mailbox }} />,
  })
}

async function thirdPage(
  ask: Ask,
  house: House,
  { token, next, status }: { token: string; next: string; status?: number },
): Promise<Answer> {
  const language = await languageFor(ask, house)
  const linked = await linkedRequest(house.db, house, { realm: 'reader', token })
  return readerPage(ask, house, {
    title: signInMessages(language).signIn,
    status: status ?? (linked ? 200 : 410),
    body: <LinkForm {...{ ask, language, next, token, email: linked?.email ?? null }} />,
  })
}

function isForTheForm(error: unknown): error is ExpectedError {
  return error instanceof BadInput || (error instanceof ExpectedError && error.status === 429)
}
