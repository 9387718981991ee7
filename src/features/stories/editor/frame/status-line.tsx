import type { ComponentChildren } from 'preact'
import type { WritingDesk } from '../desk.ts'
import type { Keeping } from '../session/keeping-state.ts'
import { useStore } from '../session/store.ts'

/** Whether the text is safe, in words; told to screen readers when it changes for the worse or the better. */
export function StatusLine({ desk }: { desk: WritingDesk }): ComponentChildren {
  const keeping = useStore(desk.shared.keeping)
  const { texts } = desk
  return (
    <p class={`status status--${keeping.state}`} role="status" data-keeping={keeping.state}>
      <span>{sentenceFor(keeping, desk)}</span>
      {keeping.state === 'ended' && keeping.signedOut && (
        <>
          {' '}
          <a href="/newsroom/sign-in" target="_blank" rel="noopener">
            {texts.signIn}
          </a>{' '}
          <button type="button" class="button button--quiet" onClick={() => location.reload()}>
            {texts.comeBack}
          </button>
        </>
      )}
      {keeping.state === 'outdated' && (
        <>
          {' '}
          <button type="button" class="button button--quiet" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </>
      )}
    </p>
  )
}

function sentenceFor(keeping: Keeping, { texts }: WritingDesk): string {
  switch (keeping.state) {
    case 'opening':
      return texts.opening
    case 'saved':
      return texts.saved
    case 'saving':
      return texts.saving
    case 'offline':
      if (keeping.kept === 'no') return texts.offlineUnkept
      if (!keeping.unsent) return texts.offline
      return keeping.kept === 'yes' ? texts.offlineUnsent : texts.offlineKeeping
    case 'unkept':
      return keeping.sentence
    case 'ended':
      return keeping.signedOut ? texts.signedOut : (keeping.sentence ?? texts.ended)
    case 'outdated':
      return texts.outdated
  }
}

/** Who else has the story open: a sign in their colour, and always the name. */
export function PresenceLine({ desk }: { desk: WritingDesk }): ComponentChildren {
  const people = useStore(desk.people)
  if (people.length === 0) return null
  return (
    <ul class="presence" aria-label={desk.texts.here([])}>
      {people.map(person => (
        <li key={person.id} class={`presence__person person--${person.colour}`}>
          {person.name}
        </li>
      ))}
    </ul>
  )
}
