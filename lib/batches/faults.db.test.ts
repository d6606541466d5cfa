import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { provenActor } from '@/lib/auth/actor'
import { adoptDatabase, connectTo } from '@/lib/db/client'
import type { PrismaClient } from '@/lib/db/generated/client'
import { randomFrom } from '@/lib/records/test/random'
import { startBatch } from './control'
import { prepareBatch, prepareUndo } from './prepare'
import { FaultRig } from './test/fault-rig'
import { comesTo, insist, underFaults } from './test/under-faults'

// The numbers of the suite are small; docs/batches.md says how the long run of the same test is made.
const RECORDS = Number(process.env.FAULT_RECORDS ?? 5_000)
const KILLS = Number(process.env.FAULT_KILLS ?? 4)
const SEED = Number(process.env.FAULT_SEED ?? 1)
const KIND = 'BATCHED'

/** What Mastra does all the time: merges a key into the document of a record, whatever the record's state. Gives what it has written. */
function syncing(db: PrismaClient, ids: readonly string[], ending: AbortSignal) {
  const written = new Map<string, number>()
  const random = randomFrom(SEED + 1)
  const ended = (async () => {
    for (let turn = 1; !ending.aborted; turn += 1) {
      const id = ids[random.below(ids.length)] ?? ''
      const note = JSON.stringify({ turn })
      // A write that was not acknowledged may or may not be there; only the acknowledged must.
      const done = await db.$executeRaw`update mastra.records set data = data || ${note}::jsonb where id = ${id}`.then(
        () => true,
        () => false,
      )
      if (done) written.set(id, turn)
      else await setTimeout(20)
    }
  })()
  return { written, ended }
}

it(`does exactly what was previewed although it is killed ${KILLS} times, and takes it back the same way`, {
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
      insert into mastra.records (id, "entityType", data)
      select (case when n % 5 = 0 then 'other' else 'batch' end) || lpad(n::text, 9, '0'),
        case when n % 5 = 0 then 'OTHER' else ${KIND} end, jsonb_build_object('n', n, 'text', repeat('x', 300))
      from generate_series(1, ${Math.floor((RECORDS * 5) / 4)}::int) n`
    const ids = (await db.record.findMany({ where: { entityType: KIND }, select: { id: true } })).map(({ id }) => id)
    const writer = syncing(sync, ids, ending.signal)
    rig.startWorker()
    rig.startWorker()

    const clock = { now: new Date().toISOString(), timeZone: 'UTC' }
    const over = { kind: 'matching', q: `entityType:${KIND}`, state: 'live', text: 'head', ...clock } as const
    const { batchId } = await prepareBatch(ada, { verb: 'soft-delete', over })
    await comesTo(db, batchId, 'ready')
    await insist(() => startBatch(ada, { batchId }))
    const faults = await underFaults(rig, db, { batchId, kills: KILLS, seed: SEED })
    await insist(() => expectDone(db, batchId, RECORDS, true))

    const undo = await insist(() => prepareUndo(ada, { batchId, q: '', ...clock }))
    await comesTo(db, undo.batchId, 'ready')
    await insist(() => startBatch(ada, { batchId: undo.batchId }))
    const undoFaults = await underFaults(rig, db, { batchId: undo.batchId, kills: KILLS, seed: SEED })
    await insist(() => expectDone(db, undo.batchId, RECORDS, false))

    ending.abort()
    await writer.ended
    const stored = new Map(
      (await db.record.findMany({ where: { entityType: KIND } })).map(({ id, data }) => [
        id,
        data as { turn?: number },
      ]),
    )
    for (const [id, turn] of writer.written) expect(stored.get(id)?.turn).toBeGreaterThanOrEqual(turn)
    expect(writer.written.size).toBeGreaterThan(0)
    console.info({ records: RECORDS, faults, undoFaults, writes: writer.written.size })
  } finally {
    ending.abort()
    await Promise.all([db, sync, app].map((each) => each.$disconnect()))
    await rig.stop()
  }
})

/** Every record of the set has moved, once, with one entry that says from what to what; no other record has. */
async function expectDone(db: PrismaClient, batchId: string, count: number, deleted: boolean): Promise<void> {
  const [found] = await db.$queryRaw<Record<string, number>[]>`
    select count(*)::int as records, count(*) filter (where (r."deletedAt" is not null) = ${deleted})::int as moved,
      count(a.id)::int as entries, count(distinct a.subject_id)::int as subjects,
      count(*) filter (where (a.after ->> 'deletedAt')::timestamptz at time zone 'UTC' is not distinct from r."deletedAt")::int as told
    from mastra.records r left join mastra_admin.audit_entry a on a.subject_id = r.id and a.correlation_id = ${batchId}::uuid
    where r."entityType" = ${KIND}`
  expect(found).toEqual({ records: count, moved: count, entries: count, subjects: count, told: count })
  const [progress] = await db.$queryRaw<Record<string, number>[]>`
    select sum(changed)::int as changed, sum(drifted)::int as drifted from mastra_admin.batch_chunk where batch_id = ${batchId}::uuid`
  expect(progress).toEqual({ changed: count, drifted: 0 })
  expect(await db.record.count({ where: { entityType: 'OTHER', deletedAt: { not: null } } })).toBe(0)
  expect(await db.auditEntry.count({ where: { correlationId: batchId, subjectType: 'record' } })).toBe(count)
}
