import type { ComponentChildren } from 'preact'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'

/**
 * A page that is one reader's alone: never printed, never kept by anything in between, and in their own language where
 * they are signed in.
 */
export async function readerPage(
  ask: Ask,
  house: House,
  page: {
    title: string
    body: ComponentChildren
    status?: number
    cookies?: string[]
    /** Origins that the page's forms lead on to. */
    formsTo?: readonly string[]
  },
): Promise<Answer> {
  const publication = await readPublication(house)
  const answer = publicationPage(house, {
    publication: { ...publication, language: await languageFor(ask, house) },
    // Whoever is signed in finds "My account" in the head, member or not.
    ask: { standing: ask.reader ? 'member' : ask.standing },
    head: {
      title: page.title,
      canonical: `${publication.siteUrl}${ask.path}`,
      robots: 'noindex, nofollow',
    },
    status: page.status,
    formsTo: page.formsTo,
    body: page.body,
    keys: [],
    // A link's token is told to no other site. Without any referrer a form's origin would be null (Fetch, 3.2).
    headers: { 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' },
  })
  return { ...answer, cookies: page.cookies }
}

/** The language of a reader's own pages: theirs, or the publication's while nobody is signed in. */
export async function languageFor(ask: Pick<Ask, 'reader'>, house: House): Promise<string> {
  return ask.reader?.language ?? (await readPublication(house)).language
}
