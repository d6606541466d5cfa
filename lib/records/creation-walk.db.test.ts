import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '../db/client'
import { cuidPrefix } from '../db/cuid-prefix'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { actorOf } from '../db/test-actors'
import { withTestDatabase } from '../db/test-database'
import { impliedSpan } from '../query/implied-span'
import { decodeCursor, encodeCursor } from '../table/cursor'
import { keysetTerms, readKeys } from '../table/keyset'
import { fetchSize, type Page, type PageDirection, pageOf } from '../table/page'
import { advanceOrder, checkOrder } from './check-creation-order'
import { type CheckedOrder, ORDER_SETTING, readChecked } from './checked-order'
import { creationOrder, forgetOrder } from './creation-order'
import { creationWalk } from './creation-walk'
import { RECORD_FIELDS } from './fields'
import { RECORD_SORT_COLUMNS } from './fields-sql'
import { byPlace, isNewestFirst } from './page-ids'
import { listRecords, recordNeighbours } from './queries'
import { readRecordSearch } from './search-params'
import { anyCuid, anyDatedRow, anyRows, anyStranger, timeOf } from './test/hostile-rows'
import { insertRecords } from './test/insert-records'

const clock = { now: new Date('2026-06-01T12:00:00Z'), timeZone: 'UTC' }
let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase()
  db = test.client
  return test.drop
})

type Order = Pick<CheckedOrder, 'low' | 'high' | 'slack'>
const sorts = fc.constantFrom('-createdAt', 'createdAt')

async function checkedOrder(): Promise<CheckedOrder> {
  const kept = await db.setting.findUniqueOrThrow({ where: { name: ORDER_SETTING } })
  return readChecked(kept.value)
}

async function readPage(
  order: Order,
  sort: string,
  size: number,
  place?: { from: PageDirection; cursor: string },
  q = '',
) {
  const { search } = readRecordSearch({ sort, q })
  const terms = keysetTerms(search.terms, RECORD_SORT_COLUMNS)
  const decoded = place ? decodeCursor(place.cursor, terms) : null
  if (decoded && !decoded.ok) return expect.fail(decoded.problem)
  const direction = place?.from ?? ('after' as const)
  const ids = byPlace(search.terms, direction)
  const walk = creationWalk({
    where: Prisma.sql`true`,
    span: impliedSpan(q, RECORD_FIELDS, 'createdAt', clock),
    order,
    newestFirst: isNewestFirst(search.terms, direction),
    beyond: decoded?.keys ?? null,
    limit: fetchSize(size),
  })
  const found = await db.$queryRaw<{ id: string; keys: string }[]>`
    with page as (${walk}) select page.id, ${ids.keys} as keys from page order by ${ids.order}`
  return pageOf(found, { size, from: place?.from ?? null, cursorOf: ({ keys }) => encodeCursor(readKeys(keys), terms) })
}

/** The ids met by paging to the end, and those met on the way back. */
async function thereAndBack(order: Order, sort: string, size: number): Promise<[string[], string[]]> {
  const ids = (page: Page<{ id: string }>) => page.rows.map(({ id }) => id)
  let page = await readPage(order, sort, size)
  const forwards = ids(page)
  while (page.next !== null) {
    page = await readPage(order, sort, size, { from: 'after', cursor: page.next })
    forwards.push(...ids(page))
  }
  const backwards = ids(page)
  while (page.previous !== null) {
    page = await readPage(order, sort, size, { from: 'before', cursor: page.previous })
    backwards.unshift(...ids(page))
  }
  return [forwards, backwards]
}

async function sorted(sort: string): Promise<string[]> {
  const direction = sort === '-createdAt' ? Prisma.sql`desc` : Prisma.sql`asc`
  const all = await db.$queryRaw<{ id: string }[]>`
    select id from mastra.records order by "createdAt" ${direction}, id ${direction}`
  return all.map(({ id }) => id)
}

