import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { type CredentialLife, lifeOf, RENEWAL_KEYS, storedTimes, TIME_KEYS } from './credential-life'
import { documentOf } from './document'
import type { ConnectionDetail, CredentialDto, EntityCounts, EntityDto, IssueDto, PropertyDto } from './dto'
import { ISSUE_COUNT } from './fields-sql'
import { isConnectionId, MOST_ISSUES } from './schema'
import { issueKey } from './stored-issues'

/** Characters of one message that a page shows. */
const MESSAGE_SHOWN = 20_000
/** Characters read beyond them, so that a secret at the end is seen whole by the mask. */
const MESSAGE_MARGIN = 2_000
const MOST_ENTITIES = 200
const MOST_PROPERTIES = 500
/** Milliseconds for counting records by entity, for which Mastra's tables have no index. */
const COUNT_BUDGET = 2_000

const keyWords = Prisma.sql`lower(regexp_replace(entry.key, '[^a-zA-Z]', '', 'g'))`
const asObject = (value: Prisma.Sql) =>
  Prisma.sql`case jsonb_typeof(${value}) when 'object' then ${value} else '{}' end`
/** The keys of a credential's value, and of the objects in it; those nearer to the top come last, so that they win. */
const CREDENTIAL_ENTRIES = Prisma.sql`(
  select inner_entry.key, inner_entry.value, 1 as nearness from jsonb_each(${asObject(Prisma.sql`credentials.value`)}) as outer_entry,
    jsonb_each(${asObject(Prisma.sql`outer_entry.value`)}) as inner_entry
  union all select key, value, 2 from jsonb_each(${asObject(Prisma.sql`credentials.value`)})) as entry`
/** Numbers and short texts whose keys name a time. */
const CREDENTIAL_TIMES = Prisma.sql`(
  select coalesce(jsonb_object_agg(${keyWords}, entry.value order by entry.nearness), '{}') from ${CREDENTIAL_ENTRIES}
  where ${keyWords} = any(${[...TIME_KEYS]}::text[]) and jsonb_typeof(entry.value) in ('number', 'string')
    and length(entry.value #>> '{}') < 40)`
const CREDENTIAL_RENEWABLE = Prisma.sql`exists (
  select from ${CREDENTIAL_ENTRIES} where ${keyWords} = any(${[...RENEWAL_KEYS]}::text[]) and jsonb_typeof(entry.value) = 'string')`

interface IssueRow {
  key: string | null
  position: number
  text: string | null
  truncated: boolean | null
}

/** One connection, or null when there is none of this id. Its credential's value never leaves the database. Throws FORBIDDEN. */
export async function getConnection(actor: Actor, id: string): Promise<ConnectionDetail | null> {
  authorize(actor, 'connections:read')
  if (!isConnectionId(id)) return null
  const [policy, [row], issues, [credential]] = await Promise.all([
    maskPolicy(actor),
    (await readDatabase()).$queryRaw<
      (Omit<ConnectionDetail, 'issues' | 'credential' | 'syncConfig'> & { config: string | null })[]
    >`
      select c.id, c.name as integration, c."connectionId", ${ISSUE_COUNT} as "issueCount", c."subscriptionId",
        ${isoText(Prisma.sql`c."createdAt"`)} as "createdAt", ${isoText(Prisma.sql`c."updatedAt"`)} as "updatedAt",
        ${isoText(Prisma.sql`c."lastSyncAt"`)} as "lastSyncAt", c."syncConfig"::text as config
      from mastra.connections c where c.id = ${id}`,
    (await readDatabase()).$queryRaw<IssueRow[]>`
      select encode(sha256(convert_to(item.issue, 'UTF8')), 'hex') as key, item.place::int as position,
        left(item.issue, ${MESSAGE_SHOWN + MESSAGE_MARGIN}::int) as text, length(item.issue) > ${MESSAGE_SHOWN} as truncated
      from mastra.connections c, unnest(c.issues) with ordinality as item (issue, place)
      where c.id = ${id} order by item.place limit ${MOST_ISSUES}`,
    (await readDatabase()).$queryRaw<RawCredential[]>`
      select id, type, coalesce(scope, '{}') as scope,
        array(select jsonb_object_keys(case jsonb_typeof(value) when 'object' then value else '{}' end) order by 1) as keys,
        ${CREDENTIAL_TIMES} as times, ${CREDENTIAL_RENEWABLE} as renewable
      from mastra.credentials where k_id = ${id}`,
  ])
  if (!row) return null
  const { config, ...columns } = row
  return {
    ...columns,
    issues: issues.map((issue) => describeIssue(policy, issue)),
    syncConfig: config === null ? null : documentOf(policy, config),
    credential: credential ? describeCredential(credential) : null,
  }
}

