import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { interfaceLanguages } from '../../design/messages.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../design/newsroom/field.tsx'
import { BadInput } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { fieldOf, readForm } from '../../platform/http/form.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { newsroomPage } from '../newsroom/newsroom.ts'
import { readPublication } from '../publication/publication.ts'
import { acceptInvitation, openInvitation } from './invite-staff.ts'
import { isWelcome, linkedStaff, signInByLink, welcomeOwner } from './sign-in-by-link.ts'
import { signInMessages } from './sign-in-messages.newsroom.ts'
import { afterFirstFactor } from './sign-in-steps.ts'
import { emailField, languageField, nameField } from './staff.ts'
import { staffMessages } from './staff-messages.newsroom.ts'
import { findStaffByEmail } from './staff-queries.ts'

// Opening a link uses nothing up: programs that read letters open links, too. Only pressing the button does.

/** `/newsroom/welcome?token=…`: makes the first owner. */
export async function welcomePage(ask: Ask, house: House): Promise<Answer> {
  return showWelcome(ask, house, { token: ask.query.token ?? '', form: {} })
}

const ownerForm = z.object({ name: nameField, email: emailField, language: languageField })

export async function becomeOwner(ask: Ask, house: House): Promise<Answer> {
  const token = fieldOf(ask.form, 'token')
  try {
    const owner = readForm(ask, ownerForm)
    if ((await isWelcome(house, token)) && (await findStaffByEmail(house.db, owner.email)))
      throw new BadInput({
        field: 'email',
        sentence:
          'Somebody on the staff has this address: npm run masthead -- staff role makes them the owner.',
      })
    const step = await welcomeOwner(house, { token, owner, userAgent: ask.headers['user-agent'] })
    return step
      ? afterFirstFactor(house, step, '/newsroom/account')
      : showWelcome(ask, house, { token, form: {} })
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const form = {
      name: fieldOf(ask.form, 'name'),
      email: fieldOf(ask.form, 'email'),
      language: fieldOf(ask.form, 'language'),
    }
    return showWelcome(ask, house, { token, form, error })
  }
}

/** `/newsroom/sign-in/link?token=…`: signs in somebody who was given the link. */
export async function linkPage(ask: Ask, house: House): Promise<Answer> {
  const token = ask.query.token ?? ''
  const staff = await linkedStaff(house, token)
  const texts = signInMessages(staff?.language ?? (await readPublication(house)).language)
  if (!staff) return gone(ask, house, texts.linkGoneHint)
  const title = texts.linkTitle(staff.name)
  const body = (
    <Door ask={ask} title={title} intro={texts.linkHint} action="/newsroom/sign-in/link" token={token}>
      <button type="submit" class="button button--primary">
        {texts.goOn}
      </button>
    </Door>
  )
  return newsroomPage(ask, house, { desk: null, title, body })
}

export async function followLink(ask: Ask, house: House): Promise<Answer> {
  const token = fieldOf(ask.form, 'token')
  const step = await signInByLink(house, { token, userAgent: ask.headers['user-agent'] })
  if (step) return afterFirstFactor(house, step, '/newsroom')
  const { language } = await readPublication(house)
  return gone(ask, house, signInMessages(language).linkGoneHint)
}

/** `/newsroom/invitation?token=…`: joins the staff. */
export async function invitationPage(ask: Ask, house: House): Promise<Answer> {
  return showInvitation(ask, house, { token: ask.query.token ?? '', form: {} })
}

const joinForm = z.object({ name: nameField, language: languageField })

export async function joinStaff(ask: Ask, house: House): Promise<Answer> {
  const token = fieldOf(ask.form, 'token')
  try {
    const person = readForm(ask, joinForm)
    const step = await acceptInvitation(house, { ...person, token, userAgent: ask.headers['user-agent'] })
    return step ? afterFirstFactor(house, step, '/newsroom') : showInvitation(ask, house, { token, form: {} })
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const form = { name: fieldOf(ask.form, 'name'), language: fieldOf(ask.form, 'language') }
    return showInvitation(ask, house, { token, form, error })
  }
}

