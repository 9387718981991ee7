import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, type Dispatcher, request } from 'undici'
import { ExpectedError } from '../errors/errors.ts'
import { isPublicAddress } from './public-address.ts'

export type RefusalReason =
  | 'address'
  | 'credentials'
  | 'encoding'
  | 'port'
  | 'redirects'
  | 'scheme'
  | 'status'
  | 'too-large'
  | 'too-slow'
  | 'unreachable'

/** An outside address that was not, or not wholly, fetched. The message is a sentence fit for a report. */
export class FetchRefused extends ExpectedError {
  override name = 'FetchRefused'
  readonly reason: RefusalReason
  readonly url: string
  /** The status that was answered, where the reason is 'status'. */
  readonly answered: number | undefined

  constructor(
    reason: RefusalReason,
    url: string,
    sentence: string,
    options?: ErrorOptions & { answered?: number },
  ) {
    super(`fetch-${reason}`, 502, sentence, options)
    this.reason = reason
    this.url = url
    this.answered = options?.answered
  }
}

/** Answers with every address of a host; the default asks the system, without its cache of one answer. */
export type Lookup = (host: string) => Promise<{ address: string; family: number }[]>

export interface GuardedFetchOptions {
  /** Bytes after decompression; one more ends the stream with 'too-large'. */
  maxBytes: number
  /** From the first look-up to the last byte. */
  timeoutMs?: number
  /** Longest silence while waiting for the head or for more of the body. */
  silenceMs?: number
  maxRedirects?: number
  /** Besides 80 and 443. */
  allowPorts?: readonly number[]
  /** Addresses that are let through although they are not public. For tests against a server of their own only. */
  allowAddresses?: readonly string[]
  accept?: string
  lookup?: Lookup
}

export interface Fetched {
  /** Where the answer came from, after redirects. */
  url: string
  /** Content type without parameters, lower case; '' when none was told. */
  type: string
  /** Throws FetchRefused while it is read when a limit is met. Must be read or destroyed. */
  body: Readable
}

/**
 * The one way to an address that somebody outside has named. Only http and https on their own ports; the host's
 * addresses are looked up here, all of them must be public, and the connection goes to those very addresses, so a name
 * that changes its answer in between gains nothing. Redirects are followed by hand with the same checks. Nothing of
 * ours is sent: no cookies, no credentials, no referrer.
 */
export async function guardedFetch(address: string, options: GuardedFetchOptions): Promise<Fetched> {
  const limits = { timeoutMs: 60_000, silenceMs: 15_000, maxRedirects: 5, ...options }
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  let url = address
  for (let hops = 0; hops <= limits.maxRedirects; hops++) {
    const answer = await askOnce(url, limits, deadline)
    if (typeof answer !== 'string') return answer
    url = answer
  }
  throw new FetchRefused('redirects', address, `${address} redirects more than ${limits.maxRedirects} times.`)
}

/** The same, read to its end into memory. */
export async function guardedDownload(
  address: string,
  options: GuardedFetchOptions,
): Promise<Omit<Fetched, 'body'> & { bytes: Buffer }> {
  const { body, ...rest } = await guardedFetch(address, options)
  const parts: Buffer[] = []
  for await (const part of body) parts.push(part as Buffer)
  return { ...rest, bytes: Buffer.concat(parts) }
}

type Limits = GuardedFetchOptions & { silenceMs: number }

/** One request: its answer, or the address that it redirects to. */
async function askOnce(address: string, limits: Limits, deadline: AbortSignal): Promise<Fetched | string> {
  const url = checkedUrl(address, limits)
  const addresses = await checkedAddresses(url, limits, deadline)
  const agent = pinnedAgent(addresses, limits)
  const discard = () => void agent.destroy().catch(() => {})
  try {
    const response = await request(url, {
      dispatcher: agent,
      signal: deadline,
      headers: {
        accept: limits.accept ?? '*/*',
        'accept-encoding': 'identity',
        'user-agent': 'Masthead',
      },
    })
    // An answer that is thrown away ends with an error nobody listens for; whoever reads it still sees its own.
    response.body.on('error', () => {})
    const redirect = redirectOf(response, url)
    if (redirect !== null) {
      discard()
      return redirect
    }
    if (response.statusCode !== 200) {
      discard()
      throw new FetchRefused('status', address, `${address} answered ${response.statusCode}.`, {
        answered: response.statusCode,
      })
    }
    const body = limitedBody(response, address, limits)
    body.once('close', discard)
    const type = String(response.headers['content-type'] ?? '')
    return { url: url.href, type: type.split(';')[0]!.trim().toLowerCase(), body }
  } catch (error) {
    discard()
    throw asRefusal(error, address)
  }
}

