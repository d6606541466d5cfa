import { setMaxListeners } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { Role } from '../auth/permissions'
import { withApp } from './bench-app'
import { benchDatabase, buildAll, onDatabase } from './bench-database'
import { megabytes } from './bench-figures'
import type { Watched } from './bench-measure'
import { signInAs } from './bench-sign-in'
import { buildFolder, ensureBuild } from './build'
import { CommandError } from './report'
import { ACTS, type ActName, actOf, dice, nextAct, type Places } from './soak-acts'
import { graphOf } from './soak-graph'
import { type Buttons, Site } from './soak-http'
import { soakReport } from './soak-report'
import { Ledger, type Sample, takeSample } from './soak-sample'
import { ceilingOf, verdictsOf } from './soak-verdict'
import { say, step } from './step'
import { withThrowawayServer } from './throwaway-server'
import { WEIGHABLE, weigh } from './weigh'

const SETTINGS = { shared_buffers: '512MB', max_wal_size: '4GB', maintenance_work_mem: '512MB' }
/** Connections of the app, as it has by itself. */
const POOL = 10
/** Seconds: between two moments at which everyone comes at once; before each of them, when nobody begins anything; and after the last has gone. */
const MINUTE = 60
const LULL = 8
const REST = 60
/** Seconds between two samples, at least, and how many of them there are about where a run is long. */
const LOOK = 3
const SAMPLES = 400
/** How often live memory is weighed at most: each time all garbage is collected, which by itself would not be. */
const WEIGHINGS = 12
/** Of ten people. */
const ROLES: readonly Role[] = [
  'SUPPORT',
  'SUPPORT',
  'OPERATOR',
  'SUPPORT',
  'OPERATOR',
  'SUPPORT',
  'ADMIN',
  'SUPPORT',
  'OPERATOR',
  'SUPPORT',
]

export interface SoakOptions {
  minutes: number
  people: number
  /** Seconds between two things that one person does, on average. */
  pace: number
  rows: number
  /** Megabytes. */
  heap: number
  seed: number
  data?: string
  svg?: string
  json?: string
}

/** Plays people, prints what the app held and whether that was bounded, and throws where it was not. */
export async function runSoak(options: SoakOptions): Promise<void> {
  if (!existsSync('/proc/self/stat'))
    throw new CommandError('The soak reads what a process holds from /proc, which only Linux has.')
  await ensureBuild()
  await withThrowawayServer({ purpose: 'soak', data: options.data, settings: SETTINGS }, async (server) => {
    const url = await benchDatabase(server, options.rows)
    await onDatabase(url, async (client) => {
      await step('Building the indexes', () => buildAll(client, url))
      const variables = { RATE_LIMIT_FACTOR: '1', DATABASE_POOL_SIZE: String(POOL) }
      const loaded = [`--max-old-space-size=${options.heap}`, ...WEIGHABLE]
      await withApp(url, client, undefined, (watched) => soak(watched, options), variables, loaded)
    })
  })
}

async function soak(watched: Watched, options: SoakOptions): Promise<void> {
  const { client, origin } = watched
  const places = await placesOf(client)
  const cookies: { role: Role; cookie: string }[] = []
  for (let place = 0; place < options.people; place += 1) {
    const role = ROLES[place % ROLES.length] ?? 'SUPPORT'
    cookies.push({ role, cookie: await signInAs(client, role) })
  }
  const site = new Site(origin, buttonsOf())
  const ledger = new Ledger()
  // Each kind once, so that code is loaded before it is measured.
  const first = dice(options.seed)
  for (const name of Object.keys(ACTS) as ActName[])
    for (const { role, cookie } of cookies.slice(-1)) if (role) await site.act(actOf(name, first, places), cookie)
  const before = await needed(weighed(watched, ledger, 0))
  const busy = loadavg()[0] ?? 0
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1_000
  const until = options.minutes * MINUTE
  const bell = new Bell()
  const samples: Sample[] = []
  const watching = watch(watched, ledger, samples, seconds, until, bell)
  const person = async ({ role, cookie }: (typeof cookies)[number], place: number) => {
    const roll = dice(options.seed * 100_003 + place)
    while (seconds() < until) {
      await bell.orAfter(-Math.log(1 - roll()) * options.pace)
      if (seconds() >= until) return
      if (isLull(seconds())) continue
      const act = nextAct(roll, role, places)
      for (const outcome of await site.act(act, cookie)) ledger.note(act.name, outcome)
    }
  }
  await step(`${options.people} people for ${options.minutes} minutes`, () => Promise.all(cookies.map(person)))
  await watching
  site.close()
  const rest: Sample[] = []
  await step('Everyone has gone', async () => {
    for (let at = 0; at < REST; at += LOOK * 2) {
      await setTimeout(LOOK * 2_000)
      const look = at + LOOK * 2 < REST ? takeSample : weighed
      const sample = await look(watched, ledger, seconds())
      if (sample) rest.push(sample)
    }
  })
  const all = [before, ...samples, ...rest]
  const limit = options.heap * 1024 * 1024
  const verdicts = verdictsOf(samples, { before, rest, pool: POOL, limit })
  process.stdout.write(soakReport(options, ledger, samples, verdicts, { processors: cpus().length, busy }))
  const title = `${options.people} people, ${options.rows.toLocaleString('en-GB')} records, ${options.minutes} minutes`
  if (options.svg) writeFileSync(options.svg, graphOf(all, { title, pool: POOL, ceiling: ceilingOf(limit) }))
  if (options.json) writeFileSync(options.json, `${JSON.stringify({ options, verdicts, samples: all })}\n`)
  const broken = verdicts.filter(({ holds }) => !holds)
  if (broken.length > 0) throw new CommandError(`Not bounded: ${broken.map(({ what }) => what).join(', ')}.`)
}

