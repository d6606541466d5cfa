import { type ChildProcess, spawn } from 'node:child_process'
import { findBrowser, NO_BROWSER } from './browser'
import { build, isBuildFresh } from './build'
import { CommandError } from './report'
import { findRunning } from './running'
import { say } from './step'
import { one, playwrightTally, type Tally, vitestTally } from './tally'

const NEXT = 'node_modules/next/dist/bin/next'
const TSC = 'node_modules/typescript/bin/tsc'
const BIOME = 'node_modules/@biomejs/biome/bin/biome'
const VITEST = 'node_modules/vitest/vitest.mjs'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

type Environment = Readonly<Record<string, string>>

/** The types of routes are generated first: links are checked against them. */
export async function checkTypes(): Promise<Tally> {
  return one((await runNode([NEXT, 'typegen'])) === 0 && (await runNode([TSC, '--noEmit'])) === 0)
}

/** Lint and format; `ci` never repairs. */
export async function checkLint(): Promise<Tally> {
  return one((await runNode([BIOME, 'ci', '.'])) === 0)
}

/** Makes the build unless it is fresh. Not under a running demo, which serves the same folder. */
export async function checkBuild(): Promise<Tally> {
  if (isBuildFresh()) {
    say('The build is of the present sources already.')
    return one(true)
  }
  if (findRunning()?.command === 'demo')
    throw new CommandError('The demo serves the build that has to be made anew. Stop it first.')
  await build()
  return one(true)
}

export async function runVitest(report: string, env: Environment, project?: string, pattern?: string): Promise<Tally> {
  const selection = [...(project ? ['--project', project] : []), ...(pattern ? ['-t', pattern] : [])]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runNode([VITEST, 'run', ...reporters, ...selection], { ...env, NODE_ENV: 'test' })
  return vitestTally(report, code)
}

/** `updatePictures` takes the pictures of the design page anew in place of comparing them. */
export async function runPlaywright(
  report: string,
  env: Environment,
  { pattern, updatePictures }: { pattern?: string; updatePictures?: boolean },
): Promise<Tally> {
  const browser = await findBrowser()
  if (!browser) throw new CommandError(NO_BROWSER)
  const selection = [...(pattern ? ['-g', pattern] : []), ...(updatePictures ? ['--update-snapshots=all'] : [])]
  const variables = { ...env, CHROME: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await runNode([PLAYWRIGHT, 'test', '--reporter=line,json', ...selection], variables)
  return playwrightTally(report, code)
}

const running = new Set<ChildProcess>()

/** Ends what is under way: a runner that went on without its database would only fail. */
export function endStages(): void {
  for (const child of running) child.kill()
}

/** Runs a tool of node_modules on this Node, on this terminal. */
function runNode(args: readonly string[], env: Environment = {}): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    running.add(child)
    child.on('error', reject)
    child.on('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
}
