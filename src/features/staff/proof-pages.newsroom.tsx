import { ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { openRequest } from '../../platform/sign-in/sign-in-codes.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { isFresh, proofWays, proveByFactor, proveByLetter, proveByPasskey } from './fresh-proof.ts'
import { askForPasskey } from './passkeys.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { ProofView } from './proof-view.newsroom.tsx'
import { askToSignIn } from './sign-in-by-code.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { passkeySent } from './sign-in-pages.newsroom.tsx'
import { challengeCookieFor, challengeToken, inJson, stepCookieFor, stepToken } from './sign-in-steps.ts'

const proof = '/newsroom/account/proof'

/** Where somebody is led who has to show first who they are; null for those who did lately. `to` is where they go on. */
export async function proofFirst(
  { staff }: Ask,
  house: House,
  to = '/newsroom/account',
): Promise<string | null> {
  return staff && (await isFresh(house, staff.sessionId)) ? null : `${proof}?to=${encodeURIComponent(to)}`
}

/** `/newsroom/account/proof?to=…`: asks once more who somebody is. */
export async function proofPage(ask: Ask, house: House): Promise<Answer> {
  const to = onward(ask.query.to)
  return (await isFresh(house, ask.staff!.sessionId)) ? seeOther(to) : show(ask, house, { to })
}

/** Sends a code to the address they have. */
export async function sendProofCode(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const to = onward(fieldOf(ask.form, 'to'))
  try {
    const token = await askToSignIn(house, { email: by.email.toLowerCase(), address: ask.address })
    return seeOther(`${proof}?to=${encodeURIComponent(to)}`, [stepCookieFor(house, token)])
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.status !== 429) throw error
    return show(ask, house, { to, error: { at: 'letter', sentence: error.message }, status: 429 })
  }
}

export async function proveLetter(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const to = onward(fieldOf(ask.form, 'to'))
  const code = fieldOf(ask.form, 'letter').slice(0, 40)
  const result = await proveByLetter(house, by, { browser: stepToken(ask), code })
  if (result === 'proven') return proven(to)
  const texts = signInMessages(by.language)
  const sentence = result === 'wrong' ? texts.wrongCode : texts.codeEnded
  return show(ask, house, { to, error: { at: 'letter', sentence }, status: 422 })
}

export async function proveFactor(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const to = onward(fieldOf(ask.form, 'to'))
  if (await proveByFactor(house, by, fieldOf(ask.form, 'code').slice(0, 40))) return proven(to)
  const sentence = signInMessages(by.language).wrongFactor
  return show(ask, house, { to, error: { at: 'factor', sentence }, status: 422 })
}

/** For the script: what to ask of their passkeys. */
export async function proofPasskeyQuestion(ask: Ask, house: House): Promise<Answer> {
  const { options, token } = await house.db
    .transaction()
    .execute(tx => askForPasskey(tx, house, ask.staff!.id))
  return inJson(options, [challengeCookieFor(house, token)])
}

export async function proofPasskeyAnswered(ask: Ask, house: House): Promise<Answer> {
  const sent = passkeySent.safeParse(ask.json)
  if (!sent.success) return inJson({ failed: true }, [], 422)
  const { answer, to } = sent.data
  const right = await proveByPasskey(house, ask.staff!, { token: challengeToken(ask), answer })
  return right ? inJson({ to: withThanks(onward(to)) }) : inJson({ failed: true }, [], 422)
}

function proven(to: string): Answer {
  return seeOther(withThanks(to))
}

function withThanks(to: string): string {
  return to === '/newsroom/account' ? `${to}?done=proven` : to
}

/** Only to the pages that ask for it. */
function onward(to: string | undefined): string {
  const known = /^\/newsroom\/(account(\/app|\/address)?|staff\/\d{1,15})$/
  return to !== undefined && known.test(to) ? to : '/newsroom/account'
}

async function show(
  ask: Ask,
  house: House,
  page: { to: string; error?: { at: 'letter' | 'factor'; sentence: string }; status?: number },
): Promise<Answer> {
  const by = ask.staff as StaffMember
  const { to, error, status } = page
  const [ways, asked] = await Promise.all([
    proofWays(house, by),
    openRequest(house, { realm: 'staff', browser: stepToken(ask) }),
  ])
  const sent = asked?.email === by.email.toLowerCase()
  const mailbox = house.mail.practice ? `/practice/mail?to=${encodeURIComponent(by.email)}` : null
  return newsroomPage(ask, house, {
    desk: 'account',
    title: proofMessages(by.language).proof,
    status,
    body: <ProofView {...{ ask, by, ways, to, sent, mailbox, error, siteUrl: house.config.siteUrl }} />,
  })
}
