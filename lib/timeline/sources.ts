import 'server-only'
import { Prisma } from '../db/generated/client'
import type { CursorKeys } from '../table/cursor'
import { type KeysetTerm, keysetPredicate } from '../table/keyset'
import type { TimelineKind, TimelineScope } from './dto'

/** Entries of the trail, from its end, among which actions on single records are sought: the trail has no index by connection. */
export const RECENT_ENTRIES = 5_000

/** Part of a timeline: what gives its moment (`timestamp`, UTC), what tells its entries apart, what they say, and where they are. */
interface Source {
  kind: TimelineKind
  at: Prisma.Sql
  key: Prisma.Sql
  connectionId: Prisma.Sql
  /** A JSON object; its `what` is one of the dto's. */
  facts: Prisma.Sql
  from: Prisma.Sql
}

const utc = (column: string) => Prisma.sql`(${Prisma.raw(column)} at time zone 'UTC')`

/** What is kept of a scope, each by an index that begins with the connection or the subject. Creations of records are not among it. */
export function sourcesOf({ connectionIds, customer }: TimelineScope): Source[] {
  const ids = Prisma.sql`${[...connectionIds]}::text[]`
  const connection = (what: string, column: string): Source => ({
    kind: 'sync',
    at: Prisma.raw(`c."${column}"`),
    key: Prisma.sql`${`${what} `} || c.id`,
    connectionId: Prisma.sql`c.id`,
    facts: Prisma.sql`jsonb_build_object('what', ${what}::text)`,
    from: Prisma.sql`mastra.connections c where c.id = any(${ids}) and ${Prisma.raw(`c."${column}"`)} is not null
      ${what === 'changed' ? Prisma.sql`and c."updatedAt" <> c."createdAt"` : Prisma.empty}`,
  })
  const entity = (what: string, column: string): Source => ({
    kind: 'sync',
    at: Prisma.raw(`e."${column}"`),
    key: Prisma.sql`${`${what} `} || e.id`,
    connectionId: Prisma.sql`e.k_id`,
    facts: Prisma.sql`jsonb_build_object('what', ${what}::text, 'entityId', e.id, 'entityType', e.type, 'lastSyncId', e."lastSyncId")`,
    from: Prisma.sql`mastra.entity e where e.k_id = any(${ids}) and ${Prisma.raw(`e."${column}"`)} is not null
      ${what === 'entity-changed' ? Prisma.sql`and e."updatedAt" <> e."createdAt"` : Prisma.empty}`,
  })
  const sighting = (what: string, column: string): Source => ({
    kind: 'issue',
    at: utc(`s.${column}`),
    key: Prisma.sql`${`${what} `} || s.id::text`,
    connectionId: Prisma.sql`s.connection_id`,
    facts: Prisma.sql`jsonb_build_object('what', ${what}::text, 'causeId', cause.id, 'title', cause.title, 'by', s.cleared_by)`,
    from: Prisma.sql`mastra_admin.issue_sighting s join mastra_admin.issue_cause cause on cause.id = s.cause_id
      where s.connection_id = any(${ids}) and ${Prisma.raw(`s.${column}`)} is not null`,
  })
  const noted = (subject: 'connection' | 'customer', which: Prisma.Sql): Source => ({
    kind: 'note',
    at: utc('n.created_at'),
    key: Prisma.sql`'note ' || n.id::text`,
    connectionId: subject === 'connection' ? Prisma.sql`n.subject_id` : Prisma.sql`null::text`,
    facts: Prisma.sql`jsonb_build_object('what', 'note', 'text', n.text, 'by', n.author_email, 'about', n.subject_type)`,
    from: Prisma.sql`mastra_admin.note n where n.subject_type = ${subject} and n.removed_at is null and ${which}`,
  })
  return [
    connection('connected', 'createdAt'),
    connection('changed', 'updatedAt'),
    connection('synced', 'lastSyncAt'),
    entity('entity', 'createdAt'),
    entity('entity-changed', 'updatedAt'),
    sighting('got', 'first_seen_at'),
    sighting('went', 'gone_at'),
    noted('connection', Prisma.sql`n.subject_id = any(${ids})`),
    ...(customer === null ? [] : [noted('customer', Prisma.sql`n.subject_id = ${customer}`)]),
    ...actions(ids),
    {
      kind: 'health',
      at: utc('h.at'),
      key: Prisma.sql`'health ' || h.id::text`,
      connectionId: Prisma.sql`h.connection_id`,
      facts: Prisma.sql`jsonb_build_object('what', 'health', 'from', h.from_state, 'to', h.to_state)`,
      from: Prisma.sql`mastra_admin.health_change h where h.connection_id = any(${ids}) and h.from_state is not null`,
    },
  ]
}

