import { Extension } from '@tiptap/core'
import { yCursorPlugin, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { personIn } from '../session/presence.ts'
import type { SharedStory } from '../session/shared-story.ts'
import { keepCaret } from './keep-caret.ts'

/** Binds an editor to one fragment of the shared story: its text, everybody's carets, and undo of one's own changes. */
export function sharedText(shared: SharedStory, fragment: Y.XmlFragment): Extension {
  return Extension.create({
    name: 'sharedText',
    priority: 1000,
    addKeyboardShortcuts: () => ({
      'Mod-z': () => shared.undo.undo() !== null || true,
      'Mod-y': () => shared.undo.redo() !== null || true,
      'Shift-Mod-z': () => shared.undo.redo() !== null || true,
    }),
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      keepCaret(),
      yCursorPlugin(shared.awareness, { cursorBuilder: caret, selectionBuilder: selection }),
      yUndoPlugin({ undoManager: shared.undo }),
    ],
  })
}

/** Somebody else's caret: a line in their colour, and their name. Looks come from classes only. */
function caret(user: unknown): HTMLElement {
  const person = personIn({ user: Object(user) })
  const mark = document.createElement('span')
  mark.className = `caret person--${person?.colour ?? 0}`
  const name = document.createElement('span')
  name.className = 'caret__name'
  name.textContent = person?.name ?? ''
  mark.append('\u2060', name, '\u2060')
  return mark
}

function selection(user: unknown): { class: string } {
  return { class: `others-selection person--${personIn({ user: Object(user) })?.colour ?? 0}` }
}
