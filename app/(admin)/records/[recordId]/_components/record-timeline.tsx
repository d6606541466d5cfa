import { auditEvents } from '@/app/(admin)/audit/_components/audit-events'
import { Timeline, type TimelineEvent } from '@/components/charts/timeline'
import type { Actor } from '@/lib/auth/actor'
import type { RecordDetail } from '@/lib/records/dto'
import { viewer } from '@/lib/time/viewer'

/** When the record came, was last changed and was deleted, and when people acted on it, on one axis. */
export async function RecordTimeline({ actor, record }: { actor: Actor; record: RecordDetail }) {
  const { id, createdAt, updatedAt, deletedAt, deletedBy } = record
  const [acts, seen] = await Promise.all([auditEvents(actor, { type: 'record', id }), viewer()])
  const events: TimelineEvent[] = [{ key: 'created', iso: createdAt, text: 'Created', mark: 'begun' }, ...acts]
  if (updatedAt && updatedAt !== createdAt)
    events.push({ key: 'updated', iso: updatedAt, text: 'Last updated', mark: 'changed' })
  // A deletion from here is among what people did, and would stand twice.
  if (deletedAt && !deletedBy)
    events.push({ key: 'deleted', iso: deletedAt, text: 'Deleted outside this app', mark: 'ended' })
  return <Timeline label="What happened to this record" events={events} viewer={seen} />
}
