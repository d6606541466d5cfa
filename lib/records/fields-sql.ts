import 'server-only'
import { Prisma } from '../db/generated/client'
import type { FieldSql } from '../query/registry'
import type { SortColumn } from '../table/keyset'
import { ENRICHMENT_STATUSES, RECORD_STATUSES } from './fields'

/** What every expression here is written over. Joins that nothing names are removed by the planner, as they are on unique keys. */
export const RECORDS_FROM = Prisma.sql`from mastra.records r
  left join mastra.entity e on e.id = r."entityId"
  left join mastra.connections c on c.id = e.k_id`

/**
 * The tables that `condition` names, without the rest: the planner leaves joins out that nothing names, but takes its time over them.
 * Values are no part of the text that is looked at.
 */
export function fromFor(condition: Prisma.Sql): Prisma.Sql {
  return /\b[ec]\./.test(condition.sql) ? RECORDS_FROM : Prisma.sql`from mastra.records r`
}

const STATUS = Prisma.sql`mastra."RecordStatus"`
const ENRICHMENT_STATUS = Prisma.sql`mastra."RecordEnrichmentStatus"`

/** Where the fields of a record are found. */
export const RECORD_SQL: Readonly<Record<string, FieldSql>> = {
  id: { column: Prisma.sql`r.id` },
  externalId: { column: Prisma.sql`r."externalId"` },
  entityType: { column: Prisma.sql`r."entityType"` },
  source: { column: Prisma.sql`r.source` },
  status: { column: Prisma.sql`r.status`, enumType: STATUS },
  enrichmentStatus: { column: Prisma.sql`r."enrichmentStatus"`, enumType: ENRICHMENT_STATUS },
  createdAt: { column: Prisma.sql`r."createdAt"` },
  updatedAt: { column: Prisma.sql`r."updatedAt"` },
  deletedAt: { column: Prisma.sql`r."deletedAt"` },
  data: { column: Prisma.sql`r.data` },
  entityId: { column: Prisma.sql`r."entityId"` },
  'entity.id': { column: Prisma.sql`e.id` },
  'entity.type': { column: Prisma.sql`e.type` },
  'connection.id': { column: Prisma.sql`c.id` },
  'connection.name': { column: Prisma.sql`c.name` },
  'connection.connectionId': { column: Prisma.sql`c."connectionId"` },
  in: {
    column: Prisma.sql`m.set_id`,
    wrap: (predicate) =>
      Prisma.sql`exists (select from mastra_admin.id_set_item m where m.record_id = r.id and ${predicate})`,
  },
}

/** The columns behind RECORD_SORTS, by the same names. */
export const RECORD_SORT_COLUMNS: Readonly<Record<string, SortColumn>> = {
  id: { sql: Prisma.sql`r.id`, nullable: false, type: 'text' },
  externalId: { sql: Prisma.sql`r."externalId"`, nullable: true, type: 'text' },
  entityType: { sql: Prisma.sql`r."entityType"`, nullable: false, type: 'text' },
  source: { sql: Prisma.sql`r.source`, nullable: false, type: 'text' },
  status: { sql: Prisma.sql`r.status`, nullable: false, type: 'enum', enumType: STATUS, values: RECORD_STATUSES },
  enrichmentStatus: {
    sql: Prisma.sql`r."enrichmentStatus"`,
    nullable: false,
    type: 'enum',
    enumType: ENRICHMENT_STATUS,
    values: ENRICHMENT_STATUSES,
  },
  createdAt: { sql: Prisma.sql`r."createdAt"`, nullable: false, type: 'timestamp' },
  updatedAt: { sql: Prisma.sql`r."updatedAt"`, nullable: true, type: 'timestamp' },
  deletedAt: { sql: Prisma.sql`r."deletedAt"`, nullable: true, type: 'timestamp' },
}
