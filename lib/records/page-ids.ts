import 'server-only'
import { Prisma } from '../db/generated/client'
import type { CursorKeys } from '../table/cursor'
import { type KeysetTerm, keysetBranches, keysetTerms, orderBy, type SortColumn, selectKeys } from '../table/keyset'
import type { PageDirection } from '../table/page'
import type { SortTerm } from '../table/sort'
import { fromFor } from './fields-sql'

const PLACES: Readonly<Record<string, SortColumn>> = {
  createdAt: { sql: Prisma.sql`page.place`, nullable: false, type: 'timestamp' },
  id: { sql: Prisma.sql`page.id`, nullable: false, type: 'text' },
}
/** Names of the sort columns outside of the statement that chose them; as many as a sort has terms, and one for the id. */
const NAMES = [Prisma.sql`k0`, Prisma.sql`k1`, Prisma.sql`k2`, Prisma.sql`k3`]

/** The ids of a page as the table `page`, with what orders it and its cursors. */
export interface PageIds {
  page: Prisma.Sql
  order: Prisma.Sql
  keys: Prisma.Sql
}

/** Which page of a sorted list: `where` without the cursor, whose keys `beyond` holds. */
export interface SortedPage {
  where: Prisma.Sql
  terms: readonly KeysetTerm[]
  beyond: CursorKeys | null
  direction: PageDirection
  limit: number
}

/** The ids of one page by sorting, or by an index that has the order. They are chosen before anything else of the rows is read. */
export function sortedIds({ where, terms, beyond, direction, limit }: SortedPage): PageIds {
  const from = fromFor(Prisma.join([where, ...terms.map(({ column }) => column.sql)], ' '))
  const columns = Prisma.join(terms.map(({ column }, place) => Prisma.sql`${column.sql} as ${NAMES[place]}`))
  const branches = beyond ? keysetBranches(terms, beyond, direction) : [Prisma.sql`true`]
  const order = orderBy(terms, direction)
  const parts = branches.map(
    (branch) =>
      Prisma.sql`(select r.id, ${columns} ${from} where ${branch} and ${where} order by ${order} limit ${limit})`,
  )
  const named = terms.map((term, place) => ({
    ...term,
    column: { ...term.column, sql: Prisma.sql`page.${NAMES[place]}` },
  }))
  const outer = orderBy(named, direction)
  const page = Prisma.sql`select * from (${Prisma.join(parts, ' union all ')}) as page order by ${outer} limit ${limit}`
  return { page, order: outer, keys: selectKeys(named) }
}

/** What orders and names the places that a walk along the primary key finds, as the table `page` with `id` and `place`. */
export function byPlace(terms: readonly SortTerm[], direction: PageDirection): Omit<PageIds, 'page'> {
  const placed = keysetTerms(terms, PLACES)
  return { order: orderBy(placed, direction), keys: selectKeys(placed) }
}

/** Whether a sort by creation in that direction begins with the newest. */
export function isNewestFirst(terms: readonly SortTerm[], direction: PageDirection): boolean {
  return (terms[0]?.direction === 'desc') === (direction === 'after')
}
