import { createHook } from 'node:async_hooks'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DatabaseSocket, lookupShared } from './database-socket'

let lookups = 0
const hook = createHook({
  init: (_id, type) => {
    if (type === 'GETADDRINFOREQWRAP') lookups += 1
  },
})

beforeEach(() => {
  lookups = 0
  hook.enable()
})
afterEach(() => hook.disable())

const addressOf = (name: string) =>
  new Promise<unknown>((resolve) => {
    lookupShared(name, { all: true }, (error, address) => resolve(error?.code ?? address))
  })

it('looks a name up once for all who ask meanwhile, and again for who asks later', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => addressOf('localhost')))
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(all[0]).toContainEqual(expect.objectContaining({ address: expect.stringMatching(/^(127\.|::1)/) }))
  expect(lookups).toBe(1)
  await addressOf('localhost')
  expect(lookups).toBe(2)
})

it('tells all of them what is wrong', async () => {
  const all = await Promise.all([addressOf('name.invalid'), addressOf('name.invalid')])
  expect(all[0]).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/)
  expect(all[1]).toBe(all[0])
  expect(lookups).toBe(1)
})

it('connects by a name as Postgres does, and all at once', async () => {
  const server = createServer((socket) => socket.end())
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  lookups = 0
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const socket = new DatabaseSocket()
      socket.connect(port, 'localhost')
      await once(socket, 'connect')
      socket.destroy()
    }),
  )
  expect(lookups).toBe(1)
  server.close()
  await once(server, 'close')
})
