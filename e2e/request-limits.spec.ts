import { connect } from 'node:net'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'

test('a body that is longer than anything of ours is refused, whatever it says of itself', async ({ as, app }) => {
  const page = await as('SUPPORT')
  const long = await page.request.post(routes.searchUse(), { data: 'x'.repeat(600_000) })
  expect(long.status()).toBe(413)
  const headers = await page.request.storageState()
  const cookie = headers.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  // In pieces, without a length: what is read of it ends at the same limit, and then is no JSON.
  const body = new ReadableStream({
    start: (controller) => {
      for (let piece = 0; piece < 20; piece += 1) controller.enqueue(new TextEncoder().encode('"'.padEnd(50_000, 'x')))
      controller.close()
    },
  })
  const request = { method: 'POST', headers: { cookie }, body, duplex: 'half' }
  const streamed = await fetch(`${app.origin}${routes.searchUse()}`, request)
  expect(streamed.status).toBe(400)
  const right = await page.request.post(routes.searchUse(), { data: { kind: 'record', key: 'a' } })
  expect(right.status()).toBe(204)
})

test('headers that are longer than anything of ours are refused', async ({ request }) => {
  const response = await request.get(routes.login(), { headers: { 'x-long': 'x'.repeat(20_000) } })
  expect(response.status()).toBe(431)
})

test('a request whose headers never end is ended', async ({ app, request }) => {
  test.slow()
  await request.get(routes.login())
  const { port } = new URL(app.origin)
  const socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += String(chunk)
  })
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write('GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
  await ended
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
})
