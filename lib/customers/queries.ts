import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { ISSUE_COUNT } from '../connections/fields-sql'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { CustomerConnection, CustomerRecord, CustomerRecords } from './dto'

/** Connections of one end user that a page shows: one for each integration. */
export const CONNECTIONS_SHOWN = 200
/** Milliseconds for what Mastra's tables have no index for. */
const BUDGET = 2_000
/** What an end user's reference can be; what cannot is answered like one that does not exist. */
const REFERENCE = /^[^\p{Cc}\p{Cs}]{1,500}$/u

/** Every connection of an end user, by integration; none when there is no such end user. Throws FORBIDDEN. */
export async function customerConnections(actor: Actor, reference: string): Promise<CustomerConnection[]> {
  authorize(actor, 'connections:read')
  if (!REFERENCE.test(reference)) return []
  const rows = await (await readDatabase()).$queryRaw<CustomerConnection[]>`
    select c.id, c.name as integration, ${ISSUE_COUNT} as "issueCount", ${isoText(Prisma.sql`c."createdAt"`)} as "createdAt",
      ${isoText(Prisma.sql`c."lastSyncAt"`)} as "lastSyncAt",
      (select left(issue, 2000) from unnest(c.issues) as issue where issue is not null limit 1) as "firstIssue"
    from mastra.connections c where c."connectionId" = ${reference} order by c.name limit ${CONNECTIONS_SHOWN}`
  const { message } = await maskPolicy(actor)
  // Masked before it is shortened: half a token is still half a secret.
  return rows.map((row) => ({ ...row, firstIssue: row.firstIssue && message(row.firstIssue).slice(0, 200) }))
}

/** An end user's records by integration and type; null when counting them took too long. Throws FORBIDDEN. */
export async function customerRecords(actor: Actor, reference: string): Promise<CustomerRecords[] | null> {
  authorize(actor, 'records:read')
  return withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<CustomerRecords[]>`
      select c.name as integration, r."entityType",
        count(*) filter (where r."deletedAt" is null and r.status = 'ACTIVE')::int as active,
        count(*) filter (where r."deletedAt" is null and r.status = 'ARCHIVED')::int as archived,
        count(*) filter (where r."deletedAt" is not null)::int as deleted,
        ${isoText(Prisma.sql`max(r."createdAt")`)} as "newestAt"
      from mastra.connections c join mastra.entity e on e.k_id = c.id join mastra.records r on r."entityId" = e.id
      where c."connectionId" = ${reference} group by 1, 2 order by 1, 2 limit 500`,
  )
}

/** Records that `latestOf` gives. */
const LATEST = 8

/**
 * The newest records of an end user by id, which of a cuid is by creation: by the index on records by entity, or else along the primary key
 * from its end. Null when finding them took too long. Throws FORBIDDEN.
 */
export async function latestOf(actor: Actor, reference: string): Promise<CustomerRecord[] | null> {
  authorize(actor, 'records:read')
  return withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<CustomerRecord[]>`
      select r.id, r."entityType", r."externalId", c.name as integration, r."deletedAt" is not null as deleted,
        ${isoText(Prisma.sql`r."createdAt"`)} as "createdAt"
      from (select * from mastra.records r where r."entityId" = any(array(
          select e.id from mastra.connections c join mastra.entity e on e.k_id = c.id where c."connectionId" = ${reference}))
        order by r.id desc limit ${LATEST}) as r
      join mastra.entity e on e.id = r."entityId" join mastra.connections c on c.id = e.k_id order by r.id desc`,
  )
}
