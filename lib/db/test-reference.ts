import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { applyMigrations } from './migrate'

const PACKAGE = '@mastra/core@0.1.3'
const INTEGRITY = 'MpQzzl7h7TsFKsG+5JhNyac3T6Qg6T4A7KQ4YMTRhnXYIYNl5k08bvY+qgsXzq1Y6b7bHZFI52b/QkrdBs2P8A=='
const CACHE = path.join('node_modules', '.cache', 'mastra-core-0.1.3')

/**
 * The folder with the six migrations that Mastra ships, taken from the npm package itself on first use. Only the folder is
 * unpacked; nothing of the package runs. Throws when the package is not the one that was published.
 */
export function referenceMigrations(): string {
  const folder = path.join(CACHE, 'package', 'dist', 'prisma', 'migrations')
  if (existsSync(folder)) return folder
  const unfinished = `${CACHE}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const [tarball = ''] = execFileSync(
    'npm',
    ['pack', PACKAGE, '--silent', '--prefer-offline', '--pack-destination', unfinished],
    {
      encoding: 'utf8',
    },
  ).split('\n')
  const archive = path.join(unfinished, tarball)
  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (digest !== INTEGRITY)
    throw new Error(`${PACKAGE} is not the package that was published: its SHA-512 is ${digest}.`)
  execFileSync('tar', ['-xzf', archive, '-C', unfinished, 'package/dist/prisma'])
  rmSync(CACHE, { recursive: true, force: true })
  renameSync(unfinished, CACHE)
  return folder
}

/** Makes the database at `url` one that Mastra made: its migrations, applied by Prisma's engine, in the schema `mastra`. */
export async function createReference(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE SCHEMA mastra')
  await client.end()
  await applyMigrations(url, 'mastra', referenceMigrations())
}
