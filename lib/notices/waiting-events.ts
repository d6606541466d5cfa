import 'server-only'
import type { Prisma } from '../db/generated/client'
import { evidenceOf } from '../health/sentence'
import { type EventFacts, LISTED } from './message'
import type { NoticeEventKind } from './schema'

interface Waiting {
  event: NoticeEventKind
  at: Date
  connections: number
  integrations: string[]
  causeId: string | null
  title: string | null
  kind: string | null
  firstSeenAt: Date | null
  connectionId: string | null
  habit: unknown
  lastSeenAt: Date | null
  overSince: Date | null
}

/** What waits to be told to a channel, as far as it is told one by one: what most connections have comes first, and what is over last. */
export async function waitingEvents(tx: Prisma.TransactionClient, channelId: string): Promise<EventFacts[]> {
  const rows = await tx.$queryRaw<Waiting[]>`
    select e.event, e.at, e.connections, e.integrations, c.id as "causeId", c.title, c.kind, c.first_seen_at as "firstSeenAt",
      h.connection_id as "connectionId", h.habit, h.last_seen_at as "lastSeenAt",
      case when h.id is null then c.resolved_at when k.state <> 'quiet' then k.since end as "overSince"
    from mastra_admin.notice_event e left join mastra_admin.issue_cause c on c.id = e.cause_id
      left join mastra_admin.health_change h on h.id = e.health_change_id
      left join mastra_admin.connection_health k on k.connection_id = h.connection_id
    where e.channel_id = ${channelId}::uuid and e.message_id is null
    order by e.event = 'resolved', e.connections desc, e.id limit ${LISTED}`
  return rows.flatMap((row) => factsOf(row) ?? [])
}

/** Null for what is known no more, which is counted and not listed. */
function factsOf(row: Waiting): EventFacts | null {
  const { event, at, connections, integrations, overSince } = row
  const facts = { event, at, connections, integrations, overSince }
  if (row.connectionId) {
    // At the very moment its silence is not beyond its habit yet.
    const evidence = evidenceOf(row.habit, row.lastSeenAt?.getTime() ?? null, at.getTime() + 1_000)
    return { ...facts, cause: null, connection: { id: row.connectionId, evidence } }
  }
  if (row.causeId === null || row.title === null || row.kind === null || row.firstSeenAt === null) return null
  const cause = { id: row.causeId, title: row.title, kind: row.kind, firstSeenAt: row.firstSeenAt }
  return { ...facts, cause, connection: null }
}
