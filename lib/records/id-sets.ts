import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { type IdSet, Prisma } from '../db/generated/client'
import { type Scope, transact } from '../db/transact'
import { AppError } from '../errors'
import { type addIdsInput, type beginIdSetInput, type endIdSetInput, ID_KINDS, MOST_IDS } from './id-sets-schema'

/** Days for which a set is kept. */
export const KEPT_DAYS = 7
const DAY = 24 * 60 * 60_000
/** Of what was not found, as many are shown. */
export const MISSING_SHOWN = 1_000

/** What a set came to. */
export interface IdSetSummary {
  id: string
  name: string
  kind: (typeof ID_KINDS)[number]
  given: number
  found: number
  deleted: number
  missing: number
  /** ISO 8601 in UTC. */
  until: string
}

/** Begins a set of the person's own. Throws FORBIDDEN. */
export async function beginIdSet(
  actor: Actor,
  { name, kind }: z.output<typeof beginIdSetInput>,
): Promise<{ setId: string }> {
  authorize(actor, 'records:read')
  return transact(actor, async (scope) => {
    const { id } = await scope.tx.idSet.create({ data: { actorId: actor.id, name, kind } })
    // What it came to is told once it is whole.
    scope.audited()
    return { setId: id }
  })
}

/**
 * Looks for the records of these ids, live or deleted, and adds them; an external id may be on several. Doing it again changes nothing
 * but the number of what was given. Throws FORBIDDEN, NOT_FOUND for a set that is not the person's own, and LIMIT beyond 100,000 ids.
 */
export async function addIds(actor: Actor, { setId, ids }: z.output<typeof addIdsInput>): Promise<void> {
  authorize(actor, 'records:read')
  await transact(actor, async (scope) => {
    const { kind, given } = await lockOwn(scope, setId)
    if (given + ids.length > MOST_IDS)
      throw new AppError('LIMIT', `At most ${MOST_IDS.toLocaleString('en')} ids can be imported at once.`)
    const column = kind === 'id' ? Prisma.sql`r.id` : Prisma.sql`r."externalId"`
    await scope.tx.$executeRaw`
      with wanted as materialized (select distinct value from unnest(${ids}::text[]) as value),
      found as materialized (select wanted.value, r.id from wanted join mastra.records r on ${column} = wanted.value),
      missing as (
        insert into mastra_admin.id_set_missing (set_id, value)
        select ${setId}, value from wanted where value not in (select value from found) on conflict do nothing)
      insert into mastra_admin.id_set_item (set_id, record_id) select distinct ${setId}, id from found on conflict do nothing`
    await scope.tx.idSet.update({ where: { id: setId }, data: { given: given + ids.length } })
    scope.audited()
  })
}

/** Says in the trail what an import came to. Throws FORBIDDEN and NOT_FOUND. */
export async function endIdSet(actor: Actor, { setId }: z.output<typeof endIdSetInput>): Promise<IdSetSummary> {
  authorize(actor, 'records:read')
  await transact(actor, async (scope) => {
    const { name, kind, given } = await lockOwn(scope, setId)
    const [found, missing] = [
      await scope.tx.idSetItem.count({ where: { setId } }),
      await scope.tx.idSetMissing.count({ where: { setId } }),
    ]
    await scope.audit([
      { action: 'record.import-ids', subjectId: actor.id, after: { name, kind, given, found, missing } },
    ])
  })
  const summary = await idSetOf(actor, setId)
  if (!summary) throw new AppError('NOT_FOUND', GONE)
  return summary
}

const GONE = `This import is no longer kept: imports are kept for ${KEPT_DAYS} days.`

async function lockOwn({ tx, actor }: Scope, setId: string): Promise<{ name: string; kind: string; given: number }> {
  const [set] = await tx.$queryRaw<{ name: string; kind: string; given: number }[]>`
    select name, kind, given from mastra_admin.id_set where id = ${setId} and actor_id = ${actor.id} for update`
  if (!set) throw new AppError('NOT_FOUND', GONE)
  return set
}

/**
 * What a set is, for anyone who has its address, as with any filter: whoever may read records may read these. Null when there is none of
 * that id, or not any more.
 */
export async function idSetOf(actor: Actor, setId: string): Promise<IdSetSummary | null> {
  authorize(actor, 'records:read')
  const set = await living(setId)
  if (!set) return null
  const [counts] = await database().$queryRaw<{ found: number; deleted: number }[]>`
    select count(*)::int as found, count(*) filter (where r."deletedAt" is not null)::int as deleted
    from mastra_admin.id_set_item m join mastra.records r on r.id = m.record_id where m.set_id = ${setId}`
  return {
    id: setId,
    name: set.name,
    kind: z.enum(ID_KINDS).parse(set.kind),
    given: set.given,
    found: counts?.found ?? 0,
    deleted: counts?.deleted ?? 0,
    missing: await database().idSetMissing.count({ where: { setId } }),
    until: new Date(set.createdAt.getTime() + KEPT_DAYS * DAY).toISOString(),
  }
}

/** The name of a set, for anyone who has its address; null when there is none of that id, or not any more. Throws FORBIDDEN. */
export async function nameOfIdSet(actor: Actor, setId: string): Promise<string | null> {
  authorize(actor, 'records:read')
  return (await living(setId))?.name ?? null
}

async function living(setId: string): Promise<IdSet | null> {
  if (!z.uuid().safeParse(setId).success) return null
  const set = await database().idSet.findUnique({ where: { id: setId } })
  return set && set.createdAt.getTime() >= Date.now() - KEPT_DAYS * DAY ? set : null
}

/** The ids that no record had, for whoever brought them, in their order; null when the set is not theirs or gone. */
export async function missingOf(actor: Actor, setId: string, most: number): Promise<string[] | null> {
  authorize(actor, 'records:read')
  if ((await living(setId))?.actorId !== actor.id) return null
  const rows = await database().idSetMissing.findMany({ where: { setId }, orderBy: { value: 'asc' }, take: most })
  return rows.map(({ value }) => value)
}

/** Deletes the sets whose time is over. */
export async function sweepIdSets(now = new Date()): Promise<void> {
  await database().idSet.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY) } } })
}
