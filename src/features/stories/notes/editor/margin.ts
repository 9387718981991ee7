import type { Editor } from '@tiptap/core'
import type { EditorFacts } from '../../editor/editor-facts.ts'
import { createStore, type Store } from '../../editor/session/store.ts'
import { type NotesTexts, notesMessages } from '../notes-messages.newsroom.ts'

/** What the margin of an open story is like in this browser. */
export interface Margin {
  texts: NotesTexts
  /** What is typed and deleted is marked as a suggestion. */
  suggesting: Store<boolean>
  tab: Store<'notes' | 'suggestions'>
  /** Marks of the threads that are open, and so shown in the text. */
  open: Store<ReadonlySet<string>>
  /** The mark of the note that is being begun; null on the whole story, undefined for none. */
  begun: Store<BegunNote | null | undefined>
  /** A sentence that is shown for the moment: what could not be done, or what was. */
  told: Store<string>
  /** What is typed in notes and not sent, by the ids of their fields. */
  typed: Map<string, string>
}

export interface BegunNote {
  mark: string
  passage: string
  editor: Editor
}

export function createMargin({ storyId }: EditorFacts): Margin {
  const key = `suggesting in ${storyId}`
  const suggesting = createStore(sessionStorage.getItem(key) === 'yes')
  // Who loads the page again goes on as before, and does not write over the text unawares.
  suggesting.listen(on => sessionStorage.setItem(key, on ? 'yes' : 'no'))
  return {
    texts: notesMessages(document.documentElement.lang),
    suggesting,
    tab: createStore<'notes' | 'suggestions'>('notes'),
    open: createStore<ReadonlySet<string>>(new Set()),
    begun: createStore<BegunNote | null | undefined>(undefined),
    told: createStore(''),
    typed: new Map(),
  }
}
