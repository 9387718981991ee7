import { sanitise } from './sanitise.ts'
import type { HtmlBlock } from './schema.ts'

/** Tokens for the `sandbox` of the frame and of its document: links may open a window, nothing else is allowed. */
export const frameSandbox = 'allow-popups allow-popups-to-escape-sandbox'

/**
 * The document that the frame of an HTML block shows, with the headers that must go with it (a page of its own at
 * `/blocks/<story>/<block>`). `css` is what the publication adds: fonts and colours; it must not come from readers.
 */
export function htmlBlockFrame(
  block: Pick<HtmlBlock, 'html'>,
  options: { siteUrl: string; language: string; direction: 'ltr' | 'rtl'; css?: string },
): { body: string; headers: Record<string, string> } {
  const content = sanitise(block.html, { siteUrl: options.siteUrl, newWindow: true })
  const css = baseCss + (options.css ?? '').replace(/<\/style/gi, '<\\/style')
  const language = options.language.replace(/[^A-Za-z0-9-]/g, '')
  const head = `<meta charset="utf-8"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width"><title>·</title><style>${css}</style>`
  return {
    body: `<!doctype html><html lang="${language}" dir="${options.direction}"><head>${head}</head><body>${content}</body></html>`,
    headers: {
      'content-security-policy': `sandbox ${frameSandbox}; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  }
}

/** Height in pixels that the content may need: its own where it says so, else reckoned from text, pictures and rows. */
export function frameHeight({ html, height }: Pick<HtmlBlock, 'html' | 'height'>): number {
  if (height) return height
  const count = (expression: RegExp) => html.match(expression)?.length ?? 0
  const lines = Math.ceil(lettersOf(html) / 60) + count(/<(p|div|h[1-6]|li|br|dt|dd)\b/gi)
  return 16 + lines * 28 + count(/<img\b/gi) * 360 + count(/<tr\b/gi) * 36
}

/** Letters outside tags, scripts and styles, runs of space as one. One pass, whatever the text is made of. */
function lettersOf(html: string): number {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const tag = html.indexOf('<', at)
    parts.push(html.slice(at, tag === -1 ? undefined : tag))
    if (tag === -1) break
    const silent = /^<(script|style)\b/i.exec(html.slice(tag, tag + 8))?.[1]
    const end = html.indexOf('>', silent ? endOfSilent(html, tag, silent) : tag)
    if (end === -1) break
    at = end + 1
  }
  return parts.join('').replace(/\s+/g, ' ').length
}

/** Where `</script` or `</style` begins after `from`; the end of all where it never does. */
function endOfSilent(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

const baseCss =
  ':root{color-scheme:light dark}body{margin:0;color:#1b1a17;font:1.0625rem/1.5 Georgia,serif;overflow-wrap:anywhere}' +
  '@media(prefers-color-scheme:dark){body{color:#ebe7dd}}body>:first-child{margin-top:0}body>:last-child{margin-bottom:0}' +
  'img,table{max-width:100%;height:auto}table{border-collapse:collapse}td,th{padding:.25em .5em;text-align:start}'
