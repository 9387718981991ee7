import type { ComponentChildren } from 'preact'
import { CsrfField } from '../../../design/newsroom/csrf-field.tsx'
import type { Margin } from './margin.ts'
import { type MarginView, NoteView } from './note-view.newsroom.tsx'
import { WordsField } from './words-field.newsroom.tsx'

/**
 * The notes of a story. The editor fetches this very part and puts each thread beside its words; by itself it is a list.
 */
export function NotesView({ margin, view }: { margin: Margin; view: MarginView }): ComponentChildren {
  const { texts, storyId, all } = view
  const open = margin.notes.filter(({ resolved }) => !resolved)
  const resolved = margin.notes.length - open.length
  const shown = all ? margin.notes : open
  const root = `/newsroom/stories/${storyId}/notes`
  return (
    <section id="notes" class="notes" aria-label={texts.notes} data-show={all ? 'all' : 'open'}>
      <NewNote view={view} />
      {open.length === 0 && (
        <p class="empty">
          <strong>{texts.none}</strong>
          {texts.noneHint}
        </p>
      )}
      <ol class="notes__threads">
        {shown.map(note => (
          <NoteView key={note.id} note={note} view={view} />
        ))}
      </ol>
      {resolved > 0 && (
        <p>
          <a
            class="button button--quiet"
            id="notes-show"
            href={all ? root : `${root}?show=all`}
            data-swap="#notes"
            data-swap-keep
          >
            {all ? texts.hideResolved : texts.showResolved(resolved)}
          </a>
        </p>
      )}
      <ul hidden data-people aria-label={texts.people}>
        {margin.people
          .filter(({ id }) => id !== view.me)
          .map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
      </ul>
    </section>
  )
}

/** The editor fills in the mark and the passage of what is selected; a note from here alone is on the whole story. */
function NewNote({ view }: { view: MarginView }): ComponentChildren {
  const { texts, storyId, wrong } = view
  return (
    <details class="notes__new" open={wrong?.field === 'new-note'}>
      <summary>{texts.newNote}</summary>
      <form method="post" action={`/newsroom/stories/${storyId}/notes`} data-swap="#notes">
        <CsrfField ask={view} />
        <input type="hidden" name="mark" value="" />
        <input type="hidden" name="passage" value="" />
        <p class="notes__about soft" data-about={texts.onPassage}>
          {texts.onWhole}
        </p>
        <WordsField id="new-note" label={texts.words} view={view} />
        <button type="submit" class="button button--primary">
          {texts.save}
        </button>
      </form>
    </details>
  )
}
