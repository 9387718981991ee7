import { setTimeout as pause } from 'node:timers/promises'
import type { ComponentChildren } from 'preact'
import { ExpectedError, Gone, Removed, Unavailable } from '../../platform/errors/errors.ts'
import type { House } from '../../platform/house.ts'
import { databaseAway } from '../../platform/http/database-away.ts'
import { type Answer, type Ask, movedTo } from '../../platform/http/route.ts'
import {
  type Publication,
  publicationPage,
  readPublication,
  unsetAtHand,
} from '../publication/publication.ts'
import { errorMessages } from './error-messages.ts'
import { FaultView, NotFoundView, RefusalView, RemovedView, WithdrawnView } from './error-view.reader.tsx'
import { findRedirect } from './redirect-queries.ts'
import type { StoryCard } from './story.ts'
import { storyNotices } from './story-notices.ts'
import { listStories } from './story-queries.ts'

/**
 * The page for anything that went wrong. Never throws: what it would like to ask and cannot, it does without. An
 * address where nothing is now may be one of the old site's, which leads on; while nobody can tell, it is not "nothing".
 */
export async function failed(error: unknown, ask: Ask, house: House): Promise<Answer> {
  const former = statusOf(error) === 404 ? await formerly(ask, house) : null
  if (typeof former === 'string') return movedTo(former)
  const expected = former ?? error
  const status = statusOf(expected)
  const known = expected instanceof ExpectedError
  if (status >= 500)
    // A database that is away fails every request; what is expected needs no stack.
    house.log[known ? 'warn' : 'error'](
      known ? { error: expected.code, request: ask.requestId } : { err: expected, request: ask.requestId },
      'a request failed',
    )
  const publication = (await soon(readPublication(house))) ?? unsetAtHand(house.config.siteUrl)
  const place = { language: publication.language, timeZone: publication.timeZone }
  const latest = [404, 410, 451].includes(status) ? await latestStories(house) : []
  return publicationPage(house, {
    publication,
    ask,
    status,
    head: {
      title: titleFor(expected, publication),
      canonical: `${publication.siteUrl}${ask.path}`,
      robots: 'noindex',
    },
    body: view(),
    keys: [],
    headers: status === 503 ? { 'retry-after': '5' } : {},
  })

  function view(): ComponentChildren {
    if (expected instanceof Removed)
      return (
        <RemovedView place={place} note={expected.message} removedAt={expected.removedAt} latest={latest} />
      )
    if (expected instanceof Gone)
      return <WithdrawnView place={place} note={expected.message} latest={latest} />
    if (status === 404)
      return (
        <NotFoundView
          place={place}
          sections={publication.navigation}
          latest={latest}
          guess={guessFrom(ask.path)}
        />
      )
    if (expected instanceof ExpectedError) return <RefusalView place={place} sentence={expected.message} />
    if (status < 500) return <RefusalView place={place} sentence={errorMessages(place.language).badRequest} />
    return <FaultView place={place} requestId={ask.requestId} />
  }
}

async function formerly({ method, url }: Ask, house: House): Promise<string | Unavailable | null> {
  if (method !== 'GET' && method !== 'HEAD') return null
  return findRedirect(house.db, url).catch(error => {
    const away = databaseAway(error)
    return away instanceof Unavailable ? away : null
  })
}

/** Null where it fails or takes longer than a reader who has waited already should wait. */
async function soon<T>(asked: Promise<T>): Promise<T | null> {
  const late = new AbortController()
  const result = await Promise.race([
    asked.catch(() => null),
    pause(1000, null, { signal: late.signal }).catch(() => null),
  ])
  late.abort()
  return result
}

function latestStories(house: House): Promise<StoryCard[]> {
  return house.press.keep('latest:6', ['stories'], () => listStories(house.db, { limit: 6 })).catch(() => [])
}

function titleFor(expected: unknown, { language }: Publication): string {
  const texts = errorMessages(language)
  const status = statusOf(expected)
  if (expected instanceof Removed) return storyNotices(language).removed
  if (status === 404) return texts.notFound
  if (status === 410) return texts.withdrawn
  return status >= 500 ? texts.fault : texts.badRequest
}

/** Errors of the web framework carry their own status (a body too large, an address that cannot be read). */
function statusOf(error: unknown): number {
  if (error instanceof ExpectedError) return error.status
  const status = (error as { statusCode?: number })?.statusCode
  return status !== undefined && status >= 400 && status < 500 ? status : 500
}

/** The words of an address, as a first guess at what was looked for. */
function guessFrom(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? ''
  return safelyDecoded(last)
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_+.]+/g, ' ')
    .slice(0, 100)
    .trim()
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
