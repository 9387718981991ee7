import type { ImportedBlock } from '../import.ts'
import { type Conversion, note } from './conversion.ts'
import { attribute, childrenOf, type Element, find, findAll, hasClass, named, textOf } from './dom.ts'

const longest = 500_000

/** `<pre>`: code as it stands; verse as lines of text. */
export function preformattedBlocks(pre: Element, conversion: Conversion): ImportedBlock[] {
  if (hasClass(pre, /^wp-block-verse$/))
    return conversion.convert(childrenOf(pre), { whitespace: 'preserve' })
  if (findAll(pre, named('img', 'iframe')).length > 0)
    return conversion.convert(childrenOf(pre), { whitespace: 'preserve' })
  if (find(pre, each => each.tagName === 'a'))
    note(conversion, 'links inside preformatted text were taken off their words')
  return codeBlocks(textOf(pre), languageOf(pre) ?? languageOf(find(pre, named('code')) ?? pre))
}

export function codeBlocks(source: string, language?: string): ImportedBlock[] {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\s+$/, '')
  const blocks: ImportedBlock[] = []
  for (let from = 0; from < text.length; from += longest) {
    blocks.push({ type: 'code', text: text.slice(from, from + longest), ...(language ? { language } : {}) })
  }
  return blocks
}

function languageOf(element: Element): string | undefined {
  const classes = attribute(element, 'class') ?? ''
  const told =
    /(?:^|\s)(?:language|lang)-([\w+#-]+)/.exec(classes)?.[1] ??
    /brush:\s*([\w+#-]+)/.exec(classes)?.[1] ??
    attribute(element, 'data-enlighter-language') ??
    attribute(element, 'lang')
  return told && /^[\w+#-]{1,60}$/.test(told) ? told.toLowerCase() : undefined
}
