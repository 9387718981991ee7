import type { ComponentChildren } from 'preact'
import type { NotesTexts } from '../notes/notes-messages.newsroom.ts'
import { shortWords } from './suggestions.ts'

/** What goes and what comes, told apart by word and by form. */
export function Change(props: { before: string; after: string; texts: NotesTexts }): ComponentChildren {
  const { before, after, texts } = props
  return (
    <p class="suggestion__words">
      {before && (
        <>
          <span class="suggestion__sign">{texts.takeOut}</span> <del>{shortWords(before)}</del>{' '}
        </>
      )}
      {after && (
        <>
          <span class="suggestion__sign">{texts.insert}</span> <ins>{shortWords(after)}</ins>
        </>
      )}
    </p>
  )
}
