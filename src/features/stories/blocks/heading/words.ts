import { plainText } from '../inline.ts'
import { sentence } from '../sentence.ts'
import type { HeadingBlock } from './schema.ts'

export function headingSpeech({ content }: HeadingBlock): string {
  return sentence(plainText(content))
}

export function headingText({ content }: HeadingBlock): string {
  return plainText(content).trim()
}
