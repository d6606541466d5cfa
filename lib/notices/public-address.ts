import 'server-only'
import { BlockList, isIP } from 'node:net'

/** IPv4 that is nobody's on the internet: private, loopback, shared, documentation, multicast, reserved. RFC 6890 and its successors. */
const NOT_PUBLIC = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix)

/** Of IPv6 only what is given out to the internet, without the ranges that lead to an IPv4 address or to nobody. */
const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6')
const NOT_PUBLIC_6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC_6.addSubnet(network, prefix, 'ipv6')

/** Where clouds keep the keys of the machine: refused whatever the settings say. */
const NEVER = new BlockList()
NEVER.addSubnet('169.254.0.0', 16)
NEVER.addSubnet('fe80::', 10, 'ipv6')
NEVER.addAddress('fd00:ec2::254', 'ipv6')
NEVER.addAddress('100.100.100.200')
NEVER.addSubnet('64:ff9b::', 96, 'ipv6')

/** Whether a message may go to this IP address. `allowPrivate` lets it go within one's own network, but never to link-local addresses. */
export function mayCall(address: string, allowPrivate: boolean): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (NEVER.check(address, family)) return false
  if (allowPrivate) return true
  if (version === 4) return !NOT_PUBLIC.check(address)
  return GIVEN_OUT.check(address, 'ipv6') && !NOT_PUBLIC_6.check(address, 'ipv6')
}
