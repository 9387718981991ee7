import { plainText } from '../inline.ts'
import { sentence } from '../sentence.ts'
import type { ParagraphBlock } from './schema.ts'

export function paragraphSpeech({ content }: ParagraphBlock): string {
  return sentence(plainText(content))
}

export function paragraphText({ content }: ParagraphBlock): string {
  return plainText(content).trim()
}
