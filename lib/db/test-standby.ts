import { randomBytes } from 'node:crypto'
import { appendFileSync, lchownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { env } from '../env'
import { freePort } from '../server/free-port'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from './embedded'
import { openHome, removeHome } from './embedded-home'
import { takeBaseBackup } from './test-base-backup'

/** A hot standby of the test server, fed by streaming: a replica as an operator has one. */
export interface TestStandby {
  /** The connection string of one of the test server's databases, at the standby. */
  urlOf: (databaseUrl: string) => string
  /** The folder of its own, in which its account may write. */
  directory: string
  /** The number of its main process. */
  pid: () => number
  /** Stops to replay what arrives, as a replica does that is too slow; `resume` lets it catch up. */
  pause: () => Promise<void>
  resume: () => Promise<void>
  /** Ends it at once, as a machine that is switched off; `start` brings it back on the same port. */
  kill: () => void
  start: () => Promise<void>
  /** Makes it a primary of its own. */
  promote: () => Promise<void>
  /** Resolves when it has replayed what the primary had written when this was called. */
  caughtUp: () => Promise<void>
  stop: () => Promise<void>
}

/** Made by hand, since the embedded Postgres has no `pg_basebackup`: a base backup of the low-level interface and a slot that keeps the log for it. */
export async function startTestStandby(): Promise<TestStandby> {
  const { TEST_DATABASE_URL: primaryUrl } = env()
  if (!primaryUrl) throw new Error('There is no test server: run `npm test`, or vitest with its own configuration.')
  const slot = `standby_${randomBytes(6).toString('hex')}`
  const primary = new pg.Client({ connectionString: primaryUrl })
  await primary.connect()
  await primary.query('select pg_create_physical_replication_slot($1, true)', [slot])

  const parent = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-standby-'))
  const folder = path.join(parent, 'postgres')
  const home = openHome(folder)
  const data = path.join(home.directory, 'data')
  await takeBaseBackup(primaryUrl, data)
  const { hostname, port, password } = new URL(primaryUrl)
  writeLike(data, path.join(data, 'standby.signal'), '')
  appendFileSync(
    path.join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=postgres password=${password}'\nprimary_slot_name = '${slot}'\n`,
  )
  writeLike(data, path.join(home.directory, 'access.json'), JSON.stringify({ port: await freePort(), password }))
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '400',
    max_standby_streaming_delay: '100ms',
    // Its workers would come and go between what a test looks at and what it does to them, once this is a primary.
    autovacuum: 'off',
  }
  let server: EmbeddedServer
  let session: pg.Client
  const start = async () => {
    server = await startEmbedded(folder, { settings })
    session = new pg.Client({ connectionString: server.urlOf('postgres') })
    // It ends when the standby is killed, which is what tests are about.
    session.on('error', () => undefined)
    await session.connect()
  }
  await start()
  return {
    urlOf: (databaseUrl) => {
      const url = new URL(databaseUrl)
      url.port = String(server.port)
      return url.href
    },
    directory: home.directory,
    pid: () => server.pid(),
    pause: async () => {
      await session.query('select pg_wal_replay_pause()')
      await until(session, "select pg_get_wal_replay_pause_state() = 'paused' as done")
    },
    resume: async () => {
      await session.query('select pg_wal_replay_resume() where pg_is_in_recovery()')
    },
    kill: () => process.kill(server.pid(), 'SIGKILL'),
    start,
    promote: async () => {
      // It waits until it is one.
      await session.query('select pg_promote()')
    },
    caughtUp: async () => {
      // A commit, so that what is replayed is of now: how far a standby is behind is told by the last one, and others may be at a long transaction.
      await primary.query('select pg_current_xact_id()')
      const { rows } = await primary.query<{ position: string }>(
        "select pg_logical_emit_message(false, 'standby', '', true) as position",
      )
      await until(session, `select pg_last_wal_replay_lsn() >= '${rows[0]?.position}' as done`)
    },
    stop: async () => {
      await session.end()
      await stopEmbedded(folder)
      await until(primary, `select not active as done from pg_replication_slots where slot_name = '${slot}'`)
      await primary.query('select pg_drop_replication_slot($1)', [slot])
      await primary.end()
      removeHome(folder)
      rmSync(parent, { recursive: true, force: true })
    },
  }
}

/** Postgres waits itself, so that nobody here has to look again and again. */
async function until(session: pg.Client, question: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { rows } = await session.query<{ done: boolean }>(question)
    if (rows[0]?.done) return
    await session.query('select pg_sleep(0.05)')
  }
  throw new Error(`Not within ten seconds: ${question}`)
}

function writeLike(folder: string, file: string, content: string): void {
  const { uid, gid } = statSync(folder)
  writeFileSync(file, content, { mode: 0o600 })
  lchownSync(file, uid, gid)
}
