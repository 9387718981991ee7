import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Said } from '../../design/newsroom/said.tsx'
import { ExpectedError, SignInNeeded, StaleForm } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import type { Form } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import { newsroomMessages } from './newsroom-messages.newsroom.ts'
import { newsroomPage } from './newsroom-page.tsx'

/**
 * The newsroom's answer to anything that went wrong. Whoever is not signed in is led to the sign-in and back; a form
 * that came too late is kept on the page, to be sent again.
 */
export async function newsroomFailed(error: unknown, ask: Ask, house: House): Promise<Answer> {
  const reading = ask.method === 'GET' || ask.method === 'HEAD'
  if (error instanceof SignInNeeded && reading)
    return seeOther(`/newsroom/sign-in?to=${encodeURIComponent(ask.path + ask.url.search)}`)
  const status = error instanceof ExpectedError ? error.status : statusOf(error)
  if (status >= 500)
    house.log[error instanceof ExpectedError ? 'warn' : 'error'](
      error instanceof ExpectedError
        ? { error: error.code, request: ask.requestId }
        : { err: error, request: ask.requestId },
      'a request failed',
    )
  const texts = newsroomMessages(ask.staff?.language ?? 'en')
  const title = titleFor(error, status, texts)
  return newsroomPage(ask, house, {
    desk: null,
    title,
    status,
    body: <Failure {...{ error, ask, status, title }} />,
  })
}

function Failure(props: { error: unknown; ask: Ask; status: number; title: string }): ComponentChildren {
  const { error, ask, status, title } = props
  const language = ask.staff?.language ?? 'en'
  const texts = newsroomMessages(language)
  const late = error instanceof SignInNeeded || error instanceof StaleForm
  return (
    <section class="failure">
      <h1>{title}</h1>
      <p>
        <Said sentence={sentenceFor()} />
      </p>
      {late ? (
        <Again ask={ask} signedOut={error instanceof SignInNeeded} />
      ) : (
        <>
          <Typed form={ask.form} language={language} />
          <p>
            <a class="button" href="/newsroom">
              {texts.back}
            </a>
          </p>
        </>
      )}
    </section>
  )

  function sentenceFor(): string {
    if (error instanceof SignInNeeded) return texts.signedOutHint
    if (error instanceof ExpectedError && status !== 404) return error.message
    if (status === 404) return texts.notFoundHint
    return status >= 500 ? texts.faultHint(ask.requestId) : texts.wrong
  }
}

/** The form as it came, ready to be sent again with a token that is good. */
function Again({ ask, signedOut }: { ask: Ask; signedOut: boolean }): ComponentChildren {
  const texts = newsroomMessages(ask.staff?.language ?? 'en')
  // A form with files is sent as one again, though its files have to be chosen again.
  const files = /^multipart\//i.test(ask.headers['content-type'] ?? '')
  return (
    <form
      method="post"
      action={ask.path + ask.url.search}
      enctype={files ? 'multipart/form-data' : undefined}
      data-again
    >
      {signedOut && (
        <p>
          <a class="button" href="/newsroom/sign-in" target="_blank" rel="noopener">
            {texts.signIn}
          </a>
        </p>
      )}
      <CsrfField ask={ask} />
      {fieldsOf(ask.form).map(([name, value], i) => (
        <input key={i} type="hidden" name={name} value={value} />
      ))}
      {files && <p>{texts.filesAgain}</p>}
      <Typed form={ask.form} language={ask.staff?.language ?? 'en'} />
      <p>
        <button type="submit" class="button button--primary">
          {texts.sendAgain}
        </button>
      </p>
    </form>
  )
}

/** What was typed, to be read and copied. */
function Typed({ form, language }: { form: Form; language: string }): ComponentChildren {
  const texts = newsroomMessages(language)
  const words = fieldsOf(form).filter(([, value]) => value.trim().length > 0)
  if (words.length === 0) return null
  return (
    <div class="field">
      <span class="field__label">{texts.typed}</span>
      {words.map(([name, value], i) => (
        <textarea key={i} readOnly rows={Math.min(8, value.split('\n').length + 1)} aria-label={name}>
          {value}
        </textarea>
      ))}
    </div>
  )
}

function fieldsOf(form: Form): [string, string][] {
  return Object.entries(form)
    .filter(([name]) => name !== 'csrf' && !/code|token|secret|password/i.test(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
}

function titleFor(error: unknown, status: number, texts: ReturnType<typeof newsroomMessages>): string {
  if (error instanceof SignInNeeded) return texts.signedOut
  if (error instanceof StaleForm) return texts.stale
  if (status === 403) return texts.notAllowed
  if (status === 404 || status === 410) return texts.notFound
  if (status === 409) return texts.conflict
  if (status === 503) return texts.away
  return status >= 500 ? texts.fault : texts.wrong
}

/** Errors of the web framework carry their own status (a body too large). */
function statusOf(error: unknown): number {
  const status = (error as { statusCode?: number })?.statusCode
  return status !== undefined && status >= 400 && status < 500 ? status : 500
}
