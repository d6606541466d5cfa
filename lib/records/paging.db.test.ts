import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/lib/db/generated/client'
import { actorOf } from '@/lib/db/test-actors'
import { withTestDatabase } from '@/lib/db/test-database'
import type { RawParams } from '../table/table-params'
import { listRecords, recordNeighbours } from './queries'
import { readRecordSearch } from './search-params'
import { listQuery, recordQuery } from './search-query'
import { insertRecords } from './test/insert-records'

const support = actorOf('SUPPORT')
const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

async function ask(raw: RawParams) {
  const { search, problems } = readRecordSearch(raw)
  expect(problems).toEqual([])
  const result = await listRecords(support, search, clock)
  return result.kind === 'page' ? result.page : expect.fail(JSON.stringify(result))
}

describe('paging', () => {
  const SORTS = [
    '-createdAt',
    'createdAt',
    '-updatedAt',
    'externalId',
    '-status,entityType',
    'deletedAt,-externalId',
    'id',
  ]

  it.each(SORTS)('by %s meets every record once, forwards and back, while others arrive', async (sort) => {
    const q = `entityType:"PAGE ${sort}"`
    const many = Array.from({ length: 130 }, (_, place) => ({
      id: `${sort} ${place}`,
      entityType: `PAGE ${sort}`,
      externalId: place % 3 === 0 ? null : `e${place % 7}`,
      updatedAt: place % 4 === 0 ? null : '2026-02-02T00:00:00.000Z',
      status: place % 2 === 0 ? ('ACTIVE' as const) : ('ARCHIVED' as const),
    }))
    await insertRecords(db, many)
    const met: string[] = []
    let cursor: RawParams = {}
    for (let page = 0; ; page += 1) {
      const result = await ask({ q, sort, size: '25', ...cursor })
      met.push(...result.rows.map((row) => row.id))
      await insertRecords(db, [
        { id: `${sort} new ${page}`, entityType: `PAGE ${sort}`, createdAt: '2026-03-03T00:00:00.000Z' },
      ])
      if (result.next === null) break
      cursor = { after: result.next }
    }
    expect(new Set(met).size).toBe(met.length)
    expect(met.filter((id) => !id.includes('new'))).toHaveLength(many.length)

    const middle = many[60]?.id ?? ''
    const { search } = readRecordSearch({ q, sort })
    const beside = await recordNeighbours(support, middle, search, clock)
    const all = (await ask({ q, sort, size: '200' })).rows.map((row) => row.id)
    expect(beside).toEqual({
      previous: all[all.indexOf(middle) - 1] ?? null,
      next: all[all.indexOf(middle) + 1] ?? null,
    })
  })
})

it('answers anything that stands in an address, and prints what it understood as it was', async () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('all', 'deleted', 'id', '-updatedAt', 'id,data', '200'),
  )
  const raw = fc.record(
    {
      q: anything,
      state: anything,
      sort: anything,
      size: anything,
      after: anything,
      before: anything,
      columns: anything,
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(raw, async (params) => {
      const { search, problems } = readRecordSearch(params)
      if (problems.length > 0) return
      expect(readRecordSearch(recordQuery(search))).toEqual({ search, problems: [] })
      expect(readRecordSearch(listQuery(search)).problems).toEqual([])
      const result = await listRecords(support, search, clock)
      expect(['page', 'filter', 'params']).toContain(result.kind)
    }),
    { numRuns: 300 },
  )
})
