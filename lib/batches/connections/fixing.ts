import 'server-only'
import { z } from 'zod'
import { issueKeySql } from '../../connections/stored-issues'
import { Prisma } from '../../db/generated/client'
import type { ConnectionPreview } from '../batch-dto'
import type { ConnectionTask } from '../schema'

/** Connections of one transaction: few enough that a sync that wants to say why it failed waits for a fraction of a second. */
const CHUNK = 100
/** Skipped connections that are listed by name; all are counted. An undo lists them all, since each may be chosen. */
const LISTED = 1_000
const GROUPS = 60
const SAMPLE = 8
/** Characters of a message in the sample, and those read so that the mask sees a secret whole. */
const SHOWN = 300
const READ = 4_000

const rawSample = z.array(
  z.object({
    id: z.string(),
    integration: z.string().nullable(),
    endUser: z.string().nullable(),
    messages: z.number(),
    first: z.string().nullable(),
  }),
)

interface Fixing {
  batchId: string
  task: ConnectionTask
  /** What `candidates` gives. */
  found: Prisma.Sql
  /** What is kept is masked for no one in particular. */
  mask: (message: string) => string
}

/** Writes chunks, exceptions and preview from one snapshot. Messages are in it as keys only, but for the sample, which is masked before it is kept. */
export async function fix(tx: Prisma.TransactionClient, { batchId, task, found, mask }: Fixing): Promise<void> {
  const [row] = await tx.$queryRaw<{ sample: unknown }[]>(statement(batchId, task, found))
  const sample: ConnectionPreview['sample'] = rawSample.parse(row?.sample ?? []).map(({ first, ...connection }) => ({
    ...connection,
    first: first && mask(first).slice(0, SHOWN),
  }))
  await tx.$executeRaw`
    update mastra_admin.batch set preview = jsonb_set(preview, '{sample}', ${JSON.stringify(sample)}::jsonb)
    where id = ${batchId}::uuid`
}

function statement(batchId: string, task: ConnectionTask, found: Prisma.Sql): Prisma.Sql {
  const isClearing = task.verb === 'clear-issues'
  const listed = task.scope.kind === 'undo' ? Prisma.empty : Prisma.sql`order by id limit ${LISTED}`
  return Prisma.sql`
    with candidate as materialized (${found}),
    kept as materialized (
      select candidate.*, cardinality(keys) as messages, row_number() over (order by id) - 1 as place,
        greatest(count(*) over () / ${SAMPLE}, 1) as stride
      from candidate where skip is null),
    chunks as (
      insert into mastra_admin.batch_chunk (batch_id, number, size, record_ids, was, becomes, entry_ids)
      select ${batchId}::uuid, place / ${CHUNK}, count(*), array_agg(id order by id), array_agg(was order by id),
        array_agg(''::text order by id), array_agg(entry order by id)
      from kept group by 2),
    left_alone as (
      insert into mastra_admin.batch_exception (batch_id, record_id, kind, reason, expected, found, becomes, entry_id)
      select ${batchId}::uuid, id, 'skipped', skip, expected, found, '', entry from candidate where skip is not null ${listed}),
    by_integration as (
      select integration, count(*) as connections, sum(messages) as messages,
        row_number() over (order by count(*) desc, integration) as rank
      from kept group by integration),
    by_cause as (
      select s.cause_id, c.title, count(distinct kept.id) as connections,
        row_number() over (order by count(distinct kept.id) desc, c.title, s.cause_id) as rank
      from kept cross join unnest(kept.keys) as message (key)
      join mastra_admin.issue_sighting s on s.connection_id = kept.id
        and ${isClearing ? Prisma.sql`s.open_key` : Prisma.sql`s.message_key`} = message.key
      join mastra_admin.issue_cause c on c.id = s.cause_id
      group by s.cause_id, c.title)
    update mastra_admin.batch set state = 'ready', total = (select count(*) from kept), preview = jsonb_build_object(
      'kind', 'connections',
      'messages', (select coalesce(sum(messages), 0) from kept),
      'keeping', (select count(*) from kept where jsonb_array_length(found::jsonb) > ${isClearing ? Prisma.sql`messages` : Prisma.sql`0`}),
      'integrations', coalesce((select jsonb_agg(jsonb_build_object('integration', integration, 'connections', connections,
        'messages', messages) order by rank) from by_integration where rank <= ${GROUPS}), '[]'),
      'moreIntegrations', (select count(*) from by_integration where rank > ${GROUPS}),
      'causes', coalesce((select jsonb_agg(jsonb_build_object('causeId', cause_id, 'title', title, 'connections', connections)
        order by rank) from by_cause where rank <= ${GROUPS}), '[]'),
      'moreCauses', (select count(*) from by_cause where rank > ${GROUPS}),
      'skipped', coalesce((select jsonb_agg(jsonb_build_object('reason', skip, 'count', count) order by count desc)
        from (select skip, count(*) as count from candidate where skip is not null group by skip) as counted), '[]'))
    where id = ${batchId}::uuid and state = 'preparing'
    returning (
      select jsonb_agg(jsonb_build_object('id', id, 'integration', integration, 'endUser', end_user, 'messages', messages,
        'first', ${isClearing ? FIRST_CLEARED : FIRST_PUT_BACK}) order by place)
      from kept where place % stride = 0 and place / stride < ${SAMPLE}) as sample`
}

const IS_KEPT = Prisma.sql`${issueKeySql(Prisma.sql`item.issue`)} = any(kept.keys) order by item.place limit 1`
const FIRST_CLEARED = Prisma.sql`(
  select left(item.issue, ${READ}::int) from mastra.connections m
  cross join unnest(m.issues) with ordinality as item (issue, place) where m.id = kept.id and ${IS_KEPT})`
const FIRST_PUT_BACK = Prisma.sql`(
  select left(item.issue, ${READ}::int) from mastra_admin.audit_entry a
  cross join jsonb_array_elements_text(a.before -> 'issues') with ordinality as item (issue, place)
  where a.id = kept.entry and ${IS_KEPT})`
