import 'server-only'
import { Prisma } from '../db/generated/client'
import type { Clock } from '../query/dates'
import { impliedSpan } from '../query/implied-span'
import type { PageParts } from '../table/find-page'
import { keysetTerms, orderBy, type SortColumn, selectKeys } from '../table/keyset'
import type { CreationOrder } from './creation-order'
import { creationWalk } from './creation-walk'
import { RECORD_FIELDS } from './fields'
import { RECORDS_FROM } from './fields-sql'
import type { RecordSearch } from './search-params'

const PLACES: Readonly<Record<string, SortColumn>> = {
  createdAt: { sql: Prisma.sql`page.place`, nullable: false, type: 'timestamp' },
  id: { sql: Prisma.sql`page.id`, nullable: false, type: 'text' },
}

/** The ids of a page as the table `page`, with what orders it and its cursors. */
export interface PageIds {
  page: Prisma.Sql
  order: Prisma.Sql
  keys: Prisma.Sql
}

/** The ids of one page of a list, chosen before anything else of the rows is read: by sorting, or along the primary key. */
export function pageIds(
  { where, matching, beyond, direction, order, limit, keys }: PageParts,
  search: Pick<RecordSearch, 'q' | 'terms'>,
  creation: CreationOrder,
  clock: Clock,
): PageIds {
  if (creation.kind === 'sorted') {
    const page = Prisma.sql`select r.id, ${keys} as "cursorKeys" ${RECORDS_FROM} where ${where} order by ${order} limit ${limit}`
    return { page, order, keys: Prisma.sql`page."cursorKeys"` }
  }
  const terms = keysetTerms(search.terms, PLACES)
  const newestFirst = (terms[0]?.direction === 'desc') === (direction === 'after')
  const span = impliedSpan(search.q, RECORD_FIELDS, 'createdAt', clock)
  const page = creationWalk({ where: matching, span, order: creation, newestFirst, beyond, limit })
  return { page, order: orderBy(terms, direction), keys: selectKeys(terms) }
}
