import * as Y from 'yjs'
import { sharedNames } from './shared-document.ts'

/** Deeper than any text of the paper (eight lists in one another are 18). */
const deepest = 60

/**
 * Takes out of the document what no editor of ours puts in and no editor could open: text beside the blocks, values that
 * are no nodes, objects inside running text, nodes nested without end.
 */
export function mendDocument(document: Y.Doc): void {
  const names = [sharedNames.headline, sharedNames.standfirst, sharedNames.body]
  const unsound = names.some(name => !isSound(document.getXmlFragment(name), 0))
  if (!unsound) return
  document.transact(() => {
    for (const name of names) mend(document.getXmlFragment(name), 0)
  })
}

function isSound(parent: Y.XmlFragment, depth: number): boolean {
  return parent.toArray().every(child => isSoundChild(child, depth))
}

function isSoundChild(child: unknown, depth: number): boolean {
  if (child instanceof Y.XmlText) return depth > 0 && hasOnlyText(child)
  return child instanceof Y.XmlElement && depth < deepest && isSound(child, depth + 1)
}

function hasOnlyText(text: Y.XmlText): boolean {
  return (text.toDelta() as { insert: unknown }[]).every(part => typeof part.insert === 'string')
}

function mend(parent: Y.XmlFragment, depth: number): void {
  const children = parent.toArray()
  for (let place = children.length - 1; place >= 0; place--) {
    const child = children[place] as unknown
    if (isSoundChild(child, depth)) continue
    if (child instanceof Y.XmlElement && depth < deepest) mend(child, depth + 1)
    else parent.delete(place, 1)
  }
}
