import 'server-only'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { readMigrations } from '../db/migrations'
import { startTestServer, TEMPLATE } from '../db/test-server'
import { CommandError } from './report'
import { say, step } from './step'

interface Options {
  from?: string
  only?: string
}

/** Tests of the structure itself know the migrations of their version by name, and nobody runs them beside another one. */
const OF_THE_STRUCTURE = ['lib/db/**', 'lib/cli/**', 'scripts/**']

/** `npm run side-by-side`: whether the version before the last migration works with the tables of this one, as it has to while instances are replaced. */
export function sideBySideCommand(): Command {
  return new Command('npm run side-by-side --')
    .description(
      "Runs a former version's own tests of verbs and lists on a database that has the migrations of this one.",
    )
    .option('--from <revision>', 'the former version; without it, what was there before the last migration came')
    .option('--only <path>', 'only its test files whose path has this in it')
    .action(run)
}

async function run({ from, only }: Options): Promise<void> {
  const revision = git(
    'rev-parse',
    '--verify',
    `${from ?? `${git('log', '-1', '--format=%H', '--', 'prisma/migrations')}^`}^{commit}`,
  )
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mastra-admin-former-'))
  const former = path.join(folder, 'former')
  const end = () => {
    if (existsSync(former)) git('worktree', 'remove', '--force', former)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    git('worktree', 'add', '--detach', former, revision)
    if (lockOf(former) !== lockOf('.')) say('It was made with other packages; it is run with those of this version.')
    symlinkSync(path.resolve('node_modules'), path.join(former, 'node_modules'))
    await node(former, ['node_modules/prisma/build/index.js', 'generate'])
    const newer = newMigrations(former)
    if (newer.length === 0)
      throw new CommandError(`${revision.slice(0, 9)} has all migrations already: there is nothing to try.`)
    say(`${revision.slice(0, 9)} does not know ${newer.join(', ')}.`)
    const server = await step('Starting a Postgres with the tables of this version', startTestServer)
    try {
      const env = { TEST_DATABASE_URL: server.url, TEST_DATABASE_TEMPLATE: TEMPLATE, NODE_ENV: 'test' }
      const left = OF_THE_STRUCTURE.flatMap((pattern) => ['--exclude', pattern])
      const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', ...left, ...(only ? [only] : [])]
      const code = await node(former, vitest, env)
      if (code !== 0) throw new CommandError('The former version does not work with these tables.')
      say('The former version works with these tables.')
    } finally {
      await server.stop()
    }
  } finally {
    end()
  }
}

function newMigrations(former: string): string[] {
  const known = new Set(readMigrations(path.join(former, 'prisma', 'migrations')).map(({ name }) => name))
  return readMigrations().flatMap(({ name }) => (known.has(name) ? [] : [name]))
}

const lockOf = (folder: string) => readFileSync(path.join(folder, 'package-lock.json'), 'utf8')

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
}

function node(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', reject)
    child.on('close', resolve)
  })
}
