import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { NotFound } from '../errors/errors.ts'
import type { House } from '../house.ts'
import type { Standing } from '../press/standing.ts'

/** Who may call a route: anyone at all, members, or staff. */
export type Who = 'anyone' | 'member' | 'staff'

/** A request as a handler sees it. Printed pages must not look at `headers`: they are the same for all of one standing. */
export interface Ask {
  method: string
  url: URL
  path: string
  params: Record<string, string>
  /** Only the names that the route declares; a repeated one counts once. */
  query: Record<string, string>
  standing: Standing
  requestId: string
  headers: IncomingHttpHeaders
}

export interface Answer {
  /** 200 where nothing is said. */
  status?: number
  /** `text/html; charset=utf-8` where nothing is said. */
  type?: string
  body: string | Buffer | Readable
  headers?: Record<string, string>
  /** What throws the printed page away. */
  keys?: string[]
  /** Only for pages that change with time alone: seconds until they are printed again. */
  freshForSeconds?: number
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** Fastify's path syntax. */
  path: string
  who: Who
  /** Kept by the press: one print serves everyone of the same standing. */
  printed?: boolean
  /** Names in the query that count; all others are ignored. */
  query?: readonly string[]
  /** Requests one address may make in a minute; unlimited where nothing is said. */
  perMinute?: number
  answer?(ask: Ask, house: House): Promise<Answer>
  /** For answers that stay open (the News Feed's stream): takes over the connection. */
  open?(
    ask: Ask,
    house: House,
    connection: { request: IncomingMessage; response: ServerResponse },
  ): Promise<void> | void
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
