import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { spoken, written } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import type { TableBlock } from './schema.ts'

/** What the table is about, its columns and how many rows it has; cells read out one by one help nobody. */
export function tableSpeech(block: TableBlock, context: BlockContext): string {
  const rows = block.rows.filter(row => row.cells.length > 0)
  if (rows.length === 0) return ''
  const messages = speechMessages(context.language)
  const names = block.head ? rows[0]!.cells.map(cell => oneLine(plainText(cell.content))).filter(Boolean) : []
  const separator = context.language.startsWith('ar') ? '، ' : ', '
  return spoken([
    messages.table(oneLine(plainText(block.caption ?? []))),
    names.length > 0 ? messages.columns(names.join(separator)) : '',
    messages.rows(block.head ? rows.length - 1 : rows.length),
  ])
}

export function tableText(block: TableBlock): string {
  const lines = block.rows.map(row => row.cells.map(cell => oneLine(plainText(cell.content))).join(' | '))
  return written([plainText(block.caption ?? []), lines.filter(line => /[^|\s]/.test(line)).join('\n')])
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