interface Shown {
  token: string
  form: { name?: string; email?: string; language?: string }
  error?: BadInput
}

async function showWelcome(ask: Ask, house: House, { token, form, error }: Shown): Promise<Answer> {
  const { language } = await readPublication(house)
  const texts = signInMessages(language)
  if (!(await isWelcome(house, token))) return gone(ask, house, texts.welcomeGoneHint)
  const body = (
    <Door ask={ask} title={texts.welcome} intro={texts.welcomeIntro} action="/newsroom/welcome" token={token}>
      <Field
        name="name"
        label={texts.name}
        value={form.name}
        hint={texts.nameHint}
        error={wrong(error, 'name')}
        autocomplete="name"
        required
      />
      <Field
        name="email"
        type="email"
        label={texts.email}
        value={form.email}
        error={wrong(error, 'email')}
        autocomplete="email"
        required
      />
      <LanguageChoice label={texts.language} value={form.language ?? language} />
      <button type="submit" class="button button--primary">
        {texts.becomeOwner}
      </button>
    </Door>
  )
  return newsroomPage(ask, house, { desk: null, title: texts.welcome, status: error && 422, body })
}

async function showInvitation(ask: Ask, house: House, { token, form, error }: Shown): Promise<Answer> {
  const invitation = await openInvitation(house, token)
  const publication = await readPublication(house)
  const language = invitation?.language ?? publication.language
  const texts = signInMessages(language)
  if (!invitation) return gone(ask, house, texts.linkGoneHint)
  const title = texts.invitation(publication.name)
  const intro = texts.invitationIntro(invitation.email, staffMessages(language).roles[invitation.role])
  const body = (
    <Door ask={ask} title={title} intro={intro} action="/newsroom/invitation" token={token}>
      <Field
        name="name"
        label={texts.name}
        value={form.name}
        hint={texts.nameHint}
        error={wrong(error, 'name')}
        autocomplete="name"
        required
      />
      <LanguageChoice label={texts.language} value={form.language ?? language} />
      <button type="submit" class="button button--primary">
        {texts.join}
      </button>
    </Door>
  )
  return newsroomPage(ask, house, { desk: null, title, status: error && 422, body })
}

async function gone(ask: Ask, house: House, hint: string): Promise<Answer> {
  const { language } = await readPublication(house)
  const texts = signInMessages(language)
  const body = (
    <section class="sign-in">
      <h1>{texts.linkGone}</h1>
      <p>{hint}</p>
      <p>
        <a class="button" href="/newsroom/sign-in">
          {texts.toSignIn}
        </a>
      </p>
    </section>
  )
  return newsroomPage(ask, house, { desk: null, title: texts.linkGone, status: 410, body })
}

function Door(props: {
  ask: Ask
  title: string
  intro: string
  action: string
  token: string
  children: ComponentChildren
}): ComponentChildren {
  const { ask, title, intro, action, token, children } = props
  return (
    <section class="sign-in">
      <h1>{title}</h1>
      <p>{intro}</p>
      <form method="post" action={action} class="sign-in__form">
        <CsrfField ask={ask} />
        <input type="hidden" name="token" value={token} />
        {children}
      </form>
    </section>
  )
}

export function LanguageChoice(props: { label: string; value: string; hint?: string }): ComponentChildren {
  const { label, value, hint } = props
  // Each in its own words, so that everybody finds theirs.
  const options = interfaceLanguages.map((tag): [string, string] => [
    tag,
    new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
  ])
  return (
    <Choice name="language" label={label} value={value.split('-')[0] ?? 'en'} options={options} hint={hint} />
  )
}

function wrong(error: BadInput | undefined, field: string): string | undefined {
  return error?.field === field ? error.message : undefined
}
