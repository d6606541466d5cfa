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

/** The status line of what is sent as it is written here: a browser and `fetch` would put it in order first. */
function statusOf(port: string, head: string, body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('error', reject)
    socket.once('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? `no answer: ${answer.slice(0, 80)}`))
    socket.write(`${head}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
  })
}

test('what nobody means is no failure of ours: it is refused before anything is made of it', async ({
  app,
  request,
}) => {
  await request.get(routes.login())
  const { port } = new URL(app.origin)
  const parts = (body: string) => [
    'POST /login HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=X',
    `--X\r\nContent-Disposition: form-data; name="${body}"\r\n\r\n["$@1"]\r\n--X--\r\n`,
  ]
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const answers: Record<string, string> = {}
  for (const [head = '', body] of [
    ['GET * HTTP/1.1'],
    ['OPTIONS * HTTP/1.1'],
    ['GET http://[ HTTP/1.1'],
    ['GET http://evil.example/login HTTP/1.1'],
    ['TRACE /login HTTP/1.1'],
    ['PROPFIND /login HTTP/1.1'],
    ['DELETE /login HTTP/1.1'],
    ['GET /_global-error HTTP/1.1'],
    ['GET /_next/image?url=%2Flogin&w=64&q=75 HTTP/1.1'],
    parts('$ACTION_REF_1'),
    ['POST /login HTTP/1.1\r\nNext-Action: \u001b[31m', '[]'],
    ['GET /api/auth/callback/credentials HTTP/1.1'],
    ['GET /api/auth/error?error=a%0d%0aSet-Cookie:%20b=c HTTP/1.1'],
    ['POST /api/auth/callback/credentials HTTP/1.1\r\nContent-Type: application/json', '{'],
    ['GET /api/auth/csrf HTTP/1.1\r\nCookie: next-auth.callback-url=http%3A%2F%2F%5B'],
    ['GET /login HTTP/1.1'],
    [`POST /login HTTP/1.1\r\n${form}`, 'email=a'],
    [`POST /api/auth/callback/credentials HTTP/1.1\r\n${form}`, 'email=a'],
    ['GET /api/auth/csrf HTTP/1.1\r\nCookie: next-auth.callback-url=http%3A%2F%2Flocalhost'],
  ])
    answers[head.replace(/ HTTP\/1\.1(\r\n)?/, ' ').trim()] = await statusOf(port, head, body)
  expect(answers).toEqual({
    'GET *': '400',
    'OPTIONS *': '400',
    'GET http://[': '400',
    'GET http://evil.example/login': '200',
    'TRACE /login': '405',
    'PROPFIND /login': '405',
    'DELETE /login': '405',
    'GET /_global-error': '404',
    'GET /_next/image?url=%2Flogin&w=64&q=75': '404',
    'POST /login Content-Type: multipart/form-data; boundary=X': '400',
    'POST /login Next-Action: \u001b[31m': '400',
    'GET /api/auth/callback/credentials': '405',
    'GET /api/auth/error?error=a%0d%0aSet-Cookie:%20b=c': '400',
    'POST /api/auth/callback/credentials Content-Type: application/json': '415',
    'GET /api/auth/csrf Cookie: next-auth.callback-url=http%3A%2F%2F%5B': '400',
    'GET /login': '200',
    [`POST /login ${form}`]: '200',
    [`POST /api/auth/callback/credentials ${form}`]: '302',
    'GET /api/auth/csrf Cookie: next-auth.callback-url=http%3A%2F%2Flocalhost': '200',
  })
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
