import { type EditorFacts, factsElementId } from './editor-facts.ts'
import { editorMessages } from './editor-messages.newsroom.ts'

/** Opens the editor where a page has one. All that is heavy comes only then. */
export function startStoryEditor(): void {
  const place = document.querySelector<HTMLElement>('#story-editor')
  const facts = document.getElementById(factsElementId)?.textContent
  if (!place || !facts) return
  import('./open-editor.tsx').then(
    ({ openEditor }) => openEditor(place, JSON.parse(facts) as EditorFacts),
    error => {
      const note = place.querySelector('[data-opening]')
      if (note) note.textContent = editorMessages(document.documentElement.lang).notOpened
      throw error
    },
  )
}
