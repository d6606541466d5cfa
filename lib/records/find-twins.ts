import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { estimateRows } from '../table/count'
import { STATE_TEXT } from './state'
import { twinDifferences } from './twin-differences'
import type { TwinGroup, TwinGroups, TwinPlace } from './twins-dto'

/** Entries of the index on external ids that one statement looks at, and the milliseconds that it may take. */
const STEP = 20_000
const STEP_BUDGET = 20_000
/** Milliseconds after which the page is shown with what was found. */
const PATIENCE = 1_500
export const GROUPS_SHOWN = 25
/** Records of a group, and bytes of each as stored, that the list compares. */
const COMPARED = 4
const COMPARED_BYTES = 16_384

/**
 * The next groups of live records that share entity and external id, in the order of the external id. Nothing in the database knows them
 * beforehand, so that the index on external ids is walked, a stretch at a time, until a page is full or the time is over; the answer says
 * how far it came. Throws FORBIDDEN.
 */
export async function findTwins(actor: Actor, from: TwinPlace | null): Promise<TwinGroups> {
  authorize(actor, 'records:read')
  const db = await readDatabase()
  const total = await estimateRows(db, Prisma.sql`from mastra.records where "externalId" is not null`)
  const found: FoundGroup[] = []
  let place = from
  let looked = 0
  for (const until = Date.now() + PATIENCE; ; ) {
    const step = await withinBudget(db, STEP_BUDGET, (tx) => walk(tx, place))
    if (!step) break
    looked += step.seen
    place = step.next
    found.push(...step.groups)
    if (!place || found.length >= GROUPS_SHOWN || Date.now() > until) break
  }
  const shown = found.slice(0, GROUPS_SHOWN)
  const last = shown.at(-1)
  const next = last && found.length > shown.length ? { externalId: last.externalId, entityId: last.entityId } : place
  return { rows: await describe(await maskPolicy(actor), db, shown), looked, total: Math.max(total, looked), next }
}

interface FoundGroup {
  entityId: string
  externalId: string
  records: number
}

interface Step {
  seen: number
  groups: FoundGroup[]
  /** Null at the end of the index. */
  next: TwinPlace | null
}

async function walk(tx: Prisma.TransactionClient, from: TwinPlace | null): Promise<Step> {
  const [stretch] = await tx.$queryRaw<{ seen: number; first: string | null; last: string | null }[]>`
    select count(*)::int as seen, min("externalId") as first, max("externalId") as last from (${stretchFrom(from)}) as stretch`
  const { seen = 0, first = null, last = null } = stretch ?? {}
  if (last === null) return { seen, groups: [], next: null }
  const isEnd = seen < STEP
  // The last value may go on beyond the stretch: the next one begins with it, unless this whole stretch is of it.
  const isOne = first === last
  const before = isEnd || isOne ? Prisma.sql`<=` : Prisma.sql`<`
  const behind =
    from?.entityId === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(r."externalId", r."entityId") > (${from.externalId}, ${from.entityId})`
  const groups = await tx.$queryRaw<FoundGroup[]>`
    with repeated as materialized (
      select "externalId" from (${stretchFrom(from)}) as stretch where "externalId" ${before} ${last}
      group by "externalId" having count(*) > 1 order by "externalId")
    select r."externalId", r."entityId", count(*)::int as records
    from repeated join mastra.records r on r."externalId" = repeated."externalId"
    where r."deletedAt" is null and r."entityId" is not null and ${behind}
    group by r."externalId", r."entityId" having count(*) > 1
    order by r."externalId", r."entityId" limit ${GROUPS_SHOWN + 1}`
  const lastGroup = groups.at(-1)
  if (lastGroup && groups.length > GROUPS_SHOWN)
    return { seen, groups, next: { externalId: lastGroup.externalId, entityId: lastGroup.entityId } }
  if (isEnd) return { seen, groups, next: null }
  return { seen, groups, next: { externalId: last, isPast: isOne } }
}

/** A stretch of the index: read from it alone, as far as Postgres has cleaned the table. */
function stretchFrom(from: TwinPlace | null): Prisma.Sql {
  const beyond =
    from === null
      ? Prisma.sql`"externalId" is not null`
      : Prisma.sql`"externalId" ${from.isPast ? Prisma.sql`>` : Prisma.sql`>=`} ${from.externalId}`
  return Prisma.sql`select "externalId" from mastra.records where ${beyond} order by "externalId" limit ${STEP}`
}

interface Described {
  place: number
  entityType: string
  connectionId: string | null
  connectionName: string | null
  texts: (string | null)[]
}

/** What the groups are of, and what differs in each. */
async function describe(policy: MaskPolicy, db: PrismaClient, groups: readonly FoundGroup[]): Promise<TwinGroup[]> {
  const described = await db.$queryRaw<Described[]>`
    select g.place::int as place, max(t."entityType") as "entityType", max(c.id) as "connectionId", max(c.name) as "connectionName",
      array_agg(case when t.bytes <= ${COMPARED_BYTES} then t.text end order by t.id) as texts
    from unnest(${groups.map(({ entityId }) => entityId)}::text[], ${groups.map(({ externalId }) => externalId)}::text[])
      with ordinality as g("entityId", "externalId", place)
    cross join lateral (
      select id, "entityType", pg_column_size(data) as bytes,
        case when pg_column_size(data) <= ${COMPARED_BYTES} then ${STATE_TEXT} end as text
      from mastra.records
      where "externalId" = g."externalId" and "entityId" = g."entityId" and "deletedAt" is null
      order by id limit ${COMPARED}) as t
    left join mastra.entity e on e.id = g."entityId"
    left join mastra.connections c on c.id = e.k_id
    group by g.place`
  return groups.flatMap((group, place) => {
    const found = described.find((one) => one.place === place + 1)
    if (!found) return []
    const { entityType, connectionId, connectionName, texts } = found
    const whole = texts.filter((text) => text !== null)
    const compared = whole.length === texts.length ? twinDifferences(policy.ofState(entityType), whole) : null
    return {
      ...group,
      entityType,
      connection: connectionId === null ? null : { id: connectionId, name: connectionName ?? '' },
      differs: compared ? compared.differences.map(({ name }) => name) : null,
    }
  })
}
