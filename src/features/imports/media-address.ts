/**
 * The same picture has many addresses: http and https, with and without www, through an image proxy, and at every size
 * WordPress cut it to. These keys say which addresses are the same.
 */

/** The address without what does not tell one file from another. */
export function mediaKey(address: string): string {
  const url = unwrapped(new URL(address))
  const path = decoded(url.pathname)
  // A query matters only where the path does not name a file ("image.php?id=3").
  const query = /\.\w{2,5}$/.test(path) && !/\.(php|aspx?|cgi)$/i.test(path) ? '' : url.search
  return url.host.toLowerCase().replace(/^www\./, '') + path.replace(/\/{2,}/g, '/') + query
}

/** The key of the picture that this one is a size of: "a-300x200.jpg" and "a-scaled.jpg" are sizes of "a.jpg". */
export function mediaBase(address: string): string {
  return mediaKey(address).replace(
    /(?:-e\d{10,})?(?:-\d{1,5}x\d{1,5}|-scaled|-rotated)?(@2x)?(\.\w{2,5})$/i,
    '$2',
  )
}

/** Keys an address of a library item answers to, its own first. A size in its own name is part of that name. */
export function libraryKeys(address: string): string[] {
  const key = mediaKey(address)
  const whole = key
    .replace(/(?:-e\d{10,})?(?:-scaled|-rotated)(\.\w{2,5})$/i, '$1')
    .replace(/-e\d{10,}(\.\w{2,5})$/, '$1')
  return whole === key ? [key] : [key, whole]
}

/** Keys under which the library may hold the picture at an address seen in a text, the most certain first. */
export function candidateKeys(address: string): string[] {
  return [...new Set([mediaKey(address), mediaBase(address)])]
}

/** File name without size, for telling whether an id and an address speak of the same picture. */
export function mediaName(address: string): string {
  return mediaBase(address).split('/').at(-1)!.toLowerCase()
}

/** Jetpack's image proxy: https://i0.wp.com/example.org/wp-content/a.jpg?resize=300. */
function unwrapped(url: URL): URL {
  if (!/^i\d\.wp\.com$/.test(url.hostname)) return url
  const inner = `https:/${url.pathname}`
  return URL.canParse(inner) ? new URL(inner) : url
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
