import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../clock.ts'
import { createKeptValues } from './kept-values.ts'
import { acceptedEncodings } from './negotiate.ts'
import { compressWell, type PrintedPage, printBytes } from './printed-page.ts'
import type { Standing, Standings } from './standing.ts'
import { type Variants, variantName } from './variants.ts'

/** What is to be printed: the whole answer of a page's handler. */
export interface Manuscript {
  status: number
  type: string
  body: Buffer
  headers: Record<string, string>
  /** Throwing away any of these keys throws the page away. */
  keys: string[]
  /** Seconds after which the page is printed again even if no event came; undefined is never. */
  freshForSeconds?: number
  variants?: Variants
}

export interface PressCounts {
  pages: number
  bytes: number
  answered: number
  printed: number
  thrownAway: number
}

/**
 * Prints pages, keeps them printed, and throws them away. One page is printed once however many ask for it, and
 * a page whose keys are thrown away while it is being printed is not kept.
 */
export interface Press {
  /** Answers from what is printed, before any framework; false when there is nothing printed for this request. */
  answer(request: IncomingMessage, response: ServerResponse): boolean
  /** The printed page for `name` (canonical path and query) and standing; printed now where it is not. */
  print(name: string, standing: Standing, write: () => Promise<Manuscript>): Promise<PrintedPage>
  /** Sends a printed page: conditional requests, HEAD and encodings included. `cookie` is a whole Set-Cookie value. */
  send(page: PrintedPage, request: IncomingMessage, response: ServerResponse, cookie?: string): void
  /** A value kept until one of its keys is thrown away: settings, or a fragment that many pages share. */
  keep<T>(name: string, keys: string[], load: () => Promise<T>): Promise<T>
  throwAway(keys: readonly string[]): void
  counts(): PressCounts
}

interface Kept {
  page: PrintedPage
  name: string
  staleAt: number
  used: number
  answers: number
  refreshing: boolean
  write: () => Promise<Manuscript>
}

interface Flight {
  thrown: Set<string>
  result: Promise<PrintedPage>
}

