import type { ImportedBlock } from '../import.ts'
import { type Building, htmlBlocks, note, record } from './building.ts'
import { lexicalBlocks } from './lexical.ts'
import { markdownToHtml } from './markdown.ts'
import { isMobiledoc, mobiledocBlocks } from './mobiledoc.ts'

/** The forms of one body that a row of `posts` may hold. */
export interface Bodies {
  lexical?: unknown
  mobiledoc?: unknown
  html?: string | null
  markdown?: string | null
  plaintext?: string | null
}

const deepest = 200
const gate = /<!--\s*kg-gated-block:(begin|end)\b([^>]*?)-->/g

/** A post's body as blocks: from what its editor kept, or else from what Ghost made of it. */
export function bodyBlocks(bodies: Bodies, building: Building): ImportedBlock[] {
  const lexical = document(bodies.lexical, 'Lexical', building)
  if (lexical && Array.isArray(record(lexical.root).children))
    return lexicalBlocks(record(lexical.root), building)
  const mobiledoc = document(bodies.mobiledoc, 'Mobiledoc', building)
  if (mobiledoc && isMobiledoc(mobiledoc)) return mobiledocBlocks(mobiledoc, building)
  if (lexical || mobiledoc) note(building, 'its text is in a form that is not known; its HTML was taken')
  if (bodies.html?.trim()) return openHtml(bodies.html, building)
  const markdown = bodies.markdown?.trim() ? markdownToHtml(bodies.markdown) : null
  if (markdown !== null) return htmlBlocks(markdown, building)
  const plain = bodies.markdown?.trim() || bodies.plaintext?.trim() || ''
  if (plain !== '') note(building, 'only its plain text could be read')
  return plain
    .split(/\n\s*\n/)
    .filter(each => each.trim() !== '')
    .map(each => ({ type: 'paragraph', content: [{ type: 'text', text: each.trim().replace(/\s+/g, ' ') }] }))
}

/** The document in a column, which Ghost keeps as JSON in a text; null where there is none that can be read. */
function document(value: unknown, form: string, building: Building): Record<string, unknown> | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'string') return value as Record<string, unknown>
  if (depthOf(value) > deepest) {
    note(building, `its ${form} text is nested more than ${deepest} deep; its HTML was taken`)
    return null
  }
  try {
    const parsed: unknown = JSON.parse(value)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  } catch {
    // Said below, like any other text that is not a document.
  }
  note(building, `its ${form} text cannot be read; its HTML was taken`)
  return null
}

/** How deep a JSON text nests, without reading it. */
function depthOf(json: string): number {
  let depth = 0
  let most = 0
  let inText = false
  for (let index = 0; index < json.length; index++) {
    const sign = json.charCodeAt(index)
    if (inText) {
      if (sign === 0x5c) index++
      else if (sign === 0x22) inText = false
    } else if (sign === 0x22) inText = true
    else if (sign === 0x7b || sign === 0x5b) most = Math.max(most, ++depth)
    else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return most
}

/** HTML without the parts that Ghost shows to members only; those are kept for staff. */
function openHtml(html: string, building: Building): ImportedBlock[] {
  const blocks: ImportedBlock[] = []
  const add = (part: string, hidden: boolean) => {
    if (part.trim() === '') return
    if (!hidden) return void blocks.push(...htmlBlocks(part, building))
    note(building, 'a part that was not for every reader is kept for staff only')
    blocks.push({ type: 'ghost not for every reader: html', data: { html: part } })
  }
  let from = 0
  let hidden = false
  for (const found of html.matchAll(gate)) {
    add(html.slice(from, found.index), hidden)
    hidden = found[1] === 'begin' && !/nonMember:\s*true/.test(found[2] ?? '')
    from = found.index + found[0].length
  }
  add(html.slice(from), hidden)
  return blocks
}
