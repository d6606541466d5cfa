import { beforeAll, expect, it } from 'vitest'
import { adoptDatabase, connectTo } from '@/lib/db/client'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { restoreRecords } from './restore'
import { softDeleteRecords } from './soft-delete'
import { insertRecords, storedRecords } from './test/insert-records'
import { type Random, randomFrom } from './test/random'

const operator = actorOf('OPERATOR')
const UNTOUCHED = '2026-01-01T00:00:00.000Z'
let admin: PrismaClient
let sync: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  // A deadlock is noticed at once instead of after a second; it happens as often.
  await test.client
    .$executeRaw`do $$ begin execute format('alter database %I set deadlock_timeout = 20', current_database()); end $$`
  await test.client.$disconnect()
  admin = connectTo(test.appUrl, 8)
  sync = connectTo(test.url, 8)
  adoptDatabase(admin)
  return async () => {
    await Promise.all([admin.$disconnect(), sync.$disconnect()])
    await test.drop()
  }
})

type Data = Record<string, number>

/** What Mastra does: reads the document, merges keys in memory, writes the whole document back; deleted or not. */
async function readData(tx: Prisma.TransactionClient, id: string): Promise<Data> {
  const [row] = await tx.$queryRaw<{ data: Data }[]>`select data from mastra.records where id = ${id}`
  return row?.data ?? {}
}
const writeData = (tx: Prisma.TransactionClient, id: string, data: Data) =>
  tx.$executeRaw`update mastra.records set data = ${JSON.stringify(data)}::jsonb where id = ${id}`

/** Changes that verbs reported, as `record action`. */
type Reported = string[]

async function entriesOf(ids: ReadonlySet<string>) {
  const entries = await admin.auditEntry.findMany({ where: { subjectId: { in: [...ids] } } })
  return entries.map((entry) => ({
    subjectId: entry.subjectId,
    what: `${entry.subjectId} ${entry.action}`,
    from: (entry.before as { deletedAt: string | null }).deletedAt,
    to: (entry.after as { deletedAt: string | null }).deletedAt,
  }))
}

/** The trail says what the verbs said, one for one, and its steps lead from a live row to the row that is there now. */
async function expectTrail(ids: ReadonlySet<string>, reported: Reported): Promise<void> {
  const entries = await entriesOf(ids)
  const stored = await storedRecords(admin)
  expect(entries.map((entry) => entry.what).sort()).toEqual([...reported].sort())
  for (const id of ids) {
    const own = entries.filter((entry) => entry.subjectId === id)
    const open = own.flatMap(({ to }) => (to === null ? [] : [to]))
    for (const { from } of own) if (from !== null) open.splice(open.indexOf(from), 1)
    expect(open).toEqual([stored.get(id)?.deletedAt ?? null].filter((deletedAt) => deletedAt !== null))
  }
}

/**
 * One schedule: a sync that reads and writes back later, a person who deletes and one who restores what they saw, in an order that
 * `random` picks, checked against a model after each step.
 */
async function runSchedule(id: string, random: Random, reported: Reported): Promise<void> {
  await insertRecords(sync, [{ id }])
  const model: { deletedAt: string | null; data: Data } = { deletedAt: null, data: {} }
  let seen: string | null = null
  let read: Data = {}
  let writes = 0
  const steps = {
    read: async () => {
      read = await readData(sync, id)
    },
    write: async () => {
      writes += 1
      model.data = { ...read, [`key${writes}`]: writes }
      read = model.data
      await writeData(sync, id, model.data)
    },
    look: async () => {
      seen = model.deletedAt
    },
    softDelete: async () => {
      const { changed } = await softDeleteRecords(operator, { ids: [id] })
      expect(changed).toEqual(model.deletedAt === null ? [id] : [])
      if (changed.length === 0) return
      reported.push(`${id} record.soft-delete`)
      model.deletedAt = (await admin.record.findUniqueOrThrow({ where: { id } })).deletedAt?.toISOString() ?? null
    },
    restore: async () => {
      if (seen === null) return
      const { changed } = await restoreRecords(operator, { records: [{ id, deletedAt: seen }] })
      expect(changed).toEqual(model.deletedAt === seen ? [id] : [])
      if (changed.length === 0) return
      reported.push(`${id} record.restore`)
      model.deletedAt = null
    },
  }
  const order = random.shuffle(['read', 'write', 'write', 'look', 'softDelete', 'softDelete', 'restore'] as const)
  for (const step of order) await steps[step]()
  const [row] = await admin.$queryRaw<{ data: Data; deletedAt: Date | null; updatedAt: Date }[]>`
    select data, "deletedAt", "updatedAt" from mastra.records where id = ${id}`
  expect(row?.data).toEqual(model.data)
  expect(row?.deletedAt?.toISOString() ?? null).toBe(model.deletedAt)
  expect(row?.updatedAt.toISOString()).toBe(UNTOUCHED)
}

