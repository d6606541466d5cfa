import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { isAlive } from '../server/is-alive'
import { CommandError } from './report'

const FILE = path.join('.data', 'running.json')
const PATIENCE = 60_000

const schema = z.object({
  pid: z.number(),
  command: z.string(),
  url: z.string().optional(),
  port: z.number().optional(),
})

/** The command of this clone that holds its data folder. `url` is there once the page answers. */
export type Running = z.infer<typeof schema>

/** What the file says, whether or not that process still lives: after a `kill -9` it is what the last run was. */
export function lastRun(): Running | undefined {
  if (!existsSync(FILE)) return undefined
  return schema.safeParse(JSON.parse(readFileSync(FILE, 'utf8') || 'null')).data
}

/** The command that holds this clone's data now. */
export function findRunning(): Running | undefined {
  const last = lastRun()
  return last && isAlive(last.pid) && isOurs(last) ? last : undefined
}

/** Takes the data folder for this process. Throws when another command came first. */
export function claim(command: string): void {
  mkdirSync(path.dirname(FILE), { recursive: true })
  if (!findRunning()) rmSync(FILE, { force: true })
  try {
    writeFileSync(FILE, JSON.stringify({ pid: process.pid, command }), { flag: 'wx' })
  } catch (error) {
    throw new CommandError('Another command of this clone is just starting.', { cause: error })
  }
}

/** Tells other commands where this one serves. */
export function announce(command: string, url: string, port: number): void {
  writeFileSync(FILE, JSON.stringify({ pid: process.pid, command, url, port }))
}

export function release(): void {
  if (lastRun()?.pid === process.pid) rmSync(FILE, { force: true })
}

/** Asks a running command to stop as Ctrl-C would, and waits until it has. */
export async function stopRunning({ pid, command }: Running): Promise<void> {
  process.kill(pid, 'SIGTERM')
  for (const deadline = Date.now() + PATIENCE; isAlive(pid); await setTimeout(100)) {
    if (Date.now() > deadline) throw new CommandError(`The running ${command} (process ${pid}) does not stop.`)
  }
}

/** Numbers of processes are used again; where the system tells, this one has to be one of our commands. */
function isOurs({ pid, command }: Running): boolean {
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(`scripts/${command}.ts`)
}
