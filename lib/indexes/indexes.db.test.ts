import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { listRecords } from '../records/queries'
import { readRecordSearch } from '../records/search-params'
import { insertRecords } from '../records/test/insert-records'
import { addIndex } from './add-index'
import { buildIndex } from './build'
import { catalogue, pathEntry } from './catalogue'
import { dropIndex } from './drop-index'
import { filterUses, noteFilterUse } from './filter-use'
import { hasPathIndex, knownIndexes } from './known-indexes'
import { indexPlan } from './queries'
import { indexInput } from './schema'

const admin = actorOf('ADMIN')
const SEARCH = 'mastra_admin_records_search'
let test: TestDatabase
let db: PrismaClient

beforeAll(async () => {
  test = await withTestDatabase({ asOwner: true })
  db = test.client
  await insertRecords(db, [
    { id: 'ada', data: '{"email": "Ada@acme.com", "amount": 12.5, "note": "countess of lovelace"}' },
    { id: 'bob', data: '{"email": ["bob@acme.com", "x"], "amount": "99", "token": "lovelace-secret"}' },
    { id: 'cut', data: JSON.stringify({ long: 'y'.repeat(7_960), password: 'open-end-of-the-beginning'.repeat(9) }) },
    { id: 'far', data: JSON.stringify({ long: 'z'.repeat(9_000), note: 'beyond lovelace' }) },
  ])
  return test.drop
})

beforeEach(async () => {
  await db.$executeRaw`truncate mastra_admin.filter_use`
})

async function stateOf(name: string) {
  return (await indexPlan(admin)).indexes.find((index) => index.name === name)?.state
}

async function found(q: string, text: 'head' | 'whole' = 'head') {
  const { search } = readRecordSearch({ q, sort: 'id', text })
  const result = await listRecords(actorOf('SUPPORT'), search, { now: new Date(), timeZone: 'UTC' })
  return result.kind === 'page'
    ? { ids: result.page.rows.map(({ id }) => id), headOnly: result.headOnly }
    : expect.fail(result.kind)
}

describe('indexes', () => {
  it('are built and dropped by name, and each leaves its entry in the trail', async () => {
    expect(await stateOf('mastra_admin_records_type')).toBe('absent')
    const { finished } = await addIndex(admin, { name: 'mastra_admin_records_type' })
    expect(await finished).toBe(true)
    expect(await stateOf('mastra_admin_records_type')).toBe('ready')
    const again = await addIndex(admin, { name: 'mastra_admin_records_type' })
    expect(await again.finished).toBe(true)
    await dropIndex(admin, { name: 'mastra_admin_records_type' })
    expect(await stateOf('mastra_admin_records_type')).toBe('absent')
    const entries = await db.auditEntry.findMany({ where: { subjectType: 'index' }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['index.add', 'index.add', 'index.drop'])
  })

  it('are for administrators only', async () => {
    for (const role of ['SUPPORT', 'OPERATOR'] as const) {
      const actor = actorOf(role)
      await expect(indexPlan(actor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(addIndex(actor, { name: SEARCH })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(dropIndex(actor, { name: SEARCH })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await stateOf(SEARCH)).toBe('absent')
  })

  it('are only those of the catalogue: nothing of Mastra can be dropped, and no name is a statement', async () => {
    for (const name of ['records_pkey', 'mastra_admin_nonsense', 'mastra_admin_x"; drop table mastra.records; --'])
      await expect(dropIndex(admin, { name })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(indexInput.safeParse({ name: 'records_pkey' }).success).toBe(false)
    expect(indexInput.safeParse({ name: SEARCH }).success).toBe(true)
    const { others } = await indexPlan(admin)
    expect(others.map(({ name }) => name)).toContain('records_pkey')
  })

  it('each can be built, and one that was broken off is built anew', async () => {
    for (const entry of catalogue([{ keys: ['odd "key\'', 'x\\y'], kind: 'text' }])) {
      await buildIndex(entry, test.url)
      await db.$executeRaw`update pg_index set indisvalid = false where indexrelid = to_regclass(${`mastra.${entry.name}`})`
      await buildIndex(entry, test.url)
      const [valid] = await db.$queryRaw<{ indisvalid: boolean }[]>`
        select indisvalid from pg_index where indexrelid = to_regclass(${`mastra.${entry.name}`})`
      expect(valid, entry.name).toEqual({ indisvalid: true })
      await db.$executeRawUnsafe(`drop index mastra.${entry.name}`)
    }
  })

  it('of paths are offered for what people filter by, of which only the kind is kept', async () => {
    noteFilterUse([{ use: 'path', kind: 'text', keys: ['email'] }, { use: 'search' }])
    await expect.poll(filterUses).toHaveLength(2)
    noteFilterUse([{ use: 'path', kind: 'text', keys: ['email'] }])
    const { name } = pathEntry(['email'], 'text')
    await expect.poll(async () => (await indexPlan(admin)).indexes.find((index) => index.name === name)?.uses).toBe(2)
  })

  it('is recommended where it would be used often on a table that is large', async () => {
    const advice = async () =>
      (await indexPlan(admin)).indexes.find(({ name }) => name.endsWith('records_type'))?.advice
    await db.$executeRaw`insert into mastra_admin.filter_use (shape, uses, last_used_at) values (${JSON.stringify({ use: 'column', field: 'entityType' })}, 15, now())`
    await db.$executeRaw`update pg_class set reltuples = 1000 where oid = 'mastra.records'::regclass`
    expect(await advice()).toBe('not-needed')
    await db.$executeRaw`update pg_class set reltuples = 1000000 where oid = 'mastra.records'::regclass`
    expect(await advice()).toBe('recommended')
    await db.$executeRaw`update pg_class set reltuples = -1 where oid = 'mastra.records'::regclass`
    expect(await advice(), 'not counted yet').toBeNull()
  })
})

describe('a filter', () => {
  it('finds the same with an index on the path as without', async () => {
    const asked = [
      'data.email:ada@ACME.com',
      'data.email:BOB@acme.com',
      'data.amount:>=12',
      'data.amount:12.5',
      'data.amount:>12',
    ]
    const without = await Promise.all(asked.map((q) => found(q)))
    const entries = [pathEntry(['email'], 'text'), pathEntry(['amount'], 'number')]
    for (const entry of entries) await buildIndex(entry, test.url)
    await expect.poll(async () => hasPathIndex(await knownIndexes(db), ['amount'], 'number')).toBe(true)
    expect(await Promise.all(asked.map((q) => found(q)))).toEqual(without)
    expect(without.map(({ ids }) => ids)).toEqual([['ada'], ['bob'], ['ada'], ['ada'], ['ada']])
    for (const entry of entries) await db.$executeRawUnsafe(`drop index mastra.${entry.name}`)
  })

  it('for words reaches as far as the text index, says so, and reaches further when asked', async () => {
    expect(await found('lovelace')).toEqual({ ids: ['ada', 'far'], headOnly: false })
    const search = catalogue([]).find(({ name }) => name === SEARCH)
    if (!search) return expect.fail()
    await buildIndex(search, test.url)
    await expect.poll(() => found('lovelace')).toEqual({ ids: ['ada'], headOnly: true })
    expect(await found('lovelace', 'whole')).toEqual({ ids: ['ada', 'far'], headOnly: false })
    expect((await found('ADA')).ids).toEqual(['ada'])
    expect((await found('open-end')).ids, 'a secret that is cut in two').toEqual([])
  })
})
