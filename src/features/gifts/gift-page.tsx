import type { ComponentChildren } from 'preact'
import type { House } from '../../platform/house.ts'
import type { Answer, Ask } from '../../platform/http/route.ts'
import { joinMessages, processorOrigins } from '../members/member.ts'
import { publicationPage, readPublication } from '../publication/publication.ts'

/** A page about gifts: never printed, in the language that is given, and told to nobody else. */
export async function giftPage(
  ask: Ask,
  house: House,
  page: {
    language: string
    title: string
    /** Only the page where gifts are begun is for everybody. */
    open?: boolean
    description?: string
    status?: number
    /** Whether money is spoken of, so that practice is said, too. */
    money?: boolean
    cookies?: string[]
    headers?: Record<string, string>
    body: ComponentChildren
  },
): Promise<Answer> {
  const publication = await readPublication(house)
  const { language, title, open, description, status, money, cookies, headers, body } = page
  const answer = publicationPage(house, {
    publication: { ...publication, language },
    ask,
    head: {
      title,
      description,
      canonical: `${publication.siteUrl}${ask.path}`,
      robots: open ? undefined : 'noindex, nofollow',
    },
    status,
    formsTo: processorOrigins(house),
    body: (
      <div class="gift grid-page">
        {money && house.payments.mode === 'practice' && (
          <p class="join__practice">{joinMessages(language).practice}</p>
        )}
        {body}
      </div>
    ),
    keys: [],
  })
  return {
    ...answer,
    cookies,
    // A link's token is told to no other site. Under "no-referrer", browsers would not say where our own forms are from.
    headers: {
      ...answer.headers,
      ...headers,
      'cache-control': 'private, no-store',
      'referrer-policy': 'same-origin',
    },
  }
}

export async function pageLanguage(ask: Pick<Ask, 'reader'>, house: House): Promise<string> {
  return ask.reader?.language ?? (await readPublication(house)).language
}

/** A page of a sentence or two, with a way on. */
export function PlainPage(props: {
  title: string
  why: ComponentChildren
  way?: { href: string; label: string }
}): ComponentChildren {
  const { title, why, way } = props
  return (
    <>
      <h1 class="join__title" dir="auto">
        {title}
      </h1>
      <p class="join__intro">{why}</p>
      {way && (
        <p class="thanks__ways">
          <a class="button" href={way.href}>
            {way.label}
          </a>
        </p>
      )}
    </>
  )
}

/** What just happened, or what is wrong. */
export function Said({ notice, error }: { notice?: string; error?: string }): ComponentChildren {
  return (
    <>
      {notice && (
        <p class="join__notice" role="status">
          {notice}
        </p>
      )}
      {error && (
        <p class="join__error" role="alert">
          {error}
        </p>
      )}
    </>
  )
}
