import { spawn } from 'node:child_process'
import { isIP } from 'node:net'
import { preflight, problemOfUrl } from '../db/preflight'
import { readEnv } from '../env'
import { tryPort } from '../server/free-port'
import { hasBuild } from './build'
import { nextArguments } from './next-arguments'
import { CommandError } from './report'
import { say } from './step'

/**
 * `npm start`: serves the build against DATABASE_URL on PORT (3000), or says in one sentence why it cannot. HOSTNAME counts only as an
 * address: containers set it to their own name, where a server bound to it could not be reached from inside.
 */
export async function serve(): Promise<void> {
  if (!hasBuild()) throw new CommandError('There is no build. Run: npm run build')
  const { DATABASE_URL } = process.env
  const problem = problemOfUrl(DATABASE_URL)
  if (problem) throw new CommandError(problem)
  const { PORT: port = 3000, HOSTNAME, NEXTAUTH_URL } = readEnv()
  const host = HOSTNAME === 'localhost' || isIP(HOSTNAME ?? '') ? (HOSTNAME ?? '') : '0.0.0.0'
  const checked = await preflight(DATABASE_URL)
  if (!checked.ok) throw new CommandError(checked.sentence)
  if ((await tryPort(port, host)) === undefined)
    throw new CommandError(`Port ${port} is taken. Choose another with PORT=…`)
  const origin = NEXTAUTH_URL ?? `http://localhost:${port}`
  if (!NEXTAUTH_URL) say(`NEXTAUTH_URL is not set, so signing in works only at ${origin}`)
  const next = nextArguments('start', { port, host })
  const child = spawn(process.execPath, ['--import', './scripts/follow-parent.mjs', ...next], {
    env: { ...process.env, NODE_ENV: 'production', NEXTAUTH_URL: origin },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
}