describe('walking the primary key', () => {
  it('gives exactly the order by creation of everything that was checked, and of what is younger than the check', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(40),
        anyRows(8),
        sorts,
        fc.integer({ min: 1, max: 9 }),
        async (seen, fresh, sort, size) => {
          await db.$executeRaw`truncate mastra.records cascade`
          await insertRecords(db, seen)
          await checkOrder(db)
          const order = await checkedOrder()
          expect(order).toMatchObject({ suitable: true, slack: 100 })
          const young = fresh.map(({ createdAt }, place) => ({
            id: `${cuidPrefix(Date.now())}${place}`.padEnd(25, 'x'),
            createdAt,
          }))
          await insertRecords(db, young)
          const expected = await sorted(sort)
          expect(await thereAndBack(order, sort, size)).toEqual([expected, expected])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('neither loses nor repeats a record that contradicts its id and came in unseen', async () => {
    const late = fc.uniqueArray(anyDatedRow, { maxLength: 30, selector: ({ id }) => id })
    await fc.assert(
      fc.asyncProperty(anyRows(20), late, sorts, fc.integer({ min: 1, max: 9 }), async (seen, unseen, sort, size) => {
        await db.$executeRaw`truncate mastra.records cascade`
        const known = new Set(seen.map(({ id }) => id))
        await insertRecords(db, seen)
        await checkOrder(db)
        await insertRecords(
          db,
          unseen.filter(({ id }) => !known.has(id)),
        )
        const [forwards, backwards] = await thereAndBack(await checkedOrder(), sort, size)
        expect(backwards).toEqual(forwards)
        expect([...forwards].sort()).toEqual((await sorted(sort)).sort())
      }),
      { numRuns: 60 },
    )
  })

  it('reads times in ids as they were written, and grows with the order of ids', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            anyCuid.map(({ id }) => id),
            anyStranger.filter((id) => /^c[0-9a-z -]*$/.test(id)),
          ),
          { minLength: 2 },
        ),
        async (ids) => {
          const found = await db.$queryRaw<{ ok: boolean }[]>`
          select bool_and(time >= before) is not false as ok from (
            select time, lag(time) over (order by id) as before from (
              select id, mastra_admin.cuid_time(id) as time from unnest(${ids}::text[]) as id) as timed) as pairs`
          expect(found).toEqual([{ ok: true }])
        },
      ),
    )
    const at = '2026-11-23T05:06:07.089Z'
    const [prefix] = await db.$queryRaw<{ prefix: string; time: Date }[]>`
      select mastra_admin.cuid_prefix(${at}::timestamp) as prefix, mastra_admin.cuid_time(${cuidPrefix(Date.parse(at))}) as time`
    expect(prefix).toEqual({ prefix: cuidPrefix(Date.parse(at)), time: new Date(at) })
  })
})

describe('the list by creation', () => {
  const support = actorOf('SUPPORT')

  it('is read along the primary key once the table was checked, with filter, neighbours and ranges as before', async () => {
    await db.$executeRaw`truncate mastra.records cascade`
    const many = Array.from({ length: 90 }, (_, place) => {
      const at = Date.parse('2026-02-01T00:00:00Z') + place * 40
      const contradicts = place % 10 === 3
      return {
        id: `${cuidPrefix(at)}${String(place).padStart(16, '0')}`,
        entityType: place % 2 ? 'DEAL' : 'CONTACT',
        createdAt: timeOf(contradicts ? at - 86_400_000 : at),
        deletedAt: place % 7 === 0 ? timeOf(at) : null,
      }
    })
    await insertRecords(db, many)
    const asked = [
      '',
      'entityType:DEAL',
      'createdAt:[2026-01-31 TO 2026-01-31]',
      'createdAt:>=2026-02-01T00:00:02 -entityType:DEAL',
      'connection.name:none',
    ]
    const answers = async () =>
      Promise.all(
        asked.map(async (q) => {
          const { search } = readRecordSearch({ q, size: '25' })
          const result = await listRecords(support, search, clock)
          const ids = result.kind === 'page' ? result.page.rows.map(({ id }) => id) : expect.fail(result.kind)
          const beside = await recordNeighbours(support, many[33]?.id ?? '', search, clock)
          return { ids, beside }
        }),
      )
    await db.setting.deleteMany({ where: { name: ORDER_SETTING } })
    const expected = await answers()
    await checkOrder(database())
    await advanceOrder(database())
    forgetOrder(database())
    expect(await creationOrder(database())).toMatchObject({ kind: 'walk', slack: 100 })
    expect(await answers()).toEqual(expected)
    expect(expected[0]?.ids).toHaveLength(25)
    expect(expected[2]?.ids.length).toBeGreaterThan(5)
  })
})
