import type { Encoding } from './printed-page.ts'

const preference: readonly Encoding[] = ['br', 'zstd', 'gzip']
const known = new Map<string, readonly Encoding[]>()

/**
 * The encodings a reader accepts, best first, identity last (RFC 9110, 12.5.3: `q=0` refuses, `*` stands for the rest).
 * Answers are remembered by header text: browsers send a handful of different ones.
 */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (!header) return ['identity']
  const found = known.get(header)
  if (found) return found
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().slice(0, 400).split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim())
    const q = parameters.find(text => text.startsWith('q='))
    weights.set(name, q ? Number.parseFloat(q.slice(2)) || 0 : 1)
  }
  const accepted = preference.filter(name => (weights.get(name) ?? weights.get('*') ?? 0) > 0)
  const result: readonly Encoding[] = [...accepted, 'identity']
  if (known.size > 500) known.clear()
  known.set(header, result)
  return result
}
