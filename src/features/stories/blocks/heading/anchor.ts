import { plainText } from '../inline.ts'
import type { HeadingBlock } from './schema.ts'

/**
 * Anchor of a heading from its words: "What the river took" → "s-what-the-river-took". The beginning keeps anchors
 * apart from the ids of the page around the text. '' for a heading without letters or digits.
 */
export function anchorOf(heading: HeadingBlock): string {
  const words = plainText(heading.content).normalize('NFKC').toLowerCase()
  const slug = words
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  return slug ? `s-${[...slug].slice(0, 60).join('').replace(/-$/, '')}` : ''
}

/** Anchors of all headings by block id; the second heading of the same words gets "-2". */
export function anchorsOf(headings: readonly HeadingBlock[]): Map<string, string> {
  const anchors = new Map<string, string>()
  const taken = new Set<string>()
  for (const heading of headings) {
    const base = anchorOf(heading)
    if (!base) continue
    let anchor = base
    for (let n = 2; taken.has(anchor); n++) anchor = `${base}-${n}`
    taken.add(anchor)
    anchors.set(heading.id, anchor)
  }
  return anchors
}
