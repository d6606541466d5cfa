import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { decodeCursor, encodeCursor } from './cursor'
import { type KeysetTerm, keysetPredicate, keysetTerms, orderBy, readKeys, type SortColumn, selectKeys } from './keyset'
import { fetchSize, type Page, type PageDirection, pageOf } from './page'
import type { SortTerm } from './sort'

const columns: Record<string, SortColumn> = {
  id: { type: 'text', nullable: false, sql: Prisma.sql`id` },
  name: { type: 'text', nullable: true, sql: Prisma.sql`name` },
  kind: { type: 'text', nullable: false, sql: Prisma.sql`kind` },
  size: { type: 'integer', nullable: true, sql: Prisma.sql`size` },
  amount: { type: 'numeric', nullable: true, sql: Prisma.sql`amount` },
  at: { type: 'timestamp', nullable: true, sql: Prisma.sql`at` },
  seenAt: { type: 'timestamptz', nullable: false, sql: Prisma.sql`"seenAt"` },
  mood: {
    type: 'enum',
    nullable: true,
    sql: Prisma.sql`mood`,
    enumType: Prisma.sql`probe_mood`,
    values: ['GOOD', 'BAD'],
  },
}

interface Row {
  id: string
  keys: string
}

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase({ empty: true })
  db = test.client
  await db.$executeRaw`CREATE TYPE probe_mood AS ENUM ('GOOD', 'BAD')`
  await db.$executeRaw`CREATE TABLE probe (id text PRIMARY KEY, name text, kind text NOT NULL, size int, amount numeric, at timestamp(3),
    "seenAt" timestamptz(3) NOT NULL, mood probe_mood)`
  return test.drop
})

beforeEach(async () => {
  await db.$executeRaw`TRUNCATE probe`
})

const moment = fc.constantFrom('2026-01-01 00:00:00.001', '2026-01-01 00:00:00.002', '2026-03-29 01:30:00')
const row = fc.record({
  name: fc.option(fc.constantFrom('a', 'A', 'b', '', 'é', '"\\')),
  kind: fc.constantFrom('x', 'y'),
  size: fc.option(fc.constantFrom(-1, 0, 7)),
  amount: fc.option(fc.constantFrom('NaN', '-0.5', '10', '9', '1e30')),
  at: fc.option(moment),
  seenAt: moment,
  mood: fc.option(fc.constantFrom('GOOD', 'BAD')),
})
type Values = typeof row extends fc.Arbitrary<infer V> ? V : never

async function insert(id: string, { name, kind, size, amount, at, seenAt, mood }: Values): Promise<void> {
  await db.$executeRaw`INSERT INTO probe VALUES (${id}, ${name}, ${kind}, ${size}::int, ${amount}::numeric, ${at}::timestamp,
    ${`${seenAt}Z`}::timestamptz, ${mood}::probe_mood)`
}

async function readPage(
  terms: KeysetTerm[],
  size: number,
  place?: { from: PageDirection; cursor: string },
): Promise<Page<Row>> {
  const decoded = place ? decodeCursor(place.cursor, terms) : null
  if (decoded && !decoded.ok) return expect.fail(decoded.problem)
  const where = place && decoded ? keysetPredicate(terms, decoded.keys, place.from) : Prisma.sql`TRUE`
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`SELECT id, ${selectKeys(terms)} AS keys FROM probe WHERE ${where}
    ORDER BY ${orderBy(terms, place?.from)} LIMIT ${fetchSize(size)}`)
  return pageOf(rows, { size, from: place?.from ?? null, cursorOf: ({ keys }) => encodeCursor(readKeys(keys), terms) })
}

