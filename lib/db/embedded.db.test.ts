import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive } from '../server/is-alive'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from './embedded'
import { removeHome } from './embedded-home'

const parent = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-embedded-'))
const folder = path.join(parent, 'postgres')
const lock = () => path.join(realpathSync(folder), 'data', 'postmaster.pid')
const processOf = () => Number(readFileSync(lock(), 'utf8').split('\n')[0])
let server: EmbeddedServer
let written = 0

async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Kills the server as a power cut would, at the moment a write was acknowledged. */
async function writeAndKill(): Promise<void> {
  written += 1
  await query(`INSERT INTO kept VALUES (${written})`)
  process.kill(processOf(), 'SIGKILL')
}

async function expectAllKept(): Promise<void> {
  const rows = await query<{ n: number }>('SELECT n FROM kept ORDER BY n')
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: written }, (_, index) => index + 1))
}

beforeAll(async () => {
  server = await startEmbedded(folder)
  await query('CREATE TABLE kept (n int)')
})

afterAll(async () => {
  await stopEmbedded(folder)
  removeHome(folder)
  rmSync(parent, { recursive: true, force: true })
})

describe('the embedded Postgres', () => {
  it('listens on this machine only, and writes to the disk before it acknowledges', async () => {
    const rows = await query<{ name: string; setting: string }>(
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses', 'synchronous_commit', 'unix_socket_directories') ORDER BY name`,
    )
    expect(rows.map(({ setting }) => setting)).toEqual(['on', '127.0.0.1', 'on', ''])
  })

  it('lets no one in without its password', async () => {
    const url = new URL(server.urlOf('postgres'))
    url.password = 'guess'
    const client = new pg.Client({ connectionString: url.href })
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' })
  })

  it('is taken over when it still runs', async () => {
    const before = processOf()
    const again = await startEmbedded(folder)
    expect(again.port).toBe(server.port)
    expect(processOf()).toBe(before)
  })

  it('comes back after kill -9 with everything it acknowledged', async () => {
    await writeAndKill()
    server = await startEmbedded(folder)
    await expectAllKept()
  })

  it('comes back when the number in its lock belongs to another program by now', async () => {
    await writeAndKill()
    writeFileSync(lock(), readFileSync(lock(), 'utf8').replace(/^\d+/, String(process.pid)))
    server = await startEmbedded(folder)
    await expectAllKept()
  })

  it('takes another port when someone else has its own', async () => {
    const { port } = server
    await server.stop()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    try {
      server = await startEmbedded(folder)
    } finally {
      other.close()
    }
    expect(server.port).not.toBe(port)
    await expectAllKept()
  })

  it('is gone once stopped, and may be stopped twice', async () => {
    const before = processOf()
    await server.stop()
    expect(isAlive(before)).toBe(false)
    expect(server.isRunning()).toBe(false)
    await server.stop()
    await expect(query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
