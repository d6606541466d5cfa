import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientAddress, trustOnlyOurProxies } from './client-address'

describe('the address that counts', () => {
  it('is the one that the nearest trusted proxy saw', () => {
    expect(clientAddress('192.0.2.1', 0)).toBe('192.0.2.1')
    expect(clientAddress('made-up, 192.0.2.1', 1)).toBe('192.0.2.1')
    expect(clientAddress('made-up, 192.0.2.1, 198.51.100.7', 2)).toBe('192.0.2.1')
    expect(clientAddress('192.0.2.1', 3)).toBe('192.0.2.1')
    expect(clientAddress(undefined, 0)).toBe('')
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:2::ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['not an address', 'not an address'],
  ])('counts %s as %s', (address, network) => {
    expect(clientAddress(address, 0)).toBe(network)
  })

  it('is the address of the socket, whatever the client says, while no proxy is trusted', async () => {
    trustOnlyOurProxies()
    const server = createServer((incoming, response) => response.end(incoming.headers['x-forwarded-for']))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    try {
      const { port } = server.address() as AddressInfo
      const headers = { 'X-Forwarded-For': '198.51.100.7, 203.0.113.9' }
      const [response] = await once(request({ port, host: '127.0.0.1', headers }).end(), 'response')
      expect((await response.toArray()).join('')).toBe('127.0.0.1')
    } finally {
      server.close()
    }
  })
})