it('keeps every write of the sync, the first deletedAt and the trail in 1,000 orders of their steps', async () => {
  const ids = Array.from({ length: 1_000 }, (_, place) => `scheduled-${place}`)
  const reported: Reported = []
  const queue = ids.entries()
  const lane = async () => {
    for (const [place, id] of queue) await runSchedule(id, randomFrom(place), reported)
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  expect(reported.length).toBeGreaterThan(900)
  await expectTrail(new Set(ids), reported)
})

/** Mastra's transactions, like ours, can lose a deadlock; it tries again then, with what is stored by now. */
async function syncRows(ids: readonly string[], key: string): Promise<void> {
  for (;;) {
    try {
      return await sync.$transaction(async (tx) => {
        for (const id of ids) await writeData(tx, id, { ...(await readData(tx, id)), [key]: 1 })
      })
    } catch (error) {
      if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
      if (error.code !== 'P2034' && !JSON.stringify(error.meta).includes('40P01')) throw error
    }
  }
}

/** Deletes a few, looks, and restores a few of what it saw; others delete and restore the same records meanwhile. */
async function handleRecords(
  ids: readonly string[],
  random: Random,
  rounds: number,
  reported: Reported,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const { changed } = await softDeleteRecords(operator, { ids: random.some(ids, 4) })
    reported.push(...changed.map((id) => `${id} record.soft-delete`))
    const rows = await admin.record.findMany({ where: { id: { in: random.some(ids, 4) }, deletedAt: { not: null } } })
    const records = rows.flatMap(({ id, deletedAt }) => (deletedAt ? [{ id, deletedAt: deletedAt.toISOString() }] : []))
    const restored = await restoreRecords(operator, { records: random.shuffle(records) })
    reported.push(...restored.changed.map((id) => `${id} record.restore`))
  }
}

it('keeps them too when verbs and syncs run at the same time on the same rows', async () => {
  const ids = Array.from({ length: 12 }, (_, place) => `shared-${place}`)
  await insertRecords(
    sync,
    ids.map((id) => ({ id })),
  )
  const reported: Reported = []
  const rounds = 60
  // Each sync owns four records, as each connection does in Mastra; the people share them all.
  const syncs = [0, 1, 2].map(async (owner) => {
    const random = randomFrom(owner)
    for (let round = 0; round < rounds; round += 1) {
      const own = ids.slice(owner * 4, owner * 4 + 4)
      // Every tenth time several rows in one transaction, in an order of its own, which is how deadlocks come about.
      if (round % 10 === 0) await syncRows(random.shuffle(own), `key${round}`)
      else for (const id of own) await syncRows([id], `key${round}`)
      await insertRecords(sync, [{ id: `arrived-${owner}-${round}` }])
    }
  })
  const people = [10, 11, 12, 13].map((seed) => handleRecords(ids, randomFrom(seed), rounds, reported))
  await Promise.all([...syncs, ...people])

  const all = Object.fromEntries(Array.from({ length: rounds }, (_, round) => [`key${round}`, 1]))
  const rows = await admin.$queryRaw<{ data: Data; updatedAt: Date }[]>`
    select data, "updatedAt" from mastra.records where id like 'shared-%'`
  expect(rows).toHaveLength(ids.length)
  for (const row of rows) {
    expect(row.data).toEqual(all)
    expect(row.updatedAt.toISOString()).toBe(UNTOUCHED)
  }
  expect(await admin.record.count({ where: { id: { startsWith: 'arrived-' }, deletedAt: null } })).toBe(3 * rounds)
  expect(reported.length).toBeGreaterThan(rounds)
  await expectTrail(new Set(ids), reported)
})
