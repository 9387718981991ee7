import type { BlockContext } from '../block.ts'
import { captionWords } from '../plain-figure.tsx'
import type { PhotographBlock } from './schema.ts'

/** Nothing: a caption read aloud without its picture interrupts the story. */
export function photographSpeech(): string {
  return ''
}

export function photographText(block: PhotographBlock, context: BlockContext): string {
  const photograph = context.photographs.get(block.photographId)
  return photograph ? captionWords(photograph, block, context.language) : ''
}
