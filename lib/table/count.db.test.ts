import { beforeAll, describe, expect, it } from 'vitest'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { withTestDatabase } from '@/lib/db/test-database'
import { countUpTo } from './count'

let db: PrismaClient

beforeAll(async () => {
  const test = await withTestDatabase({ empty: true })
  db = test.client
  await db.$executeRaw`CREATE TABLE probe AS SELECT 'x' AS kind FROM generate_series(1, 3000)`
  await db.$executeRaw`ANALYZE probe`
  return test.drop
})

describe('counting', () => {
  const source = Prisma.sql`FROM probe WHERE kind = ${'x'}`

  it('is exact up to the cap, and an estimate beyond', async () => {
    expect(await countUpTo(db, source, { cap: 3_000, budget: 5_000 })).toEqual({ kind: 'exact', value: 3_000 })
    expect(await countUpTo(db, source, { cap: 100, budget: 5_000 })).toEqual({ kind: 'estimate', value: 3_000 })
  })

  it('believes an estimate that is far beyond the cap without counting', async () => {
    const failing = Prisma.sql`FROM probe WHERE 1 / (length(kind) - 1) > 0`
    expect(await countUpTo(db, failing, { cap: 1, budget: 5_000 })).toMatchObject({ kind: 'estimate' })
  })

  it('counts to a tenth of the cap where rows are dear to come by', async () => {
    await db.$executeRaw`CREATE FUNCTION dear(text) RETURNS boolean LANGUAGE plpgsql COST 10000 AS 'begin return true; end'`
    const dear = (kind: string) => Prisma.sql`FROM probe WHERE dear(kind) AND kind = ${kind}`
    expect(await countUpTo(db, dear('x'), { cap: 2_000, budget: 5_000 })).toEqual({ kind: 'estimate', value: 1_000 })
    expect(await countUpTo(db, dear('y'), { cap: 2_000, budget: 5_000 })).toEqual({ kind: 'exact', value: 0 })
  })

  it('says "at least" when the planner expects fewer than were counted', async () => {
    const surprising = Prisma.sql`FROM probe WHERE kind || '' = ${'x'}`
    expect(await countUpTo(db, surprising, { cap: 2_000, budget: 5_000 })).toEqual({ kind: 'atLeast', value: 2_000 })
  })

  it('estimates when the time runs out, and leaves the connection usable', async () => {
    const slow = Prisma.sql`FROM probe WHERE pg_sleep(0.01) IS NOT NULL`
    const count = await countUpTo(db, slow, { cap: 10_000, budget: 50 })
    expect(count.kind).toBe('estimate')
    expect(await countUpTo(db, source, { cap: 3_000, budget: 5_000 })).toEqual({ kind: 'exact', value: 3_000 })
  })

  it('reports a failing query as a failure', async () => {
    const failing = Prisma.sql`FROM probe WHERE 1 / (length(kind) - 1) > 0`
    await expect(countUpTo(db, failing, { cap: 100, budget: 5_000 })).rejects.toThrow('division by zero')
  })
})
