import { request } from 'node:http'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'

interface Answer {
  encoding: string | undefined
  type: string | undefined
  vary: string | undefined
  bytes: number
}

/** What a file is answered with to whoever takes these encodings; nothing is unpacked. */
function ask(address: string, encodings: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers: { 'accept-encoding': encodings } }, (response) => {
      let bytes = 0
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
      })
      const { 'content-encoding': encoding, 'content-type': type, vary } = response.headers
      response.on('end', () => resolve({ encoding, type, vary, bytes }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('scripts and styles are sent as they were compressed with the build, to whoever takes that', async ({
  app,
  page,
}) => {
  await page.goto(routes.login())
  const files = [
    {
      type: /^application\/javascript/,
      src: await page.locator('script[src*="/chunks/"]').first().getAttribute('src'),
    },
    { type: /^text\/css/, src: await page.locator('link[rel=stylesheet]').first().getAttribute('href') },
  ]
  for (const { type, src } of files) {
    const address = new URL(src ?? '', app.origin).href
    const brotli = await ask(address, 'gzip, deflate, br, zstd')
    expect(brotli).toMatchObject({ encoding: 'br', type: expect.stringMatching(type), vary: 'Accept-Encoding' })
    const gzip = await ask(address, 'gzip')
    expect(gzip).toMatchObject({ encoding: 'gzip', type: expect.stringMatching(type), vary: 'Accept-Encoding' })
    expect(brotli.bytes).toBeLessThan(gzip.bytes)
    for (const refusing of ['identity', 'br;q=0', 'br; q=0.0, gzip;q=0', 'brotli'])
      expect((await ask(address, refusing)).encoding, refusing).toBeUndefined()
    for (const taking of ['br', 'gzip;q=0.5,br;q=0.9', 'deflate, br ;q=1.0'])
      expect((await ask(address, taking)).encoding, taking).toBe('br')
    const [packed, plain] = await Promise.all(
      ['br', 'identity'].map(async (encoding) =>
        (await fetch(address, { headers: { 'accept-encoding': encoding } })).text(),
      ),
    )
    expect(packed).toBe(plain)
  }
})
