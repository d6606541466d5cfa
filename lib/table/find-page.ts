import 'server-only'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { withinBudget } from '@/lib/db/within-budget'
import { compileQuery } from '../query/compile'
import type { Clock } from '../query/dates'
import { allOf } from '../query/logic'
import { parseQuery } from '../query/parse'
import type { QueryProblem } from '../query/problem'
import type { Registry } from '../query/registry'
import { type CursorKeys, decodeCursor, encodeCursor } from './cursor'
import { keysetPredicate, keysetTerms, orderBy, readKeys, type SortColumn, selectKeys } from './keyset'
import { fetchSize, type Page, type PageDirection, pageOf } from './page'
import type { SortTerm } from './sort'
import type { ParamProblem, TableParams } from './table-params'

/** Milliseconds that a person is made to wait for rows before being told that the filter is too dear. */
const ROW_BUDGET = 10_000

/** The rows, or why there are none to show: a filter or a parameter that was not understood, or a search that took too long. */
export type ListResult<Row> =
  | { kind: 'page'; page: Page<Row> }
  | { kind: 'filter'; problems: QueryProblem[] }
  | { kind: 'params'; problems: ParamProblem[] }
  | { kind: 'slow' }

/** The parts of a list's statement. `keys` is selected under the name `cursorKeys`. */
export interface PageParts {
  where: Prisma.Sql
  /** `where` without the cursor, for a statement that begins there in its own way. */
  matching: Prisma.Sql
  /** The keys of the row to begin behind, in the order of the terms; null on the first page. */
  beyond: CursorKeys | null
  direction: PageDirection
  order: Prisma.Sql
  limit: number
  keys: Prisma.Sql
}

/** The condition of a filter text over a registry's table, or what is wrong with the text. */
export function whereOf(
  q: string,
  registry: Registry,
  clock: Clock,
): { ok: true; where: Prisma.Sql } | { ok: false; problems: QueryProblem[] } {
  const parsed = parseQuery(q)
  return parsed.ok ? compileQuery(parsed.ast, registry, clock) : parsed
}

/**
 * One page of a table: reads the filter and the cursor of `search`, and runs the statement that `select` makes of the
 * parts. `within` limits the table further, as a state does. Errors of the database are thrown.
 */
export async function findPage<Row>({
  db,
  search,
  columns,
  registry,
  clock,
  within = Prisma.sql`true`,
  select,
}: {
  db: PrismaClient
  search: Omit<TableParams, 'sort'> & { terms: SortTerm[] }
  columns: Readonly<Record<string, SortColumn>>
  registry: Registry
  clock: Clock
  within?: Prisma.Sql
  select: (parts: PageParts) => Prisma.Sql
}): Promise<ListResult<Row>> {
  const filter = whereOf(search.q, registry, clock)
  if (!filter.ok) return { kind: 'filter', problems: filter.problems }
  const terms = keysetTerms(search.terms, columns)
  const from: PageDirection | null =
    search.before !== undefined ? 'before' : search.after !== undefined ? 'after' : null
  const matching = allOf([within, filter.where])
  let beyond: CursorKeys | null = null
  if (from) {
    const cursor = decodeCursor(search[from] ?? '', terms)
    if (!cursor.ok) return { kind: 'params', problems: [{ parameter: from, message: cursor.problem }] }
    beyond = cursor.keys
  }
  const statement = select({
    where: beyond && from ? allOf([matching, keysetPredicate(terms, beyond, from)]) : matching,
    matching,
    beyond,
    direction: from ?? 'after',
    order: orderBy(terms, from ?? 'after'),
    limit: fetchSize(search.size),
    keys: selectKeys(terms),
  })
  const rows = await withinBudget(db, ROW_BUDGET, (tx) => tx.$queryRaw<(Row & { cursorKeys: string })[]>(statement))
  if (rows === null) return { kind: 'slow' }
  const cursorOf = (row: { cursorKeys: string }) => encodeCursor(readKeys(row.cursorKeys), terms)
  return { kind: 'page', page: pageOf(rows, { size: search.size, from, cursorOf }) }
}