/** The URL parser has already turned 0x7f.1, 2130706433 and 0177.0.0.1 into dotted form, so they meet the same check. */
function checkedUrl(address: string, limits: Limits): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new FetchRefused('scheme', address, `“${address.slice(0, 200)}” is not a web address.`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchRefused('scheme', address, `${address} is not fetched: only http and https are.`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchRefused(
      'credentials',
      address,
      `${url.host} is not fetched: the address carries a password.`,
    )
  }
  if (
    url.port !== '' &&
    !['80', '443'].includes(url.port) &&
    !limits.allowPorts?.includes(Number(url.port))
  ) {
    throw new FetchRefused('port', address, `${address} is not fetched: port ${url.port} is not a web port.`)
  }
  return url
}

async function checkedAddresses(url: URL, limits: Limits, deadline: AbortSignal) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family ? [{ address: host, family }] : await resolved(host, url.href, limits, deadline)
  for (const { address } of found) {
    if (isPublicAddress(address) || limits.allowAddresses?.includes(address)) continue
    throw new FetchRefused(
      'address',
      url.href,
      `${url.href} is not fetched: ${address} is not a public address.`,
    )
  }
  return found
}

async function resolved(host: string, address: string, limits: Limits, deadline: AbortSignal) {
  const ask = limits.lookup ?? (name => systemLookup(name, { all: true, verbatim: true }))
  const found = await Promise.race([ask(host), refuseAt(deadline, address)]).catch(error => {
    if (error instanceof FetchRefused) throw error
    throw new FetchRefused('unreachable', address, `${host} has no address.`, { cause: error })
  })
  if (found.length === 0) throw new FetchRefused('unreachable', address, `${host} has no address.`)
  return found
}

function refuseAt(deadline: AbortSignal, address: string): Promise<never> {
  return new Promise((_, reject) => {
    deadline.addEventListener('abort', () => reject(tooSlow(address)), { once: true })
  })
}

/** An agent for one request that can only connect to the addresses that were checked. */
function pinnedAgent(addresses: { address: string; family: number }[], limits: Limits): Agent {
  return new Agent({
    connections: 1,
    headersTimeout: limits.silenceMs,
    bodyTimeout: limits.silenceMs,
    connect: {
      timeout: limits.silenceMs,
      lookup: (_host, options, done) => {
        const first = addresses[0]!
        if (options.all) (done as unknown as (e: null, all: typeof addresses) => void)(null, addresses)
        else done(null, first.address, first.family)
      },
    },
  })
}

function redirectOf(response: Dispatcher.ResponseData, from: URL): string | null {
  const to = response.headers.location
  if (![301, 302, 303, 307, 308].includes(response.statusCode) || typeof to !== 'string') return null
  try {
    return new URL(to, from).href
  } catch {
    return to
  }
}

/** The body with its compression undone and its size counted after that, so that a small bomb is met as a large body. */
function limitedBody(response: Dispatcher.ResponseData, address: string, limits: Limits): Readable {
  const told = Number(response.headers['content-length'])
  if (told > limits.maxBytes) throw tooLarge(address, limits.maxBytes)
  const encoding = String(response.headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase()
  const plain = decompressed(response.body, encoding, address)
  return Readable.from(counted(plain, address, limits.maxBytes), { objectMode: false })
}

function decompressed(body: Readable, encoding: string, address: string): Readable {
  if (encoding === 'identity' || encoding === '') return body
  const undo =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null
  if (!undo) {
    throw new FetchRefused('encoding', address, `${address} is compressed in an unknown way (${encoding}).`)
  }
  body.on('error', error => undo.destroy(error))
  undo.on('close', () => body.destroy())
  return body.pipe(undo)
}

async function* counted(body: Readable, address: string, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > maxBytes) throw tooLarge(address, maxBytes)
      yield part
    }
  } catch (error) {
    throw asRefusal(error, address)
  } finally {
    body.destroy()
  }
}

function asRefusal(error: unknown, address: string): FetchRefused {
  if (error instanceof FetchRefused) return error
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT|ABORTED|ETIMEDOUT/.test(code ?? '')) {
    return tooSlow(address, error)
  }
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR/.test(code ?? '')) {
    return new FetchRefused('encoding', address, `${address} is damaged: it cannot be decompressed.`, {
      cause: error,
    })
  }
  const sentence = `${address} could not be reached${code ? ` (${code})` : ''}.`
  return new FetchRefused('unreachable', address, sentence, { cause: error })
}

function tooSlow(address: string, cause?: unknown): FetchRefused {
  return new FetchRefused('too-slow', address, `${address} took too long.`, { cause })
}

function tooLarge(address: string, maxBytes: number): FetchRefused {
  return new FetchRefused('too-large', address, `${address} is larger than ${Math.floor(maxBytes / 1e6)} MB.`)
}
