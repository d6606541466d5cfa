import { auditEvents } from '@/app/(admin)/audit/_components/audit-events'
import { Timeline, type TimelineEvent } from '@/components/charts/timeline'
import type { Actor } from '@/lib/auth/actor'
import type { CauseRow } from '@/lib/issues/dto'
import { viewer } from '@/lib/time/viewer'

/** When a cause began, came back and went, and what people did about it, on one axis. */
export async function CauseTimeline({ actor, cause }: { actor: Actor; cause: CauseRow }) {
  const [acts, seen] = await Promise.all([auditEvents(actor, { type: 'issue', id: cause.id }), viewer()])
  const events: TimelineEvent[] = [{ key: 'first', iso: cause.firstSeenAt, text: 'First seen', mark: 'begun' }, ...acts]
  if (cause.reopenedAt) events.push({ key: 'back', iso: cause.reopenedAt, text: 'Came back', mark: 'begun' })
  if (cause.appearedAt !== cause.firstSeenAt && cause.appearedAt !== cause.reopenedAt)
    events.push({ key: 'last', iso: cause.appearedAt, text: 'A connection last got it', mark: 'changed' })
  if (cause.resolvedAt)
    events.push({ key: 'gone', iso: cause.resolvedAt, text: 'The last connection lost it', mark: 'ended' })
  return <Timeline label="What happened to this cause" events={events} viewer={seen} />
}
