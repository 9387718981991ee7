import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Database } from '../../src/platform/database/database.ts'
import type { Log } from '../../src/platform/log.ts'
import type { PracticeProcessor } from '../../src/platform/payments/payments.ts'
import { answerCall, type CallAnswer } from './answer-call.ts'
import { apiVersion } from './api-version.ts'
import { createDeliverer } from './deliver-events.ts'
import { parseFormBody } from './form-body.ts'
import { letters } from './kinds.ts'
import { ProcessorError } from './processor-error.ts'
import { runDue } from './run-due.ts'
import type { TillFloor } from './till.ts'

/**
 * Starts the practice card processor: a real HTTP server on a free port of this machine that speaks the part of Stripe's
 * API which this program uses. It knows one key, and keeps everything in the database, so any node answers for all.
 */
export async function openProcessor(options: {
  db: Database
  log: Log
  siteUrl: string
  apiKey: string
  webhookSecret: string
  now(): Date
}): Promise<PracticeProcessor> {
  const { db, log, siteUrl, apiKey, webhookSecret, now } = options
  const floor: TillFloor = { db, log, siteUrl, now }
  const deliverer = createDeliverer({ db, log, webhookSecret })
  const server = createServer((request, response) => {
    answer(request).then(
      found => send(response, found),
      error => send(response, refusalOf(error, request)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Whoever forgets to close it is not kept from ending.
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    host: '127.0.0.1',
    port,
    apiKey,
    webhookSecret,
    deliverTo: deliverer.deliverTo,
    runDue: until => runDue(floor, deliverer, until),
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await deliverer.close()
    },
  }

  async function answer(request: IncomingMessage): Promise<CallAnswer> {
    const body = (await buffer(request)).toString()
    requireKey(request, apiKey)
    const { pathname, search } = new URL(request.url ?? '/', 'http://processor')
    const found = await answerCall(floor, {
      method: request.method ?? 'GET',
      path: pathname,
      given: { ...parseFormBody(search.slice(1)), ...parseFormBody(body) },
      idempotencyKey: request.headers['idempotency-key']?.toString() ?? null,
    })
    if (request.method !== 'GET') deliverer.wake()
    return found
  }

  function refusalOf(error: unknown, request: IncomingMessage): CallAnswer {
    if (error instanceof ProcessorError) {
      const { message, param, code } = error.body
      // What practice does not know is a defect of one of the two sides, and must be seen.
      // Its sentence may repeat what was given, an address of mail for instance, unless it is about a name.
      const unknown = code === 'parameter_unknown' || (error.status === 404 && !code)
      const told = unknown ? message : 'a call was refused'
      if (error.status !== 402)
        log.warn({ method: request.method, param, code }, `practice payments: ${told}`)
      return { status: error.status, body: { error: error.body } }
    }
    log.error({ err: error }, 'practice payments failed')
    const message = 'The practice processor failed; its log says why.'
    return { status: 500, body: { error: { type: 'api_error', message } } }
  }
}

/** The key comes as a bearer token, or as the name of Basic authentication. */
function requireKey({ headers }: IncomingMessage, apiKey: string): void {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ')
  const given =
    scheme.toLowerCase() === 'basic' ? (Buffer.from(value, 'base64').toString().split(':')[0] ?? '') : value
  if (!given)
    throw new ProcessorError(401, {
      type: 'invalid_request_error',
      message:
        'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    })
  if (given.length !== apiKey.length || !timingSafeEqual(Buffer.from(given), Buffer.from(apiKey)))
    throw new ProcessorError(401, {
      type: 'invalid_request_error',
      message: `Invalid API Key provided: ${given.slice(0, 8)}****`,
      code: 'api_key_invalid',
    })
}

function send(response: ServerResponse, { status, body, replayed }: CallAnswer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': `req_${letters(14)}`,
    'stripe-version': apiVersion,
    // A refusal stays one however often its client asks again.
    ...(status < 500 ? { 'stripe-should-retry': 'false' } : {}),
    ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
  })
  response.end(JSON.stringify(body, null, 2))
}
