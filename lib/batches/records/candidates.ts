import 'server-only'
import type { Actor } from '../../auth/actor'
import { Prisma } from '../../db/generated/client'
import { AppError } from '../../errors'
import { changeable } from '../../records/changeable-fields'
import { fromFor, RECORDS_FROM } from '../../records/fields-sql'
import { matching } from '../../records/matching'
import type { RecordTask } from '../schema'
import { BATCH_VERBS, RECORD_FIELDS, type RecordVerb } from '../verbs-schema'
import { HAS_LIVE_TWIN, isThereAlready } from './field-sql'

/**
 * The records that a batch is over, as a statement that gives `id`, `was` (its field as text, empty for null), `becomes` and `entry`
 * (for an undo), `skip` (a reason to leave it, or null), `expected`, and what the preview counts by. One row for each record.
 */
export async function candidates(actor: Actor, task: RecordTask): Promise<Prisma.Sql> {
  const { name } = changeable(RECORD_FIELDS[task.verb])
  const source = await sourceOf(actor, task)
  return Prisma.sql`
    select ${source.id} as id, coalesce(r.${name}::text, '') as was, ${source.becomes} as becomes, ${source.entry} as entry,
      ${source.expected} as expected, r."externalId" as external_id, r."entityType" as entity_type, r."entityId" as entity_id,
      case when r."deletedAt" is not null then 'deleted' when r.status = 'ARCHIVED' then 'archived' else 'live' end as state,
      r.source <> 'MANUAL' as synced, c.id as connection_id, c.name as connection, c."connectionId" as end_user,
      case when r.id is null then 'gone' ${source.skips}
        ${task.verb === 'restore' ? Prisma.sql`when ${HAS_LIVE_TWIN} then 'twin'` : Prisma.empty} end as skip
    ${source.from}`
}

interface Source {
  id: Prisma.Sql
  becomes: Prisma.Sql
  entry: Prisma.Sql
  expected: Prisma.Sql
  /** `when … then` for what is left alone. */
  skips: Prisma.Sql
  /** From the first table to the last condition, the record as `r`. */
  from: Prisma.Sql
}

async function sourceOf(actor: Actor, { verb, value, scope, undoesId }: RecordTask): Promise<Source> {
  const already = Prisma.sql`when ${isThereAlready(verb, value)} then 'already'`
  const plain = { becomes: Prisma.sql`''`, entry: Prisma.sql`null::uuid`, expected: Prisma.sql`null::text` }
  switch (scope.kind) {
    case 'matching': {
      const from = Prisma.sql`${RECORDS_FROM} where ${await conditionOf(actor, scope, scope.state)}`
      return { ...plain, id: Prisma.sql`r.id`, skips: already, from }
    }
    case 'selection':
      return {
        ...plain,
        id: Prisma.sql`seen.id`,
        skips: Prisma.sql`${already} when r."deletedAt" is distinct from (seen."deletedAt" at time zone 'UTC')::timestamp(3) then 'changed'`,
        from: Prisma.sql`
          from jsonb_to_recordset(${JSON.stringify(scope.records)}::jsonb) as seen(id text, "deletedAt" timestamptz)
          left join mastra.records r on r.id = seen.id
          left join mastra.entity e on e.id = r."entityId"
          left join mastra.connections c on c.id = e.k_id`,
      }
    case 'undo':
      return undoSource(verb, await conditionOf(actor, scope, 'all'), undoesId)
  }
}

/** What the batch's own entries say it left, and what was there before; those that someone has taken back already are no part of it. */
function undoSource(verb: RecordVerb, condition: Prisma.Sql, undoesId: string | null): Source {
  const field = RECORD_FIELDS[verb]
  const { inverse } = BATCH_VERBS[verb]
  const { name, fromTrail } = changeable(field)
  const left = fromTrail(Prisma.sql`a.after ->> ${field}`)
  return {
    id: Prisma.sql`a.subject_id`,
    becomes: Prisma.sql`coalesce(${fromTrail(Prisma.sql`a.before ->> ${field}`)}::text, '')`,
    entry: Prisma.sql`a.id`,
    expected: Prisma.sql`coalesce(${left}::text, '')`,
    skips: Prisma.sql`when r.${name} is distinct from ${left} then 'changed'`,
    from: Prisma.sql`
      from mastra_admin.audit_entry a
      left join mastra_admin.audit_entry u on u.undoes_id = a.id
      left join mastra.records r on r.id = a.subject_id
      left join mastra.entity e on e.id = r."entityId"
      left join mastra.connections c on c.id = e.k_id
      where a.correlation_id = ${undoesId}::uuid and a.action = ${BATCH_VERBS[inverse].action} and u.id is null
        and (${condition})`,
  }
}

/** The filter as it was meant when the list was seen. */
async function conditionOf(
  actor: Actor,
  scope: { q: string; now: string; timeZone: string; text?: 'head' | 'whole' },
  state: 'live' | 'deleted' | 'all',
): Promise<Prisma.Sql> {
  const clock = { now: new Date(scope.now), timeZone: scope.timeZone }
  const condition = await matching(actor, { q: scope.q, state, text: scope.text ?? 'whole' }, clock)
  if (!condition) throw new AppError('INVALID', 'This filter was not understood, so nothing was prepared.')
  return condition
}

/**
 * What must still hold of `r` when its turn comes, beside its own field being as it was: that it is in the list, and for a restoration
 * that it has no live twin. An undo was shown its twins, and may have been told to put them back.
 */
export async function stillHolds(actor: Actor, { verb, scope }: RecordTask): Promise<Prisma.Sql> {
  const noTwin = verb === 'restore' && scope.kind !== 'undo' ? Prisma.sql`not ${HAS_LIVE_TWIN}` : Prisma.sql`true`
  if (scope.kind !== 'matching') return noTwin
  const condition = await conditionOf(actor, scope, scope.state)
  const joins = fromFor(condition) === RECORDS_FROM
  if (!joins) return Prisma.sql`${noTwin} and (${condition})`
  return Prisma.sql`${noTwin} and exists (
    select from (select) as one
    left join mastra.entity e on e.id = r."entityId"
    left join mastra.connections c on c.id = e.k_id
    where ${condition})`
}
