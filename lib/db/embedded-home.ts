import 'server-only'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'

/** The account that Postgres runs as: root's commands may not run it, everyone else runs it as themselves. */
export interface Owner {
  uid: number
  gid: number
  name: string
}

/** Where one embedded server lives, and as whom. `owner` is undefined when it is whoever runs the command. */
export interface Home {
  directory: string
  owner: Owner | undefined
}

/** What a finished program said; `code` is null when a signal ended it. */
export interface Finished {
  code: number | null
  output: string
}

/**
 * The folder that `link` stands for. Below a home that Postgres' account cannot enter (root's is 0700) the folder itself lies in
 * /var/lib and `link` is a symbolic link to it, which is then the only authority: without it, what lies there is an orphan.
 */
export function openHome(link: string): Home {
  const owner = process.getuid?.() === 0 ? unprivilegedOwner() : undefined
  mkdirSync(path.dirname(link), { recursive: true })
  const present = lstatSync(link, { throwIfNoEntry: false })
  if (present?.isSymbolicLink() && !existsSync(link)) rmSync(link)
  if (existsSync(link)) return { directory: realpathSync(link), owner }
  if (!owner || mayEnter(owner, path.dirname(link))) {
    mkdirSync(link, { mode: 0o700 })
    if (owner) chownSync(link, owner.uid, owner.gid)
    return { directory: link, owner }
  }
  const directory = outsideOf(link)
  mkdirSync(path.dirname(directory), { recursive: true, mode: 0o755 })
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { mode: 0o700 })
  chownSync(directory, owner.uid, owner.gid)
  symlinkSync(directory, link)
  return { directory, owner }
}

/** Removes the folder and its link, whichever of the two ways it was made. */
export function removeHome(link: string): void {
  const present = lstatSync(link, { throwIfNoEntry: false })
  if (present?.isSymbolicLink())
    rmSync(path.resolve(path.dirname(link), readlinkSync(link)), { recursive: true, force: true })
  rmSync(link, { recursive: true, force: true })
}

/** Whether `owner` can pass through every folder down to `directory`. Asked of the system, which also knows groups and ACLs. */
export function mayEnter(owner: Owner, directory: string): boolean {
  return spawnSync('test', ['-x', directory], { uid: owner.uid, gid: owner.gid, cwd: '/' }).status === 0
}

/** Runs a program as the home's owner, without a shell, and collects what it says on both streams. Rejects only when it cannot be started. */
export function runAs(owner: Owner | undefined, program: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(owner && { uid: owner.uid, gid: owner.gid, cwd: '/' }),
      env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString().trim() }))
  })
}

function outsideOf(link: string): string {
  const clone = createHash('sha256').update(path.resolve(link)).digest('hex').slice(0, 16)
  return path.join('/var/lib/mastra-admin', clone)
}

function unprivilegedOwner(): Owner {
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid), name }
  }
  throw new Error(
    'Postgres does not run as root, and this machine has neither an account "postgres" nor "nobody" to run it as.',
  )
}
