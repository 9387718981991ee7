/** One link of a story and what is known of where it leads. */
export interface LinkFacts {
  href: string
  /** The block it stands in. */
  block: string
  /** 'unknown' is a server that would not say: it may well answer readers. */
  state: 'waiting' | 'good' | 'moved' | 'dead' | 'unknown'
  /** The address it leads on to, or why it is dead. */
  detail: string
}

/** Every address the blocks link to or embed, with the block it stands in; each once a block. */
export function linksIn(blocks: readonly { id: string }[]): { href: string; block: string }[] {
  return blocks.flatMap(block => {
    const found = new Set<string>()
    collect(block, found)
    return [...found].map(href => ({ href, block: block.id }))
  })
}

/** Addresses stand in marks (`href`), and in fields of quotations and embeds (`url`). */
function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) {
      if ((name === 'href' || name === 'url') && typeof each === 'string') found.add(each.trim())
      else if (name !== 'original') collect(each, found)
    }
}

export type LinkKind = { kind: 'inside'; path: string } | { kind: 'outside'; url: string } | { kind: 'other' }

/** Whether a link stays on the publication, goes out, or is no page at all (mail, telephone, a place in the text). */
export function kindOfLink(href: string, siteUrl: string): LinkKind {
  const site = URL.parse(siteUrl)
  const url = href.startsWith('#') ? null : URL.parse(href, siteUrl)
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'other' }
  if (url.host === site?.host) return { kind: 'inside', path: url.pathname + url.search }
  url.hash = ''
  return { kind: 'outside', url: url.href }
}
