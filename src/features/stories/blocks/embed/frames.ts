import { isFrameOrigin, knownEmbed } from './providers.ts'

/** Origins for the page's `frame-src`, read from the HTML's `data-frame` attributes; each once, only known forms. */
export function frameOrigins(html: string): string[] {
  const origins = new Set<string>()
  // Text and attributes are escaped, so that no author's words can hold this quotation mark.
  for (const [, origin = ''] of html.matchAll(/\sdata-frame="(https:\/\/[^"/?#]+)/g)) {
    if (isFrameOrigin(origin)) origins.add(origin)
  }
  return [...origins]
}

/** The same from the addresses of embeds, before anything is rendered. */
export function originsOf(addresses: readonly string[]): string[] {
  const origins = addresses.flatMap(address => {
    const known = knownEmbed(address)
    return known ? [new URL(known.frameSrc).origin] : []
  })
  return [...new Set(origins)]
}
