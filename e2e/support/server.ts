import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { nextArguments } from '@/lib/cli/next-arguments'

/** The production build, serving one worker's database. */
export interface AppServer {
  origin: string
  /** Everything it has written so far: what must, and what must never, stand in the log. */
  log: () => string
  stop: () => Promise<void>
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.')
  return address.port
}

export async function startApp(databaseUrl: string, extra: Record<string, string> = {}): Promise<AppServer> {
  for (;;) {
    try {
      return await startOn(await freePort(), databaseUrl, extra)
    } catch (error) {
      // Between the moment in which it was free and the one in which the server takes it, another may have it.
      if (!String(error).includes('EADDRINUSE')) throw error
    }
  }
}

async function startOn(port: number, databaseUrl: string, extra: Record<string, string>): Promise<AppServer> {
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, nextArguments('start', { port, host: '127.0.0.1' }), {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: origin,
      NODE_ENV: 'production',
      RATE_LIMIT_FACTOR: '0',
      ...extra,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString()
      if (/Ready in/.test(written)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}:\n${written}`)))
  })
  await ready
  return { origin, log: () => written, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