type RawCredential = Omit<CredentialDto, keyof CredentialLife> & { times: unknown; renewable: boolean }

/** Its moments leave the server, whatever else may have stood under their names does not. */
function describeCredential({ times, renewable, ...credential }: RawCredential): CredentialDto {
  return { ...credential, ...lifeOf(storedTimes.parse(times), renewable) }
}

function describeIssue(policy: MaskPolicy, { key, position, text, truncated }: IssueRow): IssueDto {
  return { key: key ?? issueKey(null), position, message: shown(policy, text), truncated: truncated ?? false }
}

function shown({ message }: MaskPolicy, text: string | null): string | null {
  return text && message(text).slice(0, MESSAGE_SHOWN)
}

/** The sync configuration as masked JSON text, of any size; null when the connection or its configuration does not exist. */
export async function connectionSyncConfig(
  actor: Actor,
  id: string,
): Promise<{ text: string; masked: string[] } | null> {
  authorize(actor, 'connections:read')
  if (!isConnectionId(id)) return null
  const [row] = await (await readDatabase()).$queryRaw<{ config: string | null }[]>`
    select "syncConfig"::text as config from mastra.connections where id = ${id}`
  return row?.config ? (await maskPolicy(actor)).ofDocument.json(row.config) : null
}

/** The synced object types of a connection, at most 200, each with its properties in their order. */
export async function connectionEntities(actor: Actor, id: string): Promise<EntityDto[]> {
  authorize(actor, 'connections:read')
  const entities = await (await readDatabase()).$queryRaw<Omit<EntityDto, 'properties'>[]>`
    select e.id, e.type, e."createdBy", e."lastSyncId", ${isoText(Prisma.sql`e."createdAt"`)} as "createdAt"
    from mastra.entity e where e.k_id = ${id} order by e.type, e.id limit ${MOST_ENTITIES}`
  const properties = await (await readDatabase()).property.findMany({
    where: { entityId: { in: entities.map((entity) => entity.id) } },
    omit: { config: true },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    take: MOST_ENTITIES * MOST_PROPERTIES,
  })
  return entities.map((entity) => ({
    ...entity,
    properties: properties
      .filter((property) => property.entityId === entity.id)
      .slice(0, MOST_PROPERTIES)
      .map(
        ({ id, name, displayName, description, type, visible, modifiable, parentId }): PropertyDto => ({
          id,
          name,
          displayName,
          description,
          type,
          visible,
          modifiable,
          parentId,
        }),
      ),
  }))
}

/** Records of a connection's entities by the entities' ids, those without records left out; null when counting took too long. */
export async function entityCounts(actor: Actor, id: string): Promise<Map<string, EntityCounts> | null> {
  authorize(actor, 'records:read')
  const rows = await withinBudget(
    await readDatabase(),
    COUNT_BUDGET,
    (tx) => tx.$queryRaw<(EntityCounts & { id: string })[]>`
      select r."entityId" as id, count(*) filter (where r."deletedAt" is null)::int as live,
        count(*) filter (where r."deletedAt" is null and r.status = 'ARCHIVED')::int as archived,
        count(*) filter (where r."deletedAt" is not null)::int as deleted
      from mastra.records r where r."entityId" in (select e.id from mastra.entity e where e.k_id = ${id})
      group by r."entityId"`,
  )
  return rows && new Map(rows.map(({ id: entityId, ...counts }) => [entityId, counts]))
}
