import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withTestDatabase } from '../db/test-database'
import type { CursorKeys } from '../table/cursor'
import { checkOrder } from './check-creation-order'
import { ORDER_SETTING, readChecked } from './checked-order'
import { creationWalk } from './creation-walk'
import { searchInSteps } from './search-in-steps'
import { anyRows } from './test/hostile-rows'
import { insertRecords } from './test/insert-records'

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

const moments = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  new Date('2025-03-30T01:00:00Z'),
  new Date('2025-03-31T01:00:00Z'),
)

it('finds what one walk finds, in the same order, however small the steps and however often it is stopped', async () => {
  let stops = 0
  await fc.assert(
    fc.asyncProperty(
      anyRows(40),
      fc.boolean(),
      fc.record({ start: moments, end: moments }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(0, 60_000),
      async (rows, newestFirst, span, firstStep, budget) => {
        await db.$executeRaw`truncate mastra.records cascade`
        await insertRecords(db, rows)
        await checkOrder(db)
        const kept = await db.setting.findUniqueOrThrow({ where: { name: ORDER_SETTING } })
        const inSpan = Prisma.sql`r."createdAt" >= ${span.start?.toISOString() ?? '-infinity'}::timestamp
          and r."createdAt" < ${span.end?.toISOString() ?? '2099-01-01'}::timestamp and right(r.id, 1) < 'n'`
        const search = { where: inSpan, span, order: readChecked(kept.value), newestFirst, limit: 100 }
        const whole = await db.$queryRaw<{ id: string }[]>(creationWalk({ ...search, beyond: null }))
        const found: string[] = []
        let beyond: CursorKeys | null = null
        for (let turn = 0; ; turn += 1) {
          if (turn > 300) return expect.fail('the search does not come forward')
          const part = await searchInSteps(db, { ...search, beyond }, { firstStep, budget })
          if (!part) return expect.fail('a step was too slow')
          found.push(...part.places.map(({ id }) => id))
          if (!part.stopped) break
          stops += 1
          beyond = part.stopped.keys
        }
        expect(found).toEqual(whole.map(({ id }) => id))
      },
    ),
    {
      numRuns: 40,
      // An id that is no cuid, behind all that are.
      examples: [
        [[{ id: 'cmé0000000000000000', createdAt: 'infinity' }], false, { start: undefined, end: undefined }, 1, 0],
      ],
    },
  )
  expect(stops).toBeGreaterThan(5)
}, 180_000)

it('stops where it has as many as are wanted', async () => {
  await db.$executeRaw`truncate mastra.records cascade`
  await insertRecords(db, fc.sample(anyRows(40), { seed: 7, numRuns: 20 }).sort((a, b) => b.length - a.length)[0] ?? [])
  await checkOrder(db)
  const kept = await db.setting.findUniqueOrThrow({ where: { name: ORDER_SETTING } })
  const search = { where: Prisma.sql`true`, order: readChecked(kept.value), newestFirst: true, beyond: null }
  const all = await db.$queryRaw<{ id: string }[]>(creationWalk({ ...search, limit: 100 }))
  const found = await searchInSteps(db, { ...search, limit: 5 }, { firstStep: 2, budget: 60_000 })
  expect(found?.stopped).toBeNull()
  expect(found?.places.map(({ id }) => id)).toEqual(all.slice(0, 5).map(({ id }) => id))
})
