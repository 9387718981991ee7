import type { ComponentChildren } from 'preact'
import { formatDateTime } from '../../../design/dates.ts'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Margin } from '../notes/margin.ts'
import type { MarginView } from '../notes/note-view.newsroom.tsx'
import { hrefOfPlace } from '../notes/passages.ts'
import { Change } from './change.tsx'
import { shortWords } from './suggestions.ts'

/** What is suggested in a text, to be accepted or rejected one by one or all at once. */
export function SuggestionsView(props: {
  suggestions: Margin['suggestions']
  view: MarginView
}): ComponentChildren {
  const { suggestions, view } = props
  const { texts, storyId, place } = view
  const action = `/newsroom/stories/${storyId}/suggestions`
  return (
    <section id="suggestions" class="suggestions" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{texts.suggestions}</h2>
      {suggestions.length === 0 ? (
        <p class="empty">
          <strong>{texts.noSuggestions}</strong>
          {texts.noSuggestionsHint}
        </p>
      ) : (
        <ol class="suggestions__list">
          {suggestions.map(one => (
            <li class="suggestion" key={one.id}>
              <p class="note__head">
                <strong>{one.by || texts.formerStaff}</strong>{' '}
                {one.at && (
                  <time class="soft" dateTime={one.at}>
                    {formatDateTime(new Date(one.at), place)}
                  </time>
                )}{' '}
                <a href={hrefOfPlace(storyId, one.place)}>{texts.goTo}</a>
              </p>
              <Change before={one.before} after={one.after} texts={texts} />
              <Verdicts
                action={action}
                csrf={view.csrf}
                texts={texts}
                of={one.id}
                about={shortWords(one.after || one.before)}
              />
            </li>
          ))}
        </ol>
      )}
      {suggestions.length > 1 && <Verdicts action={action} csrf={view.csrf} texts={texts} of="" about="" />}
    </section>
  )
}

/** `of` is '' for all of them. */
function Verdicts(props: {
  action: string
  csrf: string
  texts: MarginView['texts']
  of: string
  about: string
}): ComponentChildren {
  const { action, texts, of, about } = props
  return (
    <form method="post" action={action} data-swap="#suggestions" class="suggestion__verdicts">
      <CsrfField ask={props} />
      <input type="hidden" name="which" value={of || 'all'} />
      <button
        type="submit"
        class="button"
        name="verdict"
        value="accept"
        aria-label={of ? texts.acceptNamed(about) : undefined}
      >
        {of ? texts.accept : texts.acceptAll}
      </button>{' '}
      <button
        type="submit"
        class="button"
        name="verdict"
        value="reject"
        aria-label={of ? texts.rejectNamed(about) : undefined}
      >
        {of ? texts.reject : texts.rejectAll}
      </button>
    </form>
  )
}
