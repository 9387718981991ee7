import type { ComponentChildren } from 'preact'
import { type DatePlace, formatDateTime } from '../../design/dates.ts'
import { CsrfField } from '../../design/newsroom/csrf-field.tsx'
import type { Ask } from '../../platform/http/route.ts'
import type { TroubledLetter } from './letter.ts'
import { letterMessages } from './letter-messages.newsroom.ts'

interface Props {
  ask: Ask
  language: string
  late: TroubledLetter[]
  /** The newest of them. */
  lost: TroubledLetter[]
  allLost: number
  /** Host and port; null while letters go to the practice mailbox. */
  server: string | null
  place: DatePlace
}

const root = '/newsroom/publication/letters'

/** Which letters did not go out, and what the mail server said. */
export function LettersView(props: Props): ComponentChildren {
  const { ask, language, late, lost, allLost, server, place } = props
  const texts = letterMessages(language)
  return (
    <div id="letters">
      <p class="soft">{server ? texts.server(server) : texts.practice}</p>
      {late.length + lost.length === 0 && (
        <p class="empty">
          <strong>{texts.fine}</strong>
          {texts.fineHint}
        </p>
      )}
      {late.length > 0 && (
        <section>
          <h2>{texts.late}</h2>
          <p class="soft">{texts.lateHint}</p>
          <ul class="lines">
            {late.map(letter => (
              <Line key={letter.id} {...{ ask, language, letter, place }} />
            ))}
          </ul>
        </section>
      )}
      {lost.length > 0 && (
        <section>
          <h2>{texts.lost}</h2>
          <p class="soft">{texts.lostHint}</p>
          <ul class="lines">
            {lost.map(letter => (
              <Line key={letter.id} {...{ ask, language, letter, place }} />
            ))}
          </ul>
          {allLost > lost.length && <p class="soft">{texts.more(allLost - lost.length)}</p>}
          <Press ask={ask} action={`${root}/set-aside`} label={texts.setAllAside} plain />
        </section>
      )}
    </div>
  )
}

function Line(props: {
  ask: Ask
  language: string
  letter: TroubledLetter
  place: DatePlace
}): ComponentChildren {
  const { ask, language, letter, place } = props
  const texts = letterMessages(language)
  const lost = letter.state === 'refused' || letter.state === 'given-up'
  const when = formatDateTime(letter.at, place)
  const path = `${root}/${letter.id}`
  return (
    <li>
      <span class="troubled">
        <strong dir="auto">{texts.kinds[letter.kind] ?? (letter.subject || letter.kind)}</strong>{' '}
        <span>{letter.to}</span>
        <span class="soft">
          {lost
            ? `${letter.state === 'refused' ? texts.refused : texts.givenUp} ${when}`
            : `${texts.next} ${when}`}{' '}
          · {texts.tries(letter.tries)}
        </span>
        <span class="soft troubled__words">
          {letter.words ? (
            <>
              {texts.says} <q dir="auto">{letter.words}</q>
            </>
          ) : (
            texts.silent
          )}
        </span>
        {lost && !letter.sendable && <Elsewhere language={language} kind={letter.kind} />}
      </span>
      <div class="lines__acts">
        {!lost && letter.state === 'waiting' && (
          <Press ask={ask} action={`${path}/send-again`} label={texts.tryNow} about={letter.to} />
        )}
        {lost && letter.sendable && (
          <Press ask={ask} action={`${path}/send-again`} label={texts.sendAgain} about={letter.to} />
        )}
        {lost && <Press ask={ask} action={`${path}/set-aside`} label={texts.setAside} about={letter.to} />}
      </div>
    </li>
  )
}

function Elsewhere({ language, kind }: { language: string; kind: string }): ComponentChildren {
  const texts = letterMessages(language)
  const fromStaff = kind === 'staff-invitation' || kind === 'address-link'
  return (
    <span class="soft">
      {texts.forgotten} {fromStaff && <a href="/newsroom/staff">{texts.inviteAgain}</a>}
    </span>
  )
}

function Press(props: {
  ask: Ask
  action: string
  label: string
  about?: string
  plain?: boolean
}): ComponentChildren {
  const { ask, action, label, about, plain } = props
  return (
    <form method="post" action={action} data-swap="#letters">
      <CsrfField ask={ask} />
      <button type="submit" class={plain ? 'button' : 'button button--quiet'}>
        {label}
        {about && <span class="unseen"> ({about})</span>}
      </button>
    </form>
  )
}
