import type { Manuscript } from '../press/press.ts'
import type { Standing } from '../press/standing.ts'
import type { Answer } from './route.ts'

/** Proxies refuse an answer whose head is too large; nginx takes 4 KB before it is told otherwise. */
const mostKeyLetters = 2500

/** A handler's answer as the press prints it, with what browsers and caches are told of it. */
export function manuscriptOf(answer: Answer, standing: Standing): Manuscript {
  const keys = answer.keys ?? []
  return {
    status: answer.status ?? 200,
    type: answer.type ?? 'text/html; charset=utf-8',
    body: Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body as string),
    headers: {
      ...cacheHeaders(answer, standing),
      vary: answer.variants ? 'Accept-Encoding, Cookie' : 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      ...answer.headers,
    },
    keys,
    freshForSeconds: answer.freshForSeconds,
    variants: answer.variants,
  }
}

/**
 * A page whose keys cannot all be told to caches is kept by our own press only: they could not throw it away. So is one
 * with variants (decision 16): no shared cache can choose among them.
 */
function cacheHeaders(answer: Answer, standing: Standing): Record<string, string> {
  const { keys = [], freshForSeconds, variants } = answer
  if (standing !== 'guest') return { 'cache-control': 'private, no-cache' }
  if (variants) return { 'cache-control': 'private, no-cache', 'surrogate-control': 'no-store' }
  const key = keys.join(' ')
  const told = key !== '' && key.length <= mostKeyLetters
  return {
    'cache-control': 'public, max-age=0, must-revalidate',
    'surrogate-control': told || key === '' ? `max-age=${freshForSeconds ?? 86_400}` : 'no-store',
    ...(told ? { 'surrogate-key': key } : {}),
  }
}
