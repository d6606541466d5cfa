import http from 'node:http'
import type pg from 'pg'
import { withApp } from './bench-app'
import { benchDatabase, onDatabase } from './bench-database'
import { signInAs } from './bench-sign-in'
import { ensureBuild } from './build'
import { type FuzzRequest, fuzzRequests, targetsOf } from './fuzz-requests'
import { CommandError } from './report'
import { say } from './step'
import { withThrowawayServer } from './throwaway-server'

const ROWS = 2_000
/** Requests under way at once. */
const AT_ONCE = 8
/** Milliseconds after which an answer that has not ended counts as a hang, and characters of it that are read. */
const PATIENCE = 15_000
const READ = 400_000
/** What no answer may hold: places and words of the inside. A page says of itself that a part of it failed. */
const LEAKS =
  /node_modules\/|PrismaClient|at \S+ \(\S+:\d+:\d+\)|syntax error at or near|could not be loaded|ECONNREFUSED/

export interface FuzzOptions {
  seed: number
  count: number
}

interface Answer {
  status: number
  text: string
  milliseconds: number
  hung: boolean
}

/**
 * Sends requests of a seed to the production build on a throwaway Postgres. Prints the statuses that came, and what must not come: an answer of
 * 500 and above, one that tells of the inside, one that does not end. Throws when there is any.
 */
export async function runFuzz(options: FuzzOptions): Promise<void> {
  await ensureBuild()
  const faults = await withThrowawayServer({ purpose: 'fuzz' }, async (server) => {
    const url = await benchDatabase(server, ROWS)
    return onDatabase(url, (client) => withApp(url, client, undefined, ({ origin }) => attack(origin, client, options)))
  })
  if (faults > 0) throw new CommandError(`${faults} answers that must not come.`)
}

async function attack(origin: string, client: pg.Client, { seed, count }: FuzzOptions): Promise<number> {
  const targets = targetsOf(await someIds(client))
  const cookies = { nobody: '', SUPPORT: '', ADMIN: '' }
  const signIn = async () => {
    cookies.SUPPORT = await signInAs(client, 'SUPPORT')
    cookies.ADMIN = await signInAs(client, 'ADMIN')
  }
  await signIn()
  const statuses = new Map<number, number>()
  let [sent, faults, slowest] = [0, 0, 0]
  const began = Date.now()
  const requests = fuzzRequests(targets, { seed, count })[Symbol.iterator]()
  const worker = async () => {
    for (let next = requests.next(); !next.done; next = requests.next()) {
      const request = next.value
      const answer = await send(origin, request, cookies[request.as])
      sent += 1
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      slowest = Math.max(slowest, answer.milliseconds)
      const fault = faultOf(answer)
      if (fault) {
        faults += 1
        say(`  ${fault}: ${JSON.stringify(request).slice(0, 8_000)}`)
      }
      if (sent % 1_000 === 0) {
        say(`  ${sent} requests, ${faults} faults, ${Math.round((Date.now() - began) / 1000)} s`)
        // One of the requests may have ended the sessions, or the person.
        await signIn()
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, number]) => `${status}: ${number}`)
  process.stdout.write(
    `seed ${seed}, ${sent} requests, ${faults} faults, slowest ${Math.round(slowest)} ms\n${counted.join(', ')}\n`,
  )
  return faults
}

async function someIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `(select id from mastra.records limit 5) union all (select id from mastra.connections limit 5)
     union all (select "connectionId" from mastra.connections limit 3)`,
  )
  return rows.map(({ id }) => encodeURIComponent(id))
}

/** What is wrong with an answer, or null. */
export function faultOf({ status, text, hung }: Pick<Answer, 'status' | 'text' | 'hung'>): string | null {
  if (hung) return 'no end'
  if (status >= 500) return `status ${status}`
  const leak = LEAKS.exec(text)
  return leak ? `tells of ${leak[0]}` : null
}

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** Sends it as it is: `fetch` would put the address in order first. */
function send(origin: string, { method, path: address, headers, body }: FuzzRequest, cookie: string): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve) => {
    let text = ''
    const end = (status: number, hung = false) =>
      resolve({ status, text, milliseconds: performance.now() - began, hung })
    const { hostname, port } = new URL(origin)
    const request = http.request({ hostname, port, method, path: address, agent, headers: { cookie, ...headers } })
    const clock = setTimeout(() => {
      request.destroy()
      end(0, true)
    }, PATIENCE)
    const over = (status: number) => {
      clearTimeout(clock)
      end(status)
    }
    request.on('response', (response) => {
      const status = response.statusCode ?? 0
      response.setEncoding('utf8')
      // What is new is told for as long as the page is open.
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        request.destroy()
        return over(status)
      }
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length < READ) return
        request.destroy()
        over(status)
      })
      response.on('end', () => over(status))
      response.on('error', () => over(status))
    })
    // The server may close a connection on what is no HTTP at all.
    request.on('error', () => over(0))
    request.end(body)
  })
}
