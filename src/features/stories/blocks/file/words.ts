import { wholeAddress } from '../addresses.ts'
import type { BlockContext } from '../block.ts'
import { sentence } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import { aboutFile } from './about.ts'
import type { FileBlock } from './schema.ts'

export function fileSpeech(block: FileBlock, context: BlockContext): string {
  const file = context.files.get(block.fileId)
  return file ? sentence(speechMessages(context.language).file(block.title?.trim() || file.name)) : ''
}

export function fileText(block: FileBlock, context: BlockContext): string {
  const file = context.files.get(block.fileId)
  if (!file) return ''
  const about = aboutFile(file, context.language)
  const name = block.title?.trim() || file.name
  const lines = [
    about ? `${name} (${about})` : name,
    block.description?.trim(),
    wholeAddress(file.src, context.siteUrl),
  ]
  return lines.filter(Boolean).join('\n')
}
