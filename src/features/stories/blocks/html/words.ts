import type { BlockContext } from '../block.ts'
import { spoken } from '../sentence.ts'
import { sanitise, wordsOf } from './sanitise.ts'
import type { HtmlBlock } from './schema.ts'

export function htmlSpeech(block: HtmlBlock, context: BlockContext): string {
  return spoken(htmlText(block, context).split('\n'))
}

export function htmlText(block: HtmlBlock, context: BlockContext): string {
  return wordsOf(sanitise(block.html, { siteUrl: context.siteUrl }))
}
