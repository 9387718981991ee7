import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../design/dates.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import { Choice, Field } from '../../design/newsroom/field.tsx'
import type { BadInput } from '../../platform/errors/errors.ts'
import type { Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import { roles } from '../../platform/permissions.ts'
import type { Author } from '../authors/author.ts'
import { Act } from './account-view.newsroom.tsx'
import type { Invitation } from './invitation-queries.ts'
import { LanguageChoice } from './link-pages.newsroom.tsx'
import type { StaffLine } from './staff.ts'
import { staffMessages } from './staff-messages.newsroom.ts'

export interface TypedInvitation {
  email: string
  role: string
  language: string
  author: string
}

interface Props {
  ask: Ask
  by: StaffMember
  people: StaffLine[]
  /** Numbers of those who have a second factor. */
  guarded: Set<number>
  invitations: Invitation[]
  authors: Author[]
  required: boolean
  place: DatePlace
  now: Date
  /** The publication's, offered for an invitation. */
  language: string
  typed?: TypedInvitation
  error?: BadInput
}

export function StaffList(props: Props): ComponentChildren {
  const texts = staffMessages(props.by.language)
  return (
    <div id="staff">
      <div class="desk__head">
        <h1>{texts.staff}</h1>
      </div>
      <People {...props} />
      {props.invitations.length > 0 && <Invitations {...props} />}
      <div class="panes panes--even">
        <InvitationForm {...props} />
        <Rules {...props} />
      </div>
    </div>
  )
}

function People({ by, people, guarded, place }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col" class="staff__more">
                {texts.email}
              </th>
              <th scope="col">{texts.role}</th>
              <th scope="col">{texts.access}</th>
              <th scope="col" class="staff__more">
                {texts.hasSecond}
              </th>
              <th scope="col" class="staff__more">
                {texts.lastSeen}
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map(person => (
              <tr key={person.id}>
                <td>
                  <a class="table__headline" dir="auto" href={`/newsroom/staff/${person.id}`}>
                    {person.name}
                  </a>
                </td>
                <td class="staff__more">{person.email}</td>
                <td>{texts.roles[person.role]}</td>
                <td>
                  <span class={`state state--${person.active ? 'good' : 'withdrawn'}`}>
                    {person.active ? texts.active : texts.left}
                  </span>
                </td>
                <td class="staff__more">{guarded.has(person.id) ? texts.yes : texts.no}</td>
                <td class="staff__more">
                  {person.lastSeenAt ? formatDateTime(person.lastSeenAt, place) : texts.notYet}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {people.length === 1 && (
        <p class="empty">
          <strong>{texts.onlyYou}</strong>
          {texts.onlyYouHint}
        </p>
      )}
    </>
  )
}

function Invitations({ ask, by, invitations, place, now }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <section>
      <h2>{texts.invitations}</h2>
      <ul class="lines">
        {invitations.map(invitation => (
          <li key={invitation.id}>
            <span>
              <strong>{invitation.email}</strong>
              <span class="soft">
                {texts.roles[invitation.role]} · {texts.sent} {formatDateTime(invitation.sentAt, place)} ·{' '}
                {invitation.expiresAt > now
                  ? `${texts.runsOut} ${formatDateTime(invitation.expiresAt, place)}`
                  : texts.ranOut}
              </span>
            </span>
            <div class="lines__acts">
              <Act
                ask={ask}
                action={`/newsroom/staff/invitations/${invitation.id}/resend`}
                label={texts.resend}
                about={invitation.email}
              />
              <Act
                ask={ask}
                action={`/newsroom/staff/invitations/${invitation.id}/withdraw`}
                label={texts.withdraw}
                about={invitation.email}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function InvitationForm({ ask, by, authors, language, typed, error }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  const wrong = (field: string) => (error?.field === field ? error.message : undefined)
  return (
    <section>
      <h2>{texts.invite}</h2>
      <p class="soft">{texts.inviteHint}</p>
      <form method="post" action="/newsroom/staff/invitations" class="account__form">
        <CsrfField ask={ask} />
        <Field
          name="email"
          type="email"
          label={texts.email}
          value={typed?.email}
          error={wrong('email')}
          autocomplete="off"
          required
        />
        <RoleChoice language={by.language} value={typed?.role ?? 'reporter'} error={wrong('role')} />
        <AuthorChoice
          language={by.language}
          authors={authors}
          value={typed?.author ?? ''}
          error={wrong('author')}
        />
        <LanguageChoice label={texts.language} value={typed?.language ?? language} />
        <button type="submit" class="button button--primary">
          {texts.sendInvitation}
        </button>
      </form>
    </section>
  )
}

function Rules({ ask, by, required }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <section>
      <h2>{texts.rules}</h2>
      <p>{required ? texts.required : texts.notRequired}</p>
      <form method="post" action="/newsroom/staff/rules">
        <CsrfField ask={ask} />
        <button type="submit" class="button" name="required" value={required ? 'no' : 'yes'}>
          {required ? texts.stopRequiring : texts.require}
        </button>
      </form>
      {!required && <p class="field__hint">{texts.requireHint}</p>}
    </section>
  )
}

export function RoleChoice(props: { language: string; value: string; error?: string }): ComponentChildren {
  const texts = staffMessages(props.language)
  const options = roles.map((role): [string, string] => [
    role,
    `${texts.roles[role]}: ${texts.roleHints[role]}`,
  ])
  return <Choice name="role" label={texts.role} value={props.value} options={options} error={props.error} />
}

export function AuthorChoice(props: {
  language: string
  authors: Author[]
  value: string
  error?: string
}): ComponentChildren {
  const { language, authors, value, error } = props
  const texts = staffMessages(language)
  const options: [string, string][] = [
    ['', texts.noAuthor],
    ...authors.map(({ id, name }): [string, string] => [String(id), name]),
  ]
  return <Choice name="author" label={texts.authorPage} value={value} options={options} error={error} />
}
