import type { ImportedBlock } from '../import.ts'
import { type Element, textOf } from './dom.ts'

/** The blocks, or null where they hold fewer words than the element: it is then read piece by piece. */
export function lossless(node: Element, blocks: ImportedBlock[] | null): ImportedBlock[] | null {
  return blocks && lettersIn(blocks) >= letters(textOf(node)) ? blocks : null
}

function lettersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + lettersIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, each]) => {
    if (typeof each !== 'string') return sum + lettersIn(each)
    return /^(text|html|attribution)$/.test(key) ? sum + letters(each) : sum
  }, 0)
}

function letters(text: string): number {
  return text.replace(/\s+/g, '').length
}
