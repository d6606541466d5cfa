import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { env } from '../env'

/**
 * Makes the socket's address the one that counts unless proxies are named: Next keeps an X-Forwarded-For that the client made
 * up, and anyone could pass for anyone. Node announces each request on this channel before it is handled. Called once per process.
 */
export function trustOnlyOurProxies(): void {
  if (env().TRUSTED_PROXIES > 0) return
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}

/**
 * The address of whoever asked. Each trusted proxy appended the address it saw, so with `n` of them the n-th from the right is
 * the client's; everything further left the client may have invented. An IPv6 address counts as its /64, which is what one
 * customer gets: each could otherwise pass for as many strangers as it likes.
 */
export function clientAddress(forwardedFor: string | undefined, proxies = env().TRUSTED_PROXIES): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  return networkOf(hops.at(-Math.max(1, proxies)) ?? hops[0] ?? '')
}

function networkOf(address: string): string {
  const version4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (version4 || !isIPv6(address)) return version4 ?? address
  const [left = [], right] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = right ? Array.from({ length: 8 - left.length - right.length }, () => '0') : []
  const groups = [...left, ...zeros, ...(right ?? [])].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
