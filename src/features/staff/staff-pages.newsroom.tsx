import { z } from 'zod'
import { BadInput, NotFound } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import { type Answer, type Ask, seeOther } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { listAuthors } from '../authors/author.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { findAddressLink } from './address-queries.ts'
import {
  changeRole,
  deactivateStaff,
  linkAuthor,
  reactivateStaff,
  requireSecondFactor,
  resetSecondFactor,
} from './change-staff.ts'
import { findFactors, secondFactorRequired } from './factor-queries.ts'
import { offerAddress, offerAddressAgain, withdrawAddress } from './give-address.ts'
import { listInvitations } from './invitation-queries.ts'
import { inviteStaff, resendInvitation, withdrawInvitation } from './invite-staff.ts'
import { proofMessages } from './proof-messages.newsroom.ts'
import { proofFirst } from './proof-pages.newsroom.tsx'
import { emailField, languageField, roleField } from './staff.ts'
import { StaffList, type TypedInvitation } from './staff-list-view.newsroom.tsx'
import { PersonView } from './staff-member-view.newsroom.tsx'
import { staffMessages } from './staff-messages.newsroom.ts'
import { findStaff, listProtected, listStaff } from './staff-queries.ts'

const desk = '/newsroom/staff'

const authorField = z
  .string()
  .default('')
  .refine(text => /^\d{0,15}$/.test(text), 'Choose one of the authors.')
  .transform(text => (text === '' ? null : Number(text)))

const invitationForm = z.object({
  email: emailField,
  role: roleField,
  language: languageField,
  author: authorField,
})

/** `/newsroom/staff`: everyone who may sign in, and who is invited to. */
export async function staffPage(ask: Ask, house: House): Promise<Answer> {
  return show(ask, house, {})
}

export async function invite(ask: Ask, house: House): Promise<Answer> {
  try {
    const { author, ...invitation } = readForm(ask, invitationForm)
    await inviteStaff(house, staffOf(ask), { ...invitation, authorId: author })
    return seeOther(`${desk}?done=invited&for=${encodeURIComponent(invitation.email)}`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const typed = {
      email: fieldOf(ask.form, 'email'),
      role: fieldOf(ask.form, 'role'),
      language: fieldOf(ask.form, 'language'),
      author: fieldOf(ask.form, 'author'),
    }
    return show(ask, house, { typed, error })
  }
}

export async function resend(ask: Ask, house: House): Promise<Answer> {
  await resendInvitation(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}?done=resent`)
}

export async function withdraw(ask: Ask, house: House): Promise<Answer> {
  await withdrawInvitation(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}?done=withdrawn`)
}

export async function setRules(ask: Ask, house: House): Promise<Answer> {
  await requireSecondFactor(house, staffOf(ask), fieldOf(ask.form, 'required') === 'yes')
  return seeOther(`${desk}?done=saved`)
}

/** `/newsroom/staff/:id`: one person. */
export async function personPage(ask: Ask, house: House): Promise<Answer> {
  return showPerson(ask, house, {})
}

/** Has a letter go to the address that somebody is to have from now on. */
export async function setAddress(ask: Ask, house: House): Promise<Answer> {
  const id = numberOf(ask)
  const proof = await proofFirst(ask, house, `${desk}/${id}`)
  if (proof) return seeOther(proof)
  try {
    const { email } = readForm(ask, z.object({ email: emailField }))
    await offerAddress(house, staffOf(ask), { staffId: id, email })
    return seeOther(`${desk}/${id}?done=offered&for=${encodeURIComponent(email)}`)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return showPerson(ask, house, { typed: fieldOf(ask.form, 'email').slice(0, 254), error })
  }
}

export async function resendAddress(ask: Ask, house: House): Promise<Answer> {
  await offerAddressAgain(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}/${numberOf(ask)}?done=resent`)
}

export async function withdrawOffer(ask: Ask, house: House): Promise<Answer> {
  await withdrawAddress(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}/${numberOf(ask)}?done=offerWithdrawn`)
}

