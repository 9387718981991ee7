import type { BlockContext } from '../block.ts'
import { speechMessages } from '../speech-messages.ts'
import type { CodeBlock } from './schema.ts'

export function codeSpeech({ text }: CodeBlock, context: BlockContext): string {
  return text.trim() === '' ? '' : speechMessages(context.language).code
}

export function codeText({ text }: CodeBlock): string {
  return text.replace(/^\s*\n|\s+$/g, '')
}
