import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CommandError } from './report'
import { step } from './step'

const SOURCES = ['app', 'components', 'lib', 'prisma', 'public']
const FILES =
  /^(package-lock\.json|tsconfig\.json|proxy\.ts|instrumentation.*\.ts|(next|postcss|tailwind)\.config\.\w+)$/
/** What the build does at its end. */
const PRECOMPRESS = 'scripts/precompress.mjs'
/** Files that no build contains. */
const LEFT_OUT =
  /\.test\.tsx?$|^lib\/(cli|db\/generated)\/|^lib\/db\/(test-|embedded|schema-engine|migrate\.)|^prisma\/(seed|migrations)\//

/** Where Next puts its build; the same reading as in next.config.mjs. */
export const buildFolder = () => process.env.NEXT_DIST_DIR ?? '.next'
const stamp = () => path.join(buildFolder(), 'made-from')

/** Whether there is a production build of any sources. */
export function hasBuild(): boolean {
  return existsSync(path.join(buildFolder(), 'BUILD_ID'))
}

/** Whether the build was made of the sources as they are now. */
export function isBuildFresh(): boolean {
  return hasBuild() && existsSync(stamp()) && readFileSync(stamp(), 'utf8') === hashOfSources()
}

/** Makes the production build unless it is fresh. Throws with the end of what the build said. */
export async function ensureBuild(): Promise<void> {
  if (isBuildFresh()) return
  await step('Building the app', build)
}

/** Makes the production build and remembers what it was made of. Returns what `next build` said. */
export async function build(): Promise<string> {
  const madeFrom = hashOfSources()
  const { code, output } = await runNext(['build'])
  if (code !== 0) throw new CommandError(`${output.trim()}\n\nThe build failed.`)
  completeStandalone()
  writeFileSync(stamp(), madeFrom)
  return output
}

/** Next leaves what browsers fetch out of the folder that runs by itself, for whoever has another server for it. */
function completeStandalone(): void {
  const folder = path.join(buildFolder(), 'standalone')
  cpSync(path.join(buildFolder(), 'static'), path.join(folder, buildFolder(), 'static'), { recursive: true })
  if (existsSync('public')) cpSync('public', path.join(folder, 'public'), { recursive: true })
}

function runNext(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** SHA-256 over the names and contents of everything that the build is made of. */
function hashOfSources(): string {
  const hash = createHash('sha256')
  const files = [...readdirSync('.').filter((name) => FILES.test(name)), PRECOMPRESS, ...SOURCES.flatMap(filesBelow)]
  for (const file of files.filter((name) => !LEFT_OUT.test(name)).sort()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
