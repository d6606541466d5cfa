import 'server-only'
import { entriesFor } from '../audit/write-entries'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import { type Scope, transact } from '../db/transact'
import { changeable } from '../records/changeable-fields'
import { type BatchTask, stillHolds } from './candidates'
import { HAS_LIVE_TWIN, targetOf } from './field-sql'
import { BATCH_VERBS } from './verbs-schema'

/**
 * Does the next chunk of a running batch that no other process is at: changes each record that is still as it was when the batch was
 * prepared, writes its entry in the trail, lists those that drifted, and marks the chunk, all in one transaction. Whoever dies on the
 * way leaves the chunk as it was, and its lock with Postgres, which lets go of it at once. Returns false when there is no such chunk.
 */
export async function runNextChunk(actor: Actor, batchId: string, task: BatchTask): Promise<boolean> {
  const holds = await stillHolds(actor, task)
  return transact(
    actor,
    async (scope) => {
      const [chunk] = await scope.tx.$queryRaw<{ number: number; size: number }[]>`
        select c.number, c.size from mastra_admin.batch_chunk c join mastra_admin.batch b on b.id = c.batch_id
        where c.batch_id = ${batchId}::uuid and c.done_at is null and b.state = 'running'
        order by c.number limit 1 for update of c skip locked`
      scope.audited()
      if (!chunk) return false
      const seen = seenIn(batchId, chunk.number, task)
      const changed = await change(scope, task, seen, holds)
      if (changed < chunk.size) await listDrifted(scope, task, seen)
      await scope.tx.$executeRaw`
        update mastra_admin.batch_chunk set done_at = clock_timestamp(), changed = ${changed}, drifted = size - ${changed}
        where batch_id = ${batchId}::uuid and number = ${chunk.number}`
      return true
    },
    batchId,
  )
}

/** The chunk as rows: `id`, `was` and `becomes` in the type of the field, `entry`. */
function seenIn(batchId: string, number: number, { verb }: BatchTask): Prisma.Sql {
  const { type } = changeable(BATCH_VERBS[verb].field)
  return Prisma.sql`
    select s.id, nullif(s.was, '')::${type} as was, nullif(s.becomes, '')::${type} as becomes, s.becomes as becomes_text, s.entry
    from mastra_admin.batch_chunk c, unnest(c.record_ids, c.was, c.becomes, c.entry_ids) as s(id, was, becomes, entry)
    where c.batch_id = ${batchId}::uuid and c.number = ${number}`
}

async function change(scope: Scope, task: BatchTask, seen: Prisma.Sql, holds: Prisma.Sql): Promise<number> {
  const { field, action } = BATCH_VERBS[task.verb]
  const { name, forTrail } = changeable(field)
  const isUndo = task.scope.kind === 'undo'
  const notUndone = isUndo
    ? Prisma.sql`and not exists (select from mastra_admin.audit_entry u where u.undoes_id = seen.entry)`
    : Prisma.empty
  const entries = entriesFor(scope.actor, scope.correlationId, action, {
    from: Prisma.sql`moved`,
    before: Prisma.sql`jsonb_build_object(${field}::text, ${forTrail(Prisma.sql`was`)})`,
    after: Prisma.sql`jsonb_build_object(${field}::text, ${forTrail(Prisma.sql`became`)})`,
    undoes: Prisma.sql`entry`,
  })
  const [outcome] = await scope.tx.$queryRaw<{ changed: number }[]>`
    with seen as (${seen}),
    moved as (
      update mastra.records r set ${name} = ${isUndo ? Prisma.sql`seen.becomes` : targetOf(task.verb, task.value)}
      from seen
      where r.id = seen.id and r.${name} is not distinct from seen.was and ${holds} ${notUndone}
      returning r.id, seen.was, r.${name} as became, seen.entry),
    entries as (${entries})
    select count(*)::int as changed from moved`
  return outcome?.changed ?? 0
}

/** Those of the chunk that have no entry by now, as they are now: a statement of its own sees what another writer has committed meanwhile. */
async function listDrifted(scope: Scope, task: BatchTask, seen: Prisma.Sql): Promise<void> {
  const { name, type } = changeable(BATCH_VERBS[task.verb].field)
  await scope.tx.$executeRaw`
    insert into mastra_admin.batch_exception (batch_id, record_id, kind, reason, expected, found, becomes, entry_id)
    select ${scope.correlationId}::uuid, seen.id, 'drifted',
      case when r.id is null then 'gone' when r.${name} is distinct from seen.was then 'changed'
        when ${task.verb === 'restore' && task.scope.kind !== 'undo' ? HAS_LIVE_TWIN : Prisma.sql`false`} then 'twin' else 'unmatched' end,
      coalesce(seen.was::${type}::text, ''), coalesce(r.${name}::text, ''), seen.becomes_text, seen.entry
    from (${seen}) as seen left join mastra.records r on r.id = seen.id
    where not exists (
      select from mastra_admin.audit_entry a where a.subject_type = 'record' and a.subject_id = seen.id
        and a.correlation_id = ${scope.correlationId}::uuid)`
}
