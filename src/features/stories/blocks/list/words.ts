import type { BlockContext } from '../block.ts'
import { plainText } from '../inline.ts'
import { sentence } from '../sentence.ts'
import { speechMessages } from '../speech-messages.ts'
import { says } from './items.tsx'
import type { ListBlock, NestedList } from './schema.ts'

/** Each item a sentence; those of an ordered list are counted aloud ("First, …"). */
export function listSpeech(block: ListBlock, context: BlockContext): string {
  return spokenItems(block, context.language).join('\n')
}

export function listText(block: ListBlock): string {
  return writtenItems(block, '').join('\n')
}

function spokenItems(list: NestedList, language: string): string[] {
  const { nth, number } = speechMessages(language)
  return list.items.filter(says).flatMap((item, i) => {
    const place = (list.start ?? 1) + i
    const words = sentence(plainText(item.content))
    const counted = list.ordered ? `${nth[place - 1] ?? number(place)}: ${words}` : words
    const inner = item.list ? spokenItems(item.list, language) : []
    return [words ? counted : '', ...inner].filter(Boolean)
  })
}

function writtenItems(list: NestedList, indent: string): string[] {
  return list.items.filter(says).flatMap((item, i) => {
    const mark = list.ordered ? `${(list.start ?? 1) + i}. ` : '- '
    const deeper = indent + ' '.repeat(mark.length)
    const words = plainText(item.content).trim().replace(/\n/g, `\n${deeper}`)
    return [indent + mark + words, ...(item.list ? writtenItems(item.list, deeper) : [])]
  })
}