async function idsInOrder(terms: KeysetTerm[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT id FROM probe ORDER BY ${orderBy(terms)}`)
  return rows.map(({ id }) => id)
}

const anySort: fc.Arbitrary<SortTerm[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...Object.keys(columns)),
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  }),
  { maxLength: 3, selector: ({ field }) => field },
)
const ids = (page: Page<Row>) => page.rows.map(({ id }) => id)

describe('paging by keys', () => {
  it('gives every row once, forwards and backwards, whatever the sort, ties and nulls', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        anySort,
        fc.integer({ min: 1, max: 4 }),
        async (rows, sort, size) => {
          await db.$executeRaw`TRUNCATE probe`
          for (const [place, values] of rows.entries()) await insert(`r${(place * 7) % 13}`, values)
          const terms = keysetTerms(sort, columns)
          const expected = await idsInOrder(terms)

          const forwards: string[] = []
          let page = await readPage(terms, size)
          expect(page.previous).toBeNull()
          forwards.push(...ids(page))
          while (page.next !== null) {
            page = await readPage(terms, size, { from: 'after', cursor: page.next })
            forwards.push(...ids(page))
          }
          expect(forwards).toEqual(expected)

          const backwards = ids(page)
          while (page.previous !== null) {
            page = await readPage(terms, size, { from: 'before', cursor: page.previous })
            backwards.unshift(...ids(page))
          }
          expect(backwards).toEqual(expected)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('neither repeats nor loses a row that was there when others are inserted and deleted meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 4, maxLength: 12 }),
        fc.array(fc.tuple(row, fc.nat({ max: 12 })), { maxLength: 8 }),
        anySort,
        fc.integer({ min: 1, max: 3 }),
        async (rows, arrivals, sort, size) => {
          await db.$executeRaw`TRUNCATE probe`
          for (const [place, values] of rows.entries()) await insert(`r${(place * 7) % 13}`, values)
          const terms = keysetTerms(sort, columns)
          const [gone, ...stable] = (await idsInOrder(terms)).reverse()
          const pending = [...arrivals]
          const seen: string[] = []
          let page = await readPage(terms, size)
          for (;;) {
            seen.push(...ids(page))
            const arrival = pending.pop()
            if (arrival) await insert(`n${pending.length}-${arrival[1]}`, arrival[0])
            if (pending.length === 3) await db.$executeRaw`DELETE FROM probe WHERE id = ${gone}`
            if (page.next === null) break
            page = await readPage(terms, size, { from: 'after', cursor: page.next })
          }
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.filter((id) => stable.includes(id))).toEqual(stable.reverse())
        },
      ),
      { numRuns: 150 },
    )
  })

  it('starts an index scan at the cursor where one direction serves all keys', async () => {
    await db.$executeRaw`CREATE INDEX probe_at ON probe ("seenAt" DESC, id DESC)`
    await db.$executeRaw`INSERT INTO probe (id, kind, "seenAt") SELECT 'i' || n, 'x', '2026-01-01Z'::timestamptz + n * interval '1 second' FROM generate_series(1, 5000) n`
    await db.$executeRaw`ANALYZE probe`
    const terms = keysetTerms([{ field: 'seenAt', direction: 'desc' }], columns)
    const where = keysetPredicate(terms, ['2026-01-01T00:20:00+00:00', 'i9'])
    const plan = JSON.stringify(
      await db.$queryRaw(
        Prisma.sql`EXPLAIN (FORMAT JSON) SELECT id FROM probe WHERE ${where} ORDER BY ${orderBy(terms)} LIMIT 50`,
      ),
    )
    expect(plan).toContain('"Index Name":"probe_at"')
    expect(plan).toContain('"Index Cond":"(ROW(')
    expect(plan).not.toContain('"Sort"')
  })
})

describe('a forged cursor', () => {
  const terms = keysetTerms(
    [
      { field: 'at', direction: 'desc' },
      { field: 'mood', direction: 'asc' },
      { field: 'size', direction: 'asc' },
    ],
    columns,
  )
  const good = ['2026-01-01T00:00:00.001', 'GOOD', '7', 'r1']
  const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it('is accepted as it was made', () => {
    expect(decodeCursor(encodeCursor(good, terms), terms)).toEqual({ ok: true, keys: good })
    expect(decodeCursor(encodeCursor([null, null, null, 'r1'], terms), terms)).toMatchObject({ ok: true })
  })

  it.each([
    ['', 'cannot be read'],
    ['%%%', 'cannot be read'],
    ['e30', 'cannot be read'],
    [raw([]), 'cannot be read'],
    [raw([null]), 'cannot be read'],
    [raw('-at,mood,size,id'), 'cannot be read'],
    [raw(['-at,mood,size,id', ...good.slice(1), 5]), 'cannot be read'],
    [raw(['-at,mood,size,id', ...good.slice(1)]), 'sorted before'],
    [raw(['at', '2026-01-01T00:00:00', 'r1']), 'sorted before'],
    [encodeCursor(['2026-02-30T00:00:00', 'GOOD', '7', 'r1'], terms), 'cannot be read'],
    [encodeCursor(['yesterday', 'GOOD', '7', 'r1'], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'UGLY', '7', 'r1'], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'GOOD', '7.5', 'r1'], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'GOOD', '9'.repeat(30), 'r1'], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'GOOD', '7', null], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'GOOD', '7', 'a\0'], terms), 'cannot be read'],
    [encodeCursor(['2026-01-01T00:00:00', 'GOOD', '7', 'a'.repeat(9_000)], terms), 'cannot be read'],
  ])('is refused: %s', (cursor, problem) => {
    expect(decodeCursor(cursor, terms)).toEqual({ ok: false, problem: expect.stringContaining(problem) })
  })

  it('never fails in the database', async () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...good, 'infinity', '2026-12-31T23:59:60', '0001-01-01T00:00:00', null),
    )
    await fc.assert(
      fc.asyncProperty(fc.tuple(key, key, key, key), async (keys) => {
        const decoded = decodeCursor(encodeCursor(keys, terms), terms)
        if (decoded.ok)
          await db.$queryRaw(Prisma.sql`SELECT id FROM probe WHERE ${keysetPredicate(terms, decoded.keys)}`)
      }),
      { numRuns: 500 },
    )
  })
})
