import 'server-only'
import { entriesFor } from '../audit/write-entries'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { printExact, textLeaf } from '../json/exact-json'
import { sidesOf } from '../json/merge'
import { holdsMask } from '../mask/masked-values'
import { refusalsOfPostgres } from './edit'
import type { CreateInput } from './edit-schema'
import { newRecordId } from './new-id'

export type CreateOutcome =
  | { kind: 'created'; id: string; correlationId: string }
  /** Live records of the same entity with the same external id; nothing was made, because the person has not seen them. */
  | { kind: 'twins'; ids: string[] }

/** Twins that are told. */
const TOLD = 5

/**
 * Makes a live record of an entity by hand (`source` is `MANUAL`), of the entity's type, with an id as Mastra makes them. One with a live
 * twin is made only when `besideTwins` says that the person knows. Throws FORBIDDEN, NOT_FOUND for an entity that is gone, and INVALID.
 */
export async function createRecord(actor: Actor, input: CreateInput): Promise<CreateOutcome> {
  authorize(actor, 'records:create')
  const { entityId, data, externalId, status, enrichmentStatus, besideTwins } = input
  if (holdsMask(data))
    throw new AppError('INVALID', 'The sign for masked values is not a value, so nothing was created.')
  return refusalsOfPostgres(() =>
    transact(actor, async (scope) => {
      const { tx } = scope
      const [entity] = await tx.$queryRaw<{ type: string }[]>`select type from mastra.entity where id = ${entityId}`
      if (!entity) throw entityGone()
      const twins = await tx.$queryRaw<{ id: string }[]>`
        select id from mastra.records
        where "externalId" = ${externalId} and "entityId" = ${entityId} and "deletedAt" is null order by id limit ${TOLD}`
      if (twins.length > 0 && !besideTwins) {
        await scope.audit([])
        return { kind: 'twins', ids: twins.map((twin) => twin.id) }
      }
      const createdAt = new Date()
      const id = newRecordId(createdAt)
      const { to } = sidesOf([
        { path: ['data'], from: null, to: data },
        { path: ['externalId'], from: null, to: externalId === null ? null : textLeaf(externalId) },
        { path: ['status'], from: null, to: textLeaf(status) },
        { path: ['enrichmentStatus'], from: null, to: textLeaf(enrichmentStatus) },
        { path: ['entityId'], from: null, to: textLeaf(entityId) },
      ])
      const entry = entriesFor(actor, scope.correlationId, 'record.create', {
        from: Prisma.sql`made`,
        before: Prisma.sql`null::jsonb`,
        after: Prisma.sql`${printExact(to)}::jsonb`,
        undoes: Prisma.sql`null::uuid`,
      })
      const at = Prisma.sql`${createdAt.toISOString()}::timestamptz at time zone 'UTC'`
      const write = tx.$executeRaw`
        with made as (
          insert into mastra.records
            (id, "externalId", data, source, "entityType", "entityId", status, "enrichmentStatus", "createdAt", "updatedAt")
          values (${id}, ${externalId}, ${printExact(data)}::jsonb, 'MANUAL', ${entity.type}, ${entityId},
            ${status}::mastra."RecordStatus", ${enrichmentStatus}::mastra."RecordEnrichmentStatus", ${at}, ${at})
          returning id
        ) ${entry}`
      await write.catch((error: unknown) => {
        throw breaksForeignKey(error) ? entityGone() : error
      })
      scope.audited()
      return { kind: 'created', id, correlationId: scope.correlationId }
    }),
  )
}

function entityGone(): AppError {
  return new AppError('NOT_FOUND', 'This entity no longer exists, so nothing was created.')
}

/** 23503 is foreign_key_violation: it was there a moment ago. To lock it would take more than the right to read it. */
function breaksForeignKey(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2010' &&
    JSON.stringify(error.meta).includes('23503')
  )
}
