import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import type { EditorState, Transaction } from '@tiptap/pm/state'

type Dispatch = ((transaction: Transaction) => void) | undefined

/**
 * Makes the paragraphs of the selection a list; a list of the other kind becomes this kind; one of this kind becomes
 * paragraphs again.
 */
export function toggleList(editor: Editor, ordered: boolean): boolean {
  const { state, view } = editor
  const around = listAround(state.selection.$from)
  if (!around) return wrapInList(state.schema.nodes.list!, { ordered })(state, view.dispatch)
  if (around.node.attrs.ordered !== ordered) {
    const change = state.tr.setNodeAttribute(around.pos, 'ordered', ordered)
    view.dispatch(ordered ? change : change.setNodeAttribute(around.pos, 'start', null))
    return true
  }
  return liftAll(state, view.dispatch)
}

/** The innermost list around a place, and where it begins. */
export function listAround($pos: ResolvedPos): { node: Node; pos: number } | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth)
    if (node.type.name === 'list') return { node, pos: $pos.before(depth) }
  }
  return null
}

export function isInList(state: EditorState): boolean {
  return listAround(state.selection.$from) !== null
}

/** Takes the innermost list apart: its paragraphs stand where it stood, lists inside keep their places. */
function liftAll(state: EditorState, dispatch: Dispatch): boolean {
  const around = listAround(state.selection.$from)
  if (!around) return false
  const outside = state.doc.resolve(around.pos).parent
  if (outside.type.name === 'listItem') return false
  const parts: Node[] = []
  for (const item of around.node.children) parts.push(...item.children)
  if (parts.length === 0) return false
  dispatch?.(state.tr.replaceWith(around.pos, around.pos + around.node.nodeSize, parts).scrollIntoView())
  return true
}
