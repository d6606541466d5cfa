import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { transact } from '@/lib/db/transact'
import { restoreRecords } from './restore'
import { softDeleteRecords } from './soft-delete'
import { insertEntity, insertRecords, storedRecords } from './test/insert-records'
import { undoRestore, undoSoftDelete } from './undo'

const operator = actorOf('OPERATOR')
const LONG_AGO = '2025-05-05T05:05:05.005Z'
let db: PrismaClient
let run = 0
let live: string
let deleted: string

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

beforeEach(async () => {
  run += 1
  live = `live-${run}`
  deleted = `deleted-${run}`
  await insertRecords(db, [
    { id: live, data: '{"a":12345678901234567890}' },
    { id: deleted, deletedAt: LONG_AGO },
  ])
})

const deletedAtOf = async (id: string) => (await storedRecords(db)).get(id)?.deletedAt
const trailOf = (id: string) => db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })

describe('soft-deleting', () => {
  it('sets deletedAt and nothing else, and says so in the trail', async () => {
    const before = await db.record.findUniqueOrThrow({ where: { id: live } })
    const outcome = await softDeleteRecords(operator, { ids: [live] })
    const after = await db.record.findUniqueOrThrow({ where: { id: live } })
    expect(outcome).toMatchObject({ changed: [live], unchanged: [], missing: [] })
    expect({ ...after, deletedAt: null }).toEqual(before)
    expect((await storedRecords(db)).get(live)?.data).toBe('{"a": 12345678901234567890}')
    expect(await trailOf(live)).toMatchObject([
      {
        action: 'record.soft-delete',
        subjectType: 'record',
        actorEmail: 'operator@test.local',
        before: { deletedAt: null },
        after: { deletedAt: after.deletedAt?.toISOString() },
        correlationId: outcome.correlationId,
      },
    ])
  })

  it('keeps the first deletedAt, reports what is missing, and writes no entry for either', async () => {
    const outcome = await softDeleteRecords(operator, { ids: [deleted, 'no such record', live, live] })
    expect(outcome).toMatchObject({ changed: [live], unchanged: [deleted], missing: ['no such record'] })
    expect(await deletedAtOf(deleted)).toBe(LONG_AGO)
    expect(await trailOf(deleted)).toEqual([])
    expect(await trailOf('no such record')).toEqual([])
    expect(await trailOf(live)).toHaveLength(1)
  })

  it('changes nothing the second time', async () => {
    await softDeleteRecords(operator, { ids: [live] })
    const first = await deletedAtOf(live)
    expect(await softDeleteRecords(operator, { ids: [live] })).toMatchObject({ changed: [], unchanged: [live] })
    expect(await deletedAtOf(live)).toBe(first)
    expect(await trailOf(live)).toHaveLength(1)
  })
})

describe('restoring', () => {
  it('clears deletedAt where it is the one that was seen', async () => {
    const outcome = await restoreRecords(operator, { records: [{ id: deleted, deletedAt: LONG_AGO }] })
    expect(outcome).toMatchObject({ changed: [deleted], unchanged: [], conflicts: [], missing: [] })
    expect(await deletedAtOf(deleted)).toBeNull()
    expect(await trailOf(deleted)).toMatchObject([
      { action: 'record.restore', before: { deletedAt: LONG_AGO }, after: { deletedAt: null } },
    ])
  })

  it('leaves a record alone that was deleted anew since it was seen', async () => {
    const seen = '2025-05-05T05:05:05.004Z'
    const outcome = await restoreRecords(operator, {
      records: [
        { id: deleted, deletedAt: seen },
        { id: live, deletedAt: LONG_AGO },
        { id: 'no such record', deletedAt: LONG_AGO },
      ],
    })
    expect(outcome).toMatchObject({
      changed: [],
      conflicts: [deleted],
      unchanged: [live],
      missing: ['no such record'],
    })
    expect(await deletedAtOf(deleted)).toBe(LONG_AGO)
    expect(await trailOf(deleted)).toEqual([])
  })
})

