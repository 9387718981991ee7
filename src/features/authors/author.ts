import { z } from 'zod'

export { findAuthorBySlug, findAuthors, listAllAuthors, listAuthors } from './author-queries.ts'
export { saveAuthor } from './save-author.ts'

/** Somebody who writes stories, as readers see them. */
export interface Author {
  id: number
  slug: string
  name: string
  role: string
  bio: string
  email: string | null
  links: AuthorLink[]
  photographId: number | null
}

export const authorLink = z.object({ label: z.string().max(100), href: z.url({ protocol: /^https?$/ }) })
export type AuthorLink = z.infer<typeof authorLink>

export const authorInput = z.object({
  slug: z
    .string()
    .regex(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u, 'letters, digits and single hyphens')
    .max(190),
  name: z.string().trim().min(1).max(200),
  role: z.string().max(200).default(''),
  bio: z.string().max(4000).default(''),
  email: z.email().nullable().default(null),
  links: z.array(authorLink).max(20).default([]),
  photographId: z.number().int().nullable().default(null),
})
export type AuthorInput = z.input<typeof authorInput>
