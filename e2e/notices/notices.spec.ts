import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { routes } from '@/lib/routes'
import { test as base, expect } from '../fixtures'
import { ready } from '../pages/ready'
import { type AppServer, startApp } from '../support/server'

interface Receiver {
  address: string
  received: { headers: IncomingHttpHeaders; body: string }[]
  answer: { status: number }
}

/** A server that may call this machine, and a receiver there. */
const test = base.extend<{ receiver: Receiver }, { app: AppServer }>({
  app: [
    async ({ database }, use) => {
      const app = await startApp(database.url, { NOTICES_ALLOW_PRIVATE: '1' })
      await use(app)
      await app.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter
  receiver: async ({}, use) => {
    const received: Receiver['received'] = []
    const answer = { status: 204 }
    const server: Server = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
        response.writeHead(answer.status).end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    await use({ address: `http://127.0.0.1:${port}/in/path-canary`, received, answer })
    server.closeAllConnections()
    server.close()
  },
})

test('an administrator adds a webhook, tests it, and is told of a new cause by it', async ({
  as,
  app,
  receiver,
  seed,
}) => {
  test.slow()
  const page = await as('ADMIN')
  await page.goto(routes.notices())
  await ready(page)
  await page.getByRole('main').getByRole('link', { name: 'Add webhook' }).first().click()
  await page.getByLabel('Name').fill(`Team ${seed.mark}`)
  await page.getByLabel('Address', { exact: true }).fill('http://receiver.example/in')
  await page.getByLabel('Integrations').fill(seed.mark)
  await page.getByRole('button', { name: 'Add channel' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'must begin with https://' })).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(`Team ${seed.mark}`)
  await page.getByLabel('Address', { exact: true }).fill(receiver.address)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy the secret now' })
  const secret = (await dialog.locator('code').textContent()) ?? ''
  expect(secret).toMatch(/^whsec_/)
  await dialog.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Team ${seed.mark}` })).toBeVisible()

  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('The test was accepted.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'Test of the channel' })
  await expect(row).toContainText(/204 after \d+ ms/)
  const [test1] = receiver.received
  const verify = (one = test1) => new Webhook(secret).verify(one?.body ?? '', one?.headers as Record<string, string>)
  expect(verify()).toMatchObject({ type: 'test' })
  receiver.answer.status = 500
  await page.getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText('The test was not accepted.')).toBeVisible()
  receiver.answer.status = 204

  const words = seed.words()
  const connection = await seed.connection({ name: seed.mark, issues: [words] })
  await page.goto(routes.connection(connection))
  await expect(async () => expect(receiver.received.length).toBe(3)).toPass({ timeout: 45_000 })
  expect(verify(receiver.received[2])).toMatchObject({
    type: 'notice',
    data: { total: 1, events: [{ event: 'new', connections: 1, integrations: [seed.mark] }] },
  })

  // What was shown once is nowhere now.
  await page.goBack()
  // What the receiver answered is written down a moment after it has answered.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('row').filter({ hasText: `New cause: ${words}` })).toContainText('Delivered', {
      timeout: 2_000,
    })
  }).toPass()
  await ready(page)
  const shown = await page.content()
  for (const hidden of [secret, 'path-canary']) {
    expect(shown).not.toContain(hidden)
    expect(app.log()).not.toContain(hidden)
  }
  const trail = await (await page.request.get(routes.auditExport({ format: 'json' }))).text()
  expect(trail).toContain('notice.add')
  for (const hidden of [secret, 'path-canary']) expect(trail).not.toContain(hidden)
})

test('a channel is paused, changed, and deleted; each is taken back', async ({ as, seed }) => {
  const channel = await seed.channel()
  const page = await as('ADMIN')
  await page.goto(routes.notice(channel))
  await ready(page)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText(/^Paused by .* gathered meanwhile/)).toBeVisible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.getByLabel('Quiet hours').check()
  await page.getByLabel('Sun').uncheck()
  await page.getByLabel('Time zone').fill('Mars/Olympus')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'time zone is not known' })).toBeVisible()
  await page.getByLabel('Time zone').fill('Europe/Berlin')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The channel was changed.')).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Berlin')
  await expect(page.getByLabel('Sun')).not.toBeChecked()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('was deleted.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: seed.mark })).toBeVisible()
  const done = (await seed.auditOf(channel)).map(({ action }) => action)
  expect(done).toEqual(['notice.pause', 'notice.resume', 'notice.change', 'notice.delete', 'notice.put-back'])
})
