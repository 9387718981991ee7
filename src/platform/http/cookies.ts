/** The value of a cookie in a Cookie header (RFC 6265, 4.2), or null. The first one counts, as browsers send the nearest first. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at !== -1 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

export interface CookieOptions {
  siteUrl: string
  /** When it ends; with the browser's session where nothing is said. A past time takes it away. */
  until?: Date
}

/** A Set-Cookie value: for this host and all paths, out of reach of scripts, never sent along with a foreign form. */
export function writeCookie(name: string, value: string, { siteUrl, until }: CookieOptions): string {
  return [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(siteUrl.startsWith('https:') ? ['Secure'] : []),
    ...(until ? [`Expires=${until.toUTCString()}`] : []),
  ].join('; ')
}
