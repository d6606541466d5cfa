import 'server-only'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { planCost } from '../table/count'
import type { RecordFacet, RecordFacets } from './dto'
import { fromFor } from './fields-sql'

/** Values listed per facet; whoever has more of them filters by typing. */
const MOST_VALUES = 30

/** The facets beside the list: the field that a click filters by, and its expression as text. */
export const FACETS = [
  { field: 'entityType', label: 'Entity type', alias: Prisma.sql`f1`, sql: Prisma.sql`r."entityType"` },
  { field: 'status', label: 'Status', alias: Prisma.sql`f2`, sql: Prisma.sql`r.status::text` },
  {
    field: 'enrichmentStatus',
    label: 'Enrichment',
    alias: Prisma.sql`f3`,
    sql: Prisma.sql`r."enrichmentStatus"::text`,
  },
  { field: 'source', label: 'Source', alias: Prisma.sql`f4`, sql: Prisma.sql`r.source` },
  { field: 'connection.name', label: 'Integration', alias: Prisma.sql`f5`, sql: Prisma.sql`c.name` },
] as const

/** Milliseconds that counting may take. */
const BUDGET = 1_500
/** Matches that are counted, the newest first, so that counting costs the same in a table of any size. */
const MOST_MATCHES = 2_000
/** Records that are looked through for matches where no index finds them. */
const MOST_RECORDS = 20_000
/** Cost in the planner's units up to which the matches are found by the filter itself. */
const CHEAP = 60_000

/** A count of one value of the facet that `grouping` tells: its bit, counted from the right, is the one that is 0. */
interface RawFacet {
  grouping: number
  value: string | null
  count: bigint
  /** Whether there are more matches than were counted. */
  more: boolean
}

/** The most frequent values by facet among the records that fulfil `condition`, or among the newest of them; null when it took too long. */
export function facetsOf(db: PrismaClient, condition: Prisma.Sql): Promise<RecordFacets | null> {
  const newest = (among: Prisma.Sql) => {
    const columns = FACETS.map(({ sql, alias }) => Prisma.sql`${sql} as ${alias}`)
    const from = fromFor(Prisma.join([condition, ...columns], ' '))
    return Prisma.sql`select r.id, ${Prisma.join(columns)} ${from} where ${among} and ${condition} order by r.id desc limit ${MOST_MATCHES + 1}`
  }
  const recent = Prisma.sql`r.id >= (select min(id) from (select id from mastra.records order by id desc limit ${MOST_RECORDS}) as recent)`
  return withinBudget(db, BUDGET, async (tx) => {
    const isCheap = (await planCost(tx, newest(Prisma.sql`true`))) <= CHEAP
    const aliases = FACETS.map(({ alias }) => alias)
    const raw = await tx.$queryRaw<RawFacet[]>`
      /* facets of records */ with newest as materialized (${newest(isCheap ? Prisma.sql`true` : recent)})
      select grouping(${Prisma.join(aliases)}) as grouping, coalesce(${Prisma.join(aliases)}) as value, count(*) as count,
        (select count(*) from newest) > ${MOST_MATCHES} as more
      from (select * from newest order by id desc limit ${MOST_MATCHES}) as matching
      group by grouping sets (${Prisma.join(aliases.map((alias) => Prisma.sql`(${alias})`))})
      order by count(*) desc, value`
    return { facets: readFacets(raw), among: amongOf(raw[0]?.more ?? false, isCheap) }
  })
}

function amongOf(isMore: boolean, isCheap: boolean): RecordFacets['among'] {
  if (isMore) return { of: 'matches', newest: MOST_MATCHES }
  return isCheap ? null : { of: 'records', newest: MOST_RECORDS }
}

/** What `grouping` would say where nothing is grouped by. */
const ALL = 2 ** FACETS.length - 1

/** The counts by facet, in the order of FACETS; records without the value are left out. */
function readFacets(raw: readonly RawFacet[]): RecordFacet[] {
  return FACETS.map(({ field, label }, place) => {
    const grouping = ALL - 2 ** (FACETS.length - 1 - place)
    const values = raw.flatMap(({ grouping: own, value, count }) =>
      own === grouping && value !== null ? [{ value, count: Number(count) }] : [],
    )
    return { field, label, values: values.slice(0, MOST_VALUES) }
  })
}
