import { AuditTrail } from '@/app/(admin)/audit/_components/audit-trail'
import type { AuditRow } from '@/lib/audit/dto'
import { REVERTED_ACTIONS } from '@/lib/records/edit-dto'
import { RevertTo } from './revert-to'

/** What people did to the record here, each edit as its diff, with the ways back. */
export function RecordHistory({ id, mayRevert }: { id: string; mayRevert: boolean }) {
  return (
    <AuditTrail
      subjectType="record"
      subjectId={id}
      more={(entry, later) =>
        mayRevert && isVersion(entry) && later.some(isVersion) && <RevertTo id={id} entryId={entry.id} />
      }
    />
  )
}

/** Whether the entry left the record in another state than it found it in. */
function isVersion({ action }: AuditRow): boolean {
  return action === 'record.create' || REVERTED_ACTIONS.some((known) => known === action)
}
