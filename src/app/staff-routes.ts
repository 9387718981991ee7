import { auditPage } from '../features/audit/audit-pages.newsroom.tsx'
import * as letters from '../features/letters/letter-pages.newsroom.tsx'
import * as account from '../features/staff/account-pages.newsroom.tsx'
import * as address from '../features/staff/address-pages.newsroom.tsx'
import * as link from '../features/staff/link-pages.newsroom.tsx'
import * as proof from '../features/staff/proof-pages.newsroom.tsx'
import * as second from '../features/staff/second-factor-pages.newsroom.tsx'
import * as signIn from '../features/staff/sign-in-pages.newsroom.tsx'
import * as staff from '../features/staff/staff-pages.newsroom.tsx'
import type { Route, Who } from '../platform/http/route.ts'

type Handler = NonNullable<Route['answer']>

/** Tries one address on the net may make in a minute at the door; what is guessed at has limits of its own. */
const atTheDoor = 60

/** Signing in, one's own account, the staff, the letters that did not go out, and who did what. */
export const staffRoutes: Route[] = [
  door('/newsroom/sign-in', signIn.signInPage, ['to']),
  send('/newsroom/sign-in', signIn.askForCode),
  door('/newsroom/sign-in/code', signIn.codePage, ['to']),
  send('/newsroom/sign-in/code', signIn.enterCode),
  script('/newsroom/sign-in/passkey/question', signIn.passkeyQuestion),
  script('/newsroom/sign-in/passkey/answer', signIn.passkeyAnswered),
  door('/newsroom/sign-in/second-factor', second.secondFactorPage, ['to']),
  send('/newsroom/sign-in/second-factor', second.enterSecondFactor),
  script('/newsroom/sign-in/second-factor/passkey/question', second.secondPasskeyQuestion),
  script('/newsroom/sign-in/second-factor/passkey/answer', second.secondPasskeyAnswered),
  send('/newsroom/sign-in/enrol/app', second.enrolByApp),
  script('/newsroom/sign-in/enrol/passkey/question', second.enrolPasskeyQuestion),
  script('/newsroom/sign-in/enrol/passkey/answer', second.enrolPasskeyAnswered),
  door('/newsroom/sign-in/link', link.linkPage, ['token']),
  send('/newsroom/sign-in/link', link.followLink),
  door('/newsroom/welcome', link.welcomePage, ['token']),
  send('/newsroom/welcome', link.becomeOwner),
  door('/newsroom/invitation', link.invitationPage, ['token']),
  send('/newsroom/invitation', link.joinStaff),
  door('/newsroom/invitation/address', address.offeredPage, ['token']),
  send('/newsroom/invitation/address', address.acceptOffered),
  form('/newsroom/sign-out', 'staff', signIn.signOut),

  page('/newsroom/account', 'staff', account.accountPage, ['done']),
  form('/newsroom/account', 'staff', account.saveAccount),
  page('/newsroom/account/address', 'staff', address.addressPage),
  form('/newsroom/account/address', 'staff', address.askAddress),
  page('/newsroom/account/address/code', 'staff', address.addressCodePage),
  form('/newsroom/account/address/code', 'staff', address.confirmAddress),
  page('/newsroom/account/proof', 'staff', proof.proofPage, ['to']),
  form('/newsroom/account/proof/send', 'staff', proof.sendProofCode),
  form('/newsroom/account/proof/letter', 'staff', proof.proveLetter),
  form('/newsroom/account/proof/factor', 'staff', proof.proveFactor),
  ofAccount('/newsroom/account/proof/passkey/question', proof.proofPasskeyQuestion),
  ofAccount('/newsroom/account/proof/passkey/answer', proof.proofPasskeyAnswered),
  form('/newsroom/account/sessions/:session/end', 'staff', account.endOwnSession),
  form('/newsroom/account/sessions/end-others', 'staff', account.endOtherSessions),
  ofAccount('/newsroom/account/passkeys/question', account.newPasskeyQuestion),
  ofAccount('/newsroom/account/passkeys/answer', account.newPasskeyAnswered),
  form('/newsroom/account/passkeys/:passkey/remove', 'staff', account.dropPasskey),
  page('/newsroom/account/app', 'staff', account.appPage),
  form('/newsroom/account/app', 'staff', account.confirmApp),
  form('/newsroom/account/app/remove', 'staff', account.dropApp),
  form('/newsroom/account/second-factor', 'staff', account.chooseSecondFactor),
  form('/newsroom/account/recovery-codes', 'staff', account.newRecoveryCodes),

  page('/newsroom/staff', 'manage-staff', staff.staffPage, ['done', 'for']),
  form('/newsroom/staff/invitations', 'manage-staff', staff.invite),
  form('/newsroom/staff/invitations/:id/resend', 'manage-staff', staff.resend),
  form('/newsroom/staff/invitations/:id/withdraw', 'manage-staff', staff.withdraw),
  form('/newsroom/staff/rules', 'manage-staff', staff.setRules),
  page('/newsroom/staff/:id', 'manage-staff', staff.personPage, ['done']),
  form('/newsroom/staff/:id/address', 'manage-staff', staff.setAddress),
  form('/newsroom/staff/:id/address/resend', 'manage-staff', staff.resendAddress),
  form('/newsroom/staff/:id/address/withdraw', 'manage-staff', staff.withdrawOffer),
  form('/newsroom/staff/:id/role', 'manage-staff', staff.setRole),
  form('/newsroom/staff/:id/author', 'manage-staff', staff.setAuthor),
  form('/newsroom/staff/:id/deactivate', 'manage-staff', staff.deactivate),
  form('/newsroom/staff/:id/reactivate', 'manage-staff', staff.reactivate),
  form('/newsroom/staff/:id/reset-second-factor', 'manage-staff', staff.resetFactors),

  page('/newsroom/publication/letters', 'run-publication', letters.lettersDesk, ['done']),
  form('/newsroom/publication/letters/set-aside', 'run-publication', letters.setAllLettersAside),
  form('/newsroom/publication/letters/:id/send-again', 'run-publication', letters.sendLetterAgain),
  form('/newsroom/publication/letters/:id/set-aside', 'run-publication', letters.setLetterAside),

  page('/newsroom/audit', 'read-audit-log', auditPage, [
    'person',
    'act',
    'subject',
    'from',
    'until',
    'before',
  ]),
]

function page(path: string, who: Who, answer: Handler, query: string[] = []): Route {
  return { method: 'GET', path, who, query, answer }
}

function form(path: string, who: Who, answer: Handler): Route {
  return { method: 'POST', path, who, takes: 'form', answer }
}

function ofAccount(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'staff', takes: 'json', answer }
}

/** A page in front of the door: anybody may see it, and its forms are bound to the browser. */
function door(path: string, answer: Handler, query: string[]): Route {
  return { method: 'GET', path, who: 'anyone', forms: true, query, answer }
}

function send(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'anyone', takes: 'form', perMinute: atTheDoor, answer }
}

function script(path: string, answer: Handler): Route {
  return { method: 'POST', path, who: 'anyone', takes: 'json', perMinute: atTheDoor, answer }
}
