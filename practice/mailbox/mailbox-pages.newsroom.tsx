import type { ComponentChildren } from 'preact'
import type { FramePublication } from '../../src/design/frame.ts'
import { printNewsroomPage } from '../../src/design/newsroom/newsroom-frame.tsx'
import { NotFound } from '../../src/platform/errors/errors.ts'
import type { House } from '../../src/platform/house.ts'
import type { Answer, Ask, Route } from '../../src/platform/http/route.ts'
import { mailboxMessages } from './mailbox-messages.ts'
import { findLetter, listLetters } from './mailbox-queries.ts'
import { LetterView, MailboxView } from './mailbox-view.tsx'
import { admitReader } from './may-read.ts'
import { readLetter } from './read-letter.ts'

type FindPublication = (house: House) => Promise<FramePublication>

/** `/practice/mail`: what the practice mailbox has, newest first. `publicationOf` says whose paper this is. */
export function mailboxPage(publicationOf: FindPublication): Route['answer'] {
  return async (ask, house) => {
    admitReader(ask, house)
    const publication = await publicationOf(house)
    const to = (ask.query.to ?? '').trim().slice(0, 254)
    const letters = await listLetters(house.db, to)
    const view = <MailboxView letters={letters} to={to} place={publication} />
    return page(ask, house, publication, { title: mailboxMessages(publication.language).title, view })
  }
}

/** `/practice/mail/:id`: one letter. */
export function letterPage(publicationOf: FindPublication): Route['answer'] {
  return async (ask, house) => {
    const letter = await letterAsked(ask, house)
    const publication = await publicationOf(house)
    const read = await readLetter(letter.source)
    const view = <LetterView letter={letter} read={read} place={publication} />
    const title = read.subject || mailboxMessages(publication.language).noSubject
    return page(ask, house, publication, { title, view })
  }
}

const ownHeaders = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'referrer-policy': 'no-referrer',
}

/** `/practice/mail/:id/letter`: its HTML as it came, for the frame. It may be looked at and do nothing. */
export async function letterHtml(ask: Ask, house: House): Promise<Answer> {
  const { html } = await readLetter((await letterAsked(ask, house)).source)
  if (!html) throw new NotFound()
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ]
  return { body: html, headers: { ...ownHeaders, 'content-security-policy': policy.join('; ') } }
}

/** `/practice/mail/:id/source`: every byte as it came over SMTP. */
export async function letterSource(ask: Ask, house: House): Promise<Answer> {
  const { source } = await letterAsked(ask, house)
  const headers = { ...ownHeaders, 'content-security-policy': "default-src 'none'; sandbox" }
  return { type: 'text/plain; charset=utf-8', body: source, headers }
}

async function letterAsked(ask: Ask, house: House) {
  admitReader(ask, house)
  const { id = '' } = ask.params
  const letter = /^[1-9]\d{0,14}$/.test(id) ? await findLetter(house.db, Number(id)) : null
  if (!letter) throw new NotFound()
  return letter
}

function page(
  ask: Ask,
  house: House,
  publication: FramePublication,
  { title, view }: { title: string; view: ComponentChildren },
): Answer {
  const { html, headers } = printNewsroomPage({
    publication,
    assets: house.assets,
    language: publication.language,
    title,
    theme: 'system',
    csrf: ask.csrf,
    // Whoever reads it may not be signed in yet: the code they need for that is in here.
    person: null,
    desks: [],
    wide: true,
    body: view,
  })
  return { body: html, headers }
}
