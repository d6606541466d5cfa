import 'server-only'
import { entriesFor } from '../../audit/write-entries'
import type { Actor } from '../../auth/actor'
import { Prisma } from '../../db/generated/client'
import type { Scope } from '../../db/transact'
import { changeable } from '../../records/changeable-fields'
import type { RecordTask } from '../schema'
import { BATCH_VERBS, RECORD_FIELDS } from '../verbs-schema'
import type { BatchWork } from '../work'
import { candidates, stillHolds } from './candidates'
import { HAS_LIVE_TWIN, targetOf } from './field-sql'
import { fixing } from './fixing'

/** The work of a batch over records, in statements over a whole chunk. */
export function recordWork(actor: Actor, task: RecordTask): BatchWork {
  return {
    fixing: async (batchId) => {
      const statement = fixing(batchId, task, await candidates(actor, task))
      return async (tx) => {
        await tx.$executeRaw(statement)
      }
    },
    changing: async () => {
      const holds = await stillHolds(actor, task)
      return async (scope, { batchId, number, size }) => {
        const seen = seenIn(batchId, number, task)
        const changed = await change(scope, task, seen, holds)
        if (changed < size) await listDrifted(scope, task, seen)
        return { changed, drifted: size - changed }
      }
    },
  }
}

/** The chunk as rows: `id`, `was` and `becomes` in the type of the field, `entry`. */
function seenIn(batchId: string, number: number, { verb }: RecordTask): Prisma.Sql {
  const { type } = changeable(RECORD_FIELDS[verb])
  return Prisma.sql`
    select s.id, nullif(s.was, '')::${type} as was, nullif(s.becomes, '')::${type} as becomes, s.becomes as becomes_text, s.entry
    from mastra_admin.batch_chunk c, unnest(c.record_ids, c.was, c.becomes, c.entry_ids) as s(id, was, becomes, entry)
    where c.batch_id = ${batchId}::uuid and c.number = ${number}`
}

async function change(scope: Scope, task: RecordTask, seen: Prisma.Sql, holds: Prisma.Sql): Promise<number> {
  const field = RECORD_FIELDS[task.verb]
  const { action } = BATCH_VERBS[task.verb]
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
async function listDrifted(scope: Scope, task: RecordTask, seen: Prisma.Sql): Promise<void> {
  const { name, type } = changeable(RECORD_FIELDS[task.verb])
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
