import 'server-only'
import { Prisma } from '../db/generated/client'
import type { RecordFacet } from './dto'

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

/** A count of one value of the facet that `grouping` tells: its bit, counted from the right, is the one that is 0. */
export interface RawFacet {
  grouping: number
  value: string | null
  count: bigint
}

/** The counts by facet, in the order of FACETS; records without the value are left out. */
export function readFacets(raw: readonly RawFacet[]): RecordFacet[] {
  const all = 2 ** FACETS.length - 1
  return FACETS.map(({ field, label }, place) => {
    const grouping = all - 2 ** (FACETS.length - 1 - place)
    const values = raw.flatMap(({ grouping: own, value, count }) =>
      own === grouping && value !== null ? [{ value, count: Number(count) }] : [],
    )
    return { field, label, values: values.slice(0, MOST_VALUES) }
  })
}
