import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Parent = DefaultTreeAdapterTypes.ParentNode

export function isElement(node: Node | undefined): node is Element {
  return node !== undefined && 'tagName' in node
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text'
}

export function isComment(node: Node): node is DefaultTreeAdapterTypes.CommentNode {
  return node.nodeName === '#comment'
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find(each => each.name === name)?.value
}

export function hasClass(element: Element, pattern: RegExp): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).some(name => pattern.test(name))
}

/** Children as a browser sees them: those of a template are its content's. */
export function childrenOf(node: Parent): Node[] {
  return 'content' in node ? node.content.childNodes : node.childNodes
}

/** All text below a node, `<br>` as a line feed. Walks without recursion: a tree may be deep. */
export function textOf(node: Node | Parent): string {
  let text = ''
  for (const each of descendants(node)) {
    if (isText(each)) text += each.value
    else if (each.nodeName === 'br') text += '\n'
  }
  return text
}

/** The node and everything below it, in the order of the document. */
export function* descendants(node: Node | Parent): Generator<Node> {
  const stack: (Node | Parent)[] = [node]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next as Node
    if (!('childNodes' in next)) continue
    const children = childrenOf(next)
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!)
  }
}

export function find(node: Node | Parent, test: (element: Element) => boolean): Element | undefined {
  for (const each of descendants(node)) if (each !== node && isElement(each) && test(each)) return each
}

export function findAll(node: Node | Parent, test: (element: Element) => boolean): Element[] {
  return [...descendants(node)].filter(
    (each): each is Element => each !== node && isElement(each) && test(each),
  )
}

export function named(...names: string[]): (element: Element) => boolean {
  return element => names.includes(element.tagName)
}
