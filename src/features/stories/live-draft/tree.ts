/** A node of the text as plain data: ProseMirror's JSON, which is also what is read out of the shared document. */
export interface TreeNode {
  type: string
  attrs?: Record<string, unknown>
  content?: TreeNode[]
  marks?: TreeMark[]
  text?: string
}

export interface TreeMark {
  type: string
  attrs?: Record<string, unknown>
}

export function childrenOf(node: TreeNode, ...types: string[]): TreeNode[] {
  const children = node.content ?? []
  return types.length === 0 ? children : children.filter(child => types.includes(child.type))
}

/** A node with the attributes that say something. */
export function node(type: string, attrs: Record<string, unknown>, content?: TreeNode[]): TreeNode {
  const said = saying(attrs)
  return {
    type,
    ...(Object.keys(said).length > 0 ? { attrs: said } : {}),
    ...(content && content.length > 0 ? { content } : {}),
  }
}

/** Without what is null or missing: in blocks both mean that nothing is said. */
export function saying(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  )
}
