import * as account from '../features/readers/account-pages.reader.tsx'
import * as address from '../features/readers/address-pages.reader.tsx'
import * as deletion from '../features/readers/delete-pages.reader.tsx'
import * as signIn from '../features/readers/sign-in-pages.reader.tsx'
import type { Route } from '../platform/http/route.ts'
import { accountData } from './account-data.ts'
import { accountSections } from './account-sections.ts'
import { forgetting } from './forgetting.ts'
import { standingOf } from './standing-of.ts'

type Handler = NonNullable<Route['answer']>

/** Tries one address on the net may make in a minute; what is guessed at has limits of its own. */
const perMinute = 60
const parts = { sections: accountSections, standingOf }

/** A reader's way in, and their account. */
export const readerRoutes: Route[] = [
  door('/account/sign-in', signIn.signInPage, ['next', 'done']),
  send('/account/sign-in', signIn.askForCode),
  door('/account/sign-in/code', signIn.codePage, ['next']),
  send('/account/sign-in/code', signIn.enterCode(standingOf)),
  door('/account/sign-in/link', signIn.linkPage, ['token', 'next']),
  send('/account/sign-in/link', signIn.followLink(standingOf)),
  form('/account/sign-out', signIn.signOut),

  page('/account', account.accountPage(parts), ['done']),
  form('/account/details', account.saveDetails(parts)),
  form('/account/sessions/:session/end', account.endOwnSession),
  form('/account/sessions/end-others', account.endOtherSessions),
  page('/account/address', address.addressPage),
  form('/account/address', address.sendToNewAddress),
  page('/account/address/code', address.addressCodePage),
  form('/account/address/code', address.confirmNewAddress),
  { ...page('/account/data', account.downloadData(accountData)), forms: false, perMinute: 10 },
  page('/account/delete', deletion.deletePage(forgetting)),
  form('/account/delete', deletion.deleteAccount(forgetting)),
]

/** A page in front of the door: anybody may see it, and its forms are bound to the browser. */
function door(path: string, answer: Handler, query: string[]): Route {
  return { method: 'GET', path, who: 'anyone', forms: true, query, answer }
}

function send(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'anyone', takes: 'form', perMinute, answer }
}

function page(path: string, answer: Handler, query: string[] = []): Route {
  return { method: 'GET', path, who: 'reader', forms: true, query, answer }
}

function form(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'reader', takes: 'form', perMinute, answer }
}
