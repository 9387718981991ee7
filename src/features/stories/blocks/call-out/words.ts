import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { spoken, written } from '../sentence.ts'
import type { CallOutBlock } from './schema.ts'
import { callOutTitle } from './web.tsx'

export function callOutSpeech(block: CallOutBlock, context: BlockContext): string {
  return words(block, context, spoken)
}

export function callOutText(block: CallOutBlock, context: BlockContext): string {
  return words(block, context, written)
}

function words(block: CallOutBlock, context: BlockContext, join: (paragraphs: string[]) => string): string {
  const text = block.paragraphs.map(plainText)
  const silent = !block.title?.trim() && text.every(one => one.trim() === '')
  return silent ? '' : join([callOutTitle(block, context), ...text])
}
