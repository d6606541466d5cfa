import { beforeAll, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { recordFacets } from './queries'
import { readRecordSearch } from './search-params'
import { insertRecords } from './test/insert-records'

const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
let db: PrismaClient

/** Records of one type, every twentieth archived, and the one with the lowest id of a source of its own. */
async function insertMany(type: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number)
  await insertRecords(
    db,
    numbers.map((number) => ({
      id: `${type}-${String(number).padStart(5, '0')}`,
      entityType: type,
      status: number % 20 === 0 ? 'ARCHIVED' : 'ACTIVE',
      source: number === 0 ? 'OLDEST' : 'MANUAL',
    })),
  )
}

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertMany('ALL', 2_000)
  await insertMany('MORE', 2_001)
  return test.drop
})

async function counted(type: string) {
  const found = await recordFacets(actorOf('SUPPORT'), readRecordSearch({ q: `entityType:${type}` }).search, clock)
  return {
    among: found?.among,
    status: found?.facets.find(({ field }) => field === 'status')?.values,
    source: found?.facets.find(({ field }) => field === 'source')?.values,
  }
}

it('counts all of 2,000 matches', async () => {
  expect(await counted('ALL')).toEqual({
    among: null,
    status: [
      { value: 'ACTIVE', count: 1_900 },
      { value: 'ARCHIVED', count: 100 },
    ],
    source: [
      { value: 'MANUAL', count: 1_999 },
      { value: 'OLDEST', count: 1 },
    ],
  })
})

it('counts no more than the 2,000 newest of more, as it says', async () => {
  expect(await counted('MORE')).toEqual({
    among: { of: 'matches', newest: 2_000 },
    status: [
      { value: 'ACTIVE', count: 1_900 },
      { value: 'ARCHIVED', count: 100 },
    ],
    source: [{ value: 'MANUAL', count: 2_000 }],
  })
})

it('counts nothing where nothing matches', async () => {
  expect(await counted('NONE')).toEqual({ among: null, status: [], source: [] })
})
