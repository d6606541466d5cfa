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
import { sealFor } from './seal'
import type { SortTerm } from './sort'
import type { ParamProblem, TableParams } from './table-params'

/** Milliseconds that a person is made to wait for rows before being told that the filter is too dear. */
const ROW_BUDGET = 5_000

/** The rows, or why there are none to show: a filter or a parameter that was not understood, or a search that took too long. */
export type ListResult<Row> =
  /** `headOnly`: words were looked for in the beginning of each document only. `remedies`: what would make a search instant that ended before its end, in words. */
  | { kind: 'page'; page: Page<Row>; headOnly?: boolean; remedies?: string[] }
  | { kind: 'filter'; problems: QueryProblem[] }
  | { kind: 'params'; problems: ParamProblem[] }
  | { kind: 'slow' }

/** The rows as they were read, with their keys; `stopped` when the search for more ended before its end, to go on behind these keys. */
export interface ReadRows<Row> {
  rows: (Row & { cursorKeys: string })[]
  stopped?: { keys: CursorKeys; at: Date } | null
}

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

/** Reads rows by one statement; null when it took too long. */
export async function readRows<Row>(db: PrismaClient, statement: Prisma.Sql): Promise<ReadRows<Row> | null> {
  const rows = await withinBudget(db, ROW_BUDGET, (tx) => tx.$queryRaw<(Row & { cursorKeys: string })[]>(statement))
  return rows && { rows }
}

/**
 * One page of a table: reads the filter and the cursor of `search`, and gives the parts to `read`, which answers null when it took
 * too long. `within` limits the table further, as a state does. Errors of the database are thrown.
 */
export async function findPage<Row>({
  search,
  columns,
  registry,
  clock,
  within = Prisma.sql`true`,
  read,
}: {
  search: Omit<TableParams, 'sort'> & { terms: SortTerm[] }
  columns: Readonly<Record<string, SortColumn>>
  registry: Registry
  clock: Clock
  within?: Prisma.Sql
  read: (parts: PageParts) => Promise<ReadRows<Row> | null>
}): Promise<ListResult<Row>> {
  const filter = whereOf(search.q, registry, clock)
  if (!filter.ok) return { kind: 'filter', problems: filter.problems }
  const terms = keysetTerms(search.terms, columns)
  const seal = await sealFor(terms)
  const from: PageDirection | null =
    search.before !== undefined ? 'before' : search.after !== undefined ? 'after' : null
  const matching = allOf([within, filter.where])
  let beyond: CursorKeys | null = null
  if (from) {
    const cursor = decodeCursor(search[from] ?? '', terms, seal)
    if (!cursor.ok) return { kind: 'params', problems: [{ parameter: from, message: cursor.problem }] }
    beyond = cursor.keys
  }
  const found = await read({
    where: beyond && from ? allOf([matching, keysetPredicate(terms, beyond, from)]) : matching,
    matching,
    beyond,
    direction: from ?? 'after',
    order: orderBy(terms, from ?? 'after'),
    limit: fetchSize(search.size),
    keys: selectKeys(terms),
  })
  if (found === null) return { kind: 'slow' }
  const cursorOf = (row: { cursorKeys: string }) => encodeCursor(readKeys(row.cursorKeys), terms, seal)
  const page = pageOf(found.rows, { size: search.size, from, cursorOf })
  if (!found.stopped) return { kind: 'page', page }
  const further = encodeCursor(found.stopped.keys, terms, seal)
  const onward = from === 'before' ? { previous: further } : { next: further }
  return { kind: 'page', page: { ...page, ...onward, reached: found.stopped.at } }
}
