import { type AnyExtension, Editor, Extension } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { lineExtensions } from '../schema/schema.ts'
import type { SharedStory } from '../session/shared-story.ts'
import { sharedText } from './shared-text.ts'

export interface LineEditorOptions {
  element: HTMLElement
  shared: SharedStory
  fragment: Y.XmlFragment
  /** What screen readers call it, and what stands there while it is empty. */
  label: string
  placeholder: string
  /** More that works in the line. */
  extensions: AnyExtension[]
  /** Where the caret goes on Enter or below the last line, and above the first. */
  next(): void
  previous?(): void
}

/** Headline or standfirst: one line of plain text, edited in its place. */
export function openLineEditor(options: LineEditorOptions): Editor {
  const { element, shared, fragment, label, placeholder } = options
  const editor: Editor = new Editor({
    element,
    injectCSS: false,
    extensions: [...lineExtensions, sharedText(shared, fragment), steps(options), ...options.extensions],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': 'false',
        'data-placeholder': placeholder,
        class: 'line',
      },
      handlePaste(view, event) {
        const text = event.clipboardData?.getData('text/plain').replace(/\s+/g, ' ').trim()
        if (text) view.dispatch(view.state.tr.insertText(text).scrollIntoView())
        return true
      },
      handleDrop: () => true,
    },
  })
  const markEmpty = () => editor.view.dom.classList.toggle('line--empty', editor.isEmpty)
  editor.on('transaction', markEmpty)
  markEmpty()
  return editor
}

function steps({ next, previous }: LineEditorOptions): Extension {
  return Extension.create({
    name: 'steps',
    addKeyboardShortcuts() {
      const atEdge = (edge: 'up' | 'down') => {
        const { view, state } = this.editor
        return state.selection instanceof TextSelection && view.endOfTextblock(edge)
      }
      return {
        Enter: () => {
          next()
          return true
        },
        'Shift-Enter': () => true,
        ArrowDown: () => {
          if (!atEdge('down')) return false
          next()
          return true
        },
        ArrowUp: () => {
          if (!previous || !atEdge('up')) return false
          previous()
          return true
        },
      }
    },
  })
}
