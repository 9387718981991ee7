import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { topBlock } from './move-block.ts'

/** Marks the block with the caret, and says in an empty text what can be done there. */
export function blockHints(placeholder: string): Extension {
  return Extension.create({
    name: 'blockHints',
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey('blockHints'),
        props: {
          decorations(state) {
            const { doc } = state
            const place = topBlock(state)
            const hints: Decoration[] = []
            if (place) hints.push(Decoration.node(place.from, place.to, { class: 'has-caret' }))
            const only = doc.childCount === 1 ? doc.firstChild : null
            if (only?.type.name === 'paragraph' && only.content.size === 0)
              hints.push(
                Decoration.node(0, only.nodeSize, { class: 'is-empty', 'data-placeholder': placeholder }),
              )
            return DecorationSet.create(doc, hints)
          },
        },
      }),
    ],
  })
}
