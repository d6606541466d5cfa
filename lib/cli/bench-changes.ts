import { setTimeout } from 'node:timers/promises'
import { provenActor } from '../auth/actor'
import { startBatch } from '../batches/control'
import { prepareBatch, prepareUndo } from '../batches/prepare'
import { adoptDatabase, connectTo, database } from '../db/client'
import { routes } from '../routes'
import { type Times, timesOf } from './bench-figures'
import { residentBytes, type Watched } from './bench-measure'

/** Milliseconds between two looks at a batch, and lists that are asked for to see how fast they are. */
const LOOK = 250
const LISTS = 25
const COLUMNS = {
  columns: 'id,entityType,externalId,source,status,createdAt',
  document: 'id,entityType,externalId,data,createdAt',
} as const
const COPIED = {
  columns: 'id, "entityType", "externalId", source, status, "createdAt"',
  document: 'id, "entityType", "externalId", data::text, "createdAt"',
} as const

export interface BatchTimes {
  verb: 'soft-delete' | 'undo'
  rows: number
  /** Milliseconds to fix the set, and to change it. */
  prepared: number
  changed: number
  /** The first page of records with nothing else to do, and meanwhile. */
  idle: Times
  beside: Times
}

export interface ExportTimes {
  what: keyof typeof COLUMNS
  format: 'csv' | 'ndjson'
  /** Milliseconds over HTTP, and of COPY of the same columns to a session that lets go of them. */
  whole: number
  copy: number
  /** Bytes by which the server's process had grown at most. */
  grown: number
}

/** Exports every live record in each way, beside COPY. */
export async function timeExports({ visit, client, pid }: Watched): Promise<ExportTimes[]> {
  const times: ExportTimes[] = []
  for (const what of ['columns', 'document'] as const) {
    const copied = performance.now()
    await client.query(
      `copy (select ${COPIED[what]} from mastra.records where "deletedAt" is null order by id) to stdout with csv`,
    )
    const copy = performance.now() - copied
    for (const format of ['csv', 'ndjson'] as const) {
      const before = residentBytes(pid)
      let most = before
      const watching = setInterval(() => {
        most = Math.max(most, residentBytes(pid))
      }, LOOK)
      const { whole } = await visit.get(routes.recordExport({ columns: COLUMNS[what], format }))
      clearInterval(watching)
      times.push({ what, format, whole, copy, grown: most - before })
    }
  }
  return times
}

/** Soft-deletes every live record as a batch of the running app, and undoes it, while a person looks at the list. */
export async function timeBatches({ visit, client }: Watched, url: string): Promise<BatchTimes[]> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `select id, email from mastra_admin."user" where role = 'ADMIN' order by id desc limit 1`,
  )
  const [person] = rows
  if (!person) throw new Error('Nobody is signed in.')
  adoptDatabase(connectTo(url, 2))
  try {
    const actor = provenActor({ ...person, role: 'ADMIN' })
    const idle = await lists(visit, () => Promise.resolve(true))
    const over = {
      kind: 'matching',
      q: '',
      state: 'live',
      text: 'head',
      now: new Date().toISOString(),
      timeZone: 'UTC',
    } as const
    const done = await time(() => prepareBatch(actor, { verb: 'soft-delete', over }))
    const undone = await time(() =>
      prepareUndo(actor, { batchId: done.batchId, q: '', now: over.now, timeZone: 'UTC' }),
    )
    return [
      { ...done, verb: 'soft-delete', idle },
      { ...undone, verb: 'undo', idle },
    ]

    async function time(prepare: () => Promise<{ batchId: string }>) {
      const began = performance.now()
      const { batchId } = await prepare()
      const stateOf = async () => (await database().batch.findUniqueOrThrow({ where: { id: batchId } })).state
      while ((await stateOf()) === 'preparing') await setTimeout(LOOK)
      const prepared = performance.now() - began
      await startBatch(actor, { batchId })
      const beside = await lists(visit, async () => (await stateOf()) !== 'running')
      while ((await stateOf()) === 'running') await setTimeout(LOOK)
      const { total, startedAt, endedAt } = await database().batch.findUniqueOrThrow({ where: { id: batchId } })
      return { batchId, rows: total, prepared, changed: Number(endedAt) - Number(startedAt), beside }
    }
  } finally {
    await database().$disconnect()
  }
}

/** The first page again and again, so often or until `isOver`; at least once. */
async function lists(visit: Watched['visit'], isOver: () => Promise<boolean>): Promise<Times> {
  const times: number[] = []
  do {
    times.push((await visit.get(routes.records({ state: 'all' }))).whole)
    await setTimeout(LOOK)
  } while (times.length < LISTS || !(await isOver()))
  return timesOf(times)
}
