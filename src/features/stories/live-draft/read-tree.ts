import * as Y from 'yjs'
import type { TreeMark, TreeNode } from './tree.ts'

/** Deeper than anything the schema allows in use; what is deeper is left out of what is read. */
const deepest = 100

/**
 * The tree in a fragment as it stands, known to a schema or not. Reading through a schema would delete what does not
 * fit it from the document itself. A block without an id gets one by which every reader knows it.
 */
export function readTree(fragment: Y.XmlFragment): TreeNode {
  const seen = new Set<unknown>()
  const content = fragment.toArray().flatMap(child => {
    const nodes = nodesOf(child, 1)
    if (!(child instanceof Y.XmlElement)) return nodes
    return nodes.map(one => withId(one, child, seen))
  })
  return { type: 'doc', content }
}

function nodesOf(child: unknown, depth: number): TreeNode[] {
  if (child instanceof Y.XmlText) return textNodesOf(child)
  if (!(child instanceof Y.XmlElement) || depth > deepest) return []
  const attrs = child.getAttributes() as Record<string, unknown>
  const content = child.toArray().flatMap(inner => nodesOf(inner, depth + 1))
  return [
    {
      type: child.nodeName,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ]
}

function textNodesOf(text: Y.XmlText): TreeNode[] {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return parts.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const marks = Object.entries(attributes ?? {}).map(([name, value]) => markOf(name, value))
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }]
  })
}

/** Marks that may lie over one another carry a hash behind their name (y-tiptap). */
function markOf(name: string, value: unknown): TreeMark {
  const type = /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(name)?.[1] ?? name
  const attrs = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type }
}

function withId(one: TreeNode, element: Y.XmlElement, seen: Set<unknown>): TreeNode {
  const { id } = one.attrs ?? {}
  const place = element._item?.id
  const own = typeof id === 'string' && id !== '' && !seen.has(id)
  const known = own || !place ? id : `y${place.client.toString(36)}-${place.clock.toString(36)}`
  seen.add(known)
  return own ? one : { ...one, attrs: { ...one.attrs, id: known } }
}
