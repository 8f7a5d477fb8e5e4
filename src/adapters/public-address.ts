import { lookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'

// One list for each: a single one takes every IPv4 address for its form inside IPv6.
/** Addresses that lead into a network of somebody's own, or nowhere: RFC 6890 and the registries it names. */
const inside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.ipv4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 96],
  // What carries an IPv4 address inside it: nobody's server needs to be reached so.
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.ipv6.addSubnet(net, bits, 'ipv6')

/** True for an address that anybody on the internet could reach. */
export const isPublic = (address: string): boolean => {
  const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return isIP(address) !== 0 && !inside[kind].check(address, kind)
}

/** An address that leads inside. Holds none. */
export class LeadsInside extends Error {
  constructor() {
    super('The address leads into a private network.')
    this.name = 'LeadsInside'
  }
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** Looks a name up as Node does, and refuses it where any of its addresses leads inside: what is checked is what is used. */
export function lookupPublic(host: string, options: LookupOptions, answer: Answer): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '')
    if (!addresses.every(({ address }) => isPublic(address))) return answer(new LeadsInside(), '')
    if (options.all) return answer(null, addresses)
    answer(null, addresses[0]!.address, addresses[0]!.family)
  })
}
