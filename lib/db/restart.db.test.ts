import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectTo } from './client'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from './embedded'
import { removeHome } from './embedded-home'
import type { PrismaClient } from './generated/client'

const parent = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-restart-'))
const folder = path.join(parent, 'postgres')
let server: EmbeddedServer
let db: PrismaClient

beforeAll(async () => {
  server = await startEmbedded(folder)
  db = connectTo(server.urlOf('postgres'), 3)
})

afterAll(async () => {
  await db.$disconnect()
  await stopEmbedded(folder)
  removeHome(folder)
  rmSync(parent, { recursive: true, force: true })
})

const ask = () => db.$queryRaw`select 1 as one`

describe('a Postgres that is away', () => {
  it.each([
    ['was stopped', () => server.stop()],
    [
      'was killed',
      async () => {
        const lock = path.join(realpathSync(folder), 'data', 'postmaster.pid')
        process.kill(Number(readFileSync(lock, 'utf8').split('\n')[0]), 'SIGKILL')
      },
    ],
  ])('because it %s is an error at once, and the same client works when it is back', async (_why, end) => {
    await Promise.all([ask(), ask(), ask()])
    const underWay = db.$queryRaw`select pg_sleep(30)::text`.then(
      () => 'done',
      () => 'failed',
    )
    await end()
    expect(await underWay).toBe('failed')
    const began = performance.now()
    await expect(ask()).rejects.toThrow()
    expect(performance.now() - began).toBeLessThan(5_000)
    server = await startEmbedded(folder)
    await expect.poll(ask, { timeout: 20_000 }).toEqual([{ one: 1 }])
  })
})
