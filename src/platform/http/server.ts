import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import { Forbidden, MethodNotAllowed, NotFound } from '../errors/errors.ts'
import type { House } from '../house.ts'
import type { Standing, Standings } from '../press/standing.ts'
import { variantName } from '../press/variants.ts'
import { admit } from './admit.ts'
import { readCookie, writeCookie } from './cookies.ts'
import { databaseAway } from './database-away.ts'
import { browserCookie, forgeryToken, isForeign, readerCookie, sessionCookie } from './forgery.ts'
import { lighten } from './lighten.ts'
import { manuscriptOf } from './manuscript.ts'
import { noBody, readBody, requireToken } from './read-request.ts'
import type { ReaderAccount } from './reader-account.ts'
import { addressOf, printName } from './request-address.ts'
import type { Answer, Ask, Route } from './route.ts'
import { createSockets } from './sockets.ts'
import type { StaffMember } from './staff-member.ts'

export interface RenewedStanding {
  standing: Standing
  cookies: string[]
}

export interface HttpServer {
  /** Listens; returns the address that the system gave. Rejects with EADDRINUSE or EACCES as `node:net` does. */
  listen(options: { port: number; host: string }): Promise<AddressInfo>
  /** Cuts the websockets of sessions that have ended. */
  cutOff(ended: { staffId: number; sessions: readonly number[] }): void
  /** Stops taking requests, lets running ones end, closes what stays open. */
  stop(): Promise<void>
}

/**
 * The web server: the press first, then Fastify with the route table. `failed` renders every error for the reader;
 * it must not throw. `identify` and `identifyReader` say whose session a request's cookies prove, `renewStanding` what
 * somebody's standing is once the one that their browser brought is over, with the Set-Cookie values that say so.
 */
