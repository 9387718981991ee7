import { textOf } from './html/dom.ts'
import { safeParse, textOnly } from './html/safe-parse.ts'

/** The words of a line of HTML, such as a title or a caption: tags gone, entities read, white space single. */
export function plainWords(html: string): string {
  if (!/[<&]/.test(html)) return singleSpaced(html)
  const parsed = safeParse(html.replace(/<\/(p|div|li|h\d)>|<br\b[^>]*>/gi, ' $&'))
  return singleSpaced(parsed.root ? textOf(parsed.root) : textOnly(html))
}

/** At most `most` characters, cut between words where there are words. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
