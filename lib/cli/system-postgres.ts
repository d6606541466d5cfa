import 'server-only'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Home, openHome, removeHome, runAs } from '../db/embedded-home'
import { freePort } from '../server/free-port'
import { CommandError } from './report'

const PLACES = '/usr/lib/postgresql'

/** A throwaway server made by the Postgres that is installed on this machine, with its own programs. */
export interface SystemPostgres {
  bin: string
  version: string
  /** A folder that its account may write to, and its data folder in there. */
  directory: string
  data: string
  urlOf: (database: string) => string
  /** Writes a file as its account, or adds to it. */
  write: (file: string, content: string) => void
  /** Takes a copy of its files into a folder of its own, which is given. */
  adopt: (copied: string) => Promise<string>
  start: (data?: string) => Promise<void>
  stop: () => Promise<void>
  remove: () => void
}

export async function makeSystemPostgres(): Promise<SystemPostgres> {
  const versions = existsSync(PLACES)
    ? readdirSync(PLACES).filter((name) => existsSync(`${PLACES}/${name}/bin/initdb`))
    : []
  const version = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (!version) throw new CommandError(`There is no Postgres in ${PLACES}: apt-get install postgresql.`)
  const bin = path.join(PLACES, version, 'bin')
  const parent = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-guide-'))
  const link = path.join(parent, 'postgres')
  const home = openHome(link)
  const data = path.join(home.directory, 'data')
  const password = randomBytes(16).toString('hex')
  const port = await freePort()
  const write = (file: string, content: string) => {
    if (existsSync(file)) return appendFileSync(file, content)
    const made = mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, content, { mode: 0o600 })
    for (const each of [made, file]) if (home.owner && each) chownSync(each, home.owner.uid, home.owner.gid)
  }
  write(path.join(home.directory, 'password'), password)
  const identity = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${path.join(home.directory, 'password')}`]
  await run(home, path.join(bin, 'initdb'), ['-D', data, '-E', 'UTF8', '--locale=C', ...identity])
  let running = data
  return {
    bin,
    version,
    directory: home.directory,
    data,
    urlOf: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    write,
    adopt: async (copied) => {
      const adopted = path.join(home.directory, 'adopted')
      cpSync(copied, adopted, { recursive: true })
      if (home.owner) execFileSync('chown', ['-R', `${home.owner.uid}:${home.owner.gid}`, adopted])
      return adopted
    },
    start: async (folder = data) => {
      running = folder
      const settings = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=''`
      const logged = path.join(home.directory, 'server.log')
      await run(home, path.join(bin, 'pg_ctl'), ['start', '-w', '-t', '60', '-D', folder, '-l', logged, '-o', settings])
    },
    stop: async () => {
      if (existsSync(path.join(running, 'postmaster.pid')))
        await run(home, path.join(bin, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', running])
    },
    remove: () => {
      removeHome(link)
      rmSync(parent, { recursive: true, force: true })
    },
  }
}

async function run(home: Home, program: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runAs(home.owner, program, args)
  if (code !== 0) throw new Error(`${path.basename(program)} ended with ${code}: ${output}`)
}
