import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { Variants } from './variants.ts'

export type Encoding = 'br' | 'zstd' | 'gzip' | 'identity'

/** The bytes of one page in every encoding that is ready, with headers that need no further work. */
export interface PrintedPage {
  status: number
  etag: string
  keys: string[]
  bodies: Partial<Record<Encoding, { bytes: Buffer; headers: string[] }>>
  /** Headers of a 304 answer (RFC 9110, 15.4.5). */
  unchangedHeaders: string[]
  bytes: number
  shared: Record<string, string>
  /** A whole page that somebody looks at. */
  forPeople: boolean
  /** Where the address has several prints: who gets which. */
  variants?: Variants
}

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)
const zstdAsync = promisify(zstdCompress)

const compressible =
  /^(text\/|application\/(json|feed\+json|javascript|xml|[a-z.+-]+\+(xml|json))|image\/svg)/

/** Whether bytes of this media type get smaller by compressing them. */
export function isCompressible(type: string): boolean {
  return compressible.test(type)
}

/**
 * Prints a body: ETag, gzip, ready-made headers. Level 3 takes half the time of the usual 6 and 6% more bytes; the small and
 * slow encodings are added later by `compressWell`.
 */
export async function printBytes(options: {
  status: number
  body: Buffer
  type: string
  headers: Record<string, string>
  keys: string[]
  variants?: Variants
}): Promise<PrintedPage> {
  const { status, body, type, keys, variants } = options
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const shared = { ...options.headers, 'content-type': type, etag }
  const page: PrintedPage = {
    status,
    etag,
    keys,
    bodies: {},
    unchangedHeaders: flat(shared),
    bytes: 0,
    shared,
    forPeople: status === 200 && type.startsWith('text/html'),
    variants,
  }
  add(page, 'identity', body, shared)
  if (body.length > 500 && isCompressible(type))
    add(page, 'gzip', await gzipAsync(body, { level: 3 }), shared)
  return page
}

/** Adds brotli 11, zstd 19 and a smaller gzip, worth their time for a page that is asked for again and again. */
export async function compressWell(page: PrintedPage): Promise<void> {
  const body = page.bodies.identity?.bytes
  if (!body || !page.bodies.gzip) return
  const brotli = await brotliAsync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })
  add(page, 'br', brotli, page.shared)
  const zstd = await zstdAsync(body, { params: { [constants.ZSTD_c_compressionLevel]: 19 } })
  add(page, 'zstd', zstd, page.shared)
  add(page, 'gzip', await gzipAsync(body, { level: 9 }), page.shared)
}

function add(page: PrintedPage, encoding: Encoding, bytes: Buffer, shared: Record<string, string>): void {
  const headers = { ...shared, 'content-length': String(bytes.length) }
  const before = page.bodies[encoding]
  if (before) page.bytes -= before.bytes.length + headBytes
  page.bodies[encoding] = {
    bytes,
    headers: flat(encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding }),
  }
  page.bytes += bytes.length + headBytes
}

/** About what the headers of one encoding take. */
const headBytes = 1500

function flat(headers: Record<string, string>): string[] {
  return Object.entries(headers).flat()
}
