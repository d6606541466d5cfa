import 'server-only'
import type { TimelineEvent } from '@/components/charts/timeline'
import type { SubjectType } from '@/lib/audit/actions'
import { auditTrail } from '@/lib/audit/queries'
import type { Actor } from '@/lib/auth/actor'

/** The last things that people did are drawn; all of them are listed in the audit trail. */
const DRAWN = 6

/** The last things that people did to one subject, for its timeline. */
export async function auditEvents(actor: Actor, subject: { type: SubjectType; id: string }): Promise<TimelineEvent[]> {
  const { entries } = await auditTrail(actor, subject)
  return entries.slice(0, DRAWN).map(({ id, at, label, action, actorEmail }) => ({
    key: id,
    iso: at,
    text: (
      <>
        {label} by <bdi>{actorEmail}</bdi>
      </>
    ),
    mark: action === 'record.soft-delete' ? 'ended' : 'done',
  }))
}
