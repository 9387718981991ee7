import MarkdownIt from 'markdown-it'

const longest = 200_000

/**
 * Markdown as HTML, by the parser and with the settings that Ghost renders it with. Null for what is too long for it:
 * some of its rules take time that grows with the square of the text.
 */
export function markdownToHtml(source: string): string | null {
  if (source.length > longest) return null
  const parser = new MarkdownIt({ html: true, breaks: true, linkify: true })
  try {
    return parser.render(withLazyHeadings(source))
  } catch {
    return null
  }
}

/** Ghost takes "#Heading" for a heading although no space follows. */
function withLazyHeadings(source: string): string {
  let fence = ''
  return source
    .split('\n')
    .map(line => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
      if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : ''
      return fence === '' ? line.replace(/^(#{1,6})(?=[^\s#])/, '$1 ') : line
    })
    .join('\n')
}
