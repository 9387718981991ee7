import { slug as slugSchema } from '../stories/story.ts'

const longest = 180

/** A slug as an old system kept it: percent-encoded (and sometimes cut inside a character), in any script. */
export function readSlug(source: string): string {
  return asSlug(decoded(source))
}

/** Words as a slug: lower case, letters and digits of any script, hyphens between. '' where nothing is left. */
export function asSlug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}._~-]+/gu, '-')
  const slug = tidied(words)
  if (slug === '' || slugSchema.safeParse(slug).success) return slug
  const plain = tidied(
    words
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .normalize('NFC'),
  )
  return slugSchema.safeParse(plain).success ? plain : ''
}

/** The slug with a number behind it, within the length that is allowed. */
export function withSuffix(slug: string, suffix: string | number): string {
  return `${cut(slug, longest)}-${suffix}`
}

function tidied(text: string): string {
  return cut(text.replace(/[-._~]*-[-._~]*|[._~]{2,}/g, '-').replace(/^[-._~\p{M}]+|[-._~]+$/gu, ''), longest)
}

function cut(slug: string, length: number): string {
  return [...slug]
    .slice(0, length)
    .join('')
    .replace(/[-._~]+$/, '')
}

function decoded(source: string): string {
  if (!source.includes('%')) return source
  const bytes = Buffer.from(
    source.replace(/%([0-9a-f]{2})|([\s\S])/gi, (_, hex: string | undefined, other: string | undefined) =>
      hex ? hex.toLowerCase() : Buffer.from(other!).toString('hex'),
    ),
    'hex',
  )
  return new TextDecoder().decode(bytes).replaceAll('\ufffd', '')
}
