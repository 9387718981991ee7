import * as Y from 'yjs'
import { sharedNames } from '../live-draft/shared-document.ts'

/** Blocks that are one run of words; they can be suggested as a whole (tree-to-blocks.ts). */
export const textBlocks: readonly string[] = ['paragraph', 'heading', 'pullQuote']

/** The one suggestion with this id, or every one. */
export type Which = { id: string } | 'all'

/**
 * Accepts or rejects suggestions in a story's document. A block that consists of nothing else goes with its words.
 * Returns how many there were.
 */
export function settleSuggestions(document: Y.Doc, which: Which, verdict: 'accept' | 'reject'): number {
  const settling: Settling = { which, verdict, settled: new Set(), emptied: new Set() }
  document.transact(() => {
    for (const name of [sharedNames.headline, sharedNames.standfirst, sharedNames.body])
      for (const element of document.getXmlFragment(name).toArray())
        if (element instanceof Y.XmlElement) settleIn(element, settling)
    dropEmptied(document.getXmlFragment(sharedNames.body), settling)
  })
  return settling.settled.size
}

interface Settling {
  which: Which
  verdict: 'accept' | 'reject'
  settled: Set<string>
  /** What has lost all its words by this. */
  emptied: Set<Y.XmlElement>
}

function settleIn(parent: Y.XmlElement, settling: Settling): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlElement) settleIn(child, settling)
    if (!(child instanceof Y.XmlText)) continue
    const had = child.length > 0
    settleText(child, settling)
    if (had && textLength(parent) === 0) settling.emptied.add(parent)
  }
}

/** From the end, so that places before it stay what they are. */
function settleText(text: Y.XmlText, { which, verdict, settled }: Settling): void {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  let end = parts.reduce((sum, part) => sum + lengthOf(part.insert), 0)
  for (const { insert, attributes = {} } of parts.toReversed()) {
    const length = lengthOf(insert)
    end -= length
    for (const kind of ['insertion', 'deletion'] as const) {
      if (!Object.hasOwn(attributes, kind)) continue
      const id = String((Object(attributes[kind]) as { id?: unknown }).id ?? '')
      if (which !== 'all' && which.id !== id) continue
      settled.add(id)
      if ((kind === 'insertion') === (verdict === 'accept')) text.format(end, length, { [kind]: null })
      else {
        text.delete(end, length)
        break
      }
    }
  }
}

function lengthOf(insert: unknown): number {
  return typeof insert === 'string' ? insert.length : 1
}

/** Paragraphs that have just lost all their words go; one block always stays. */
function dropEmptied(body: Y.XmlFragment, { emptied }: Settling): void {
  for (let place = body.length - 1; place >= 0; place--) {
    const block = body.get(place)
    const goes = block instanceof Y.XmlElement && emptied.has(block) && textBlocks.includes(block.nodeName)
    if (goes && body.length > 1) body.delete(place, 1)
  }
}

function textLength(element: Y.XmlElement): number {
  return element.toArray().reduce((sum, child) => sum + (child instanceof Y.XmlText ? child.length : 1), 0)
}
