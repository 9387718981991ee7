import { FormLine } from '../../design/form-line.tsx'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { House } from '../../platform/house.ts'
import { fieldOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { accountMessages } from './account-messages.ts'
import { type Forgetting, type ReaderAsk, readerAsk } from './account-part.ts'
import { Back } from './address-pages.reader.tsx'
import { forgetReader } from './forget-reader.ts'
import { readerPage } from './reader-page.tsx'
import { endedReaderCookies } from './session.ts'

/** `/account/delete`: says what goes and what stays, and asks for the address as a sign that it is meant. */
export function deletePage(forgetting: readonly Forgetting[]) {
  return (ask: Ask, house: House): Promise<Answer> => show(readerAsk(ask), house, { forgetting })
}

/** Deletes the account and signs out everywhere. */
export function deleteAccount(forgetting: readonly Forgetting[]) {
  return async (given: Ask, house: House): Promise<Answer> => {
    const ask = readerAsk(given)
    const typed = fieldOf(ask.form, 'email').trim()
    if (typed.toLowerCase() !== ask.reader.email.toLowerCase())
      return show(ask, house, {
        forgetting,
        typed: typed.slice(0, 254),
        error: accountMessages(ask.reader.language).deleteWrong,
      })
    const before = forgetting.map(({ forget }) => forget)
    await house.db.transaction().execute(tx => forgetReader(tx, house, { readerId: ask.reader.id, before }))
    return seeOther('/account/sign-in?done=deleted', endedReaderCookies(house, { staff: ask.staff !== null }))
  }
}

async function show(
  ask: ReaderAsk,
  house: House,
  page: { forgetting: readonly Forgetting[]; typed?: string; error?: string },
): Promise<Answer> {
  const { forgetting, typed = '', error } = page
  const texts = accountMessages(ask.reader.language)
  const warnings = await Promise.all(forgetting.map(each => each.warn?.(house, ask.reader) ?? []))
  return readerPage(ask, house, {
    title: texts.deleteTitle,
    status: error ? 422 : 200,
    body: (
      <section class="account account--narrow grid-page">
        <h1 class="account__title">{texts.deleteTitle}</h1>
        {warnings.flat().map(sentence => (
          <p key={sentence} class="account__notice">
            {sentence}
          </p>
        ))}
        <p class="account__intro">{texts.deleteGoes}</p>
        <p class="account__intro">{texts.deleteStays}</p>
        <form method="post" action="/account/delete" class="account__form">
          <CsrfField ask={ask} />
          <FormLine
            name="email"
            label={texts.deleteConfirm}
            hint={texts.deleteConfirmHint(ask.reader.email)}
            error={error}
            value={typed}
            type="email"
            autocomplete="off"
            maxLength={254}
            required
          />
          <button type="submit" class="button button--alert">
            {texts.deleteButton}
          </button>
        </form>
        <Back ask={ask} />
      </section>
    ),
  })
}