/** What people did to the connections, to causes that they have or had, and lately to their records; and batches over these. */
function actions(ids: Prisma.Sql): Source[] {
  const entry = { kind: 'action' as const, at: utc('a.at'), key: Prisma.sql`'action ' || a.id::text` }
  const facts = Prisma.sql`'what', 'action', 'action', a.action, 'by', a.actor_email, 'entryId', a.id`
  return [
    {
      ...entry,
      connectionId: Prisma.sql`a.subject_id`,
      facts: Prisma.sql`jsonb_build_object(${facts}, 'count', 1)`,
      from: Prisma.sql`mastra_admin.audit_entry a where a.subject_type = 'connection' and a.subject_id = any(${ids})`,
    },
    {
      ...entry,
      connectionId: Prisma.sql`null::text`,
      facts: Prisma.sql`jsonb_build_object(${facts}, 'count', 1, 'causeId', a.subject_id)`,
      from: Prisma.sql`mastra_admin.audit_entry a where a.subject_type = 'issue' and a.subject_id in (
        select s.cause_id from mastra_admin.issue_sighting s where s.connection_id = any(${ids}))`,
    },
    {
      ...entry,
      connectionId: Prisma.sql`a.connection_id`,
      facts: Prisma.sql`jsonb_build_object(${facts}, 'count', a.count, 'recordId', a.record_id)`,
      // What one click did is one entry here, and a batch has its own.
      from: Prisma.sql`(
        select min(a.id::text) as id, max(a.at) as at, a.action, a.actor_email, count(*) as count, min(r.id) as record_id, e.k_id as connection_id
        from (select * from mastra_admin.audit_entry order by id desc limit ${RECENT_ENTRIES}) as a
        join mastra.records r on r.id = a.subject_id join mastra.entity e on e.id = r."entityId"
        where a.subject_type = 'record' and e.k_id = any(${ids})
          and not exists (select from mastra_admin.batch b where b.id = a.correlation_id)
        group by a.correlation_id, a.action, a.actor_email, e.k_id) as a where true`,
    },
    {
      kind: 'action',
      at: utc('b.started_at'),
      key: Prisma.sql`'batch ' || b.id::text || one.id`,
      connectionId: Prisma.sql`one.id`,
      facts: Prisma.sql`jsonb_build_object('what', 'batch', 'batchId', b.id, 'verb', b.verb, 'value', b.value, 'undoes', b.undoes_id is not null,
        'by', b.actor_email, 'count', one.count)`,
      from: Prisma.sql`mastra_admin.batch b cross join lateral (
        select part ->> 'connectionId' as id, sum((part ->> 'count')::int) as count from jsonb_array_elements(b.preview -> 'groups') as part
        where part ->> 'connectionId' = any(${ids}) group by 1) as one where b.started_at is not null`,
    },
  ]
}

/** The first entries of a source behind a place, newest first; what `withKeys` reads has the columns at, key, connectionId and facts. */
export function entriesOf(source: Source, beyond: CursorKeys | null, limit: number): Prisma.Sql {
  const terms = timelineTerms(source.at, Prisma.sql`(${source.key}) collate "C"`)
  const behind = beyond ? keysetPredicate(terms, beyond) : Prisma.sql`true`
  return Prisma.sql`(
    select ${source.at} as at, (${source.key}) collate "C" as key, ${source.connectionId} as "connectionId", ${source.facts} as facts
    from ${source.from} and ${behind} order by 1 desc, 2 desc limit ${limit})`
}

/** The order of a timeline: newest first, entries of one moment by their keys. */
export function timelineTerms(at: Prisma.Sql, key: Prisma.Sql): KeysetTerm[] {
  return [
    { field: 'at', direction: 'desc', column: { sql: at, nullable: false, type: 'timestamp' } },
    { field: 'key', direction: 'desc', column: { sql: key, nullable: false, type: 'text' } },
  ]
}
