import type { ComponentChildren } from 'preact'
import { listCountries } from '../../design/countries.ts'
import { formatDateTime } from '../../design/dates.ts'
import { ChoiceLine, FormLine } from '../../design/form-line.tsx'
import { interfaceLanguages } from '../../design/messages.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { timeZones } from '../../design/time-zones.ts'
import { type Form, fieldOf } from '../../platform/http/form.ts'
import { accountMessages } from './account-messages.ts'
import type { AccountPart, ReaderAsk } from './account-part.ts'
import type { Reader } from './reader.ts'
import type { SessionLine } from './session-queries.ts'

/** The form about oneself as it was sent, and what is wrong with it by field. */
export interface DetailsTyped {
  form: Form
  wrong: Record<string, string>
}

interface AccountProps {
  ask: ReaderAsk
  reader: Reader
  /** What other features put on the page. */
  others: AccountPart[]
  sessions: SessionLine[]
  timeZone: string
  typed?: DetailsTyped
}

/** The whole account on one page, with its parts listed beside it. */
export function AccountView(props: AccountProps): ComponentChildren {
  const { ask, others, sessions } = props
  const texts = accountMessages(ask.reader.language)
  const parts: AccountPart[] = [
    ...others,
    { id: 'details', title: texts.details, body: <Details {...props} /> },
    { id: 'address', title: texts.address, body: <Address ask={ask} /> },
    { id: 'sessions', title: texts.sessions, body: <Sessions {...props} sessions={sessions} /> },
    { id: 'data', title: texts.data, body: <Data ask={ask} /> },
  ]
  return (
    <div class="account grid-page">
      <header class="account__head">
        <h1 class="account__title">{texts.title}</h1>
        <form method="post" action="/account/sign-out" class="account__who">
          <CsrfField ask={ask} />
          <span>{texts.signedInAs(ask.reader.email)}</span>
          <button type="submit" class="account__link">
            {texts.signOut}
          </button>
        </form>
      </header>
      <nav class="account__contents" aria-label={texts.contents}>
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="account__parts">
        {parts.map(({ id, title, body }) => (
          <section key={id} class="account__part" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <Done ask={ask} id={id} />
            {body}
          </section>
        ))}
      </div>
    </div>
  )
}

/** What was just done, said where it was done. */
function Done({ ask, id }: { ask: ReaderAsk; id: string }): ComponentChildren {
  const texts = accountMessages(ask.reader.language)
  const said: Record<string, [part: string, sentence: string]> = {
    saved: ['details', texts.saved],
    moved: ['address', texts.moved],
    ended: ['sessions', texts.ended],
  }
  const [part, sentence] = said[ask.query.done ?? ''] ?? []
  return part === id ? (
    <p class="account__notice" role="status">
      {sentence}
    </p>
  ) : null
}

function Details({ ask, reader, typed }: AccountProps): ComponentChildren {
  const { language } = ask.reader
  const texts = accountMessages(language)
  const value = (name: 'name' | 'language' | 'country' | 'timeZone') =>
    typed ? fieldOf(typed.form, name) : (reader[name] ?? '')
  const wrong = typed?.wrong ?? {}
  const unsaid = { value: '', label: texts.notSaid }
  return (
    <form method="post" action="/account/details" class="account__form">
      <CsrfField ask={ask} />
      <FormLine
        name="name"
        label={texts.name}
        hint={texts.nameHint}
        value={value('name')}
        error={wrong.name}
        autocomplete="name"
        maxLength={120}
      />
      <ChoiceLine
        name="language"
        label={texts.language}
        hint={texts.languageHint}
        value={value('language')}
        error={wrong.language}
        options={languages}
      />
      <ChoiceLine
        name="country"
        label={texts.country}
        value={value('country')}
        error={wrong.country}
        autocomplete="country"
        options={[unsaid, ...listCountries(language)]}
      />
      <ChoiceLine
        name="timeZone"
        label={texts.timeZone}
        hint={texts.timeZoneHint}
        value={value('timeZone')}
        error={wrong.timeZone}
        options={[unsaid, ...zones]}
      />
      <button type="submit" class="button">
        {texts.save}
      </button>
    </form>
  )
}

const languages = interfaceLanguages.map(tag => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
  return { value: tag, label: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1), lang: tag }
})

const zones = timeZones.map(value => ({ value, label: value.replaceAll('_', ' ') }))

function Address({ ask }: { ask: ReaderAsk }): ComponentChildren {
  const texts = accountMessages(ask.reader.language)
  return (
    <>
      <p>{texts.addressIntro(ask.reader.email)}</p>
      <p class="account__way">
        <a href="/account/address">{texts.changeAddress}</a>
      </p>
    </>
  )
}

function Sessions({ ask, sessions, timeZone }: AccountProps): ComponentChildren {
  const { language, sessionId } = ask.reader
  const texts = accountMessages(language)
  const ownFirst = [...sessions].sort((a, b) => Number(b.id === sessionId) - Number(a.id === sessionId))
  return (
    <>
      <ul class="account__sessions">
        {ownFirst.map(({ id, browser, lastUsedAt }) => (
          <li key={id}>
            <p>
              <strong>{browserIn(language, browser)}</strong>
              <span class="account__soft">
                {id === sessionId ? (
                  texts.thisBrowser
                ) : (
                  <time datetime={lastUsedAt.toISOString()}>
                    {texts.lastUsed(formatDateTime(lastUsedAt, { language, timeZone }))}
                  </time>
                )}
              </span>
            </p>
            {id !== sessionId && (
              <form method="post" action={`/account/sessions/${id}/end`}>
                <CsrfField ask={ask} />
                <button
                  type="submit"
                  class="account__link"
                  aria-label={texts.endNamed(browserIn(language, browser))}
                >
                  {texts.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/account/sessions/end-others">
          <CsrfField ask={ask} />
          <button type="submit" class="button button--plain">
            {texts.endOthers}
          </button>
        </form>
      )}
    </>
  )
}

/** What `browserWords` wrote down in English, in the reader's language. */
function browserIn(language: string, words: string): string {
  const texts = accountMessages(language)
  if (words === 'A browser') return texts.someBrowser
  const [browser = words, system] = words.split(' on ')
  return system ? texts.browserOn(browser, system) : browser
}

function Data({ ask }: { ask: ReaderAsk }): ComponentChildren {
  const texts = accountMessages(ask.reader.language)
  return (
    <>
      <p>{texts.dataIntro}</p>
      <p class="account__way">
        <a href="/account/data" download>
          {texts.download}
        </a>
      </p>
      <p>{texts.deleteIntro}</p>
      <p class="account__way">
        <a href="/account/delete">{texts.deleteLink}</a>
      </p>
    </>
  )
}
