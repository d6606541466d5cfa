import { auditEvents } from '@/app/(admin)/audit/_components/audit-events'
import { Timeline, type TimelineEvent } from '@/components/charts/timeline'
import type { Actor } from '@/lib/auth/actor'
import type { ConnectionDetail } from '@/lib/connections/dto'
import { viewer } from '@/lib/time/viewer'

/** When the connection began, was last changed and last synced, and when people acted on it, on one axis. */
export async function ConnectionTimeline({ actor, connection }: { actor: Actor; connection: ConnectionDetail }) {
  const { id, createdAt, updatedAt, lastSyncAt } = connection
  const [acts, seen] = await Promise.all([auditEvents(actor, { type: 'connection', id }), viewer()])
  const events: TimelineEvent[] = [{ key: 'created', iso: createdAt, text: 'Created', mark: 'begun' }, ...acts]
  if (updatedAt && updatedAt !== createdAt)
    events.push({ key: 'updated', iso: updatedAt, text: 'Last updated', mark: 'changed' })
  if (lastSyncAt) events.push({ key: 'synced', iso: lastSyncAt, text: 'Last sync', mark: 'changed' })
  return <Timeline label="What happened to this connection" events={events} viewer={seen} />
}
