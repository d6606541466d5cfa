import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { Prisma } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'
import { planCost } from '../table/count'
import { type PageParts, type ReadRows, readRows } from '../table/find-page'
import type { KeysetTerm } from '../table/keyset'
import type { CreationOrder } from './creation-order'
import { creationWalk } from './creation-walk'
import { byPlace, isNewestFirst, type PageIds, sortedIds } from './page-ids'
import { searchInSteps } from './search-in-steps'

/** Cost in the planner's units up to which a statement is run at once: some thousand rows by an index. A scan of a large table costs far more. */
const CHEAP = 20_000
/** Milliseconds that a statement may take which the plan calls cheap, since plans can be wrong. */
const CHEAP_BUDGET = 800

export interface PageOptions {
  terms: readonly KeysetTerm[]
  creation: CreationOrder
  /** Creation times outside of which nothing matches. */
  span: { start?: Date; end?: Date }
  /** Whether the list has no filter, so that its first rows are a page. */
  isWhole: boolean
  /** The statement that reads the rows of the table `page`, which has `id`. */
  rowsOf: (ids: PageIds) => Prisma.Sql
}

/**
 * Reads one page of records; null when it took too long. This is the cost gate: in the order of creation a filter is first planned,
 * and one that would read the table is answered in steps, the newest matches first, as far as a person can be made to wait.
 */
export async function readPage<Row>(
  db: PrismaClient,
  parts: PageParts,
  { terms, creation, span, isWhole, rowsOf }: PageOptions,
): Promise<ReadRows<Row> | null> {
  const { matching: where, beyond, direction, limit } = parts
  if (creation.kind === 'sorted') return readRows(db, rowsOf(sortedIds({ where, terms, beyond, direction, limit })))
  const walk = { where, span, order: creation, newestFirst: isNewestFirst(terms, direction), beyond, limit }
  const statement = rowsOf({ page: creationWalk(walk), ...byPlace(terms, direction) })
  if (isWhole) return readRows(db, statement)
  const rows = await readIfCheap<Row>(db, statement)
  return rows ?? readInSteps(db, { ...walk, terms, direction, rowsOf })
}

async function readIfCheap<Row>(db: PrismaClient, statement: Prisma.Sql): Promise<ReadRows<Row> | null> {
  const rows = await withinBudget(db, CHEAP_BUDGET, async (tx) => {
    if ((await planCost(tx, statement)) > CHEAP) return 'dear'
    return tx.$queryRaw<(Row & { cursorKeys: string })[]>(statement)
  })
  return rows === null || rows === 'dear' ? null : { rows }
}

async function readInSteps<Row>(
  db: PrismaClient,
  search: Parameters<typeof searchInSteps>[1] & Pick<PageOptions, 'terms' | 'rowsOf'> & Pick<PageParts, 'direction'>,
): Promise<ReadRows<Row> | null> {
  const found = await searchInSteps(db, search)
  if (!found) return null
  const ids = found.places.map(({ id }) => id)
  const places = found.places.map(({ place }) => place)
  const page = Prisma.sql`select * from unnest(${ids}::text[], ${places}::timestamp[]) as found(id, place)`
  const read = await readRows<Row>(db, search.rowsOf({ page, ...byPlace(search.terms, search.direction) }))
  return read && { ...read, stopped: found.stopped }
}