describe('restoring where there is a live twin', () => {
  const records = (ids: string[]) => ids.map((id) => ({ id, deletedAt: LONG_AGO }))
  const seedTwins = async () => {
    for (const id of [`entity-${run}`, `other-${run}`])
      await insertEntity(db, { id, type: 'CONTACT', name: id, connectionId: 'user-1' })
    const twin = { externalId: `twin-${run}`, entityId: `entity-${run}` }
    await insertRecords(db, [
      { id: `gone-${run}`, ...twin, deletedAt: LONG_AGO },
      { id: `here-${run}`, ...twin },
      { id: `elsewhere-${run}`, externalId: twin.externalId, entityId: `other-${run}`, deletedAt: LONG_AGO },
      { id: `first-${run}`, externalId: `pair-${run}`, entityId: twin.entityId, deletedAt: LONG_AGO },
      { id: `second-${run}`, externalId: `pair-${run}`, entityId: twin.entityId, deletedAt: LONG_AGO },
    ])
  }

  it('leaves it deleted and names the pair; what has no twin in its entity is restored', async () => {
    await seedTwins()
    const [gone, elsewhere] = [`gone-${run}`, `elsewhere-${run}`]
    const outcome = await restoreRecords(operator, { records: records([gone, elsewhere, deleted]) })
    expect(outcome).toMatchObject({
      changed: [elsewhere, deleted],
      conflicts: [],
      twins: [{ id: gone, twin: `here-${run}` }],
    })
    expect(await deletedAtOf(gone)).toBe(LONG_AGO)
    expect(await trailOf(gone)).toEqual([])
  })

  it('restores it once the person has seen both', async () => {
    await seedTwins()
    const gone = `gone-${run}`
    const outcome = await restoreRecords(operator, { records: records([gone]), besideTwins: true })
    expect(outcome).toMatchObject({ changed: [gone], twins: [] })
    expect(await deletedAtOf(gone)).toBeNull()
  })

  it('also where two that would be restored at once are each other’s twins, but not for one of them', async () => {
    await seedTwins()
    const [first, second] = [`first-${run}`, `second-${run}`]
    const both = await restoreRecords(operator, { records: records([first, second]) })
    expect(both).toMatchObject({
      changed: [],
      twins: [
        { id: first, twin: second },
        { id: second, twin: first },
      ],
    })
    expect(await restoreRecords(operator, { records: records([first]) })).toMatchObject({ changed: [first], twins: [] })
  })
})

describe('who may', () => {
  it.each(['OPERATOR', 'ADMIN'] as const)('%s may delete and restore', async (role) => {
    await expect(softDeleteRecords(actorOf(role), { ids: [live] })).resolves.toMatchObject({ changed: [live] })
    const seen = (await deletedAtOf(live)) ?? ''
    await expect(restoreRecords(actorOf(role), { records: [{ id: live, deletedAt: seen }] })).resolves.toMatchObject({
      changed: [live],
    })
  })

  it('SUPPORT may not, and nothing happens', async () => {
    const support = actorOf('SUPPORT')
    const forbidden = { code: 'FORBIDDEN' }
    await expect(softDeleteRecords(support, { ids: [live] })).rejects.toMatchObject(forbidden)
    await expect(restoreRecords(support, { records: [{ id: deleted, deletedAt: LONG_AGO }] })).rejects.toMatchObject(
      forbidden,
    )
    await expect(transact(support, (scope) => undoSoftDelete(scope, []))).rejects.toMatchObject(forbidden)
    await expect(transact(support, (scope) => undoRestore(scope, []))).rejects.toMatchObject(forbidden)
    expect(await deletedAtOf(live)).toBeNull()
    expect(await deletedAtOf(deleted)).toBe(LONG_AGO)
    expect([...(await trailOf(live)), ...(await trailOf(deleted))]).toEqual([])
  })
})

describe('taking back', () => {
  it('makes a soft-deleted record live again, once', async () => {
    await softDeleteRecords(operator, { ids: [live] })
    const entries = await trailOf(live)
    expect(await transact(operator, (scope) => undoSoftDelete(scope, entries))).toEqual({
      undone: [live],
      conflicts: [],
    })
    expect(await deletedAtOf(live)).toBeNull()
    expect((await trailOf(live)).at(-1)).toMatchObject({ action: 'record.restore', undoesId: entries[0]?.id })
    expect(await transact(operator, (scope) => undoSoftDelete(scope, entries))).toEqual({
      undone: [],
      conflicts: [live],
    })
  })

  it('gives a restored record the very deletedAt that it had', async () => {
    await restoreRecords(operator, { records: [{ id: deleted, deletedAt: LONG_AGO }] })
    const entries = await trailOf(deleted)
    expect(await transact(operator, (scope) => undoRestore(scope, entries))).toEqual({
      undone: [deleted],
      conflicts: [],
    })
    expect(await deletedAtOf(deleted)).toBe(LONG_AGO)
    expect((await trailOf(deleted)).at(-1)).toMatchObject({ action: 'record.soft-delete', undoesId: entries[0]?.id })
  })

  it('leaves alone what changed since', async () => {
    await softDeleteRecords(operator, { ids: [live] })
    const [deletion] = await trailOf(live)
    await db.record.update({ where: { id: live }, data: { deletedAt: new Date(LONG_AGO) } })
    const undo = transact(operator, (scope) => undoSoftDelete(scope, deletion ? [deletion] : []))
    expect(await undo).toEqual({ undone: [], conflicts: [live] })
    expect(await deletedAtOf(live)).toBe(LONG_AGO)
    expect(await trailOf(live)).toHaveLength(1)
  })
})
