/** A shortcode as WordPress writes it: `[name key="value"]` or `[name …]inner[/name]`. */
export interface Shortcode {
  name: string
  attributes: Record<string, string>
  /** Values without a key, in order. */
  plain: string[]
  /** What stands between the opening and the closing form; null where there is no closing form. */
  inner: string | null
  /** As it stood in the text. */
  source: string
}

export interface WithShortcodes {
  /** The text with `<mh-shortcode data-n="0">` in place of each. */
  html: string
  shortcodes: Shortcode[]
  /** Names of wrappers that were taken away around text that stays. */
  unwrapped: Map<string, number>
}

// WordPress keeps no list of the shortcodes a site knew, so "[sic]" and "[gallery]" can only be told apart by name.
const known = new Set(
  'audio blockquote caption code dailymotion embed facebook gallery googlemaps instagram playlist pullquote sourcecode soundcloud spotify tiktok tweet twitter video vimeo wp_caption wpvideo videopress youtube'.split(
    ' ',
  ),
)
const layout =
  /^(vc|et_pb|fusion|av|mk|cs|tatsu|ux|mvc|themify|kc)_|^(row|column|col|columns|section|container|one_|two_|three_|su_row|su_column)/
const footnotes = new Set(['efn_note', 'fn', 'footnote', 'mfn', 'ref'])
const longestTag = 20_000
const longestVerbatim = 200_000

/** Takes shortcodes out of HTML in one pass. Tags, comments and text that is shown as it is are passed over. */
export function takeShortcodes(html: string): WithShortcodes {
  const shortcodes: Shortcode[] = []
  const unwrapped = new Map<string, number>()
  const lastClosing = new Map<string, number>()
  // Closing forms whose opening form has been taken away; those of one name are claimed from left to right.
  const claimed = new Set<number>()
  const lastClaimed = new Map<string, number>()
  let out = ''
  let from = 0
  if (!html.includes('[')) return { html, shortcodes, unwrapped }
  const keep = (code: Shortcode) => `<mh-shortcode data-n="${shortcodes.push(code) - 1}"></mh-shortcode>`
  const count = (name: string) => unwrapped.set(name, (unwrapped.get(name) ?? 0) + 1)

  for (let at = nextMark(html, 0); at >= 0; at = nextMark(html, at)) {
    if (html[at] === '<') {
      at = afterTag(html, at)
      continue
    }
    if (claimed.has(at)) {
      out += html.slice(from, at)
      from = at = html.indexOf(']', at) + 1
      continue
    }
    const opening = readOpening(html, at)
    if (!opening) {
      at += 1
      continue
    }
    if (opening.escaped) {
      out += html.slice(from, at) + html.slice(at + 1, opening.end - 1)
      from = at = opening.end
      continue
    }
    const { name, end, closed } = opening
    const closing = `[/${name}]`
    if (!lastClosing.has(name)) lastClosing.set(name, html.lastIndexOf(closing))
    const searchFrom = Math.max(end, (lastClaimed.get(name) ?? -1) + 1)
    const close = closed || lastClosing.get(name)! < searchFrom ? -1 : html.indexOf(closing, searchFrom)
    if (close < 0 && !known.has(name) && !opening.looksMeant) {
      at = end
      continue
    }
    const inner = close < 0 ? null : html.slice(end, close)
    const wholeEnd = close < 0 ? end : close + closing.length
    const code: Shortcode = { name, ...readAttributes(opening.text), inner, source: html.slice(at, wholeEnd) }
    out += html.slice(from, at)
    if (inner !== null && footnotes.has(name)) {
      out += ` (${inner.trim()})`
    } else if (inner !== null && !known.has(name)) {
      // What a wrapper of an unknown kind holds is text: the wrapper goes, the text is read like any other.
      count(name)
      const said =
        Object.keys(code.attributes).length > 0 && !layout.test(name) && !isWithinLine(html, at, wholeEnd)
      if (said) out += keep({ ...code, inner: null, source: html.slice(at, end) })
      claimed.add(close)
      lastClaimed.set(name, close)
      from = at = end
      continue
    } else out += keep(code)
    from = at = wholeEnd
  }
  return { html: out + html.slice(from), shortcodes, unwrapped }
}

