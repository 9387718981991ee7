import type { Editor } from '@tiptap/core'
import type { Margin } from '../notes/editor/margin.ts'
import type { blockMessages } from './block-messages.newsroom.ts'
import type { EditorFacts } from './editor-facts.ts'
import type { editorMessages } from './editor-messages.newsroom.ts'
import type { Asking } from './session/ask.ts'
import type { Person } from './session/presence.ts'
import type { SharedStory } from './session/shared-story.ts'
import type { Store } from './session/store.ts'
import type { PhotographShelf } from './uploads/photograph-shelf.ts'
import type { Uploads } from './uploads/uploads.ts'

/** What opens beside the text; one at a time. */
export type Side = 'none' | 'about' | 'preview' | 'margin'

/** Everything that parts of the editor share. Made once when the page opens (open-editor.tsx), and handed down. */
export interface WritingDesk {
  facts: EditorFacts
  texts: ReturnType<typeof editorMessages>
  blockTexts: ReturnType<typeof blockMessages>
  shared: SharedStory
  people: Store<Person[]>
  side: Store<Side>
  asking: Asking
  shelf: PhotographShelf
  uploads: Uploads
  margin: Margin
  /** The three texts; there once the story is open. */
  headline: Editor
  standfirst: Editor
  body: Editor
}
