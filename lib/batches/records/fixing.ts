import 'server-only'
import { Prisma } from '../../db/generated/client'
import { changeable } from '../../records/changeable-fields'
import type { RecordTask } from '../schema'
import { RECORD_FIELDS } from '../verbs-schema'
import { HAS_LIVE_TWIN, targetOf } from './field-sql'

/** Records of one transaction: few enough that a sync that wants one of them waits for a fraction of a second. */
const CHUNK = 1_000
/** Skipped records that are listed by name; all are counted. An undo lists them all, since each may be chosen. */
const LISTED = 1_000
const GROUPS = 60
const SAMPLE = 8
const TWINS_LOOKED_AT = 20_000

/** One statement, so that counts, sample and chunks are of the same moment. Of a group of twins to be restored the last deleted is taken; an undo puts back those that were twins before. */
export function fixing(batchId: string, task: RecordTask, found: Prisma.Sql): Prisma.Sql {
  const { forTrail, type } = changeable(RECORD_FIELDS[task.verb])
  const shown = (value: Prisma.Sql) => forTrail(Prisma.sql`nullif(${value}, '')::${type}`)
  const target = task.scope.kind === 'undo' ? shown(Prisma.sql`becomes`) : forTrail(targetOf(task.verb, task.value))
  const to = task.verb === 'soft-delete' && task.scope.kind !== 'undo' ? Prisma.sql`'now'` : target
  const firstOfTwins =
    task.verb === 'restore' && task.scope.kind !== 'undo'
      ? Prisma.sql`case when skip is null and external_id is not null and entity_id is not null and row_number() over (
          partition by entity_id, external_id, skip is null order by was desc, id) > 1 then 'twin' else skip end`
      : Prisma.sql`skip`
  const listed = task.scope.kind === 'undo' ? Prisma.empty : Prisma.sql`order by id limit ${LISTED}`
  return Prisma.sql`
    with candidate as (${found}),
    judged as materialized (select candidate.*, ${firstOfTwins} as reason from candidate),
    placed as (select judged.*, row_number() over (order by id) - 1 as place from judged where reason is null),
    kept as materialized (
      select placed.*, place / ${CHUNK} as chunk, greatest(count(*) over () / ${SAMPLE}, 1) as stride from placed),
    chunks as (
      insert into mastra_admin.batch_chunk (batch_id, number, size, record_ids, was, becomes, entry_ids)
      select ${batchId}::uuid, chunk, count(*), array_agg(id order by id), array_agg(was order by id),
        array_agg(becomes order by id), array_agg(entry order by id)
      from kept group by chunk),
    left_alone as (
      insert into mastra_admin.batch_exception (batch_id, record_id, kind, reason, expected, found, becomes, entry_id)
      select ${batchId}::uuid, id, 'skipped', reason, expected, was, becomes, entry
      from judged where reason is not null ${listed}),
    grouped as (
      select connection_id, connection, end_user, entity_type, state, count(*) as count,
        row_number() over (order by count(*) desc, connection, end_user, entity_type, state) as rank
      from kept group by connection_id, connection, end_user, entity_type, state)
    update mastra_admin.batch set state = 'ready', total = (select count(*) from kept), preview = jsonb_build_object(
      'groups', coalesce((select jsonb_agg(jsonb_build_object('connectionId', connection_id, 'connection', connection,
        'endUser', end_user, 'entityType', entity_type, 'state', state, 'count', count) order by rank)
        from grouped where rank <= ${GROUPS}), '[]'),
      'moreGroups', (select count(*) from grouped where rank > ${GROUPS}),
      'sample', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'externalId', external_id, 'entityType', entity_type,
        'from', ${shown(Prisma.sql`was`)}, 'to', ${to}) order by place)
        from kept where place % stride = 0 and place / stride < ${SAMPLE}), '[]'),
      'skipped', coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'count', count) order by count desc)
        from (select reason, count(*) as count from judged where reason is not null group by reason) as counted), '[]'),
      'synced', (select count(*) from kept where synced),
      'liveTwins', ${task.verb === 'soft-delete' ? liveTwins : Prisma.sql`0`})
    where id = ${batchId}::uuid and state = 'preparing'`
}

const liveTwins = Prisma.sql`(
  select count(*) from (select id, external_id as "externalId", entity_id as "entityId" from kept limit ${TWINS_LOOKED_AT}) as r
  where ${HAS_LIVE_TWIN})`
