import { z } from 'zod'
import { BadInput, ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { openRequest } from '../../platform/sign-in/sign-in-codes.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { AddressCodeForm, AddressForm, ConfirmAddress, Said } from './address-view.newsroom.tsx'
import { askNewAddress, confirmNewAddress } from './change-address.ts'
import { acceptAddress, offeredAddress } from './give-address.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { proofFirst } from './proof-pages.newsroom.tsx'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { endedStepCookie, stepCookieFor, stepToken } from './sign-in-steps.ts'
import { emailField } from './staff.ts'

const address = '/newsroom/account/address'

/** `/newsroom/account/address`: asks for the new address. */
export async function addressPage(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house, address)
  return proof ? seeOther(proof) : firstPage(ask, house, { email: '' })
}

/** Has a code sent there. The answer is the same whether somebody has the address or not. */
export async function askAddress(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house, address)
  if (proof) return seeOther(proof)
  try {
    const { email } = readForm(ask, z.object({ email: emailField }))
    const token = await askNewAddress(house, ask.staff!, { email, address: ask.address })
    return seeOther(`${address}/code`, [stepCookieFor(house, token)])
  } catch (error) {
    if (!(error instanceof ExpectedError) || ![400, 429].includes(error.status)) throw error
    const email = fieldOf(ask.form, 'email').slice(0, 254)
    const status = error instanceof BadInput ? 422 : error.status
    return firstPage(ask, house, { email, error: error.message, status })
  }
}

/** `/newsroom/account/address/code`: asks for the code. */
export async function addressCodePage(ask: Ask, house: House): Promise<Answer> {
  return codePage(ask, house, {})
}

/** Takes the code: five tries, in the browser that asked for it. */
export async function confirmAddress(ask: Ask, house: House): Promise<Answer> {
  const by = ask.staff!
  const code = fieldOf(ask.form, 'code').slice(0, 40)
  const result = await confirmNewAddress(house, by, { browser: stepToken(ask), code })
  if (result === 'changed') return seeOther('/newsroom/account?done=addressChanged', [endedStepCookie(house)])
  const texts = signInMessages(by.language)
  return codePage(ask, house, { error: result === 'wrong' ? texts.wrongCode : texts.codeEnded, status: 422 })
}

/** `/newsroom/invitation/address?token=…`: confirms an address that an owner gave. Opening it uses nothing up. */
export async function offeredPage(ask: Ask, house: House): Promise<Answer> {
  const token = ask.query.token ?? ''
  const [offered, publication] = await Promise.all([offeredAddress(house, token), readPublication(house)])
  if (!offered) return gone(ask, house)
  const { staff, email } = offered
  const { language } = staff
  return newsroomPage(ask, house, {
    desk: null,
    title: proofMessages(language).confirmAddress(email),
    body: <ConfirmAddress {...{ ask, language, token, email, name: staff.name, paper: publication.name }} />,
  })
}

export async function acceptOffered(ask: Ask, house: House): Promise<Answer> {
  const staff = await acceptAddress(house, fieldOf(ask.form, 'token'))
  if (!staff) return gone(ask, house)
  const { language } = staff
  const texts = proofMessages(language)
  return newsroomPage(ask, house, {
    desk: null,
    title: texts.confirmed,
    body: (
      <Said title={texts.confirmed} hint={texts.confirmedHint} onward={signInMessages(language).toSignIn} />
    ),
  })
}

async function gone(ask: Ask, house: House): Promise<Answer> {
  const texts = signInMessages((await readPublication(house)).language)
  return newsroomPage(ask, house, {
    desk: null,
    title: texts.linkGone,
    status: 410,
    body: <Said title={texts.linkGone} hint={texts.linkGoneHint} onward={texts.toSignIn} />,
  })
}

function firstPage(
  ask: Ask,
  house: House,
  { email, error, status }: { email: string; error?: string; status?: number },
): Promise<Answer> {
  const by = ask.staff!
  return newsroomPage(ask, house, {
    desk: 'account',
    title: proofMessages(by.language).newAddress,
    status,
    body: <AddressForm {...{ ask, by, email, error }} />,
  })
}

async function codePage(
  ask: Ask,
  house: House,
  { error, status }: { error?: string; status?: number },
): Promise<Answer> {
  const by = ask.staff!
  const asked = await openRequest(house, { realm: 'staff-address', browser: stepToken(ask) })
  const email = asked?.email ?? null
  const mailbox = house.mail.practice && email ? `/practice/mail?to=${encodeURIComponent(email)}` : null
  return newsroomPage(ask, house, {
    desk: 'account',
    title: proofMessages(by.language).addressCode,
    status,
    body: <AddressCodeForm {...{ ask, by, email, mailbox, error }} />,
  })
}
