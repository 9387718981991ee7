import { isDeepStrictEqual } from 'node:util'
import { diffArrays } from 'diff'
import { readBlock, renderText } from '../blocks/blocks.ts'
import type { DraftContent } from '../live-draft/draft-content.ts'
import { compareWords, type Part } from './compare-texts.ts'

type RawBlock = DraftContent['blocks'][number]

/** What became of one block. `settings`: its words are the same, something else about it (form, links) is not. */
export interface BlockChange {
  kind: 'same' | 'changed' | 'settings' | 'added' | 'removed' | 'moved'
  /** Its kind of block, as in the story. */
  type: string
  parts: Part[]
}

/** What differs between two states of a story. */
export interface Comparison {
  headline: Part[]
  standfirst: Part[]
  blocks: BlockChange[]
  /** Names of what stands beside the text and differs. */
  fields: string[]
  same: boolean
}

/** Compares two states of a story, the older one first. */
export function compareDrafts(older: DraftContent, newer: DraftContent): Comparison {
  const { language } = newer
  const { headline: _h, standfirst: _s, blocks: _b, ...besides } = newer
  return {
    headline: compareWords(older.headline, newer.headline, language),
    standfirst: compareWords(older.standfirst, newer.standfirst, language),
    blocks: compareBlocks(older.blocks, newer.blocks, language),
    fields: Object.keys(besides).filter(
      name => !isDeepStrictEqual(older[name as keyof DraftContent], newer[name as keyof DraftContent]),
    ),
    same: isDeepStrictEqual(older, newer),
  }
}

function compareBlocks(
  older: readonly RawBlock[],
  newer: readonly RawBlock[],
  language: string,
): BlockChange[] {
  const say = (block: RawBlock) => wordsIn(block, language)
  const partners = partnersOf(older, newer, say)
  const back = new Map([...partners].map(([after, before]) => [before, after]))
  const steps = diffArrays(
    older.map((block, place) =>
      back.has(block) ? partnerKey(newer.indexOf(back.get(block)!)) : `old ${place}`,
    ),
    newer.map((_, place) => partnerKey(place)),
  )
  const changes: BlockChange[] = []
  let [before, after] = [0, 0]
  for (const { added, removed, value } of steps)
    for (let i = 0; i < value.length; i++) {
      if (removed) {
        const block = older[before++]!
        // What stands elsewhere now is shown there.
        if (!back.has(block)) changes.push({ kind: 'removed', type: block.type, parts: del(say(block)) })
        continue
      }
      const block = newer[after++]!
      const partner = partners.get(block)
      if (!added) before++
      if (!partner) changes.push({ kind: 'added', type: block.type, parts: ins(say(block)) })
      else changes.push(changeOf(partner, block, { moved: added, say, language }))
    }
  return changes
}

function changeOf(
  older: RawBlock,
  newer: RawBlock,
  { moved, say, language }: { moved: boolean; say(block: RawBlock): string; language: string },
): BlockChange {
  const parts = compareWords(say(older), say(newer), language)
  const sameWords = parts.every(({ kind }) => kind === 'same')
  const { id: _a, ...was } = older
  const { id: _b, ...is } = newer
  const kind = !sameWords ? 'changed' : isDeepStrictEqual(was, is) ? 'same' : 'settings'
  return { kind: moved && kind === 'same' ? 'moved' : kind, type: newer.type, parts }
}

/** Which block of the newer text is which of the older: by its id, or, where ids were given anew, by its words. */
function partnersOf(
  older: readonly RawBlock[],
  newer: readonly RawBlock[],
  say: (block: RawBlock) => string,
): Map<RawBlock, RawBlock> {
  const byId = new Map(older.map(block => [block.id, block]))
  const partners = new Map<RawBlock, RawBlock>()
  const left = new Set(older)
  for (const block of newer) {
    const partner = byId.get(block.id)
    if (partner && left.delete(partner)) partners.set(block, partner)
  }
  const byWords = Map.groupBy(left, block => `${block.type} ${say(block)}`)
  for (const block of newer) {
    if (partners.has(block)) continue
    const partner = byWords.get(`${block.type} ${say(block)}`)?.shift()
    if (partner) partners.set(block, partner)
  }
  return partners
}

function partnerKey(place: number): string {
  return `new ${place}`
}

/** The words of a block as plain text; '' for one that has none. */
function wordsIn(raw: RawBlock, language: string): string {
  return renderText([readBlock(raw)], {
    language: language || 'en',
    siteUrl: '',
    storyId: 0,
    forStaff: false,
    photographs: new Map(),
    stories: new Map(),
    files: new Map(),
  })
}

const ins = (text: string): Part[] => (text === '' ? [] : [{ kind: 'ins', text }])
const del = (text: string): Part[] => (text === '' ? [] : [{ kind: 'del', text }])
