import type { IncomingMessage } from 'node:http'
import { plainAddress, trusts } from './trusted-proxies.ts'

/**
 * Says from where a request came, with the word of trusted proxies taken (X-Forwarded-For): the nearest address that is
 * none of theirs. The web server's own rule, for what is answered before it.
 */
export function callerAddress(
  trustedProxies: readonly string[],
): (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string {
  const isTrusted = trusts(trustedProxies)
  return ({ headers, socket }) => {
    const nearest = plainAddress(socket.remoteAddress ?? '')
    const forwarded = headers['x-forwarded-for']
    if (forwarded === undefined || !isTrusted(nearest)) return nearest
    const chain = String(forwarded)
      .split(',')
      .map(part => plainAddress(part.trim()))
    return chain.findLast(address => !isTrusted(address)) ?? chain[0] ?? nearest
  }
}
