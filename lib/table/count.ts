import 'server-only'
import { z } from 'zod'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { withinBudget } from '@/lib/db/within-budget'

/** `estimate` comes from the planner and may be off by any factor; show it with `~`. `atLeast` is a number that was counted. */
export type Count = { kind: 'exact' | 'atLeast' | 'estimate'; value: number }

const Explained = z.tuple([
  z.object({
    'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number(), 'Total Cost': z.number() }) })]),
  }),
])
type Reader = Pick<PrismaClient, '$queryRaw'>

/** Cost in the planner's units above which counting is not begun: the table would be read to its end to find a few rows. */
const DEAR = 100_000

/** Cost in the planner's units up to which rows are counted as far as the cap; where they cost more, to a tenth of it. */
const CHEAP = 8_000
const FEWER = 10

/** Times the cap above which the estimate is believed without counting as far as the cap first. */
const FAR_BEYOND = 20

/**
 * Counts the rows of `source` (`FROM … WHERE …`) exactly up to `cap`, or up to a tenth of it where rows are dear to come by, and estimates beyond. Where far more are expected, the plan says that counting
 * is dear, or it takes longer than `budget` milliseconds, the estimate answers instead. Other errors of the database are thrown.
 */
export async function countUpTo(
  db: PrismaClient,
  source: Prisma.Sql,
  { cap, budget }: { cap: number; budget: number },
): Promise<Count> {
  const expected = await estimateRows(db, source)
  if (expected > cap * FAR_BEYOND) return { kind: 'estimate', value: expected }
  const counted = await countWithin(db, source, cap, budget)
  if (counted === null) return { kind: 'estimate', value: expected }
  if (counted.rows <= counted.cap) return { kind: 'exact', value: counted.rows }
  return expected > counted.rows ? { kind: 'estimate', value: expected } : { kind: 'atLeast', value: counted.cap }
}

/** How many rows the planner expects of `source`; reads no row. */
export async function estimateRows(db: Reader, source: Prisma.Sql): Promise<number> {
  return (await planOf(db, Prisma.sql`SELECT 1 ${source}`))['Plan Rows']
}

/** What the planner thinks that `statement` costs, in its units: about one for each page of the table that is read in order. */
export async function planCost(db: Reader, statement: Prisma.Sql): Promise<number> {
  return (await planOf(db, statement))['Total Cost']
}

async function planOf(db: Reader, statement: Prisma.Sql) {
  const [row] = Explained.parse(await db.$queryRaw(Prisma.sql`EXPLAIN (FORMAT JSON) ${statement}`))
  return row['QUERY PLAN'][0].Plan
}

/** One row more than the cap where there are more. Null when it would take too long, or the time ran out. */
function countWithin(
  db: PrismaClient,
  source: Prisma.Sql,
  most: number,
  budget: number,
): Promise<{ rows: number; cap: number } | null> {
  const counting = (cap: number) =>
    Prisma.sql`/* count of a list */ SELECT count(*) AS value FROM (SELECT 1 ${source} LIMIT ${cap + 1}) AS counted`
  return withinBudget(db, budget, async (tx) => {
    const cost = await planCost(tx, counting(most))
    const cap = cost <= CHEAP ? most : Math.ceil(most / FEWER)
    if (cap < most && (await planCost(tx, counting(cap))) > DEAR) return null
    const rows = await tx.$queryRaw<{ value: bigint }[]>(counting(cap))
    return { rows: Number(rows[0]?.value ?? 0), cap }
  })
}
