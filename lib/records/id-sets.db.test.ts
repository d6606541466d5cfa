import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import { addIds, beginIdSet, endIdSet, idSetOf, missingOf, sweepIdSets } from './id-sets'
import { addIdsInput, IDS_AT_ONCE, type IdKind, MOST_IDS } from './id-sets-schema'
import { countRecords, listRecords } from './queries'
import { readRecordSearch } from './search-params'
import { insertRecords } from './test/insert-records'

const ada = actorOf('SUPPORT', 'ada')
const eve = actorOf('SUPPORT', 'eve')
const clock = { now: new Date(), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertRecords(db, [
    { id: 'r1', externalId: 'x1' },
    { id: 'r2', externalId: 'x2' },
    { id: 'r2-twin', externalId: 'x2' },
    { id: 'r3', externalId: 'x3', deletedAt: '2026-01-01T00:00:00.000Z' },
    { id: 'r4', externalId: null },
  ])
  return test.drop
})

async function imported(kind: IdKind, ids: string[]) {
  const { setId } = await beginIdSet(ada, { name: 'ticket.csv', kind })
  await addIds(ada, { setId, ids })
  return endIdSet(ada, { setId })
}
async function listed(q: string, state = 'all') {
  const { search } = readRecordSearch({ q, state, sort: 'id' })
  const result = await listRecords(ada, search, clock)
  return result.kind === 'page' ? result.page.rows.map(({ id }) => id) : result.kind
}

describe('imported ids', () => {
  it('are a filter like any other, with what was not found beside it', async () => {
    const set = await imported('externalId', ['x1', 'x2', 'x3', 'nowhere', 'NaN'])
    expect(set).toMatchObject({ given: 5, found: 4, deleted: 1, missing: 2, name: 'ticket.csv' })
    expect(await listed(`in:${set.id}`)).toEqual(['r1', 'r2', 'r2-twin', 'r3'])
    expect(await listed(`in:${set.id}`, 'live')).toEqual(['r1', 'r2', 'r2-twin'])
    expect(await listed(`in:${set.id} externalId:x2`)).toEqual(['r2', 'r2-twin'])
    expect(await listed(`-in:${set.id}`)).toEqual(['r4'])
    const { search } = readRecordSearch({ q: `in:${set.id}` })
    expect(await countRecords(ada, search, clock)).toEqual({ kind: 'exact', value: 3 })
    expect(await missingOf(ada, set.id, 10)).toEqual(['NaN', 'nowhere'])
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'record.import-ids' } })
    expect(entry).toMatchObject({ actorId: ada.id, after: { given: 5, found: 4, missing: 2 } })
  })

  it('may come in several calls, and twice', async () => {
    const { setId } = await beginIdSet(ada, { name: 'ids', kind: 'id' })
    for (const ids of [['r1', 'r1', 'x1'], ['r4', 'x1'], ['r1']]) await addIds(ada, { setId, ids })
    expect(await endIdSet(ada, { setId })).toMatchObject({ found: 2, missing: 1, given: 6 })
  })

  it('are their owner’s to add to and to look at what was missing, and gone after a week', async () => {
    const { id: setId } = await imported('id', ['r1', 'gone'])
    await expect(addIds(eve, { setId, ids: ['r2'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(endIdSet(eve, { setId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await missingOf(eve, setId, 10)).toBeNull()
    expect(await idSetOf(eve, setId)).toMatchObject({ found: 1 })
    for (const other of ['', 'x', 'gone']) expect(await idSetOf(ada, other)).toBeNull()
    await db.idSet.update({ where: { id: setId }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } })
    expect(await idSetOf(ada, setId)).toBeNull()
    await sweepIdSets()
    expect(await listed(`in:${setId}`)).toEqual([])
    await expect(addIds(ada, { setId, ids: ['r2'] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are at most so many, at once and in all, and texts that Postgres can hold', async () => {
    const { setId } = await beginIdSet(ada, { name: 'many', kind: 'id' })
    await db.idSet.update({ where: { id: setId }, data: { given: MOST_IDS - 1 } })
    await expect(addIds(ada, { setId, ids: ['a', 'b'] })).rejects.toMatchObject({ code: 'LIMIT' })
    await addIds(ada, { setId, ids: ['a'] })
    for (const ids of [
      [],
      [''],
      ['a\0b'],
      ['\ud800'],
      ['x'.repeat(1_001)],
      Array.from({ length: IDS_AT_ONCE + 1 }, String),
    ])
      expect(addIdsInput.safeParse({ setId, ids }).success).toBe(false)
    expect(addIdsInput.safeParse({ setId: 'x', ids: ['a'] }).success).toBe(false)
  })
})
