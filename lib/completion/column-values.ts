import 'server-only'
import { Prisma } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { MaskPolicy } from '../mask/policy'
import { quoteValue } from '../query/term-text'
import { isWorthTyping, MOST_VALUES, matches } from './worth-typing'

/** A column whose values are proposed. `newest` reads rows along their primary key; `ordered`: an index begins with the column. */
export interface ValueSource {
  schema: 'mastra' | 'mastra_admin'
  table: string
  column: string
  from: Prisma.Sql
  newest: Prisma.Sql
  value: Prisma.Sql
  ordered?: boolean
  isList?: boolean
}

/** Rows that are looked at, whatever the table holds, and the milliseconds that it may take. */
const SAMPLE = 500
const BUDGET = 400

/**
 * Values that the column has and that contain `typed`, as they are written in a filter, the commonest first: those that Postgres
 * counted when it last analysed the table, then those of the newest rows, and those that begin so where an index leads to them. Costs
 * the same on any number of rows. Without secrets, and without what is too long to be chosen from a list.
 */
export async function columnValues(policy: MaskPolicy, source: ValueSource, typed: string): Promise<string[]> {
  const db = await readDatabase()
  const [counted, sampled] = await Promise.all([
    db.$queryRaw<Row[]>(analysed(source)),
    withinBudget(db, BUDGET, async (tx) => [
      ...(await tx.$queryRaw<Row[]>(newest(source))),
      ...(source.ordered && typed !== '' ? await tx.$queryRaw<Row[]>(following(source, typed)) : []),
    ]),
  ])
  const values = [...counted, ...(sampled ?? [])].map(({ value }) => value)
  return [...new Set(values)]
    .filter((value) => isWorthTyping(policy, value) && matches(value, typed))
    .slice(0, MOST_VALUES)
    .map(quoteValue)
}

interface Row {
  value: string
}

function analysed({ schema, table, column, isList }: ValueSource): Prisma.Sql {
  const common = isList ? Prisma.sql`most_common_elems` : Prisma.sql`most_common_vals`
  return Prisma.sql`
    select value from pg_stats s, unnest(s.${common}::text::text[]) with ordinality as v (value, place)
    where s.schemaname = ${schema} and s.tablename = ${table} and s.attname = ${column} and not s.inherited
    order by place limit 1000`
}

function newest({ from, newest: order, value, isList }: ValueSource): Prisma.Sql {
  const rows = isList
    ? Prisma.sql`(select ${value} as list from ${from} order by ${order} limit ${SAMPLE}) as s, unnest(s.list) as value`
    : Prisma.sql`(select ${value} as value from ${from} order by ${order} limit ${SAMPLE}) as s`
  return Prisma.sql`select value from ${rows} where value is not null group by value order by count(*) desc, value limit 200`
}

/** Along the index from what was typed on; which of them really begin so is looked at afterwards, since collations differ. */
function following({ from, value }: ValueSource, typed: string): Prisma.Sql {
  return Prisma.sql`select ${value} as value from ${from} where ${value} >= ${typed} order by ${value} limit 40`
}
