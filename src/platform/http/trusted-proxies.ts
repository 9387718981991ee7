import { BlockList, isIP } from 'node:net'

/** Says of an address whether it is one of the proxies (addresses and ranges) whose word is taken. */
export function trusts(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList()
  for (const each of proxies) {
    const [address = '', bits] = each.split('/')
    if (bits === undefined) trusted.addAddress(address, familyOf(address))
    else trusted.addSubnet(address, Number(bits), familyOf(address))
  }
  return given => {
    const address = plainAddress(given)
    return isIP(address) > 0 && trusted.check(address, familyOf(address))
  }
}

/** An address of IPv4 may come in the clothes of IPv6 (RFC 4291, 2.5.5.2). */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