function nextMark(html: string, from: number): number {
  const mark = /[[<]/g
  mark.lastIndex = from
  return mark.exec(html)?.index ?? -1
}

/** The end of a tag, a comment, or an element whose text is shown as it is. */
function afterTag(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return orEnd(html, html.indexOf('-->', at), 3)
  const verbatim = /^<(pre|code|script|style|textarea)\b/i.exec(html.slice(at, at + 10))
  if (verbatim) {
    const close = html.slice(at, at + longestVerbatim).indexOf(`</${verbatim[1]}`)
    if (close > 0) return at + close + 2
  }
  const tag = /^<\/?[a-zA-Z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>/.exec(html.slice(at, at + 5000))
  return tag ? at + tag[0].length : at + 1
}

function orEnd(html: string, found: number, length: number): number {
  return found < 0 ? html.length : found + length
}

function readOpening(html: string, at: number) {
  const name = /^\[{1,2}([a-zA-Z][\w-]{0,80})(?=[\s\]/=])/.exec(html.slice(at, at + 90))
  if (!name) return null
  const doubled = html[at + 1] === '['
  const start = at + name[0].length
  const end = closingBracket(html, start)
  if (end < 0) return null
  const text = html.slice(start, end).replace(/\/\s*$/, '')
  const escaped = doubled && html[end + 1] === ']'
  if (doubled && !escaped) return null
  return {
    name: name[1]!.toLowerCase(),
    text,
    end: escaped ? end + 2 : end + 1,
    escaped,
    closed: html[end - 1] === '/',
    looksMeant: /\s[\w-]+\s*=\s*["'”“&\w]/.test(text) || /^[a-z]+[_-][\w-]+$/.test(name[1]!),
  }
}

/** The bracket that ends a shortcode: the first outside quotes, or the first of all where a quote never ends. */
function closingBracket(html: string, from: number): number {
  const text = html.slice(from, from + longestTag)
  const quoted = /^(?:[^\]"'[]|"[^"]*"|'[^']*')*\]/.exec(text)
  if (quoted) return from + quoted[0].length - 1
  const simple = /^[^\][]*\]/.exec(text)
  return simple ? from + simple[0].length - 1 : -1
}

/** Attributes as WordPress's shortcode_parse_atts reads them. */
export function readAttributes(text: string): Pick<Shortcode, 'attributes' | 'plain'> {
  const attributes: Record<string, string> = {}
  const plain: string[] = []
  const straight = text.replace(/&#(?:8220|8221|8243|34);|&quot;|[“”″]/g, '"').replace(/[\u00a0\u200b]/g, ' ')
  const pattern =
    /([\w-]+)\s*=\s*"([^"]*)"|([\w-]+)\s*=\s*'([^']*)'|([\w-]+)\s*=\s*([^\s'"]+)|"([^"]*)"|'([^']*)'|(\S+)/g
  for (const part of straight.matchAll(pattern)) {
    const key = part[1] ?? part[3] ?? part[5]
    const value = part[2] ?? part[4] ?? part[6] ?? part[7] ?? part[8] ?? part[9] ?? ''
    if (key === undefined) plain.push(value)
    else if (key !== '__proto__') attributes[key.toLowerCase()] = value
  }
  return { attributes, plain }
}

/** True where words stand before or after it on its own line, so that it is part of a sentence. */
function isWithinLine(html: string, start: number, end: number): boolean {
  const before = html.slice(Math.max(0, start - 200), start)
  const after = html.slice(end, end + 200)
  return /[^\s>][^\S\n]*$/.test(before) || /^[^\S\n]*[^\s<]/.test(after)
}
