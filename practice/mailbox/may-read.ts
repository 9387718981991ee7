import { isIP } from 'node:net'
import { NotFound } from '../../src/platform/errors/errors.ts'
import type { House } from '../../src/platform/house.ts'
import type { Ask } from '../../src/platform/http/route.ts'

/**
 * Lets through who may read the practice mailbox; everybody else gets NotFound, as does everybody while letters go to a
 * real server. Codes to sign in with arrive there, so whoever reads it can be anyone in the newsroom: that is somebody
 * at this very machine, on a site for this machine only, or a signed-in owner.
 */
export function admitReader(ask: Ask, house: Pick<House, 'mail' | 'config'>): void {
  if (!house.mail.practice) throw new NotFound()
  if (ask.staff?.role !== 'owner' && !isAtThisMachine(ask, house.config.siteUrl)) throw new NotFound()
}

const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

function isAtThisMachine(ask: Ask, siteUrl: string): boolean {
  return (
    isLoopback(ask.address) &&
    // A proxy on this machine makes everybody look local.
    passedOn.every(name => ask.headers[name] === undefined) &&
    // A page elsewhere may have a name of its own lead here (DNS rebinding); the browser then asks for that name.
    isLocalName(hostOf(`http://${ask.headers.host}`)) &&
    isLocalName(hostOf(siteUrl)) &&
    !siteUrl.startsWith('https:')
  )
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^\[|\]$/g, '') ?? ''
}

function isLocalName(host: string): boolean {
  return host === 'localhost' || isLoopback(host)
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return isIP(plain) === 4 ? plain.startsWith('127.') : plain === '::1'
}
