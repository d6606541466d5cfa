import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
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
 * the client's; everything further left the client may have invented.
 */
export function clientAddress(forwardedFor: string | undefined, proxies = env().TRUSTED_PROXIES): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-Math.max(1, proxies)) ?? hops[0] ?? ''
}
