import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { SampleQuestion } from './questions-dto'

/** Milliseconds for all of it: a page can do without. */
const BUDGET = 300
/** The newest records, and the newest entries of the trail, that are looked at, however many there are. */
const LOOKED_AT = 2_000
const MOST = 6

interface Found {
  customer: string | null
  broke: boolean
  quiet: boolean
  deleted: string | null
  failed: boolean
  twins: boolean
  entity: string | null
  entityName: string | null
  changed: string | null
  hasEntries: boolean
}

/**
 * Questions that people come with and that this database has an answer to, at most six: what does not fit it is left out. Records and the
 * trail are read along their primary keys, health along its index on state and since; causes are few. Null where that takes too long.
 * Throws FORBIDDEN.
 */
export async function sampleQuestions(actor: Actor): Promise<SampleQuestion[] | null> {
  for (const permission of ['records:read', 'connections:read', 'issues:read', 'audit:read'] as const)
    authorize(actor, permission)
  const rows = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<Found[]>`
      with newest as materialized (
        select id, "externalId", "entityId", "deletedAt", "enrichmentStatus" from mastra.records order by id desc limit ${LOOKED_AT}),
      entries as materialized (
        select id, subject_type, subject_id from mastra_admin.audit_entry order by id desc limit ${LOOKED_AT}),
      shown as (
        select e.id, e.type, c.name from mastra.entity e join mastra.connections c on c.id = e.k_id
        where e.id = (select "entityId" from newest where "entityId" is not null and "deletedAt" is null order by id desc limit 1))
      select
        coalesce(
          (select customer from mastra_admin.connection_health where state = 'failing' and customer <> '' order by since desc limit 1),
          (select "connectionId" from mastra.connections where cardinality(issues) > 0 and "connectionId" <> '' limit 1)) as customer,
        exists (select from mastra_admin.issue_cause where resolved_at is null and not muted_until_change and muted_until is null
          and appeared_at > now() - interval '1 day') as broke,
        exists (select from mastra_admin.connection_health where state = 'quiet') as quiet,
        (select id from newest where "deletedAt" is not null order by id desc limit 1) as deleted,
        exists (select from newest where "deletedAt" is null and "enrichmentStatus" = 'FAILED') as failed,
        exists (select from newest where "deletedAt" is null and "externalId" is not null and "entityId" is not null
          group by "entityId", "externalId" having count(*) > 1) as twins,
        (select id from shown) as entity,
        (select type || ' of ' || name from shown) as "entityName",
        (select r.id from entries e join mastra.records r on r.id = e.subject_id where e.subject_type = 'record'
          order by e.id desc limit 1) as changed,
        exists (select from entries) as "hasEntries"`,
  )
  return rows?.[0] ? questionsOf(rows[0]) : null
}

/** The most telling first; the last ones stand in for those that the database has no answer to. */
function questionsOf(found: Found): SampleQuestion[] {
  const questions: (SampleQuestion | false)[] = [
    found.customer !== null && {
      key: 'customer',
      text: `Why is data of ${found.customer} missing?`,
      to: { page: 'why', q: found.customer },
    },
    found.broke && {
      key: 'broke',
      text: 'What broke since yesterday?',
      to: { page: 'issues', q: 'appearedAt:>now-1d' },
    },
    found.deleted !== null && {
      key: 'deleted',
      text: `Why is record ${found.deleted} gone?`,
      to: { page: 'why', q: found.deleted },
    },
    found.quiet && {
      key: 'quiet',
      text: 'Which connections went quiet without an issue?',
      to: { page: 'connections', q: 'health:quiet', sort: '-quietSince' },
    },
    found.changed !== null
      ? {
          key: 'changed',
          text: `Who changed record ${found.changed}?`,
          to: { page: 'record', id: found.changed },
        }
      : found.hasEntries && { key: 'trail', text: 'Who did something here, and what?', to: { page: 'audit' } },
    found.entity !== null && {
      key: 'entity',
      text: `What is in ${found.entityName}?`,
      to: { page: 'entity', id: found.entity },
    },
    found.twins && { key: 'twins', text: 'Which records are there twice?', to: { page: 'twins' } },
    found.failed && {
      key: 'failed',
      text: 'Which records could not be enriched?',
      to: { page: 'records', q: 'enrichmentStatus:FAILED' },
    },
  ]
  return questions.filter((question) => question !== false).slice(0, MOST)
}
