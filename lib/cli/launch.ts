import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { seedDemo } from '@/prisma/seed/seed'
import type { EmbeddedServer } from '../db/embedded'
import { DEMO_USERS } from '../users/demo-users'
import { ensureBuild } from './build'
import { addDemoUsers } from './demo-people'
import {
  createSchemas,
  openLocalDatabase,
  removeLocalServer,
  startLocalServer,
  stopLocalServer,
} from './local-database'
import { CommandError, exitWith } from './report'
import { announce, claim, findRunning, lastRun, type Running, release, stopRunning } from './running'
import { choosePort, endOf, isFree, startServer, stopServer, waitForPage } from './serve'
import { say, step } from './step'

export interface LaunchOptions {
  command: 'demo' | 'dev'
  port: number
  reset: boolean
}

const LOG = path.join('.data', 'app.log')

/**
 * The demo from nothing to a page that answers, and on until Ctrl-C: build, Postgres, both schemas, data, people, server.
 * Everything that is there already is kept. Whatever it started, it stops.
 */
export async function launch(options: LaunchOptions): Promise<void> {
  const running = findRunning()
  if (running && !options.reset) return printRunning(running)
  if (running) await step(`Stopping the running ${running.command}`, () => stopRunning(running))
  const before = lastRun()
  claim(options.command)
  const stopping = new AbortController()
  let child: ChildProcess | undefined
  const stop = async (code: number) => {
    if (stopping.signal.aborted) return
    stopping.abort()
    if (child) await stopServer(child)
    await stopLocalServer()
    release()
    process.exit(code)
  }
  const fail = (error: unknown) => {
    if (stopping.signal.aborted) return
    say(error instanceof Error ? error.message : String(error))
    stop(1).catch(exitWith)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping.signal.aborted) say('\nStopping …')
      stop(0).catch(exitWith)
    })
  }
  try {
    if (options.reset) await step('Removing the data of the last run', removeLocalServer)
    if (options.command === 'demo') await ensureBuild()
    const server = await step('Starting Postgres', () => startLocalServer(stopping.signal))
    const databaseUrl = await prepare(server)
    if (before?.port === options.port) await untilFree(options.port)
    const port = await choosePort(options.port)
    const url = `http://localhost:${port}`
    const logFile = options.command === 'demo' ? LOG : undefined
    const env = { DATABASE_URL: databaseUrl, NEXTAUTH_URL: url, MASTRA_ADMIN_DEMO: '1' }
    stopping.signal.throwIfAborted()
    const app = startServer({ mode: options.command === 'demo' ? 'start' : 'dev', port, env, logFile })
    child = app
    await step('Starting the app', () => waitForPage(app, port, logFile))
    app.on('exit', () => fail(new CommandError(`The app ended unexpectedly.\n${endOf(logFile)}`)))
    announce(options.command, url, port)
    printAddress(url, logFile)
    await superviseServer(server, stopping.signal)
  } catch (error) {
    fail(error)
  }
}

/** Both schemas, the demo's data and people. */
async function prepare(server: EmbeddedServer): Promise<string> {
  const url = await openLocalDatabase(server)
  await step('Creating what is missing in both schemas', () => createSchemas(url))
  await step('Loading the demo data unless it is there', () => seedDemo(url, (line) => say(`  ${line}`)))
  await addDemoUsers(url)
  return url
}

/** Starts Postgres again, on its port, when someone kills it under the app. */
async function superviseServer(server: EmbeddedServer, signal: AbortSignal): Promise<void> {
  for (let current = server; !signal.aborted; await setTimeout(500)) {
    if (current.isRunning()) continue
    say('Postgres ended unexpectedly.')
    current = await step('Starting Postgres again', () => startLocalServer(signal))
  }
}

/** The server of a run that was killed needs a moment to notice. */
async function untilFree(port: number): Promise<void> {
  for (const deadline = Date.now() + 3_000; !(await isFree(port)) && Date.now() < deadline; ) await setTimeout(100)
}

function printAddress(url: string, logFile: string | undefined): void {
  const rows = DEMO_USERS.map(({ role, email, password }) => `  ${role.padEnd(9)} ${email.padEnd(21)} ${password}`)
  const lines = [`Mastra Admin is running at ${url}`, '', ...rows, '']
  if (logFile) lines.push(`Log: ${logFile}`)
  lines.push('Ctrl-C stops it and keeps the data; npm run demo -- --reset starts over.')
  process.stdout.write(`\n${lines.join('\n')}\n`)
}

function printRunning({ command, pid, url }: Running): void {
  if (!url) throw new CommandError(`npm run ${command} is just starting in this clone (process ${pid}).`)
  process.stdout.write(`npm run ${command} already runs in this clone, as process ${pid}.\n`)
  printAddress(url, command === 'demo' ? LOG : undefined)
}
