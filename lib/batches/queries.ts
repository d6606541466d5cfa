import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { withinBudget } from '../db/within-budget'
import { maskPolicy } from '../mask/mask-policy'
import type { MaskPolicy } from '../mask/policy'
import { type BatchPreview, type BatchRow, type BatchState, batchPreview, type ExceptionRow } from './batch-dto'
import { exceptionsOf } from './exceptions'
import { type BatchScope, batchTask } from './schema'

export const BATCHES_SHOWN = 50
/** Batches over one connection that a page lists, and the milliseconds for finding them. */
const GROUPS_SHOWN = 20
const GROUPS_BUDGET = 1_500
/** Seconds over which the rate is taken. */
const RATE_OVER = 10

const COLUMNS = Prisma.sql`
  b.id::text as id, b.verb, b.value, b.state, b.reason, b.actor_id as "actorId", b.actor_email as "actorEmail",
  ${zoned('created_at')} as "createdAt", ${zoned('started_at')} as "startedAt", ${zoned('ended_at')} as "endedAt",
  b.total, b.undoes_id::text as "undoesId", coalesce(c.worked, 0) as worked, coalesce(c.changed, 0) as changed,
  coalesce(c.drifted, 0) as drifted, coalesce(c.recent, 0) / ${RATE_OVER}::float8 as rate`

/** What was ticked may be thousands; a list says only that it was. */
const SHORT_SCOPE = Prisma.sql`case b.scope ->> 'kind'
  when 'selection' then jsonb_set(b.scope, '{records}', jsonb_build_array(b.scope -> 'records' -> 0))
  when 'connections' then jsonb_set(b.scope, '{connectionIds}', jsonb_build_array(b.scope -> 'connectionIds' -> 0))
  else b.scope end`

const FROM = Prisma.sql`
  from mastra_admin.batch b left join lateral (
    select sum(size) filter (where done_at is not null)::int as worked, sum(changed)::int as changed,
      sum(drifted)::int as drifted,
      sum(size) filter (where done_at > now() - make_interval(secs => ${RATE_OVER}))::int as recent
    from mastra_admin.batch_chunk where batch_id = b.id) c on true`

function zoned(column: string): Prisma.Sql {
  return isoText(Prisma.sql`${Prisma.raw(`b.${column}`)} at time zone 'UTC'`)
}

type RawBatch = Omit<BatchRow, 'scope'> & { scope: unknown }

/** One page of batches, newest first, from behind the batch `after`. Of what was never started one's own previews are listed, and not those that were discarded. Throws FORBIDDEN. */
export async function listBatches(actor: Actor, after?: string): Promise<{ rows: BatchRow[]; next: string | null }> {
  authorize(actor, 'batches:read')
  const rows = await database().$queryRaw<RawBatch[]>`
    select ${COLUMNS}, ${SHORT_SCOPE} as scope
    ${FROM} where (b.started_at is not null or (b.actor_id = ${actor.id} and b.state <> 'cancelled'))
      and (${after ?? null}::uuid is null or b.id < ${after ?? null}::uuid)
    order by b.id desc limit ${BATCHES_SHOWN + 1}`
  const shown = rows.slice(0, BATCHES_SHOWN)
  return { rows: shown.map(described), next: rows.length > BATCHES_SHOWN ? (shown.at(-1)?.id ?? null) : null }
}

/**
 * Batches that were started over records of a connection, of one entity type where it is given, the newest first. They are known by the groups
 * that their previews list, which are read one after the other; null when that took too long. Throws FORBIDDEN.
 */
export async function batchesOfConnection(
  actor: Actor,
  connectionId: string,
  entityType?: string,
): Promise<BatchRow[] | null> {
  authorize(actor, 'batches:read')
  const group = JSON.stringify([{ connectionId, ...(entityType !== undefined && { entityType }) }])
  const rows = await withinBudget(
    database(),
    GROUPS_BUDGET,
    (tx) => tx.$queryRaw<RawBatch[]>`
      select ${COLUMNS}, ${SHORT_SCOPE} as scope
      ${FROM} where b.started_at is not null and b.preview -> 'groups' @> ${group}::jsonb
      order by b.id desc limit ${GROUPS_SHOWN}`,
  )
  return rows?.map(described) ?? null
}

export interface BatchDetail extends BatchRow {
  preview: BatchPreview | null
  /** Records that drifted while it ran, and those left out of an undo for the same reasons. */
  exceptions: { skipped: ExceptionRow[]; drifted: ExceptionRow[] }
  /** Batches that take this one back, newest first. */
  undoneBy: { id: string; state: BatchState; changed: number }[]
}

/** One batch with its preview, its exceptions and what took it back; null when there is none. Throws FORBIDDEN. */
export async function batchDetail(actor: Actor, id: string): Promise<BatchDetail | null> {
  authorize(actor, 'batches:read')
  const [row] = await database().$queryRaw<(RawBatch & { preview: unknown })[]>`
    select ${COLUMNS}, b.scope, b.preview ${FROM} where b.id = ${id}::uuid`
  if (!row) return null
  const { preview, ...batch } = row
  const [skipped, drifted, undoneBy] = await Promise.all([
    exceptionsOf(batch, 'skipped'),
    exceptionsOf(batch, 'drifted'),
    undoing(id),
  ])
  return {
    ...described(batch),
    preview: preview === null ? null : shownTo(await maskPolicy(actor), batchPreview.parse(preview)),
    exceptions: { skipped, drifted },
    undoneBy,
  }
}

/** The words of messages are masked once more, for whoever reads them. */
function shownTo({ message }: MaskPolicy, preview: BatchPreview): BatchPreview {
  if (preview.kind === 'records') return preview
  const causes = preview.causes.map((cause) => ({ ...cause, title: message(cause.title) }))
  return {
    ...preview,
    causes,
    sample: preview.sample.map((row) => ({ ...row, first: row.first && message(row.first) })),
  }
}

function undoing(id: string): Promise<BatchDetail['undoneBy']> {
  return database().$queryRaw<BatchDetail['undoneBy']>`
    select b.id::text as id, b.state, coalesce(sum(c.changed), 0)::int as changed
    from mastra_admin.batch b left join mastra_admin.batch_chunk c on c.batch_id = b.id
    where b.undoes_id = ${id}::uuid group by b.id order by b.id desc limit ${BATCHES_SHOWN}`
}

function described(batch: RawBatch): BatchRow {
  const { scope }: { scope: BatchScope } = batchTask.parse(batch)
  return { ...batch, scope }
}
