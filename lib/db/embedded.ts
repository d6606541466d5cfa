import 'server-only'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { freePort } from '../server/free-port'
import { isAlive } from '../server/is-alive'
import { findBinaries } from './embedded-binaries'
import { type Home, openHome, runAs } from './embedded-home'

/** A running embedded Postgres. */
export interface EmbeddedServer {
  port: number
  /** Connection string of a database of this server for its superuser `postgres`. */
  urlOf: (database: string) => string
  /** Whether the server's main process is there. */
  isRunning: () => boolean
  /** The number of that process. */
  pid: () => number
  /** Ends all sessions and stops the server; resolves when it is gone. Stopping a stopped server does nothing. */
  stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** Server settings, as in `-c name=value`. Durability is on unless a test turns it off. */
  settings?: Readonly<Record<string, string>>
  /** Once aborted, the start is given up and nothing is left running. */
  signal?: AbortSignal
}

/** Milliseconds that backends of a killed server are given to leave before the start is given up. */
const PATIENCE = 30_000

const access = z.object({ port: z.number(), password: z.string() })
type Access = z.infer<typeof access>

/**
 * Starts the embedded Postgres whose files lie in `folder` (made on first use), or takes over the one that still runs there
 * after its starter was killed. It listens on 127.0.0.1 only, on the same port as last time unless someone else has it.
 * Throws an Error with the end of the server's log when it does not come up.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const home = openHome(path.resolve(folder))
  const bin = await findBinaries(home)
  const data = path.join(home.directory, 'data')
  const known = readAccess(home)
  const password = known?.password ?? randomBytes(24).toString('base64url')
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(home, bin, data, password)

  const deadline = Date.now() + PATIENCE
  for (;;) {
    const running = runningPort(data)
    if (running !== undefined && (await answers(running, password, data))) {
      return handleOf(home, bin, data, { port: running, password })
    }
    dropStaleLock(data)
    const port = await freePort(known?.port)
    writeAccess(home, { port, password })
    options.signal?.throwIfAborted()
    const started = await runAs(home.owner, path.join(bin, 'pg_ctl'), startArguments(home, data, port, options))
    if (options.signal?.aborted) await stop(home, bin, data)
    options.signal?.throwIfAborted()
    if (started.code === 0) return handleOf(home, bin, data, { port, password })
    if (Date.now() > deadline) throw new Error(`The embedded Postgres did not start.\n${endOfLog(home)}`)
    await setTimeout(250)
  }
}

/** Stops the server whose files lie in `folder`, if one runs there. */
export async function stopEmbedded(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const home = openHome(path.resolve(folder))
  const data = path.join(home.directory, 'data')
  if (runningPort(data) !== undefined) await stop(home, await findBinaries(home), data)
}

function handleOf(home: Home, bin: string, data: string, { port, password }: Access): EmbeddedServer {
  return {
    port,
    urlOf: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    isRunning: () => isAlive(Number(lockLines(data)[0])),
    pid: () => Number(lockLines(data)[0]),
    stop: () => stop(home, bin, data),
  }
}

async function stop(home: Home, bin: string, data: string): Promise<void> {
  const pid = Number(lockLines(data)[0])
  if (!isAlive(pid)) return
  const { code, output } = await runAs(home.owner, path.join(bin, 'pg_ctl'), [
    'stop',
    '-D',
    data,
    '-m',
    'fast',
    '-w',
    '-t',
    '60',
  ])
  if (code !== 0 && existsSync(path.join(data, 'postmaster.pid')))
    throw new Error(`The embedded Postgres did not stop: ${output}`)
}

/** Into a folder of another name first: an interrupted initdb must not look like a database. The collation is Postgres' own, the same on every machine. */
async function initialise(home: Home, bin: string, data: string, password: string): Promise<void> {
  const unfinished = `${data}.unfinished`
  const passwordFile = path.join(home.directory, 'initial-password')
  rmSync(unfinished, { recursive: true, force: true })
  writePrivately(home, passwordFile, `${password}\n`)
  const identity = ['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const text = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { code, output } = await runAs(home.owner, path.join(bin, 'initdb'), [...identity, ...text])
  rmSync(passwordFile)
  if (code !== 0) throw new Error(`The embedded Postgres could not create its data folder: ${output}`)
  renameSync(unfinished, data)
}

function startArguments(home: Home, data: string, port: number, { settings }: EmbeddedOptions): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    timezone: 'UTC',
    ...settings,
  }
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
  return ['start', '-D', data, '-w', '-t', '120', '-l', logOf(home), '-o', flags.join(' ')]
}

/** Line 4 of `postmaster.pid` is the port; the file is there while a server runs, and after one was killed. */
function runningPort(data: string): number | undefined {
  const port = Number(lockLines(data)[3])
  return Number.isInteger(port) && port > 0 ? port : undefined
}

function lockLines(data: string): string[] {
  const lock = path.join(data, 'postmaster.pid')
  return existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : []
}

/**
 * Postgres takes any process with the number in its lock for itself: after a restart of the machine that may be some other program, and
 * in a container a zombie of its own. Such a lock is removed, but not while backends of the old server still hold its memory.
 */
function dropStaleLock(data: string): void {
  const [pid = '', , , , , , memory = ''] = lockLines(data)
  const commandLine = `/proc/${pid.trim()}/cmdline`
  if (!pid || !existsSync(commandLine)) return
  const [program = ''] = readFileSync(commandLine, 'utf8').split('\0')
  if (path.basename(program).startsWith('postgres')) return
  const [, segment] = memory.trim().split(/\s+/)
  if (segment && !isAttached(segment)) rmSync(path.join(data, 'postmaster.pid'))
}

/** Whether any process has this segment of shared memory; the columns are key, id, permissions, size, creator, last user, attached. */
function isAttached(segment: string): boolean {
  const table = '/proc/sysvipc/shm'
  if (!existsSync(table)) return true
  const rows = readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.some((columns) => columns[1] === segment && columns[6] !== '0')
}

/** Whether the server behind `port` is the one of this data folder. */
async function answers(port: number, password: string, data: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === data
  } catch {
    return false
  } finally {
    await client.end()
  }
}

const accessFile = (home: Home) => path.join(home.directory, 'access.json')
const logOf = (home: Home) => path.join(home.directory, 'server.log')

function readAccess(home: Home): Access | undefined {
  return existsSync(accessFile(home)) ? access.parse(JSON.parse(readFileSync(accessFile(home), 'utf8'))) : undefined
}

function writeAccess(home: Home, value: Access): void {
  writePrivately(home, accessFile(home), JSON.stringify(value))
}

function writePrivately(home: Home, file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600 })
  chmodSync(file, 0o600)
  if (home.owner) chownSync(file, home.owner.uid, home.owner.gid)
}

function endOfLog(home: Home): string {
  return existsSync(logOf(home)) ? readFileSync(logOf(home), 'utf8').split('\n').slice(-12).join('\n') : ''
}
