import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '../db/generated/client'
import { numberKey, textKey } from '../query/path-keys'
import { printPath } from '../query/print'
import { searchHead } from '../records/search-text'
import { INDEX_PREFIX, type IndexPurpose } from './known-indexes'

/** An index that can help on Mastra's tables, and what is known of it before it is built. */
export interface CatalogueEntry {
  /** Its name in the database; the only thing by which a browser or a command asks for it. */
  name: string
  table: 'records' | 'connections'
  /** What becomes fast, in words for a person. */
  helps: string
  /** What each write of Mastra's to the table then costs more, in words. */
  price: string
  /** The method and keys, as after `ON table USING`. Parameters stand for constants, which `inlined` writes into the text. */
  definition: Prisma.Sql
  /** Microseconds of building, and bytes, per row: measured at 1,000,000 rows of 300 to 900 bytes on two cores (docs/performance.md). */
  perRow: { microseconds: number; bytes: number }
  purpose: IndexPurpose
}

const LITTLE = 'Little cost: an insert or change of a row writes one more index entry.'
const MUCH =
  'High cost: inserts and changes of records take 5 to 10 times as long, since every word of a document is an entry.'
const DATA = Prisma.sql`data`

/** What helps whatever the data is. */
const FIXED: readonly CatalogueEntry[] = [
  {
    name: `${INDEX_PREFIX}records_type`,
    table: 'records',
    helps: 'Filters by an entity type that few records have, newest first.',
    price: LITTLE,
    definition: Prisma.sql`btree (lower("entityType"), id)`,
    perRow: { microseconds: 3, bytes: 57 },
    purpose: { use: 'column', field: 'entityType' },
  },
  {
    name: `${INDEX_PREFIX}records_entity`,
    table: 'records',
    helps: 'The records of one entity, connection or end user.',
    price: LITTLE,
    definition: Prisma.sql`btree ("entityId", id)`,
    perRow: { microseconds: 2.5, bytes: 78 },
    purpose: { use: 'column', field: 'entity' },
  },
  {
    name: `${INDEX_PREFIX}records_type_created`,
    table: 'records',
    helps: 'The list sorted by entity type, and within it newest first.',
    price: LITTLE,
    definition: Prisma.sql`btree ("entityType", "createdAt" desc, id desc)`,
    perRow: { microseconds: 2.5, bytes: 68 },
    purpose: { use: 'sort', sort: 'entityType,-createdAt' },
  },
  {
    name: `${INDEX_PREFIX}records_deleted`,
    table: 'records',
    helps: 'Deleted records, the last deleted first.',
    price: 'Next to no cost: only deleted records are in it.',
    definition: Prisma.sql`btree ("deletedAt" desc, id desc) where "deletedAt" is not null`,
    perRow: { microseconds: 0.3, bytes: 4 },
    purpose: { use: 'sort', sort: '-deletedAt' },
  },
  {
    name: `${INDEX_PREFIX}records_search`,
    table: 'records',
    helps: 'Words without a field: in ids, external ids and the first 8,000 characters of each document.',
    price: MUCH,
    definition: Prisma.sql`gin ((${searchHead(Prisma.empty)}) gin_trgm_ops)`,
    perRow: { microseconds: 170, bytes: 412 },
    purpose: { use: 'search' },
  },
  {
    name: `${INDEX_PREFIX}connections_issues`,
    table: 'connections',
    helps: 'Connections that have issues.',
    price: 'Next to no cost: only connections with issues are in it.',
    definition: Prisma.sql`btree (id) where cardinality(issues) > 0`,
    perRow: { microseconds: 0.3, bytes: 8 },
    purpose: { use: 'column', field: 'issues' },
  },
]

/** The index on one value inside the documents, as text or as number. */
export function pathEntry(keys: readonly string[], kind: 'text' | 'number'): CatalogueEntry {
  const path = printPath({ steps: ['data', ...keys].map((key) => ({ type: 'key', key })) })
  const key = kind === 'text' ? textKey(DATA, keys) : numberKey(DATA, keys)
  return {
    name: `${INDEX_PREFIX}records_data_${createHash('sha256')
      .update(JSON.stringify([kind, ...keys]))
      .digest('hex')
      .slice(0, 12)}`,
    table: 'records',
    helps:
      kind === 'text'
        ? `Filters for one value of ${path}, and sorting by it as text.`
        : `Filters for a number or a range of numbers in ${path}, and sorting by it.`,
    price: LITTLE,
    definition: Prisma.sql`btree (${key}, id)`,
    perRow: kind === 'text' ? { microseconds: 4, bytes: 75 } : { microseconds: 3, bytes: 55 },
    purpose: { use: 'path', kind, keys: [...keys] },
  }
}

/** Everything that can be built: the fixed ones, and one for each path that people filter or sort by. */
export function catalogue(paths: readonly { keys: string[]; kind: 'text' | 'number' }[]): CatalogueEntry[] {
  return [...FIXED, ...paths.map(({ keys, kind }) => pathEntry(keys, kind))]
}

/** What makes a filter by these fast: words without a field, entity types, paths in documents. */
export function remediesFor(wanted: readonly IndexPurpose[]): CatalogueEntry[] {
  return wanted.flatMap((purpose) => {
    if (purpose.use === 'path') return [pathEntry(purpose.keys, purpose.kind)]
    return FIXED.filter((entry) => JSON.stringify(entry.purpose) === JSON.stringify(purpose))
  })
}
