import 'server-only'
import { database } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'
import { FINGERPRINT_VERSION, fingerprintOf } from './fingerprint'
import { settle } from './settle'
import { writeCauses } from './write-causes'

/** Messages that one transaction groups anew. */
const STEP = 1_000

/**
 * Groups by the present rules what older ones have grouped, so that better rules hold for the past as well. Notes, the ticket, who looks
 * after it and how long it is muted go to the cause that took over most messages. Gives how many messages were looked at again; null when
 * another process is at it.
 */
export async function regroupIssues(
  version = FINGERPRINT_VERSION,
  fingerprint = fingerprintOf,
): Promise<number | null> {
  for (let done = 0; ; ) {
    const moved = await inTransaction(database(), (tx) => regroupSome(tx, version, fingerprint), { timeout: 60_000 })
    if (moved === null) return null
    done += moved
    if (moved < STEP) return done
  }
}

interface Grouped {
  id: string
  message: string
  causeId: string
}

async function regroupSome(
  tx: Prisma.TransactionClient,
  version: number,
  fingerprint: (message: string) => string,
): Promise<number | null> {
  const [lock] = await tx.$queryRaw<{ held: boolean; now: Date }[]>`
    select pg_try_advisory_xact_lock(hashtextextended('mastra_admin.issues', 0)) as held, clock_timestamp() as now`
  if (!lock?.held) return null
  const before = await tx.issueSighting.findMany({
    where: { version: { lt: version } },
    select: { id: true, message: true, causeId: true },
    orderBy: { id: 'asc' },
    take: STEP,
  })
  if (before.length === 0) return 0
  const after = before.map(({ id, message }): Grouped => ({ id, message, causeId: fingerprint(message) }))
  await writeCauses(tx, after, { now: lock.now, arrived: false })
  await tx.$executeRaw`
    update mastra_admin.issue_sighting s set version = ${version}::int, cause_id = n."causeId",
      former_cause_id = case when s.cause_id = n."causeId" then s.former_cause_id else s.cause_id end
    from jsonb_to_recordset(${JSON.stringify(after.map(({ id, causeId }) => ({ id, causeId })))}::jsonb) as n(id uuid, "causeId" text)
    where s.id = n.id`
  const touched = [...before, ...after].map(({ causeId }) => causeId)
  await datesOf(tx, touched)
  await settle(tx, touched, lock.now, { returned: false })
  await handOver(tx, touched)
  return before.length
}

/** A cause is as old as the oldest of its messages, and as young as the youngest. */
async function datesOf(tx: Prisma.TransactionClient, causeIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update mastra_admin.issue_cause c set first_seen_at = s.first, appeared_at = s.last
    from (
      select cause_id, min(first_seen_at) as first, max(first_seen_at) as last from mastra_admin.issue_sighting
      where cause_id = any(${causeIds}::text[]) group by cause_id) as s
    where c.id = s.cause_id`
}

/** Gives what people said of a cause without messages to the one that has most of them now. */
async function handOver(tx: Prisma.TransactionClient, causeIds: readonly string[]): Promise<void> {
  const replaced = await tx.$queryRaw<{ id: string; heir: string }[]>`
    update mastra_admin.issue_cause c set replaced_by = (
      select s.cause_id from mastra_admin.issue_sighting s where s.former_cause_id = c.id
      group by s.cause_id order by count(*) desc, s.cause_id limit 1)
    where c.id = any(${causeIds}::text[]) and not exists (
      select from mastra_admin.issue_sighting s where s.cause_id = c.id)
    returning c.id, c.replaced_by as heir`
  for (const { id, heir } of replaced) {
    await tx.note.updateMany({ where: { subjectType: 'issue', subjectId: id }, data: { subjectId: heir } })
    await tx.$executeRaw`
      update mastra_admin.issue_cause h set ticket = coalesce(h.ticket, c.ticket),
        assignee_id = coalesce(h.assignee_id, c.assignee_id), assignee_email = coalesce(h.assignee_email, c.assignee_email),
        muted_until = greatest(h.muted_until, c.muted_until), muted_until_change = h.muted_until_change or c.muted_until_change
      from mastra_admin.issue_cause c where h.id = ${heir} and c.id = ${id}`
  }
}