export function createPress(options: {
  clock: Clock
  standings: Standings
  memoryBytes: number
  /** A page for people was sent to whoever asked; must be quick. */
  read?: (request: IncomingMessage) => void
}): Press {
  const { clock, standings, memoryBytes, read } = options
  const kept = new Map<string, Kept>()
  const namesByKey = new Map<string, Set<string>>()
  const flights = new Map<string, Flight>()
  // Flights that nobody new may join still need to hear what is thrown away.
  const airborne = new Set<Flight>()
  const values = createKeptValues()
  let tick = 0
  let bytes = 0
  let answered = 0
  let printed = 0
  let thrownAway = 0

  return {
    answer(request, response) {
      const method = request.method
      if (method !== 'GET' && method !== 'HEAD') return false
      const { cookie } = request.headers
      const standing = standings.read(cookie)
      const found = kept.get(nameFor(request.url ?? '/', standing))
      if (found === undefined) return false
      // Whoever had a standing may have it still: the server finds out, and only then it is known which page is theirs.
      if (standing === 'guest' && cookie !== undefined && standings.isOver(cookie)) return false
      if (found.page.variants) return answerVariant(found, found.page.variants, request, response)
      if (isStale(found)) refresh(found)
      use(found)
      send(found.page, request, response)
      return true
    },
    print(name, standing, write) {
      const full = nameFor(name, standing)
      const found = kept.get(full)
      if (found) {
        if (isStale(found)) refresh(found)
        use(found)
        return Promise.resolve(found.page)
      }
      return flights.get(full)?.result ?? printNow(full, write)
    },
    send,
    keep: values.keep,
    throwAway(keys) {
      values.throwAway(keys)
      for (const flight of airborne) for (const key of keys) flight.thrown.add(key)
      flights.clear()
      const names = keys.includes('*')
        ? [...kept.keys()]
        : keys.flatMap(key => [...(namesByKey.get(key) ?? [])])
      for (const name of new Set(names)) {
        drop(name)
        thrownAway++
      }
    },
    counts: () => ({ pages: kept.size, bytes, answered, printed, thrownAway }),
  }

  /** The page that has variants is kept alive by each of them: it knows who gets which. */
  function answerVariant(
    found: Kept,
    variants: Variants,
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean {
    const chosen = variants.choose(request)
    const wanted = chosen.name === '' ? found : kept.get(variantName(found.name, chosen.name))
    if (wanted === undefined) return false
    if (isStale(found)) refresh(found)
    if (wanted !== found && isStale(wanted)) refresh(wanted)
    found.used = ++tick
    use(wanted)
    send(wanted.page, request, response, chosen.cookie)
    variants.sent(chosen)
    return true
  }

  function printNow(full: string, write: () => Promise<Manuscript>): Promise<PrintedPage> {
    const flight: Flight = {
      thrown: new Set(),
      result: Promise.resolve().then(() => run(full, write, flight)),
    }
    flights.set(full, flight)
    airborne.add(flight)
    const land = () => {
      airborne.delete(flight)
      if (flights.get(full) === flight) flights.delete(full)
    }
    flight.result.then(land, land)
    return flight.result
  }

  async function run(full: string, write: () => Promise<Manuscript>, flight: Flight): Promise<PrintedPage> {
    const manuscript = await write()
    const page = await printBytes(manuscript)
    printed++
    const outdated = flight.thrown.has('*') || page.keys.some(key => flight.thrown.has(key))
    if (manuscript.status === 200 && !outdated) keepPage(full, page, manuscript, write)
    return page
  }

  function keepPage(
    name: string,
    page: PrintedPage,
    manuscript: Manuscript,
    write: () => Promise<Manuscript>,
  ): void {
    if (page.bytes > memoryBytes / 8) return
    drop(name)
    const life = manuscript.freshForSeconds
    const staleAt = life === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() + life * 1000
    kept.set(name, { page, name, staleAt, used: ++tick, answers: 0, refreshing: false, write })
    bytes += page.bytes
    for (const key of page.keys) {
      const names = namesByKey.get(key)
      if (names) names.add(name)
      else namesByKey.set(key, new Set([name]))
    }
    makeRoom()
  }

  // Most pages never go stale, and asking the time costs more than all else that is done here.
  function isStale({ staleAt }: Kept): boolean {
    return staleAt !== Number.POSITIVE_INFINITY && staleAt < clock.now().getTime()
  }

  function drop(name: string): void {
    const found = kept.get(name)
    if (!found) return
    kept.delete(name)
    bytes -= found.page.bytes
    for (const key of found.page.keys) {
      const names = namesByKey.get(key)
      names?.delete(name)
      if (names?.size === 0) namesByKey.delete(key)
    }
  }

  /** Over the budget a tenth goes: first what nobody asked for twice, so that odd queries drive out no page of use. */
  function makeRoom(): void {
    if (bytes <= memoryBytes) return
    const oldest = [...kept.values()].sort(
      (a, b) => Number(a.answers > 0) - Number(b.answers > 0) || a.used - b.used,
    )
    for (const page of oldest) {
      if (bytes <= memoryBytes * 0.9) return
      drop(page.name)
    }
  }

  function use(found: Kept): void {
    found.used = ++tick
    answered++
    if (++found.answers === 2) improve(found)
  }

  function improve(found: Kept): void {
    const before = found.page.bytes
    compressWell(found.page)
      .then(() => {
        if (kept.get(found.name) === found) bytes += found.page.bytes - before
        makeRoom()
      })
      // Without the better encodings gzip goes on serving.
      .catch(() => {})
  }

  /** An old page goes on being served while one new one is printed; if that fails it is tried at the next request. */
  function refresh(found: Kept): void {
    if (found.refreshing) return
    found.refreshing = true
    printNow(found.name, found.write)
      .catch(() => {})
      .finally(() => {
        found.refreshing = false
      })
  }

  function send(
    page: PrintedPage,
    request: IncomingMessage,
    response: ServerResponse,
    cookie?: string,
  ): void {
    if (read && page.forPeople && request.method === 'GET') read(request)
    const condition = request.headers['if-none-match']
    if (condition !== undefined && page.status === 200 && matches(condition, page.etag)) {
      response.writeHead(304, withCookie(page.unchangedHeaders, cookie))
      response.end()
      return
    }
    let body = page.bodies.identity!
    for (const encoding of acceptedEncodings(request.headers['accept-encoding'])) {
      const candidate = page.bodies[encoding]
      if (candidate) {
        body = candidate
        break
      }
    }
    response.writeHead(page.status, withCookie(body.headers, cookie))
    response.end(request.method === 'HEAD' ? undefined : body.bytes)
  }
}

function withCookie(headers: string[], cookie: string | undefined): string[] {
  return cookie === undefined ? headers : [...headers, 'set-cookie', cookie]
}

function nameFor(path: string, standing: Standing): string {
  return standing === 'guest' ? path : `${standing} ${path}`
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
function matches(condition: string, etag: string): boolean {
  if (condition === etag || condition === '*') return true
  const bare = etag.replace(/^W\//, '')
  return condition.split(',').some(part => part.trim().replace(/^W\//, '') === bare)
}
