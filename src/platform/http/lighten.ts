import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { acceptedEncodings } from '../press/negotiate.ts'
import { isCompressible } from '../press/printed-page.ts'
import type { Answer } from './route.ts'

const gzipAsync = promisify(gzip)
const leastBytes = 1024
/** A page that is sent once is not worth more: level 6 takes twice as long and saves a thirtieth of it. */
const level = 3

/**
 * An answer that is sent once (a search, an error), smaller on the wire for a reader who takes gzip (RFC 9110, 12.5.3).
 * Files, parts of files and what is under a kilobyte go out as they are.
 */
export async function lighten(answer: Answer, accepts: string | undefined): Promise<Answer> {
  const { body, headers = {}, type = 'text/html' } = answer
  const whole = typeof body === 'string' || Buffer.isBuffer(body)
  if (!whole || !isCompressible(type) || headers['content-length'] || headers['content-encoding'])
    return answer
  if (Buffer.byteLength(body) < leastBytes) return answer
  const varied = { ...headers, vary: 'Accept-Encoding' }
  if (!acceptedEncodings(accepts).includes('gzip')) return { ...answer, headers: varied }
  return {
    ...answer,
    body: await gzipAsync(body, { level }),
    headers: { ...varied, 'content-encoding': 'gzip' },
  }
}
