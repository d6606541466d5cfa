import 'server-only'
import { Prisma } from '../../db/generated/client'
import { changeable } from '../../records/changeable-fields'
import { RECORD_FIELDS, type RecordVerb } from '../verbs-schema'

/** What the verb sets, over no row: the same for all records. */
export function targetOf(verb: RecordVerb, value: string | null): Prisma.Sql {
  switch (verb) {
    case 'soft-delete':
      return Prisma.sql`(statement_timestamp() at time zone 'UTC')::timestamp(3)`
    case 'restore':
      return Prisma.sql`null::timestamp(3)`
    case 'archive':
      return Prisma.sql`'ARCHIVED'::mastra."RecordStatus"`
    case 'unarchive':
      return Prisma.sql`'ACTIVE'::mastra."RecordStatus"`
    case 'set-enrichment':
      return Prisma.sql`${value}::mastra."RecordEnrichmentStatus"`
  }
}

/** Whether a record `r` is as the verb would make it. A deleted record stays deleted when it was, which is why any deletion counts. */
export function isThereAlready(verb: RecordVerb, value: string | null): Prisma.Sql {
  if (verb === 'soft-delete') return Prisma.sql`r."deletedAt" is not null`
  if (verb === 'restore') return Prisma.sql`r."deletedAt" is null`
  return Prisma.sql`r.${changeable(RECORD_FIELDS[verb]).name} = ${targetOf(verb, value)}`
}

/** Whether `r`, which is deleted, has a live record of the same entity and external id beside it. */
export const HAS_LIVE_TWIN = Prisma.sql`exists (
  select from mastra.records t where t."externalId" = r."externalId" and t."entityId" = r."entityId" and t.id <> r.id
    and t."deletedAt" is null)`
