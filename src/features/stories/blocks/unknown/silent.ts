/** In e-mail, feeds, speech and plain text there is nothing to show, whoever looks. */
export function unknownHtml(): null {
  return null
}

export function unknownWords(): string {
  return ''
}
