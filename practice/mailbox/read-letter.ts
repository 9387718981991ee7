import { parse } from 'parse5'

/** A letter taken apart, as a mail program shows it. */
export interface ReadLetter {
  subject: string
  from: string
  to: string
  html: string
  text: string
  headers: { name: string; value: string }[]
  links: { href: string; label: string }[]
}

/** Reads the source of a letter (RFC 5322, MIME). */
export async function readLetter(source: Buffer): Promise<ReadLetter> {
  const { default: PostalMime } = await import('postal-mime')
  const email = await PostalMime.parse(source, { maxNestingDepth: 20 })
  const html = email.html ?? ''
  return {
    subject: email.subject ?? '',
    from: named(email.from),
    to: (email.to ?? []).map(named).join(', '),
    html,
    text: email.text ?? '',
    headers: email.headers.map(({ originalKey, key, value }) => ({ name: originalKey ?? key, value })),
    links: linksIn(html),
  }
}

function named(mailbox: { name?: string; address?: string } | undefined): string {
  if (!mailbox?.address) return mailbox?.name ?? ''
  return mailbox.name ? `${mailbox.name} <${mailbox.address}>` : mailbox.address
}

interface Node {
  nodeName: string
  value?: string
  attrs?: { name: string; value: string }[]
  childNodes?: Node[]
}

/** Each address that the letter leads to, once, with the words that lead there. */
function linksIn(html: string): { href: string; label: string }[] {
  const found = new Map<string, string>()
  const waiting: Node[] = [parse(html) as Node]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const href = node.nodeName === 'a' ? node.attrs?.find(({ name }) => name === 'href')?.value : undefined
    // What is no plain address of the web is shown by nobody as a link.
    if (href && /^https?:\/\//i.test(href) && !found.has(href)) found.set(href, words(node))
    waiting.push(...(node.childNodes ?? []).toReversed())
  }
  return [...found].map(([href, label]) => ({ href, label }))
}

function words(node: Node): string {
  let text = ''
  const waiting = [node]
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    text += each.nodeName === '#text' ? each.value : ''
    waiting.push(...(each.childNodes ?? []).toReversed())
  }
  return text.replace(/\s+/g, ' ').trim()
}