export async function createHttpServer(options: {
  house: House
  standings: Standings
  routes: readonly Route[]
  failed: (error: unknown, ask: Ask, house: House) => Promise<Answer>
  identify?: (house: House, cookies: string | undefined) => Promise<StaffMember | null>
  identifyReader?: (house: House, cookies: string | undefined) => Promise<ReaderAccount | null>
  renewStanding?: (house: House, cookies: string | undefined) => Promise<RenewedStanding>
}): Promise<HttpServer> {
  const { house, standings, routes, failed, renewStanding } = options
  const { identify = async () => null, identifyReader = async () => null } = options
  const formKey = house.secrets.keyFor('forms')
  const app = fastify({
    loggerInstance: house.log.child({}, { level: 'warn' }),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    // 190 letters of an address, each of up to four bytes, each byte written as %xx.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2500 },
    trustProxy: house.config.trustedProxies.length > 0 ? house.config.trustedProxies : false,
    bodyLimit: 1_048_576,
    frameworkErrors: (error, request, reply) => void reject(error, request, reply),
    serverFactory: handler =>
      createServer(patience, (request, response) => {
        if (!house.press.answer(request, response)) handler(request, response)
      }),
  })
  await app.register(rateLimit, { global: false })
  await app.register(multipart)
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, body),
  )
  const sockets = createSockets(routes, openSocket)
  const staffSockets = new Map<Duplex, StaffMember>()
  app.server.on('upgrade', sockets.upgrade)
  for (const route of routes) if (!route.socket) addRoute(route)
  for (const path of new Set(routes.filter(route => !route.socket).map(route => route.path)))
    refuseOtherMethods(path)
  // What has no address here is refused before its body is read.
  app.addHook('onRequest', (request, _reply, done) => done(request.is404 ? new NotFound() : undefined))
  app.setNotFoundHandler((request, reply) => reject(new NotFound(), request, reply))
  app.setErrorHandler((error, request, reply) => reject(error, request, reply))

  return {
    async listen({ port, host }) {
      await app.listen({ port, host })
      return app.server.address() as AddressInfo
    },
    cutOff({ staffId, sessions }) {
      for (const [socket, staff] of staffSockets)
        if (staff.id === staffId && sessions.includes(staff.sessionId)) socket.destroy()
    },
    async stop() {
      app.server.closeIdleConnections()
      const closed = app.close()
      // Streams and slow downloads would keep the door open for ever.
      const force = setTimeout(() => app.server.closeAllConnections(), 3000)
      sockets.closeAll()
      await closed.finally(() => clearTimeout(force))
    },
  }

  function addRoute(route: Route): void {
    if (route.takes !== 'raw') app.route(optionsFor(route))
    else
      app.register(async raw => {
        // Whatever its content type, the body is handed on as it came.
        raw.removeAllContentTypeParsers()
        raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
        raw.route(optionsFor(route))
      })
  }

  function optionsFor(route: Route) {
    return {
      method: route.method === 'GET' ? ['GET', 'HEAD'] : route.method,
      url: route.path,
      ...(route.perMinute ? { config: { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } } : {}),
      handler: (request: FastifyRequest, reply: FastifyReply) => handle(route, request, reply),
    }
  }

  /** 405 with what is allowed (RFC 9110, 15.5.6), and an answer to OPTIONS (9.3.7), before any body is read. */
  function refuseOtherMethods(path: string): void {
    const own = routes.filter(route => route.path === path).map(route => route.method)
    const allowed = [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
    const allow = allowed.join(', ')
    app.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
        method => method === 'OPTIONS' || !allowed.includes(method),
      ),
      url: path,
      onRequest(request, reply, done) {
        reply.header('allow', allow)
        if (request.method !== 'OPTIONS') done(new MethodNotAllowed())
        else reply.code(204).header('cache-control', 'no-store').send()
      },
      handler: () => undefined,
    })
  }

  async function handle(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const ask = askFrom(request, route.query ?? [])
    const started = performance.now()
    try {
      const renewed = await renew(ask)
      if (!route.printed) await greet(route, ask, request)
      // No text of ours holds a NUL, and PostgreSQL refuses to look for one.
      if (Object.values(ask.params).some(value => value.includes('\0'))) throw new NotFound()
      if (route.open) {
        reply.hijack()
        await route.open(ask, house, { request: request.raw, response: reply.raw })
      } else if (route.printed) {
        if (renewed.length > 0) reply.raw.setHeader('set-cookie', renewed)
        await sendPrinted(route, ask, reply)
      } else {
        const answer = withCookies(renewed, withBrowser(route, ask, await route.answer!(ask, house)))
        await sendOnce(route.forms ? answer : await lightened(answer, ask), reply)
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
    const name = printName(route.path, ask)
    const print = (variant: string) =>
      house.press.print(variantName(name, variant), ask.standing, async () =>
        manuscriptOf(await route.answer!({ ...ask, variant, headers: {}, address: '' }, house), ask.standing),
      )
    const first = await print('')
    const chosen = first.variants?.choose(reply.request.raw)
    const page = chosen?.name ? await print(chosen.name) : first
    reply.hijack()
    house.press.send(page, reply.request.raw, reply.raw, chosen?.cookie)
    if (chosen) first.variants?.sent(chosen)
  }

  /** Finds out what somebody is now whose standing was signed long ago: a membership may have begun or ended since. */
  async function renew(ask: Ask): Promise<string[]> {
    const { cookie } = ask.headers
    if (!renewStanding || !standings.isOver(cookie)) return []
    const { standing, cookies } = await renewStanding(house, cookie)
    ask.standing = standing
    return cookies
  }

  /** Who asks, what they sent, and whether they may: before any handler of a page that is not printed. */
  async function greet(route: Route, ask: Ask, request: FastifyRequest): Promise<void> {
    await knowCaller(ask)
    if (route.method === 'POST') {
      Object.assign(ask, await readBody(route, request))
      if (route.who === 'processor') return
      if (isForeign(request.headers))
        throw new Forbidden('This was sent by another site, so nothing was done.')
    }
    admit(route, ask)
    if (route.method === 'POST' && !route.tokenless) requireToken(request.headers, ask.form, ask.csrf)
  }

  async function knowCaller(ask: Ask): Promise<void> {
    const { cookie } = ask.headers
    const session = readCookie(cookie, sessionCookie)
    if (session) ask.staff = await identify(house, cookie)
    const readerSession = readCookie(cookie, readerCookie)
    if (readerSession) ask.reader = await identifyReader(house, cookie)
    ask.browser = readCookie(cookie, browserCookie) ?? randomBytes(18).toString('base64url')
    const signedIn = (ask.staff && session) || (ask.reader && readerSession)
    ask.csrf = forgeryToken(formKey, signedIn || ask.browser)
  }

  async function openSocket(route: Route, params: Record<string, string>, connection: SocketConnection) {
    const { request } = connection
    const ask = { ...emptyAsk(request, randomBytes(9).toString('base64url')), params }
    if (isForeign(request.headers)) throw new Forbidden()
    await knowCaller(ask)
    admit(route, ask)
    if (ask.staff) {
      staffSockets.set(connection.socket, ask.staff)
      connection.socket.once('close', () => staffSockets.delete(connection.socket))
    }
    await route.socket!(ask, house, connection)
  }

  /** A page with a form of its own gives the browser its number, if it has none yet. */
  function withBrowser(route: Route, ask: Ask, answer: Answer): Answer {
    if (!route.forms || readCookie(ask.headers.cookie, browserCookie)) return answer
    const cookie = writeCookie(browserCookie, ask.browser, { siteUrl: house.config.siteUrl })
    return { ...answer, cookies: [...(answer.cookies ?? []), cookie] }
  }

  async function reject(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await fail(error, askFrom(request, []), reply)
  }

  async function fail(error: unknown, ask: Ask, reply: FastifyReply): Promise<void> {
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy()
      return
    }
    const answer = await failed(databaseAway(error), ask, house)
    const headers = { 'cache-control': 'no-store', 'x-request-id': ask.requestId, ...answer.headers }
    await sendOnce(await lightened({ ...answer, headers }, ask), reply)
  }

  function askFrom(request: FastifyRequest, names: readonly string[]): Ask {
    const ask = emptyAsk(request.raw, request.id)
    ask.params = (request.params ?? {}) as Record<string, string>
    ask.address = request.ip
    for (const name of names) {
      const value = ask.url.searchParams.get(name)
      if (value !== null) ask.query[name] = value.replaceAll('\0', '')
    }
    return ask
  }

  function emptyAsk(request: IncomingMessage, requestId: string): Ask {
    const url = addressOf(request.url ?? '/', house.config.siteUrl)
    return {
      method: request.method ?? 'GET',
      url,
      path: url.pathname,
      params: {},
      query: {},
      standing: standings.read(request.headers.cookie),
      variant: '',
      requestId,
      headers: request.headers,
      address: request.socket.remoteAddress ?? '',
      staff: null,
      reader: null,
      csrf: '',
      browser: '',
      ...noBody,
    }
  }
}

