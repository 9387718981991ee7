import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** A selection as the binding remembers it over a change: places in the shared text, and how far in they were. */
interface RememberedSelection {
  anchor: Y.RelativePosition | null
  head: Y.RelativePosition | null
  absAnchor?: number | null
  absHead?: number | null
}

interface Binding {
  doc: Y.Doc
  beforeTransactionSelection: RememberedSelection | null
  prosemirrorView: { state: { doc: { content: { size: number } } } } | null
}

/**
 * Keeps the caret where it is in the words while others write. The binding (y-tiptap 3.0.9) takes a block whose words
 * have changed for one that was moved, and then puts the caret as many letters into it as before: somebody typing earlier
 * in the paragraph pushes it into another word. The shared text knows better, as long as the text the caret was in is
 * there; only where it was taken out, as a move does it, are the letters counted.
 */
export function keepCaret(): Plugin {
  return new Plugin({
    key: new PluginKey('keepCaret'),
    view(view) {
      const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as { binding?: Binding }
      if (binding) trustSharedPlaces(binding)
      return {}
    },
  })
}

function trustSharedPlaces(binding: Binding): void {
  let remembered = binding.beforeTransactionSelection
  Object.defineProperty(binding, 'beforeTransactionSelection', {
    get: () => remembered,
    set(next: RememberedSelection | null) {
      remembered = next && countingWhereGone(binding, next)
    },
  })
}

/** The same, but how far in it was is only told, when it is asked for, of a place whose text is gone by then. */
function countingWhereGone(binding: Binding, selection: RememberedSelection): RememberedSelection {
  const { anchor, head, absAnchor, absHead } = selection
  const letters = (place: Y.RelativePosition | null, counted: number | null | undefined) => {
    const size = binding.prosemirrorView?.state.doc.content.size ?? 0
    return isThere(binding.doc, place) || (counted ?? 0) > size ? null : counted
  }
  return Object.defineProperties(
    { ...selection },
    {
      absAnchor: { get: () => letters(anchor, absAnchor) },
      absHead: { get: () => letters(head, absHead) },
    },
  )
}

function isThere(document: Y.Doc, place: Y.RelativePosition | null): boolean {
  const found = place && Y.createAbsolutePositionFromRelativePosition(place, document)
  return found !== null && found.type._item?.deleted !== true
}
