import { z } from 'zod'
import type { ImportedAuthor, ImportedMedia, ImportedTopic, ImportItem } from '../import.ts'
import { plainWords } from '../plain-words.ts'
import type { Addresses } from './addresses.ts'
import { idOf } from './export-index.ts'
import { readFields } from './read-rows.ts'

const text = z.string().nullish()
const tag = z.object({
  name: text,
  slug: text,
  description: text,
  feature_image: text,
  image: text,
  visibility: text,
  codeinjection_head: text,
  codeinjection_foot: text,
})
const user = z.object({
  name: text,
  slug: text,
  bio: text,
  location: text,
  website: text,
  profile_image: text,
  image: text,
  facebook: text,
  twitter: text,
  threads: text,
  bluesky: text,
  mastodon: text,
  tiktok: text,
  youtube: text,
  instagram: text,
  linkedin: text,
})
type User = z.infer<typeof user>

/** Where a profile lies, from the name that Ghost keeps of it. */
const profiles: readonly [field: keyof User, label: string, address: string][] = [
  ['twitter', 'X', 'https://x.com/'],
  ['facebook', 'Facebook', 'https://www.facebook.com/'],
  ['threads', 'Threads', 'https://www.threads.net/@'],
  ['bluesky', 'Bluesky', 'https://bsky.app/profile/'],
  ['mastodon', 'Mastodon', 'https://'],
  ['tiktok', 'TikTok', 'https://www.tiktok.com/@'],
  ['youtube', 'YouTube', 'https://www.youtube.com/@'],
  ['instagram', 'Instagram', 'https://www.instagram.com/'],
  ['linkedin', 'LinkedIn', 'https://www.linkedin.com/in/'],
]

/** A tag as a topic. Internal ones ("#longread") were never seen by readers; null stands for them. */
export function topicOf(row: Record<string, unknown>, addresses: Addresses): ImportItem[] | null {
  const notes: string[] = []
  const own = readFields(tag, row, notes)
  const name = plainTitle(own.name)
  if (own.visibility === 'internal' || name.startsWith('#')) return null
  if (own.codeinjection_head?.trim() || own.codeinjection_foot?.trim())
    notes.push('code that was put into its page was left out')
  const picture = pictureOf(own.feature_image || own.image, addresses)
  const slug = own.slug?.trim() ?? ''
  const topic: ImportedTopic = {
    type: 'topic',
    foreignId: idOf(row.id),
    name,
    slug,
    description: plainWords(addresses.readable(own.description ?? '')),
    oldAddresses: pages('tag', slug),
    ...(picture ? { photograph: { $media: picture.foreignId, url: picture.url } } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  }
  return picture ? [picture, topic] : [topic]
}

/** A user who has posts as an author. The e-mail address is what the user signs in with and was never public. */
export function authorOf(row: Record<string, unknown>, addresses: Addresses): ImportItem[] {
  const notes: string[] = []
  const own = readFields(user, row, notes)
  const picture = pictureOf(own.profile_image || own.image, addresses)
  const slug = own.slug?.trim() ?? ''
  const author: ImportedAuthor = {
    type: 'author',
    foreignId: idOf(row.id),
    name: plainTitle(own.name) || slug,
    slug,
    bio: plainWords(addresses.readable(own.bio ?? '')),
    links: linksOf(own),
    oldAddresses: pages('author', slug),
    ...(picture ? { photograph: { $media: picture.foreignId, url: picture.url } } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  }
  return picture ? [picture, author] : [author]
}

function pictureOf(source: unknown, addresses: Addresses): ImportedMedia | null {
  const url = addresses.media(source)
  return url ? { type: 'media', kind: 'photograph', foreignId: url, url } : null
}

function linksOf(own: User): { label: string; href: string }[] {
  const website = own.website?.trim() ?? ''
  const links = /^https?:\/\//i.test(website) ? [{ label: hostOf(website), href: website }] : []
  for (const [field, label, address] of profiles) {
    const name = own[field]?.trim() ?? ''
    if (name === '') continue
    const handle = name.replace(/^@/, '')
    const href = /^https?:\/\//i.test(name) ? name : field === 'mastodon' ? mastodon(name) : address + handle
    links.push({ label, href })
  }
  return links
    .filter(({ label, href }) => label !== '' && /^https?:\/\/[^\s"<>\\]+$/.test(href) && URL.canParse(href))
    .slice(0, 20)
}

/** "@name@host" and "host/@name" alike. */
function mastodon(handle: string): string {
  const [, name, host] = /^@?([\w.-]+)@([\w.-]+)$/.exec(handle) ?? []
  return name && host ? `https://${host}/@${name}` : `https://${handle}`
}

function pages(kind: 'tag' | 'author', slug: string): string[] {
  return slug !== '' && !/[/?#]/.test(slug) ? [`/${kind}/${slug}/`] : []
}

function hostOf(address: string): string {
  return (URL.parse(address)?.host ?? '').replace(/^www\./, '').slice(0, 100)
}

function plainTitle(title: string | null | undefined): string {
  return (title ?? '').replace(/\s+/g, ' ').trim()
}
