import ipaddr from 'ipaddr.js'

/**
 * True for an address of the public internet, the only kind that an outside URL may lead to.
 * Everything ipaddr.js calls other than plain unicast is refused: private (RFC 1918, 4193), loopback, link-local (where
 * clouds keep their metadata), carrier NAT (RFC 6598), multicast, documentation, benchmarking, and every IPv6 form that
 * carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo), since the inner address would escape this check.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed.kind() === 'ipv6') return parsed.match(globalUnicast) && !parsed.match(localNat64)
  return !cloudServices.has(parsed.toString())
}

/** True for this machine and for networks of one's own (RFC 1918, RFC 4193), IPv4 inside IPv6 included. */
export function isOwnAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  return ['loopback', 'private', 'uniqueLocal'].includes(ipaddr.process(address).range())
}

// RFC 4291: nothing outside 2000::/3 has been handed out to the public; RFC 8215: NAT64 inside one network.
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
const localNat64 = ipaddr.parseCIDR('64:ff9b:1::/48') as [ipaddr.IPv6, number]

// Public by number, yet answered inside the machine room only (Azure's wire server).
const cloudServices = new Set(['168.63.129.16'])
