import 'server-only'
import type { Actor } from '../../auth/actor'
import { connectionRegistry } from '../../connections/fields-sql'
import { issueKeySql } from '../../connections/stored-issues'
import { Prisma } from '../../db/generated/client'
import { AppError } from '../../errors'
import { whereOf } from '../../table/find-page'
import type { ConnectionTask } from '../schema'
import { BATCH_VERBS } from '../verbs-schema'

const KEY = issueKeySql(Prisma.sql`item.issue`)
/** The keys of a connection's issues, in their order. */
const PRESENT = Prisma.sql`array(
  select ${KEY} from unnest(c.issues) with ordinality as item (issue, place) order by item.place)`
const keysIn = (state: Prisma.Sql) => Prisma.sql`array(
  select ${KEY} from jsonb_array_elements_text(${state} -> 'issues') with ordinality as item (issue, place) order by item.place)`
/** A difference and an intersection of multisets: a message may be there several times. */
const without = (longer: Prisma.Sql, shorter: Prisma.Sql) => Prisma.sql`array(
  select key from unnest(${longer}) as key except all select key from unnest(${shorter}) as key)`
const both = (one: Prisma.Sql, other: Prisma.Sql) => Prisma.sql`array(
  select key from unnest(${one}) as key intersect all select key from unnest(${other}) as key)`

/**
 * The connections that a batch is over, as a statement that gives `id`, `integration` and `end_user`, `keys` (of the messages that it
 * clears or puts back), `was` (what must still be there, as JSON: those keys, or of a connection that gets messages back all it has),
 * `expected` and `found` (all keys of the connection, as JSON), `entry` (for an undo), and `skip` (a reason to leave it, or null).
 * Sightings of a cause are found by its index, entries by their correlation; a filter reads the table of connections.
 */
export async function candidates(actor: Actor, task: ConnectionTask): Promise<Prisma.Sql> {
  const { verb, scope } = task
  if (scope.kind === 'undo') return undoing(task, await conditionOf(actor, scope))
  if (verb !== 'clear-issues') throw new AppError('INVALID', 'Issues are put back only by an undo.')
  switch (scope.kind) {
    case 'causes':
      return clearing(
        Prisma.sql`
          select connection_id as id, min(integration) as integration, min(customer) as end_user, array_agg(open_key) as wanted
          from mastra_admin.issue_sighting where cause_id = any(${scope.causeIds}::text[]) and open_key is not null group by 1`,
        Prisma.sql`array(select key from unnest(present) as key where key = any(seen.wanted))`,
      )
    case 'connections':
      return clearing(
        Prisma.sql`
          select distinct id, null as integration, null as end_user from unnest(${scope.connectionIds}::text[]) as ticked (id)`,
        Prisma.sql`present`,
      )
    case 'matching-connections':
      return clearing(
        Prisma.sql`
          select c.id, null as integration, null as end_user from mastra.connections c where ${await conditionOf(actor, scope)}`,
        Prisma.sql`present`,
      )
  }
}

function clearing(seen: Prisma.Sql, keys: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select seen.id, coalesce(c.name, seen.integration) as integration, coalesce(c."connectionId", seen.end_user) as end_user,
      chosen.keys, to_jsonb(chosen.keys)::text as was, null::text as expected, to_jsonb(present)::text as found, null::uuid as entry,
      case when c.id is null then 'gone' when cardinality(chosen.keys) = 0 then 'already' end as skip
    from (${seen}) as seen left join mastra.connections c on c.id = seen.id
    cross join lateral (select ${PRESENT} as present) as now cross join lateral (select ${keys} as keys) as chosen`
}

/** What the entries of the batch say it did, where nobody has taken it back. */
function entries(verb: ConnectionTask['verb'], undoesId: string | null, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    from mastra_admin.audit_entry a
    left join mastra_admin.audit_entry u on u.undoes_id = a.id
    left join mastra.connections c on c.id = a.subject_id
    cross join lateral (select ${PRESENT} as present, ${keysIn(Prisma.sql`a.before`)} as had, ${keysIn(Prisma.sql`a.after`)} as kept) as now
    where a.correlation_id = ${undoesId}::uuid and a.action = ${BATCH_VERBS[BATCH_VERBS[verb].inverse].action} and u.id is null
      and (${condition})`
}

function undoing(task: ConnectionTask, condition: Prisma.Sql): Prisma.Sql {
  return task.verb === 'clear-issues' ? clearAgain(task, condition) : putBack(task.undoesId, condition)
}

/** Takes away what was put back, as far as it is still there. */
function clearAgain({ verb, undoesId }: ConnectionTask, condition: Prisma.Sql): Prisma.Sql {
  const keys = both(without(Prisma.sql`kept`, Prisma.sql`had`), Prisma.sql`present`)
  return Prisma.sql`
    select id, integration, end_user, keys, to_jsonb(keys)::text as was, expected, found, entry,
      case when not is_there then 'gone' when cardinality(keys) = 0 then 'already' end as skip
    from (
      select a.subject_id as id, c.name as integration, c."connectionId" as end_user, ${keys} as keys,
        to_jsonb(kept)::text as expected, to_jsonb(present)::text as found, a.id as entry, c.id is not null as is_there
      ${entries(verb, undoesId, condition)}) as undone`
}

/** Puts back what was cleared where the connection is as the clearing left it. Has it got the same messages again, there is nothing to put back. */
function putBack(undoesId: string | null, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select id, integration, end_user, keys, found as was, to_jsonb(kept)::text as expected, found, entry,
      case when not is_there then 'gone' when cardinality(${without(Prisma.sql`keys`, Prisma.sql`present`)}) = 0 then 'already'
        when present <> kept then 'changed' end as skip
    from (
      select a.subject_id as id, c.name as integration, c."connectionId" as end_user,
        ${without(Prisma.sql`had`, Prisma.sql`kept`)} as keys, present, kept, to_jsonb(present)::text as found, a.id as entry,
        c.id is not null as is_there
      ${entries('put-back-issues', undoesId, condition)}) as undone`
}

/** The filter as it was meant when the list was seen. Throws INVALID. */
export async function conditionOf(
  actor: Actor,
  { q, now, timeZone }: { q: string; now: string; timeZone: string },
): Promise<Prisma.Sql> {
  const filter = whereOf(q, await connectionRegistry(actor, q), { now: new Date(now), timeZone })
  if (!filter.ok) throw new AppError('INVALID', 'This filter was not understood, so nothing was prepared.')
  return filter.where
}
