import { z } from 'zod'
import { recordAct } from '../../platform/audit/audit.ts'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm, rowNumberOf } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { browserWords } from '../../platform/sign-in/browser-words.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { AccountView } from './account-view.newsroom.tsx'
import { endSessions } from './change-staff.ts'
import { findFactors, secondFactorRequired } from './factor-queries.ts'
import { RecoveryCodes, TotpForm } from './factor-view.newsroom.tsx'
import { listPasskeys } from './passkey-queries.ts'
import { addPasskey, offerPasskey } from './passkeys.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { proofFirst } from './proof-pages.newsroom.tsx'
import {
  askSecondFactor,
  confirmTotp,
  offerTotp,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
} from './second-factor.ts'
import { idleSince } from './session.ts'
import { listSessions } from './session-queries.ts'
import { passkeySent } from './sign-in-pages.newsroom.tsx'
import { challengeCookieFor, challengeToken, inJson } from './sign-in-steps.ts'
import { languageField, nameField } from './staff.ts'
import { staffMessages } from './staff-messages.newsroom.ts'
import { tellFactorChange } from './staff-notices.ts'
import { findStaff, updateStaff } from './staff-queries.ts'
import { totpAddress } from './totp.ts'

const account = '/newsroom/account'

/** `/newsroom/account`: one's own name, address, passkeys, second factor and sessions. */
export async function accountPage(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house, {})
}

const ownForm = z.object({ name: nameField, language: languageField })

export async function saveAccount(ask: Ask, house: House): Promise<Answer> {
  const by = staffOf(ask)
  try {
    const { name, language } = readForm(ask, ownForm)
    await house.db.transaction().execute(async tx => {
      await updateStaff(tx, by.id, { name, language })
      await recordAct(tx, house.clock, {
        by: { id: by.id, name },
        act: 'change-own-account',
        subject: { kind: 'staff', id: by.id, title: name },
        detail: { before: by.name },
      })
    })
    return seeOther(`${account}?done=saved`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return show(ask, house, { error, typed: fieldOf(ask.form, 'name') })
  }
}

/** Ends one of one's own sessions. */
export async function endOwnSession(ask: Ask, house: House): Promise<Answer> {
  const { id, sessionId } = staffOf(ask)
  const only = rowNumberOf(ask.params, 'session')
  if (only === sessionId || only === 0) return seeOther(account)
  await house.db.transaction().execute(tx => endSessions(tx, house, id, { only }))
  return seeOther(`${account}?done=ended`)
}

export async function endOtherSessions(ask: Ask, house: House): Promise<Answer> {
  const by = staffOf(ask)
  await house.db.transaction().execute(async tx => {
    await recordAct(tx, house.clock, {
      by,
      act: 'sign-out-elsewhere',
      subject: { kind: 'staff', id: by.id, title: by.name },
    })
    await endSessions(tx, house, by.id, { except: by.sessionId })
  })
  return seeOther(`${account}?done=ended`)
}

/** For the script: begins a new passkey. */
export async function newPasskeyQuestion(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house)
  if (proof) return inJson({ to: proof })
  const publication = await readPublication(house)
  const { options, token } = await house.db.transaction().execute(async tx => {
    const staff = (await findStaff(tx, staffOf(ask).id))!
    return offerPasskey(tx, house, { staff, publication: publication.name })
  })
  return inJson(options, [challengeCookieFor(house, token)])
}

export async function newPasskeyAnswered(ask: Ask, house: House): Promise<Answer> {
  const by = staffOf(ask)
  const sent = passkeySent.safeParse(ask.json)
  if (!sent.success) return inJson({ failed: true }, [], 422)
  const proof = await proofFirst(ask, house)
  if (proof) return inJson({ to: proof })
  const name = browserWords(ask.headers['user-agent'])
  const added = await house.db.transaction().execute(async tx => {
    const { answer } = sent.data
    if (!(await addPasskey(tx, house, { staffId: by.id, token: challengeToken(ask), answer, name })))
      return false
    await recordAct(tx, house.clock, {
      by,
      act: 'add-passkey',
      subject: { kind: 'staff', id: by.id, title: by.name },
      detail: { passkey: name },
    })
    await tellFactorChange(tx, house, { staffId: by.id, change: 'passkeyAdded', passkey: name })
    return true
  })
  return added ? inJson({ to: `${account}?done=passkeyAdded` }) : inJson({ failed: true }, [], 422)
}