async function showPerson(
  ask: Ask,
  house: House,
  { typed, error }: { typed?: string; error?: BadInput },
): Promise<Answer> {
  const by = staffOf(ask)
  const [person, waiting, publication, authors, factors] = await Promise.all([
    findStaff(house.db, numberOf(ask)),
    findAddressLink(house.db, numberOf(ask)),
    readPublication(house),
    listAuthors(house.db),
    findFactors(house.db, numberOf(ask)),
  ])
  if (!person) throw new NotFound('There is nobody with this number on the staff.')
  const texts = staffMessages(by.language)
  const place = { language: by.language, timeZone: publication.timeZone }
  return newsroomPage(ask, house, {
    desk: 'staff',
    title: person.name,
    status: error && 422,
    notice: noticeOf(ask, texts),
    body: (
      <PersonView
        {...{ ask, by, person, waiting, authors, factors, place, typed }}
        now={house.clock.now()}
        error={error?.message}
      />
    ),
  })
}

export async function setRole(ask: Ask, house: House): Promise<Answer> {
  const { role } = readForm(ask, z.object({ role: roleField }))
  const id = numberOf(ask)
  const by = staffOf(ask)
  await changeRole(house, by, id, role)
  return seeOther(id === by.id ? '/newsroom/sign-in' : `${desk}/${id}?done=roleChanged`)
}

export async function setAuthor(ask: Ask, house: House): Promise<Answer> {
  const { author } = readForm(ask, z.object({ author: authorField }))
  const known = (await listAuthors(house.db)).some(({ id }) => id === author)
  if (author !== null && !known)
    throw new BadInput({ field: 'author', sentence: 'Choose one of the authors.' })
  await linkAuthor(house, staffOf(ask), numberOf(ask), author)
  return seeOther(`${desk}/${numberOf(ask)}?done=linked`)
}

export async function deactivate(ask: Ask, house: House): Promise<Answer> {
  await deactivateStaff(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}/${numberOf(ask)}?done=deactivated`)
}

export async function reactivate(ask: Ask, house: House): Promise<Answer> {
  await reactivateStaff(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}/${numberOf(ask)}?done=reactivated`)
}

export async function resetFactors(ask: Ask, house: House): Promise<Answer> {
  await resetSecondFactor(house, staffOf(ask), numberOf(ask))
  return seeOther(`${desk}/${numberOf(ask)}?done=resetDone`)
}

async function show(
  ask: Ask,
  house: House,
  { typed, error }: { typed?: TypedInvitation; error?: BadInput },
): Promise<Answer> {
  const by = staffOf(ask)
  const texts = staffMessages(by.language)
  const [publication, people, guarded, invitations, authors, required] = await Promise.all([
    readPublication(house),
    listStaff(house.db),
    listProtected(house.db),
    listInvitations(house.db),
    listAuthors(house.db),
    secondFactorRequired(house.db),
  ])
  const place = { language: by.language, timeZone: publication.timeZone }
  const now = house.clock.now()
  const language = publication.language
  return newsroomPage(ask, house, {
    desk: 'staff',
    title: texts.staff,
    status: error && 422,
    notice: noticeOf(ask, texts),
    body: (
      <StaffList
        {...{ ask, by, people, guarded, invitations, authors, required, place, now, language, typed, error }}
      />
    ),
  })
}

function noticeOf(ask: Ask, texts: ReturnType<typeof staffMessages>): string | undefined {
  const { query } = ask
  const { language } = staffOf(ask)
  if (query.done === 'invited') return texts.invited(query.for ?? '')
  if (query.done === 'offered') return proofMessages(language).offered(query.for ?? '')
  if (query.done === 'offerWithdrawn') return proofMessages(language).offerWithdrawn
  const known = [
    'saved',
    'resent',
    'withdrawn',
    'roleChanged',
    'linked',
    'deactivated',
    'reactivated',
    'resetDone',
  ] as const
  const found = known.find(name => name === query.done)
  return found && texts[found]
}

function numberOf({ params }: Ask): number {
  return /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : 0
}

function staffOf({ staff }: Ask): StaffMember {
  if (!staff) throw new Error('This page is for staff; the route table admits nobody else.')
  return staff
}