/** Before everyone comes at once nobody begins anything: what the app then holds is what it does not let go of. */
const isLull = (at: number) => at % MINUTE > MINUTE - LULL

/** Takes samples until the end, and has everyone come at once each minute. */
async function watch(
  watched: Watched,
  ledger: Ledger,
  samples: Sample[],
  seconds: () => number,
  until: number,
  bell: Bell,
): Promise<void> {
  const ringing = setInterval(() => bell.ring(), MINUTE * 1_000)
  const pause = Math.max(LOOK, until / SAMPLES)
  const apart = Math.ceil(until / MINUTE / WEIGHINGS)
  // A minute ends with the lull: what is live then is what the app does not let go of while all of them are there.
  const minuteOf = (at: number) => Math.floor((at + pause) / MINUTE)
  for (let minute = 0; seconds() < until; await setTimeout(pause * 1_000)) {
    const isNew = minuteOf(seconds()) > minute
    if (isNew) minute = minuteOf(seconds())
    const look = isNew && minute % apart === 0 ? weighed : takeSample
    const sample = await look(watched, ledger, seconds())
    if (sample) samples.push(sample)
    if (isNew) say(`  ${minute} min, ${shown(sample)}, ${ledger.faults.length} faults`)
  }
  clearInterval(ringing)
  bell.ring()
}

/** A sample of which garbage is collected afterwards, so that what it says of the process is not touched by that. */
async function weighed(watched: Watched, ledger: Ledger, at: number): Promise<Sample | null> {
  const sample = await takeSample(watched, ledger, at)
  const live = await weigh(watched.child)
  return sample && { ...sample, live: live ?? undefined }
}

function shown(sample: Sample | null): string {
  if (!sample) return 'no answer'
  const live = sample.live === undefined ? '' : `, ${megabytes(sample.live)} live`
  return `${megabytes(sample.resident)}${live}`
}

/** Wakes everyone who pauses. */
class Bell {
  private rung = newSignal()

  ring(): void {
    const ringing = this.rung
    this.rung = newSignal()
    ringing.abort()
  }

  async orAfter(seconds: number): Promise<void> {
    const { signal } = this.rung
    await setTimeout(seconds * 1_000, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}

function newSignal(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

async function needed<T>(work: Promise<T | null>): Promise<T> {
  const value = await work
  if (value === null) throw new CommandError('The app did not tell what it measures.')
  return value
}

async function placesOf(client: pg.Client): Promise<Places> {
  const column = async (sql: string) => (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value)
  const [mark = ''] = await column(
    `select pg_current_snapshot()::text || '@' || floor(extract(epoch from clock_timestamp()) * 1000)::text as value`,
  )
  return {
    records: await column(
      'select id as value from mastra.records where "deletedAt" is null order by md5(id) limit 500',
    ),
    large: await column('select id as value from mastra.records where pg_column_size(data) > 2000000 order by id'),
    connections: await column('select id as value from mastra.connections order by md5(id) limit 50'),
    emails: await column(`select data->>'email' as value from mastra.records order by md5(id || 'mail') limit 50`),
    mark,
  }
}

/** What the actions are called in the present build. */
function buttonsOf(): Buttons {
  const file = path.join(buildFolder(), 'server', 'server-reference-manifest.json')
  const { node }: { node: Record<string, { exportedName: string }> } = JSON.parse(readFileSync(file, 'utf8'))
  const idOf = (name: string) => {
    const found = Object.entries(node).find(([, { exportedName }]) => exportedName === name)
    if (!found) throw new CommandError(`The build has no action ${name}.`)
    return found[0]
  }
  return { softDelete: idOf('softDeleteRecordsAction'), undo: idOf('undoAction') }
}
