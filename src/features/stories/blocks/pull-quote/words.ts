import { plainText } from '../inline.ts'
import type { PullQuoteBlock } from './schema.ts'

/** Nothing: the voice says the sentence where it stands in the text. */
export function pullQuoteSpeech(): string {
  return ''
}

export function pullQuoteText({ content, attribution }: PullQuoteBlock): string {
  const words = plainText(content).trim()
  return words && attribution?.trim() ? `${words}\n— ${attribution.trim()}` : words
}
