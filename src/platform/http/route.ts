import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex, Readable } from 'node:stream'
import { NotFound } from '../errors/errors.ts'
import type { House } from '../house.ts'
import type { Permission } from '../permissions.ts'
import type { Standing } from '../press/standing.ts'
import type { Variants } from '../press/variants.ts'
import type { Form } from './form.ts'
import type { ReaderAccount } from './reader-account.ts'
import type { StaffMember } from './staff-member.ts'

/**
 * Who may call a route: anyone at all, readers who are signed in, whoever is signed in to the newsroom, staff with a
 * permission, or the card processor (whose signature the handler proves; it has no cookies and no form).
 */
export type Who = 'anyone' | 'reader' | 'staff' | 'processor' | Permission

/** A request as a handler sees it. Printed pages must not look at `headers`: they are the same for all of one standing. */
export interface Ask {
  method: string
  url: URL
  path: string
  params: Record<string, string>
  /** Only the names that the route declares; a repeated one counts once. */
  query: Record<string, string>
  standing: Standing
  /** Which of a printed page's variants is to be printed; '' is the one that they are chosen by. */
  variant: string
  requestId: string
  headers: IncomingHttpHeaders
  /** Of the caller, with trusted proxies considered. For limits only; it is never kept. */
  address: string
  /** Who is signed in to the newsroom; never told to a printed page. */
  staff: StaffMember | null
  /** Who is signed in as a reader; never told to a printed page. */
  reader: ReaderAccount | null
  /** What this browser's forms must carry in the field `csrf`, or its scripts in the header `x-csrf-token`. */
  csrf: string
  /** The secret number of this browser, for what only it may go on with (a sign-in code). '' on printed pages. */
  browser: string
  /** What a form sent, where the route `takes` one; for 'files', the fields that came before the first file. */
  form: Form
  /** The parsed body, where the route `takes` JSON. Not checked yet. */
  json: unknown
  /** The body as it came, byte for byte, where the route `takes` it raw; a signature is over these. */
  raw: Buffer
  /** The files of a form, where the route `takes` them. Each has to be read before the next one comes. */
  files(): AsyncIterable<UploadedFile>
}

export interface UploadedFile {
  field: string
  name: string
  mime: string
  stream: Readable
}

export interface Answer {
  /** 200 where nothing is said. */
  status?: number
  /** `text/html; charset=utf-8` where nothing is said. */
  type?: string
  body: string | Buffer | Readable
  headers?: Record<string, string>
  /** Whole Set-Cookie values (cookies.ts). Not for printed pages. */
  cookies?: string[]
  /** What throws the printed page away. */
  keys?: string[]
  /** Only for pages that change with time alone: seconds until they are printed again. */
  freshForSeconds?: number
  /** Only for printed pages: that the address has several prints, and who gets which. */
  variants?: Variants
}

export interface Route {
  method: 'GET' | 'POST'
  /** Fastify's path syntax. */
  path: string
  who: Who
  /** Kept by the press: one print serves everyone of the same standing. */
  printed?: boolean
  /** Names in the query that count; all others are ignored. */
  query?: readonly string[]
  /** Requests one address may make in a minute; unlimited where nothing is said. */
  perMinute?: number
  /** What a POST carries: a form's fields, JSON, a form with files (multipart, RFC 7578), or bytes as they come. */
  takes?: 'form' | 'json' | 'files' | 'raw'
  /** The page may hold a form, so the browser gets the number its forms are bound to. */
  forms?: boolean
  /**
   * Its form stands on printed pages, the same for all, so it carries no token; that this site's page sent it is told by
   * its origin alone. Only for what harms nobody.
   */
  tokenless?: boolean
  /** The most that one file may have; 50 MB where nothing is said. */
  maxBytes?: number
  answer?(ask: Ask, house: House): Promise<Answer>
  /** For answers that stay open (the News Feed's stream): takes over the connection. */
  open?(
    ask: Ask,
    house: House,
    connection: { request: IncomingMessage; response: ServerResponse },
  ): Promise<void> | void
  /** For a websocket (RFC 6455): takes over the connection once the caller's permission has been checked. */
  socket?(
    ask: Ask,
    house: House,
    connection: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): Promise<void> | void
}

/** Leads a browser on after a POST (RFC 9110, 15.4.4), so that reloading sends nothing again. Paths of this site only. */
export function seeOther(path: string, cookies: string[] = []): Answer {
  const location = path.startsWith('/') ? locationOf(path) : null
  if (location === null) throw new NotFound()
  return { status: 303, type: 'text/plain; charset=utf-8', body: '', headers: { location }, cookies }
}

/** Leads a browser on after a POST to a page of another host that we were given by the card processor. */
export function seeOtherHost(url: string, cookies: string[] = []): Answer {
  const location = URL.parse(url)
  if (!location || !/^https?:$/.test(location.protocol)) throw new NotFound()
  return {
    status: 303,
    type: 'text/plain; charset=utf-8',
    body: '',
    headers: { location: location.href },
    cookies,
  }
}

/**
 * A permanent move (RFC 9110, 15.4.2) to a path on this publication, or to a whole http or https address elsewhere.
 * The address may be written in any letters. Throws NotFound for a target that leads anywhere else (`javascript:`, or
 * `//host`, which looks like a path and is none).
 */
export function movedTo(target: string, keys: string[] = []): Answer {
  const location = locationOf(target)
  if (location === null) throw new NotFound()
  return {
    status: 301,
    type: 'text/plain; charset=utf-8',
    body: `Moved to ${location}\n`,
    headers: { location },
    keys,
  }
}

/** The target as it can stand in a Location header: ASCII only; null where it cannot be followed. */
export function locationOf(target: string): string | null {
  const here = 'http://here.invalid'
  const url = URL.parse(target, here)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  if (url.origin !== here) return /^https?:\/\//i.test(target) ? url.href : null
  return target.startsWith('/') ? url.pathname + url.search + url.hash : null
}
