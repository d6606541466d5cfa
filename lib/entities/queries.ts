import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { documentOf } from '../connections/document'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { EntityCount, EntityDetail, EntityProperty } from './dto'
import { isEntityId } from './schema'

/** Properties of an entity that a page shows, and parts of composites below each other. */
const MOST_PROPERTIES = 500
const DEEPEST = 8
/** Milliseconds for finding them. */
const PROPERTY_BUDGET = 3_000
/** Milliseconds for counting records by entity, for which Mastra's tables have no index. */
const COUNT_BUDGET = 2_000

/** One entity with its connection, by their primary keys; null when there is none of this id. Throws FORBIDDEN. */
export async function getEntity(actor: Actor, id: string): Promise<EntityDetail | null> {
  authorize(actor, 'connections:read')
  if (!isEntityId(id)) return null
  const [row] = await (await readDatabase()).$queryRaw<EntityDetail[]>`
    select e.id, e.type, e."createdBy", e."lastSyncId", ${isoText(Prisma.sql`e."createdAt"`)} as "createdAt",
      ${isoText(Prisma.sql`e."updatedAt"`)} as "updatedAt",
      json_build_object('id', c.id, 'integration', c.name, 'connectionId', c."connectionId") as connection
    from mastra.entity e join mastra.connections c on c.id = e.k_id where e.id = ${id}`
  return row ?? null
}

/**
 * The properties of an entity with the parts of its composites, in their order, at most 500. Mastra's table has no index on the entity:
 * it is read whole, which takes as long as there are properties; null when that was too long. Throws FORBIDDEN.
 */
export async function entityProperties(actor: Actor, id: string): Promise<EntityProperty[] | null> {
  authorize(actor, 'connections:read')
  const rows = await withinBudget(
    await readDatabase(),
    PROPERTY_BUDGET,
    (tx) => tx.$queryRaw<RawProperty[]>`
    with recursive tree as (
      select p.*, 1 as depth from mastra.properties p where p."entityId" = ${id}
      union
      select p.*, tree.depth + 1 from mastra.properties p join tree on p."parentId" = tree.id where tree.depth < ${DEEPEST}
    )
    select id, name, "displayName", description, type::text as type, "order", visible, modifiable, "parentId", config::text as config
    from (select distinct on (id) * from tree order by id, depth) as found order by "order", id limit ${MOST_PROPERTIES}`,
  )
  const policy = await maskPolicy(actor)
  return (
    rows?.map(({ config, description, ...row }) => ({
      ...row,
      description: description && policy.message(description),
      config: config === null ? null : documentOf(policy, config),
    })) ?? null
  )
}

type RawProperty = Omit<EntityProperty, 'config'> & { config: string | null }

/** How many records the entity has, by the index on records by entity; null when counting took too long. Throws FORBIDDEN. */
export async function entityCount(actor: Actor, id: string): Promise<EntityCount | null> {
  authorize(actor, 'records:read')
  const rows = await withinBudget(
    await readDatabase(),
    COUNT_BUDGET,
    (tx) => tx.$queryRaw<EntityCount[]>`
      select count(*) filter (where r."deletedAt" is null)::int as live,
        count(*) filter (where r."deletedAt" is null and r.status = 'ARCHIVED')::int as archived,
        count(*) filter (where r."deletedAt" is not null)::int as deleted,
        ${isoText(Prisma.sql`max(r."createdAt")`)} as "newestAt"
      from mastra.records r where r."entityId" = ${id}`,
  )
  return rows?.[0] ?? null
}
