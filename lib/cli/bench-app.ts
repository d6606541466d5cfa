import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { routes } from '../routes'
import { visitor, type Watched } from './bench-measure'
import { signInAs } from './bench-sign-in'
import { choosePort, startServer, stopServer, waitForPage } from './serve'

/** Seconds that the app may take to look how the list is to be read. */
const PATIENCE = 120

/**
 * Starts the app on the database at `url`, signed in as someone new, and waits until it has looked how the list is to be read. With
 * `profile` a processor profile of the whole run is written to that folder when it ends; `loaded` are more options of Node.
 */
export async function withApp<T>(
  url: string,
  client: pg.Client,
  profile: string | undefined,
  work: (watched: Watched) => Promise<T>,
  variables: Readonly<Record<string, string>> = { RATE_LIMIT_FACTOR: '0' },
  loaded: readonly string[] = [],
): Promise<T> {
  const cookie = await signInAs(client, 'ADMIN')
  const port = await choosePort(4900)
  const origin = `http://127.0.0.1:${port}`
  const logFile = path.join('.data', 'bench.log')
  const profiled = profile ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`] : []
  const nodeOptions = [...profiled, ...loaded]
  const env = { DATABASE_URL: url, NEXTAUTH_URL: origin, ...variables }
  const child = startServer({ mode: 'start', port, env, logFile, nodeOptions })
  const visit = visitor(origin, cookie)
  try {
    await waitForPage(child, port, logFile)
    if (child.pid === undefined) throw new Error('The app has no process.')
    const watched = { visit, origin, cookie, client, child, pid: child.pid }
    await orderLookedAt(watched)
    return await work(watched)
  } finally {
    visit.close()
    await stopServer(child)
  }
}

/** A small table is never looked at: it is sorted. */
async function orderLookedAt({ visit, client }: Watched): Promise<void> {
  for (let second = 0; second < PATIENCE; second += 1) {
    await visit.get(routes.records())
    const { rows } = await client.query<{ ready: boolean }>(
      `select exists (select from mastra_admin.setting where name = 'records.order')
        or pg_relation_size('mastra.records') < 32 * 1024 * 1024 as ready`,
    )
    if (rows[0]?.ready) return
    await setTimeout(1_000)
  }
}
