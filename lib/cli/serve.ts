import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { tryPort } from '../server/free-port'
import { nextArguments } from './next-arguments'
import { CommandError } from './report'
import { say } from './step'

const HOST = '127.0.0.1'
const PATIENCE = 120_000

export interface ServeOptions {
  mode: 'start' | 'dev'
  /** Another app than this one, with a build of its own. */
  folder?: string
  port: number
  /** Added to the environment of this process. */
  env: Readonly<Record<string, string>>
  /** File that takes what the server writes; without one it writes to this terminal. */
  logFile?: string
  /** Options of Node itself, where it takes none from the environment. */
  nodeOptions?: readonly string[]
}

/** The first port from `wanted` on that is free on every address a browser may mean by `localhost`. Says so when it is another. */
export async function choosePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= 65_535; port += 1) {
    if (!(await isFree(port))) continue
    if (port !== wanted) say(`Port ${wanted} is taken, using ${port}.`)
    return port
  }
  throw new CommandError(`No port from ${wanted} on is free.`)
}

/** Whether nothing listens on this port, on IPv4 nor, where there is such an address, on IPv6. */
export async function isFree(port: number): Promise<boolean> {
  if ((await tryPort(port, HOST)) === undefined) return false
  return (await tryPort(port, '::1')) !== undefined || (await tryPort(0, '::1')) === undefined
}

/** Starts Next as a child that ends with this process, however that ends. */
export function startServer({ mode, folder, port, env, logFile, nodeOptions = [] }: ServeOptions): ChildProcess {
  const output = logFile === undefined ? 'inherit' : openSync(logFile, 'w', 0o600)
  const next = nextArguments(mode, { port, host: HOST, folder })
  const child = spawn(process.execPath, [...nodeOptions, '--import', './scripts/follow-parent.mjs', ...next], {
    env: { ...process.env, ...env, NODE_ENV: mode === 'dev' ? 'development' : 'production' },
    stdio: ['ignore', output, output, 'ipc'],
  })
  if (typeof output === 'number') closeSync(output)
  return child
}

/** Resolves when the sign-in page answers. Throws with the end of the log when the server ends first. */
export async function waitForPage(child: ChildProcess, port: number, logFile?: string): Promise<void> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await setTimeout(100)) {
    if (hasEnded(child)) throw new CommandError(`The app ended before it answered.\n${endOf(logFile)}`)
    if (await answers(port)) return
  }
  throw new CommandError(`The app did not answer within ${PATIENCE / 1000} seconds.\n${endOf(logFile)}`)
}

/** Ends the server: politely, then after five seconds for certain. */
export async function stopServer(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  for (const deadline = Date.now() + 5_000; !hasEnded(child) && Date.now() < deadline; ) await setTimeout(50)
  if (!hasEnded(child)) child.kill('SIGKILL')
}

/** The last lines of a log, for someone whose server did not come up. */
export function endOf(logFile: string | undefined): string {
  return logFile === undefined ? '' : readFileSync(logFile, 'utf8').split('\n').slice(-20).join('\n').trim()
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${HOST}:${port}/login`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    })
    await response.arrayBuffer()
    return response.status < 500
  } catch {
    return false
  }
}
