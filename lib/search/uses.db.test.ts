import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { insertEntity, insertRecords } from '../records/test/insert-records'
import { collect, keysOf } from './test/collect'
import { MOST_KEPT, noteUse, usesOf } from './uses'

const ada = actorOf('SUPPORT', 'ada')
const bob = actorOf('SUPPORT', 'bob')
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  await insertEntity(db, { id: 'conn', type: 'CONTACT', name: 'HUBSPOT', connectionId: 'acme' })
  await insertRecords(
    db,
    Array.from({ length: 20 }, (_, n) => ({
      id: `r${String(n).padStart(2, '0')}`,
      entityId: 'conn',
      data: '{"note": "quartz"}',
    })),
  )
  return test.drop
})

beforeEach(async () => {
  await db.placeUse.deleteMany()
})

it('adds up, loses half in a week, and is each person’s own', async () => {
  for (let time = 0; time < 3; time += 1) await noteUse(ada, { kind: 'record', key: 'r00' })
  await db.$executeRaw`update mastra_admin.place_use set last_used_at = now() - interval '7 days'`
  await noteUse(ada, { kind: 'record', key: 'r01' })
  const uses = await usesOf(ada)
  expect(uses.map(({ key, weight }) => [key, weight.toFixed(1)])).toEqual([
    ['r00', '1.5'],
    ['r01', '1.0'],
  ])
  await noteUse(ada, { kind: 'record', key: 'r00' })
  expect((await usesOf(ada))[0]?.weight).toBeCloseTo(2.5, 1)
  expect(await usesOf(bob)).toEqual([])
})

it('keeps the weightiest and no more than that', async () => {
  await db.placeUse.createMany({
    data: Array.from({ length: MOST_KEPT }, (_, n) => ({
      userId: ada.id,
      kind: 'record',
      key: `k${n}`,
      weight: n === 7 ? 0.001 : 5,
    })),
  })
  await noteUse(ada, { kind: 'customer', key: 'acme' })
  const keys = (await usesOf(ada)).map(({ key }) => key)
  expect(keys).toHaveLength(MOST_KEPT)
  expect(keys).toContain('acme')
  expect(keys).not.toContain('k7')
})

it('puts what the person uses first, even where it is far from the newest', async () => {
  expect(keysOf((await collect(ada, 'quartz')).records)).toEqual(['r19', 'r18', 'r17', 'r16', 'r15'])
  await noteUse(ada, { kind: 'record', key: 'r03' })
  expect(keysOf((await collect(ada, 'quartz')).records)).toEqual(['r03', 'r19', 'r18', 'r17', 'r16'])
  expect(keysOf((await collect(bob, 'quartz')).records)[0]).toBe('r19')
})

it('offers where the person was, the last first, as it is now and without what is gone', async () => {
  for (const place of [
    { kind: 'record', key: 'r05' },
    { kind: 'record', key: 'gone' },
    { kind: 'page', key: '/records' },
    { kind: 'customer', key: 'acme' },
    { kind: 'connection', key: 'conn' },
  ] as const)
    await noteUse(ada, place)
  await db.$executeRaw`update mastra_admin.place_use set last_used_at = now() - interval '1 hour' where key = 'acme'`
  const { recent } = await collect(ada, '')
  expect(recent?.hits.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'connection conn',
    'record r05',
    'customer acme',
  ])
  expect((await collect(bob, '')).recent?.hits).toEqual([])
})
