import { createHash } from 'node:crypto'
import { NotFound } from '../errors/errors.ts'
import type { Files } from '../files/files.ts'
import { readByteRange } from './byte-range.ts'
import type { Answer, Ask } from './route.ts'

export interface StoredFileOptions {
  files: Files
  key: string
  type: string
  /** Further headers, such as `content-disposition`. */
  headers?: Record<string, string>
}

/**
 * Answers with a stored file that never changes under its address: whole, a part of it (one range), or "you have it".
 * HEAD, If-None-Match, If-Range and Range as RFC 9110 (13, 14) has them. Throws NotFound for an unknown key.
 */
export async function answerStoredFile(ask: Ask, options: StoredFileOptions): Promise<Answer> {
  const { files, key, type } = options
  const found = await files.stat(key)
  if (!found) throw new NotFound()
  const size = found.bytes
  const etag = `"${createHash('sha256').update(key).digest('base64url').slice(0, 16)}-${size.toString(36)}"`
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    etag,
    ...options.headers,
  }
  if (names(ask.headers['if-none-match'], etag)) return { status: 304, type, body: '', headers }

  const range = mayUseRange(ask, etag) ? readByteRange(ask.headers.range, size) : 'whole'
  if (range === 'unsatisfiable')
    return {
      status: 416,
      type: 'text/plain; charset=utf-8',
      body: 'The file has no such part.\n',
      headers: { 'content-range': `bytes */${size}`, 'cache-control': 'no-store' },
    }
  const length = range === 'whole' ? size : range.end - range.start + 1
  const part: Record<string, string> =
    range === 'whole' ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${size}` }
  return {
    status: range === 'whole' ? 200 : 206,
    type,
    headers: { ...headers, ...part, 'content-length': String(length) },
    body: ask.method === 'HEAD' ? '' : await files.open(key, range === 'whole' ? undefined : range),
  }
}

/** A range counts for GET only, and with If-Range only while the reader's copy is still the same (RFC 9110, 13.1.5). */
function mayUseRange(ask: Ask, etag: string): boolean {
  if (ask.method !== 'GET') return false
  const condition = ask.headers['if-range']
  return condition === undefined || condition === etag
}

function names(header: string | undefined, etag: string): boolean {
  if (!header) return false
  return header.split(',').some(one => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