type SocketConnection = Parameters<NonNullable<Route['socket']>>[2]

/** Ids that no other node gives and no restart gives again; they are no secrets, so they need not be random each. */
function requestIds(): () => string {
  const node = randomBytes(6).toString('base64url')
  let last = 0
  return () => `${node}-${(++last).toString(36)}`
}

/**
 * How long a slow or silent connection is borne with; proxies give up a quiet one after 60 s, so we come later. A whole
 * request may take as long as a photograph from a train does.
 */
const patience = {
  headersTimeout: 20_000,
  requestTimeout: 900_000,
  keepAliveTimeout: 72_000,
  connectionsCheckingInterval: 5_000,
}

/** Not for pages with a form's token: beside words of the asker's choice, the length of what is sent would tell it. */
async function lightened(answer: Answer, ask: Ask): Promise<Answer> {
  return ask.staff ? answer : await lighten(answer, ask.headers['accept-encoding'])
}

function withCookies(cookies: string[], answer: Answer): Answer {
  return cookies.length === 0 ? answer : { ...answer, cookies: [...cookies, ...(answer.cookies ?? [])] }
}

async function sendOnce(answer: Answer, reply: FastifyReply): Promise<void> {
  reply.code(answer.status ?? 200)
  reply.header('content-type', answer.type ?? 'text/html; charset=utf-8')
  reply.header('x-content-type-options', 'nosniff')
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  if (answer.cookies?.length) reply.header('set-cookie', answer.cookies)
  await reply.send(answer.body)
}
