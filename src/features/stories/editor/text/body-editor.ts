import { type AnyExtension, Editor, Extension, type Node, type NodeViewRenderer } from '@tiptap/core'
import { dropCursor } from '@tiptap/pm/dropcursor'
import { gapCursor } from '@tiptap/pm/gapcursor'
import { tableEditing } from '@tiptap/pm/tables'
import type { EditorProps } from '@tiptap/pm/view'
import { bodyExtensions } from '../schema/schema.ts'
import type { SharedStory } from '../session/shared-story.ts'
import { blockHints } from './block-hints.ts'
import { Markdown } from './markdown.ts'
import { sharedText } from './shared-text.ts'
import { type WritingKeysOptions, writingKeys } from './writing-keys.ts'

export interface BodyEditorOptions extends WritingKeysOptions {
  element: HTMLElement
  shared: SharedStory
  label: string
  placeholder: string
  /** How blocks are shown and edited, by the names of their nodes. */
  views: Readonly<Record<string, NodeViewRenderer>>
  /** More that works in the text: menus, paste, drop. */
  extensions: AnyExtension[]
  editorProps: EditorProps
}

/** The text itself, with every block the paper has. */
export function openBodyEditor(options: BodyEditorOptions): Editor {
  const { element, shared, views, label, placeholder } = options
  return new Editor({
    element,
    injectCSS: false,
    extensions: [
      ...bodyExtensions.map(extension => withView(extension, views[extension.name])),
      sharedText(shared, shared.body),
      writingKeys(options),
      Markdown,
      blockHints(placeholder),
      surroundings,
      ...options.extensions,
    ],
    editorProps: {
      ...options.editorProps,
      attributes: {
        role: 'textbox',
        'aria-label': label,
        'aria-multiline': 'true',
        class: 'story__body writing__body',
        spellcheck: 'true',
      },
    },
  })
}

const surroundings = Extension.create({
  name: 'surroundings',
  addProseMirrorPlugins: () => [
    gapCursor(),
    dropCursor({ class: 'drop-place', color: false, width: 2 }),
    tableEditing(),
  ],
})

function withView(extension: AnyExtension, view: NodeViewRenderer | undefined): AnyExtension {
  return view ? (extension as Node).extend({ addNodeView: () => view }) : extension
}
