import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { provenActor } from '@/lib/auth/actor'
import { adoptDatabase, connectTo } from '@/lib/db/client'
import type { PrismaClient } from '@/lib/db/generated/client'
import { randomFrom } from '@/lib/records/test/random'
import { startBatch } from '../control'
import { prepareBatch, prepareUndo } from '../prepare'
import { FaultRig } from '../test/fault-rig'
import { comesTo, insist, underFaults } from '../test/under-faults'

// The numbers of the suite are small; docs/batches.md says how the long run of the same test is made.
const CONNECTIONS = Number(process.env.FAULT_CONNECTIONS ?? 2_000)
const KILLS = Number(process.env.FAULT_KILLS ?? 4)
const SEED = Number(process.env.FAULT_SEED ?? 1)
const SHARED = 'The grant was refused'

/** What Mastra does when a sync fails: replaces the issues of a connection with one new message. Gives the messages that it has certainly written, the last of each. */
function failing(db: PrismaClient, ids: readonly string[], ending: AbortSignal) {
  const written = new Map<string, string>()
  const random = randomFrom(SEED + 1)
  const ended = (async () => {
    for (let turn = 1; !ending.aborted; turn += 1) {
      const id = ids[random.below(ids.length)] ?? ''
      const message = `failed in turn ${turn}`
      // A write that was not acknowledged may or may not be there; only the acknowledged must.
      written.delete(id)
      const done = await db.$executeRaw`update mastra.connections set issues = array[${message}] where id = ${id}`.then(
        () => true,
        () => false,
      )
      if (done) written.set(id, message)
      await setTimeout(done ? 2 : 20)
    }
  })()
  return { written, ended }
}

it(`clears exactly what was previewed although it is killed ${KILLS} times while syncs fail, and takes it back the same way`, {
  timeout: 30 * 60_000,
}, async () => {
  const rig = await FaultRig.start()
  const db = connectTo(rig.url, 4)
  const sync = connectTo(rig.url, 2)
  const app = connectTo(rig.appUrl, 4)
  adoptDatabase(app)
  const ending = new AbortController()
  try {
    const user = await db.user.create({ data: { email: 'ada@test.local', role: 'OPERATOR', passwordHash: 'x' } })
    const ada = provenActor({ id: user.id, email: user.email, role: 'OPERATOR' })
    await db.$executeRaw`
      insert into mastra.connections (id, name, "connectionId", issues)
      select 'c' || lpad(n::text, 9, '0'), 'SYSTEM', 'user-' || n, array[${SHARED}, 'own of ' || n]
      from generate_series(1, ${CONNECTIONS}::int) n`
    const ids = (await db.connection.findMany({ select: { id: true } })).map(({ id }) => id)
    rig.startWorker()
    rig.startWorker()
    const clock = { now: new Date().toISOString(), timeZone: 'UTC' }
    const over = { kind: 'matching-connections', q: 'name:SYSTEM', ...clock } as const
    const { batchId } = await prepareBatch(ada, { verb: 'clear-issues', over })
    await comesTo(db, batchId, 'ready')
    const writer = failing(sync, ids, ending.signal)
    await insist(() => startBatch(ada, { batchId }))
    const faults = await underFaults(rig, db, { batchId, kills: KILLS, seed: SEED })
    ending.abort()
    await writer.ended
    const { drifted } = await insist(() => expectCleared(db, batchId, writer.written))

    const undo = await insist(() => prepareUndo(ada, { batchId, q: '', ...clock }))
    await comesTo(db, undo.batchId, 'ready')
    const again = new AbortController()
    const back = failing(sync, ids, again.signal)
    await insist(() => startBatch(ada, { batchId: undo.batchId }))
    const undoFaults = await underFaults(rig, db, { batchId: undo.batchId, kills: KILLS, seed: SEED })
    again.abort()
    await back.ended
    const undone = await insist(() => expectPutBack(db, undo.batchId, back.written))
    console.info({ connections: CONNECTIONS, faults, undoFaults, drifted, undone })
  } finally {
    ending.abort()
    await Promise.all([db, sync, app].map((each) => each.$disconnect()))
    await rig.stop()
  }
})

interface Outcome {
  id: string
  issues: string[]
  entries: number
  told: boolean
  exceptions: number
}

/** Each connection with how many entries the batch left of it, whether they say what it did, and whether it is listed as drifted. */
function outcomes(db: PrismaClient, batchId: string): Promise<Outcome[]> {
  return db.$queryRaw<Outcome[]>`
    select c.id, c.issues, count(a.id)::int as entries,
      coalesce(bool_and(a.before -> 'issues' <> a.after -> 'issues'), true) as told,
      (select count(*)::int from mastra_admin.batch_exception x
        where x.batch_id = ${batchId}::uuid and x.record_id = c.id and x.kind = 'drifted') as exceptions
    from mastra.connections c
    left join mastra_admin.audit_entry a on a.subject_id = c.id and a.correlation_id = ${batchId}::uuid
    group by c.id order by c.id`
}

async function countsOf(db: PrismaClient, batchId: string) {
  const chunks = await db.batchChunk.aggregate({
    where: { batchId },
    _sum: { changed: true, drifted: true, size: true },
  })
  return chunks._sum
}

/** No previewed message is left, each connection has one entry or is listed, and what a sync wrote since is there. */
async function expectCleared(db: PrismaClient, batchId: string, written: ReadonlyMap<string, string>) {
  const rows = await outcomes(db, batchId)
  expect(rows.filter(({ issues }) => issues.some((issue) => issue === SHARED || issue.startsWith('own of ')))).toEqual(
    [],
  )
  expect(rows.filter(({ entries, exceptions, told }) => entries + exceptions !== 1 || !told)).toEqual([])
  const stored = new Map(rows.map(({ id, issues }) => [id, issues]))
  for (const [id, message] of written) expect(stored.get(id)).toEqual([message])
  const drifted = rows.filter(({ exceptions }) => exceptions > 0).length
  expect(await countsOf(db, batchId)).toEqual({ changed: CONNECTIONS - drifted, drifted, size: CONNECTIONS })
  expect(written.size).toBeGreaterThan(0)
  return { drifted }
}

/** Each connection of the undo has its messages back with one entry, or is listed; what a sync wrote since is there. */
async function expectPutBack(db: PrismaClient, batchId: string, written: ReadonlyMap<string, string>) {
  const rows = await outcomes(db, batchId)
  const { size, changed, drifted } = await countsOf(db, batchId)
  expect((changed ?? 0) + (drifted ?? 0)).toBe(size)
  expect(rows.filter(({ entries }) => entries === 1)).toHaveLength(changed ?? -1)
  expect(rows.filter(({ exceptions }) => exceptions === 1)).toHaveLength(drifted ?? -1)
  expect(rows.filter(({ entries, exceptions, told }) => entries + exceptions > 1 || !told)).toEqual([])
  const stored = new Map(rows.map(({ id, issues }) => [id, issues]))
  for (const [id, message] of written) expect(stored.get(id)).toEqual([message])
  const [double] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select c.id from mastra.connections c, unnest(c.issues) as issue group by c.id, issue having count(*) > 1) as twice`
  expect(double?.count).toBe(0)
  expect(changed).toBeGreaterThan(0)
  return { size, changed, drifted }
}
