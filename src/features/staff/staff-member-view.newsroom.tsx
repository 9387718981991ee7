import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDate, formatDateTime } from '../../design/dates.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import type { StaffMember } from '../../platform/http/staff-member.ts'
import type { Author } from '../authors/author.ts'
import { Act } from './account-view.newsroom.tsx'
import type { AddressLink } from './address-queries.ts'
import { TheirAddress } from './address-view.newsroom.tsx'
import type { Factors } from './factor-queries.ts'
import type { StaffLine } from './staff.ts'
import { AuthorChoice, RoleChoice } from './staff-list-view.newsroom.tsx'
import { staffMessages } from './staff-messages.newsroom.ts'

interface Props {
  ask: Ask
  by: StaffMember
  person: StaffLine
  authors: Author[]
  factors: Factors
  /** The address they have not confirmed yet. */
  waiting: AddressLink | null
  place: DatePlace
  now: Date
  typed?: string
  /** What is wrong with the address that was typed. */
  error?: string
}

/** One member of the staff, and what an owner can change about them. */
export function PersonView(props: Props): ComponentChildren {
  const { by, person } = props
  const texts = staffMessages(by.language)
  return (
    <div id="person">
      <p>
        <a href="/newsroom/staff">{texts.all}</a>
      </p>
      <div class="desk__head">
        <h1 dir="auto">{person.name}</h1>
        <span class={`state state--${person.active ? 'good' : 'withdrawn'}`}>
          {person.active ? texts.active : texts.left}
        </span>
      </div>
      <Facts {...props} />
      {person.active && <Change {...props} />}
      {person.active && <TheirAddress {...props} />}
      <Access {...props} />
    </div>
  )
}

function Facts({ by, person, factors, place }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <dl class="definitions">
      <dt>{texts.email}</dt>
      <dd>{person.email}</dd>
      <dt>{texts.since}</dt>
      <dd>{formatDate(person.createdAt, place)}</dd>
      <dt>{texts.lastSeen}</dt>
      <dd>{person.lastSeenAt ? formatDateTime(person.lastSeenAt, place) : texts.notYet}</dd>
      <dt>{texts.passkeys}</dt>
      <dd>{factors.passkeys}</dd>
      <dt>{texts.app}</dt>
      <dd>{factors.totp ? texts.yes : texts.no}</dd>
      <dt />
      <dd>
        <a href={`/newsroom/audit?person=${person.id}`}>{texts.history}</a>
      </dd>
    </dl>
  )
}

function Change({ ask, by, person, authors }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  return (
    <div class="panes panes--even person__change">
      <form method="post" action={`/newsroom/staff/${person.id}/role`}>
        <CsrfField ask={ask} />
        <RoleChoice language={by.language} value={person.role} />
        <button type="submit" class="button">
          {texts.changeRole}
        </button>
        <p class="field__hint">{texts.endsSessions}</p>
      </form>
      <form method="post" action={`/newsroom/staff/${person.id}/author`}>
        <CsrfField ask={ask} />
        <AuthorChoice language={by.language} authors={authors} value={String(person.authorId ?? '')} />
        <button type="submit" class="button">
          {texts.link}
        </button>
      </form>
    </div>
  )
}

function Access({ ask, by, person, factors }: Props): ComponentChildren {
  const texts = staffMessages(by.language)
  const path = `/newsroom/staff/${person.id}`
  return (
    <>
      <h2>{texts.access}</h2>
      {(factors.totp || factors.passkeys > 0) && (
        <Confirmed label={texts.reset} hint={texts.resetHint}>
          <Act ask={ask} action={`${path}/reset-second-factor`} label={texts.resetNow} danger />
        </Confirmed>
      )}
      {person.active ? (
        <Confirmed label={texts.deactivate} hint={texts.deactivateHint}>
          <Act ask={ask} action={`${path}/deactivate`} label={texts.deactivateNow} danger />
        </Confirmed>
      ) : (
        <Act ask={ask} action={`${path}/reactivate`} label={texts.reactivate} plain />
      )}
    </>
  )
}

/** What cannot be taken back is opened first and pressed then; it works without scripts. */
function Confirmed(props: { label: string; hint: string; children: ComponentChildren }): ComponentChildren {
  return (
    <details class="confirmed">
      <summary class="button">{props.label}</summary>
      <p>{props.hint}</p>
      {props.children}
    </details>
  )
}
