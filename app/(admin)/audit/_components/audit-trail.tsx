import type { ReactNode } from 'react'
import { Late } from '@/components/late'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { SubjectType } from '@/lib/audit/actions'
import type { AuditRow } from '@/lib/audit/dto'
import { auditTrail } from '@/lib/audit/queries'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { viewerZone } from '@/lib/time/viewer-zone'
import { EntryChanges } from './entry-changes'
import { UndoButton } from './undo-button'

interface AuditTrailProps {
  subjectType: SubjectType
  subjectId: string
  /** What else stands at an entry, given those after it. */
  more?: (entry: AuditRow, later: readonly AuditRow[]) => ReactNode
}

/** What people did to one thing here, newest first: a region of its page that loads, and fails, by itself. */
export function AuditTrail(subject: AuditTrailProps) {
  return (
    <Section title="Audit trail" flush>
      <Late what="The audit trail" fallback={<SkeletonRows rows={3} />}>
        <Trail {...subject} />
      </Late>
    </Section>
  )
}

async function Trail({ subjectType, subjectId, more: moreAt }: AuditTrailProps) {
  const actor = await requireActor('audit:read')
  const [{ entries, more }, timeZone] = await Promise.all([
    auditTrail(actor, { type: subjectType, id: subjectId }),
    viewerZone(),
  ])
  if (entries.length === 0)
    return <p className="p-4 text-sm text-ink-muted">Nobody has changed it here yet. Syncs leave no entries.</p>
  return (
    <>
      <ol>
        {entries.map((entry, place) => (
          <Entry
            key={entry.id}
            entry={entry}
            timeZone={timeZone}
            mayUndo={can(actor, 'audit:undo')}
            more={moreAt?.(entry, entries.slice(0, place))}
          />
        ))}
      </ol>
      {more && (
        <p className="px-4 py-2.5 text-sm">
          <Link
            href={routes.audit({ q: termText('subject.id', subjectId) })}
            className="text-accent-text hover:underline"
          >
            Older entries
          </Link>
        </p>
      )}
    </>
  )
}

interface EntryProps {
  entry: AuditRow
  timeZone: string
  mayUndo: boolean
  more: ReactNode
}

function Entry({ entry, timeZone, mayUndo, more }: EntryProps) {
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0">
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-medium">{entry.label}</span>{' '}
          <span className="text-ink-muted">
            by <bdi>{entry.actorEmail}</bdi>
            {entry.tokenName !== null && (
              <>
                {' '}
                by the token <bdi>{entry.tokenName}</bdi>
              </>
            )}
            , <RelativeTime iso={entry.at} timeZone={timeZone} />
            {entry.undoneBy && (
              <>
                , undone by <bdi>{entry.undoneBy}</bdi>
              </>
            )}
          </span>
        </p>
        <div className="mt-0.5">
          <EntryChanges changes={entry.changes} />
        </div>
      </div>
      {more}
      {mayUndo && entry.undoable && <UndoButton entryId={entry.id} label="Revert" />}
    </li>
  )
}
