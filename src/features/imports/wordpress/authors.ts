import type { ImportedAuthor } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import { asSlug } from '../slugs.ts'
import type { Archive } from './archive.ts'
import type { WxrItem } from './read-wxr.ts'

/** `<wp:author>`. E-mail addresses of accounts were never public at the old site, so they are not taken. */
export function* authorOf(fields: Record<string, string>, archive: Archive): Generator<ImportedAuthor> {
  const login = fields['wp:author_login']?.trim() ?? ''
  if (login === '') return
  archive.logins.add(login)
  if (fields['wp:author_email']) archive.leave('e-mail addresses of accounts', 'they were not public', 1)
  const whole = `${fields['wp:author_first_name'] ?? ''} ${fields['wp:author_last_name'] ?? ''}`.trim()
  const name = plainWords(fields['wp:author_display_name'] || whole || login)
  yield {
    type: 'author',
    foreignId: login,
    name,
    slug: asSlug(name) || asSlug(login),
    oldAddresses: pages(archive, login),
  }
}

/** Bylines of a post: Co-Authors Plus keeps them as terms, WordPress itself as one login. */
export function bylines(item: WxrItem): { foreignId: string; name: string }[] {
  const together = item.categories.filter(each => each.domain === 'author')
  if (together.length > 0)
    return together.map(each => ({
      foreignId: each.name || each.nicename.replace(/^cap-/, ''),
      name: each.name,
    }))
  // Hand-edited files hold things like "<dc:creator>>jane"; a login never begins like that.
  const login = (item.fields['dc:creator'] ?? '').replace(/^[\s<>&;]+/, '').trim()
  return login ? [{ foreignId: login, name: login }] : []
}

/** An author who is known from a byline only: exports of WordPress before 3.1 have no list of authors. */
export function impliedAuthor(
  byline: { foreignId: string; name: string },
  archive: Archive,
): ImportedAuthor | null {
  if (archive.logins.has(byline.foreignId)) return null
  archive.logins.add(byline.foreignId)
  const name = plainWords(byline.name)
  return {
    type: 'author',
    foreignId: byline.foreignId,
    name,
    slug: asSlug(name),
    implied: true,
    oldAddresses: pages(archive, byline.foreignId),
  }
}

/** An author without an account, as Co-Authors Plus keeps them. */
export function* guestAuthor(item: WxrItem): Generator<ImportedAuthor> {
  const told = (key: string) => item.meta.get(`cap-${key}`)?.[0]?.trim() ?? ''
  const name = plainWords(told('display_name') || item.fields.title || '')
  const foreignId = told('user_login') || (item.fields['wp:post_name'] ?? '').replace(/^cap-/, '')
  if (!name || !foreignId) return
  const website = told('website')
  yield {
    type: 'author',
    foreignId,
    name,
    slug: asSlug(name),
    bio: plainWords(told('description')),
    ...(/^https?:\/\/\S+$/.test(website) ? { links: [{ label: new URL(website).host, href: website }] } : {}),
  }
}

function pages(archive: Archive, login: string): string[] {
  const base = archive.base()
  const nicename = asSlug(login)
  return base && nicename ? [`${base.replace(/\/$/, '')}/author/${encodeURIComponent(nicename)}/`] : []
}
