import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import { type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import { Forbidden, NotFound, Unavailable } from '../errors/errors.ts'
import type { House } from '../house.ts'
import type { Manuscript } from '../press/press.ts'
import type { Standing, Standings } from '../press/standing.ts'
import type { Answer, Ask, Route } from './route.ts'

export interface HttpServer {
  /** Listens; returns the address that the system gave. Rejects with EADDRINUSE or EACCES as `node:net` does. */
  listen(options: { port: number; host: string }): Promise<AddressInfo>
  /** Stops taking requests, lets running ones end, closes what stays open. */
  stop(): Promise<void>
}

/**
 * The web server: the press first, then Fastify with the route table. `failed` renders every error for the reader;
 * it must not throw.
 */
export async function createHttpServer(options: {
  house: House
  standings: Standings
  routes: readonly Route[]
  failed: (error: unknown, ask: Ask, house: House) => Promise<Answer>
}): Promise<HttpServer> {
  const { house, standings, routes, failed } = options
  const app = fastify({
    loggerInstance: house.log.child({}, { level: 'warn' }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(9).toString('base64url'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 400 },
    trustProxy: house.config.trustedProxies.length > 0 ? house.config.trustedProxies : false,
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    serverFactory: handler =>
      createServer((request, response) => {
        if (!house.press.answer(request, response)) handler(request, response)
      }),
  })
  await app.register(rateLimit, { global: false })
  for (const route of routes) addRoute(route)
  app.setNotFoundHandler((request, reply) => reject(notFound, request, reply))
  app.setErrorHandler((error, request, reply) => reject(error, request, reply))

  return {
    async listen({ port, host }) {
      await app.listen({ port, host })
      return app.server.address() as AddressInfo
    },
    async stop() {
      app.server.closeIdleConnections()
      const closed = app.close()
      // Streams and slow downloads would keep the door open for ever.
      const force = setTimeout(() => app.server.closeAllConnections(), 3000)
      await closed.finally(() => clearTimeout(force))
    },
  }

  function addRoute(route: Route): void {
    app.route({
      method: route.method === 'GET' ? ['GET', 'HEAD'] : route.method,
      url: route.path,
      ...(route.perMinute ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } } : {}),
      handler: (request, reply) => handle(route, request, reply),
    })
  }

  async function handle(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ask = askFrom(request, route.query ?? [])
    const started = performance.now()
    try {
      if (!mayCall(route, ask.standing)) throw new Forbidden()
      // No text of ours holds a NUL, and PostgreSQL refuses to look for one.
      if (Object.values(ask.params).some(value => value.includes('\0'))) throw new NotFound()
      if (route.open) {
        reply.hijack()
        await route.open(ask, house, { request: request.raw, response: reply.raw })
      } else if (route.printed) {
        await sendPrinted(route, ask, reply)
      } else {
        await sendOnce(await route.answer!(ask, house), reply)
      }
    } catch (error) {
      await fail(error, ask, reply)
    } finally {
      const milliseconds = performance.now() - started
      const status = reply.raw.statusCode
      house.metrics.request(route, status, milliseconds)
      const line = {
        request: ask.requestId,
        method: ask.method,
        route: route.path,
        status,
        milliseconds: Math.round(milliseconds),
      }
      house.log.debug(line, 'answered')
    }
  }

  async function sendPrinted(route: Route, ask: Ask, reply: FastifyReply): Promise<void> {
    const name = canonicalName(ask)
    const write = async () => manuscriptOf(await route.answer!({ ...ask, headers: {} }, house), ask.standing)
    const page = await house.press.print(name, ask.standing, write)
    reply.hijack()
    house.press.send(page, reply.request.raw, reply.raw)
  }

  async function reject(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await fail(error === notFound ? undefined : error, askFrom(request, []), reply)
  }

  async function fail(error: unknown, ask: Ask, reply: FastifyReply): Promise<void> {
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy()
      return
    }
    const answer = await failed(databaseAway(error), ask, house)
    const headers = { 'cache-control': 'no-store', 'x-request-id': ask.requestId, ...answer.headers }
    await sendOnce({ ...answer, headers }, reply)
  }

  function askFrom(request: FastifyRequest, names: readonly string[]): Ask {
    const url = new URL(request.raw.url ?? '/', house.config.siteUrl)
    const query: Record<string, string> = {}
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value !== null) query[name] = value.replaceAll('\0', '')
    }
    return {
      method: request.method,
      url,
      path: url.pathname,
      params: (request.params ?? {}) as Record<string, string>,
      query,
      standing: standings.read(request.headers.cookie),
      requestId: request.id,
      headers: request.headers,
    }
  }
}

const notFound = Symbol('no route')

/** Path and the query that counts, in one order, so that every spelling of an address shares one print. */
function canonicalName(ask: Ask): string {
  const path = ask.path.length > 1 ? ask.path.replace(/\/+$/, '') || '/' : ask.path
  const query = new URLSearchParams(Object.entries(ask.query).sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  return query ? `${path}?${query}` : path
}

function manuscriptOf(answer: Answer, standing: Standing): Manuscript {
  const keys = answer.keys ?? []
  const forCaches: Record<string, string> =
    standing === 'guest'
      ? {
          'cache-control': 'public, max-age=0, must-revalidate',
          'surrogate-control': `max-age=${answer.freshForSeconds ?? 86_400}`,
          ...(keys.length ? { 'surrogate-key': keys.join(' ') } : {}),
        }
      : { 'cache-control': 'private, no-cache' }
  return {
    status: answer.status ?? 200,
    type: answer.type ?? 'text/html; charset=utf-8',
    body: Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body as string),
    headers: {
      ...forCaches,
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...answer.headers,
    },
    keys,
    freshForSeconds: answer.freshForSeconds,
  }
}

async function sendOnce(answer: Answer, reply: FastifyReply): Promise<void> {
  reply.code(answer.status ?? 200)
  reply.header('content-type', answer.type ?? 'text/html; charset=utf-8')
  reply.header('x-content-type-options', 'nosniff')
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  await reply.send(answer.body)
}

function mayCall(route: Route, standing: Standing): boolean {
  if (route.who === 'anyone') return true
  return route.who === 'member' ? standing !== 'guest' : standing === 'staff'
}

/** A database that cannot be reached is an expected state with a sentence of its own. */
function databaseAway(error: unknown): unknown {
  const code = (error as { code?: string })?.code ?? ''
  const away = /^(ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|57P0[1-3]|53300|08\d\d\d)$/.test(code)
  if (!away) return error
  return new Unavailable('The database does not answer just now. Please try again in a moment.', {
    cause: error,
  })
}
