import type { ComponentChildren } from 'preact'
import { intlTag } from '../../design/messages.ts'

export interface BylineAuthor {
  slug: string
  name: string
}

/** "By Ada, Ben and Cem", each name leading to its author; `by` is the word before, in the language of the page. */
export function Byline(props: {
  by: string
  authors: readonly BylineAuthor[]
  language: string
}): ComponentChildren {
  const { by, authors, language } = props
  if (authors.length === 0) return null
  // The language decides what stands between names; positions stand in for names, which may be alike.
  const parts = listFormat(language).formatToParts(authors.map((_, i) => String(i)))
  return (
    <p class="byline">
      {by}{' '}
      {parts.map(part => {
        const author = part.type === 'element' ? authors[Number(part.value)] : undefined
        if (!author) return part.value
        return (
          <a key={author.slug} rel="author" href={`/authors/${author.slug}`}>
            {author.name}
          </a>
        )
      })}
    </p>
  )
}

const formats = new Map<string, Intl.ListFormat>()

function listFormat(language: string): Intl.ListFormat {
  const tag = intlTag(language)
  const format = formats.get(tag) ?? new Intl.ListFormat(tag, { type: 'conjunction' })
  formats.set(tag, format)
  return format
}
