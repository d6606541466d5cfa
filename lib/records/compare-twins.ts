import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { maskPolicy } from '../mask/mask-policy'
import { STATE_TEXT } from './state'
import { twinDifferences } from './twin-differences'
import { MOST_COMPARED, type Twin, type TwinComparison, type TwinKey } from './twins-dto'

/** Bytes of text above which a document is not compared: a page holds those of all twins. */
const LARGEST = 65_536
/** Records of a group that are counted. */
const COUNTED = 10_000

/** The row's version: every write makes a new one, also one that leaves `updatedAt` as it was. */
export const VERSION = Prisma.sql`r.xmin::text`

/** One group whole, with what differs in it; null when there are not, or not any more, two live records. Throws FORBIDDEN. */
export async function compareTwins(actor: Actor, key: TwinKey): Promise<TwinComparison | null> {
  authorize(actor, 'records:read')
  const db = await readDatabase()
  const rows = await db.$queryRaw<(Twin & { entityType: string; text: string; bytes: number })[]>`
    select r.id, ${VERSION} as version, source, "entityType", ${isoText(Prisma.sql`"createdAt"`)} as "createdAt",
      ${isoText(Prisma.sql`"updatedAt"`)} as "updatedAt", state.bytes,
      case when state.bytes <= ${LARGEST} then state.text else '{}' end as text
    from mastra.records r cross join lateral (select text, octet_length(text) as bytes from (select ${STATE_TEXT} as text) as s) as state
    where "externalId" = ${key.externalId} and "entityId" = ${key.entityId} and "deletedAt" is null
    order by r."createdAt", r.id limit ${MOST_COMPARED}`
  const [first] = rows
  if (!first || rows.length < 2) return null
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select from mastra.records
      where "externalId" = ${key.externalId} and "entityId" = ${key.entityId} and "deletedAt" is null limit ${COUNTED}) as twins`
  const entity = await db.entity.findUnique({
    where: { id: key.entityId },
    select: { connection: { select: { id: true, name: true } } },
  })
  const compared = rows.every(({ bytes }) => bytes <= LARGEST)
    ? twinDifferences(
        (await maskPolicy(actor)).ofState(first.entityType),
        rows.map(({ text }) => text),
      )
    : null
  return {
    ...key,
    entityType: first.entityType,
    connection: entity?.connection ?? null,
    records: rows.map(({ id, version, source, createdAt, updatedAt }) => ({
      id,
      version,
      source,
      createdAt,
      updatedAt,
    })),
    total: Math.max(counted?.total ?? 0, rows.length),
    differences: compared?.differences ?? null,
    hasMasked: compared?.hasMasked ?? false,
  }
}

/** What the live record has as twins: how many, up to ten; 0 where it is deleted or has no external id. Throws FORBIDDEN. */
export async function countTwins(actor: Actor, key: TwinKey): Promise<number> {
  authorize(actor, 'records:read')
  const [counted] = await (await readDatabase()).$queryRaw<{ twins: number }[]>`
    select count(*)::int - 1 as twins from (
      select from mastra.records
      where "externalId" = ${key.externalId} and "entityId" = ${key.entityId} and "deletedAt" is null limit 11) as twins`
  return Math.max(0, counted?.twins ?? 0)
}