export async function dropPasskey(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house)
  if (proof) return seeOther(proof)
  await removePasskey(house, staffOf(ask), rowNumberOf(ask.params, 'passkey'))
  return seeOther(`${account}?done=removed`)
}

/** `/newsroom/account/app`: sets up one-time passwords. */
export async function appPage(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house, `${account}/app`)
  return proof ? seeOther(proof) : showApp(ask, house)
}

export async function confirmApp(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house, `${account}/app`)
  if (proof) return seeOther(proof)
  const by = staffOf(ask)
  const codes = await confirmTotp(house, by, fieldOf(ask.form, 'code').slice(0, 40))
  return codes ? showCodes(ask, house, codes) : showApp(ask, house, staffMessages(by.language).wrongCode)
}

export async function dropApp(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house)
  if (proof) return seeOther(proof)
  await removeTotp(house, staffOf(ask))
  return seeOther(`${account}?done=removed`)
}

/** Has a sign-in by code ask for the second factor, or no longer. */
export async function chooseSecondFactor(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house)
  if (proof) return seeOther(proof)
  const codes = await askSecondFactor(house, staffOf(ask), fieldOf(ask.form, 'asked') === 'yes')
  return codes.length > 0 ? showCodes(ask, house, codes) : seeOther(`${account}?done=saved`)
}

export async function newRecoveryCodes(ask: Ask, house: House): Promise<Answer> {
  const proof = await proofFirst(ask, house)
  if (proof) return seeOther(proof)
  return showCodes(ask, house, await renewRecoveryCodes(house, staffOf(ask)))
}

async function show(
  ask: Ask,
  house: House,
  { error, typed }: { error?: BadInput; typed?: string },
): Promise<Answer> {
  const by = staffOf(ask)
  const texts = staffMessages(by.language)
  const now = house.clock.now()
  const [publication, self, factors, passkeys, sessions, required] = await Promise.all([
    readPublication(house),
    findStaff(house.db, by.id),
    findFactors(house.db, by.id),
    listPasskeys(house.db, by.id),
    listSessions(house.db, { staffId: by.id, now, idleSince: idleSince(now) }),
    secondFactorRequired(house.db),
  ])
  const place = { language: by.language, timeZone: publication.timeZone }
  const { saved, removed, ended, passkeyAdded } = texts
  const { proven, addressChanged } = proofMessages(by.language)
  const notices: Record<string, string> = { saved, removed, ended, passkeyAdded, proven, addressChanged }
  const done = ask.query.done ?? ''
  return newsroomPage(ask, house, {
    desk: 'account',
    title: texts.account,
    status: error && 422,
    notice: Object.hasOwn(notices, done) ? notices[done] : undefined,
    body: (
      <AccountView
        {...{ ask, by, factors, passkeys, sessions, required, place, error, typed }}
        asks={self?.asksSecondFactor ?? false}
        siteUrl={house.config.siteUrl}
      />
    ),
  })
}

async function showApp(ask: Ask, house: House, error?: string): Promise<Answer> {
  const by = staffOf(ask)
  const publication = await readPublication(house)
  const secret = await offerTotp(house, by.id)
  if (!secret) return seeOther(account)
  const { language } = by
  const texts = staffMessages(language)
  const address = totpAddress(secret, { issuer: publication.name, label: by.email })
  return newsroomPage(ask, house, {
    desk: 'account',
    title: texts.setUpApp,
    status: error ? 422 : undefined,
    body: (
      <section class="sign-in">
        <h1>{texts.setUpApp}</h1>
        <TotpForm {...{ ask, language, error, address }} action="/newsroom/account/app" />
      </section>
    ),
  })
}

function showCodes(ask: Ask, house: House, codes: string[]): Promise<Answer> {
  const { language } = staffOf(ask)
  return newsroomPage(ask, house, {
    desk: 'account',
    title: staffMessages(language).recovery,
    body: <RecoveryCodes language={language} codes={codes} onward={account} />,
  })
}

function staffOf({ staff }: Ask): StaffMember {
  if (!staff) throw new Error('This page is for staff; the route table admits nobody else.')
  return staff
}
