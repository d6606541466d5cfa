import 'server-only'
import type { PrismaClient } from '@/lib/db/generated/client'

export interface RecordSeed {
  id: string
  entityType?: string
  externalId?: string | null
  /** JSON as text, so that what `JSON.parse` would alter arrives unaltered. */
  data?: string
  source?: string
  entityId?: string | null
  status?: 'ACTIVE' | 'ARCHIVED'
  enrichmentStatus?: 'PENDING' | 'APPLIED' | 'UNAPPLIED' | 'FAILED'
  /** ISO 8601 in UTC. */
  deletedAt?: string | null
  createdAt?: string
  updatedAt?: string | null
}

const CREATED = '2026-01-01T00:00:00.000Z'

/** Inserts records in one statement, with Mastra's defaults for what is left out. */
export async function insertRecords(db: PrismaClient, seeds: readonly RecordSeed[]): Promise<void> {
  const rows = seeds.map((seed) => ({
    externalId: null,
    data: '{}',
    source: 'MANUAL',
    entityType: 'CONTACT',
    entityId: null,
    status: 'ACTIVE',
    enrichmentStatus: 'UNAPPLIED',
    deletedAt: null,
    createdAt: CREATED,
    updatedAt: CREATED,
    ...seed,
  }))
  await db.$executeRaw`
    insert into mastra.records (id, "externalId", data, source, "entityType", "entityId", status, "enrichmentStatus",
      "deletedAt", "createdAt", "updatedAt")
    select id, "externalId", data::jsonb, source, "entityType", "entityId", status::mastra."RecordStatus",
      "enrichmentStatus"::mastra."RecordEnrichmentStatus", "deletedAt", "createdAt", "updatedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seed (id text, "externalId" text, data text, source text,
      "entityType" text, "entityId" text, status text, "enrichmentStatus" text, "deletedAt" timestamp(3),
      "createdAt" timestamp(3), "updatedAt" timestamp(3))`
}

/** A connection of that integration and end user with one entity of its own; `id` serves both. */
export async function insertEntity(
  db: PrismaClient,
  seed: { id: string; type: string; name: string; connectionId: string },
): Promise<void> {
  await db.connection.create({ data: { id: seed.id, name: seed.name, connectionId: seed.connectionId } })
  await db.entity.create({ data: { id: seed.id, type: seed.type, createdBy: 'test', k_id: seed.id } })
}

/** `deletedAt` as ISO 8601 and the document's text, by id. */
export async function storedRecords(
  db: PrismaClient,
): Promise<Map<string, { deletedAt: string | null; data: string }>> {
  const rows = await db.$queryRaw<{ id: string; deletedAt: Date | null; data: string }[]>`
    select id, "deletedAt", data::text as data from mastra.records`
  return new Map(rows.map(({ id, deletedAt, data }) => [id, { deletedAt: deletedAt?.toISOString() ?? null, data }]))
}
