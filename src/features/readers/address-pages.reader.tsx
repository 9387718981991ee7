import { z } from 'zod'
import { FormLine } from '../../design/form-line.tsx'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { BadInput, ExpectedError } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { openRequest } from '../../platform/sign-in/sign-in-codes.ts'
import { accountMessages } from './account-messages.ts'
import { type ReaderAsk, readerAsk } from './account-part.ts'
import { askNewAddress, moveToAddress } from './change-address.ts'
import { readerEmail } from './reader.ts'
import { readerPage } from './reader-page.tsx'
import { signInMessages } from './sign-in-messages.ts'
import { CodeLine, PracticeNote } from './sign-in-view.reader.tsx'
import { endStep, stepToken, writeStep } from './steps.ts'

/** `/account/address`: asks for the new address. */
export function addressPage(ask: Ask, house: House): Promise<Answer> {
  return firstPage(readerAsk(ask), house, { email: '' })
}

/** Has a code sent to the new address; the answer is the same whether somebody has it. */
export async function sendToNewAddress(given: Ask, house: House): Promise<Answer> {
  const ask = readerAsk(given)
  const texts = accountMessages(ask.reader.language)
  const again = (error: string, status: number) =>
    firstPage(ask, house, { email: fieldOf(ask.form, 'email').slice(0, 254), error, status })
  try {
    const { email } = readForm(ask, z.object({ email: readerEmail }))
    if (email === ask.reader.email.toLowerCase()) return again(texts.sameAddress, 422)
    const token = await askNewAddress(house, { readerId: ask.reader.id, email, address: ask.address })
    return seeOther('/account/address/code', [writeStep(house, 'reader-address', token)])
  } catch (error) {
    if (error instanceof BadInput) return again(signInMessages(ask.reader.language).badEmail, 422)
    if (!(error instanceof ExpectedError) || error.status !== 429) throw error
    return again(signInMessages(ask.reader.language).tooMany, 429)
  }
}

export function addressCodePage(ask: Ask, house: House): Promise<Answer> {
  return secondPage(readerAsk(ask), house, {})
}

/** Takes the code, and moves the account. */
export async function confirmNewAddress(given: Ask, house: House): Promise<Answer> {
  const ask = readerAsk(given)
  const texts = accountMessages(ask.reader.language)
  const outcome = await moveToAddress(house, {
    readerId: ask.reader.id,
    browser: stepToken(ask, 'reader-address'),
    code: fieldOf(ask.form, 'code').slice(0, 40),
  })
  if (outcome === 'moved') return seeOther('/account?done=moved#address', [endStep(house, 'reader-address')])
  if (outcome === 'taken') return firstPage(ask, house, { email: '', error: texts.taken, status: 409 })
  const error = outcome === 'wrong' ? texts.wrongCode : texts.codeEnded
  return secondPage(ask, house, { error, status: 422 })
}

function firstPage(
  ask: ReaderAsk,
  house: House,
  { email, error, status }: { email: string; error?: string; status?: number },
): Promise<Answer> {
  const texts = accountMessages(ask.reader.language)
  return readerPage(ask, house, {
    title: texts.changeAddress,
    status,
    body: (
      <section class="account account--narrow grid-page">
        <h1 class="account__title">{texts.changeAddress}</h1>
        <p class="account__intro">{texts.addressIntro(ask.reader.email)}</p>
        <form method="post" action="/account/address" class="account__form">
          <CsrfField ask={ask} />
          <FormLine
            name="email"
            label={texts.newAddress}
            hint={texts.newAddressHint}
            error={error}
            value={email}
            type="email"
            autocomplete="email"
            maxLength={254}
            required
          />
          <button type="submit" class="button">
            {texts.sendCode}
          </button>
        </form>
        <Back ask={ask} />
      </section>
    ),
  })
}

async function secondPage(
  ask: ReaderAsk,
  house: House,
  { error, status }: { error?: string; status?: number },
): Promise<Answer> {
  const { language } = ask.reader
  const texts = accountMessages(language)
  const asked = await openRequest(house, {
    realm: 'reader-address',
    browser: stepToken(ask, 'reader-address'),
  })
  if (!asked) return firstPage(ask, house, { email: '', error: error ?? texts.codeEnded, status: 422 })
  const mailbox = house.mail.practice ? `/practice/mail?to=${encodeURIComponent(asked.email)}` : null
  return readerPage(ask, house, {
    title: texts.changeAddress,
    status,
    body: (
      <section class="account account--narrow grid-page">
        <h1 class="account__title">{texts.changeAddress}</h1>
        <p class="account__intro">{texts.codeSent(asked.email)}</p>
        {mailbox && <PracticeNote language={language} mailbox={mailbox} />}
        <form method="post" action="/account/address/code" class="account__form">
          <CsrfField ask={ask} />
          <CodeLine label={texts.code} hint={texts.codeRules} error={error} />
          <button type="submit" class="button">
            {texts.confirm}
          </button>
        </form>
        <Back ask={ask} />
      </section>
    ),
  })
}

export function Back({ ask }: { ask: ReaderAsk }) {
  return (
    <p class="account__way">
      <a href="/account">{accountMessages(ask.reader.language).back}</a>
    </p>
  )
}
