import type { ImportedBlock, SeenMedia } from '../import.ts'
import type { Conversion, Surroundings } from './conversion.ts'
import { note, TooMuchWork } from './conversion.ts'
import { childrenOf } from './dom.ts'
import { convertNodes } from './flow.ts'
import { boundLists } from './lists.ts'
import { safeParse, textOnly } from './safe-parse.ts'
import { takeShortcodes } from './shortcodes.ts'

export interface HtmlOptions {
  /** 'wordpress' knows shortcodes, block comments and the classic editor's line ends. */
  dialect: 'wordpress' | 'plain'
  /** What relative addresses are relative to. */
  baseUrl?: string
  /** Foreign id of the story whose body this is. */
  storyId?: string
  footnotes?: readonly { id: string; html: string }[]
}

export interface ConvertedBody {
  blocks: ImportedBlock[]
  media: SeenMedia[]
  /** What is not as it was, a sentence each, with how often. */
  notes: string[]
}

const deepestHtml = 5

/** Looks that one text was given by hand; here the publication's own look is that of every text. */
const looks: [string, RegExp][] = [
  [
    'the alignment of its paragraphs was taken off',
    /text-align:\s*(center|right|justify)|has-text-align-(center|right)|<(p|h\d|div)[^>]{0,200}\salign=/i,
  ],
  [
    'colours and sizes of its text were taken off',
    /has-[\w-]{1,40}-(color|font-size)\b|<(p|span|font|h\d)\b[^>]{0,200}(\scolor=|[;"'\s](color|font-size|background-color):)/i,
  ],
]

/**
 * Turns a body of HTML into blocks. Never throws for what the HTML holds, keeps all of its text, and says what it had
 * to change. The blocks fit their schemas but for Reference objects in place of ids.
 */
export function htmlToBlocks(html: string, options: HtmlOptions): ConvertedBody {
  const notes = new Map<string, number>()
  const media: SeenMedia[] = []
  const blocks = convert(html, { options, notes, media, depth: 0 })
  for (const [what, sign] of looks) if (sign.test(html)) notes.set(what, 1)
  return {
    blocks,
    media,
    notes: [...notes].map(([what, times]) => (times > 1 ? `${what} (${times} times)` : what)),
  }
}

interface Run {
  options: HtmlOptions
  notes: Map<string, number>
  media: SeenMedia[]
  depth: number
}

function convert(source: string, run: Run, around?: Partial<Surroundings>): ImportedBlock[] {
  const { options, notes, media, depth } = run
  const isWordpress = options.dialect === 'wordpress'
  const clean = withoutData(source, notes)
  const taken = isWordpress ? takeShortcodes(clean) : { html: clean, shortcodes: [], unwrapped: new Map() }
  for (const [name, times] of taken.unwrapped) {
    const what = `the shortcode [${name}] around text was taken away, its text kept`
    notes.set(what, (notes.get(what) ?? 0) + times)
  }
  let effort = 100_000 + source.length * 3
  const conversion: Conversion = {
    spend(nodes) {
      effort -= nodes
      if (effort < 0) throw new TooMuchWork()
    },
    baseUrl: options.baseUrl,
    storyId: options.storyId,
    footnotes: options.footnotes ?? [],
    shortcodes: taken.shortcodes,
    media,
    notes,
    convert: (nodes, surroundings) =>
      convertNodes(nodes, conversion, { marks: [], whitespace: 'collapse', ...surroundings }),
    convertHtml: (html, surroundings) =>
      depth < deepestHtml ? convert(html, { ...run, depth: depth + 1 }, surroundings) : asParagraphs(html),
  }
  const parsed = safeParse(taken.html)
  const wordsOnly = (problem: string) => {
    note(conversion, `only the words of this body were taken: ${problem}`)
    return asParagraphs(source)
  }
  if (!parsed.root) return wordsOnly(parsed.problem)
  const isClassic = isWordpress && !/<!--\s+wp:[a-z]/.test(taken.html)
  const whitespace = isClassic ? 'lines' : 'collapse'
  try {
    const blocks = conversion.convert(childrenOf(parsed.root), { whitespace, ...around })
    boundLists(blocks, conversion)
    return blocks
  } catch (error) {
    if (error instanceof TooMuchWork) return wordsOnly('its elements are entangled')
    throw error
  }
}

function asParagraphs(html: string): ImportedBlock[] {
  return textOnly(html)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))
}

/** Pictures written into the text as data would have to be stored by us; they are taken out, and said so. */
function withoutData(html: string, notes: Map<string, number>): string {
  if (!/data:[a-z]+\//i.test(html)) return html
  return html.replace(
    /(=\s*["']?|url\(["']?)data:[a-z]+\/[a-z0-9.+-]+[;,][^"'\s>)]{200,}/gi,
    (_, before: string) => {
      const what = 'a picture or file written into the text as data was left out'
      notes.set(what, (notes.get(what) ?? 0) + 1)
      return `${before}data:,`
    },
  )
}
