/**
 * `node scripts/run.mjs <command> …`: what a fresh clone needs before TypeScript can run, then `scripts/<command>.ts`.
 * Plain JavaScript without dependencies, because there may be none yet.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = [
  'demo',
  'dev',
  'start',
  'build',
  'test',
  'admin',
  'screenshot',
  'bench',
  'fuzz',
  'soak',
  'side-by-side',
  'try-guide',
]
/** These serve what is there: they neither install nor generate, they say what is missing. */
const READ_ONLY = ['start']
const MINIMUM = [20, 19]

/** Progress goes to standard error, so that what a command prints can be piped. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function refuse(sentence) {
  say(sentence)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return
  refuse(`This needs Node ${MINIMUM.join('.')} or newer; ${process.execPath} is ${process.versions.node}.`)
}

const hashOf = (...files) =>
  files.reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256')).digest('hex')
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
const stampIs = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value

/** Whether `node_modules` holds what the lock file says, also when someone else ran npm. Packages for other platforms are absent by design. */
function isInstalled(withDevelopment) {
  const lock = readJson('package-lock.json')
  const present = readJson('node_modules/.package-lock.json')
  if (!lock || !present) return false
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '' || wanted.optional || ((wanted.dev || wanted.devOptional) && !withDevelopment)) return true
    return present.packages[place]?.version === wanted.version
  })
}

/** Runs a program quietly, telling the time it takes; what it said is shown only when it fails. */
function step(title, program, args) {
  const began = Date.now()
  const elapsed = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  say(`• ${title}`)
  const ticking = setInterval(() => say(`  … ${elapsed()}`), 10_000)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    const finish = (problem) => {
      clearInterval(ticking)
      if (problem) refuse(`${said.trim()}\n\n${title} failed: ${problem}`)
      say(`  done in ${elapsed()}`)
      resolve()
    }
    child.on('error', (error) => finish(error.message))
    child.on('close', (code) => finish(code === 0 ? undefined : `${path.basename(program)} ended with code ${code}.`))
  })
}

async function install(command) {
  const withDevelopment = !READ_ONLY.includes(command) && command !== 'admin'
  if (isInstalled(withDevelopment)) return
  if (READ_ONLY.includes(command)) refuse('The dependencies are not installed. Run: npm ci && npm run build')
  const { npm_execpath: npm } = process.env
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  await step('Installing the locked dependencies', program, [...first, 'ci', '--no-audit', '--no-fund'])
}

/** The database client is generated code, not kept in git. */
async function generate(command) {
  const stamp = 'lib/db/generated/.made-from'
  const wanted = hashOf('prisma/schema.prisma', 'package-lock.json')
  if (stampIs(stamp, wanted)) return
  if (READ_ONLY.includes(command)) {
    if (!existsSync('lib/db/generated/client.ts')) refuse('There is no build. Run: npm run build')
    return
  }
  await step('Generating the database client', process.execPath, ['node_modules/prisma/build/index.js', 'generate'])
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** Signals of a terminal reach the child by themselves; those sent to this process alone are passed on. */
function hand(command, args) {
  const env = { ...process.env, TSX_TSCONFIG_PATH: 'scripts/tsconfig.json' }
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${command}.ts`, ...args], {
    env,
    stdio: 'inherit',
  })
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (code, signal) => process.exit(signal ? 1 : code))
}

const [command, ...args] = process.argv.slice(2)
if (!COMMANDS.includes(command)) refuse(`Usage: node scripts/run.mjs ${COMMANDS.join('|')}`)
checkNode()
process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
Object.assign(process.env, {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
})
await install(command)
await generate(command)
hand(command, args)
