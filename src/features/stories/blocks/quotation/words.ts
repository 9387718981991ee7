import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { spoken, written } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import type { QuotationBlock } from './schema.ts'

/** Announced and closed, so that the listener knows whose words these are. */
export function quotationSpeech(block: QuotationBlock, context: BlockContext): string {
  const words = spoken(block.paragraphs.map(plainText))
  if (!words) return ''
  const { quote, endOfQuote } = speechMessages(context.language)
  const by = plainText(block.cite ?? [])
    .replace(/\s+/g, ' ')
    .trim()
  return `${quote(by)}\n${words}\n${endOfQuote}`
}

export function quotationText(block: QuotationBlock): string {
  const words = written(block.paragraphs.map(plainText))
  const by = plainText(block.cite ?? []).trim()
  return words && by ? `${words}\n— ${by}` : words
}
