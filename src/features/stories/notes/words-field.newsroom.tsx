import type { ComponentChildren } from 'preact'
import type { MarginView } from './note-view.newsroom.tsx'
import { mostLetters } from './notes.ts'

/** Where a note is typed. A script offers names behind `@` (mentions.island.ts); typed whole, they work without it. */
export function WordsField(props: {
  id: string
  label: string
  value?: string
  view: Pick<MarginView, 'wrong' | 'texts'>
  focus?: boolean
}): ComponentChildren {
  const { id, label, value = '', view, focus } = props
  const wrong = view.wrong?.field === id ? view.wrong : null
  return (
    <div class="field names">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name="words"
        rows={3}
        maxLength={mostLetters}
        autofocus={focus || wrong !== null || undefined}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? `${id}-error` : `${id}-hint`}
        data-names
      >
        {wrong ? wrong.typed : value}
      </textarea>
      {wrong ? (
        <p class="field__error" id={`${id}-error`}>
          {wrong.sentence}
        </p>
      ) : (
        <p class="field__hint" id={`${id}-hint`}>
          {view.texts.wordsHint}
        </p>
      )}
    </div>
  )
}
