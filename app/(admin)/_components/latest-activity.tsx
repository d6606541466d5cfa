import { SubjectLink } from '@/app/(admin)/audit/_components/subject-link'
import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Link } from '@/components/ui/link'
import { latestAuditEntries } from '@/lib/audit/queries'
import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { CARD_LINES, CardLine } from './card-line'

/** What people did last. */
export async function LatestActivity({ actor, viewer }: { actor: Actor; viewer: Clock }) {
  const entries = await latestAuditEntries(actor, CARD_LINES)
  if (entries.length === 0)
    return (
      <EmptyState
        level={3}
        title="No activity yet"
        text="What people do here is listed as it happens: who, what and when."
      />
    )
  return (
    <ul>
      {entries.map((entry) => (
        <CardLine
          key={entry.id}
          note={`by ${entry.actorEmail}${entry.undoneBy ? `, undone by ${entry.undoneBy}` : ''}`}
          aside={<RelativeTime iso={entry.at} timeZone={viewer.timeZone} now={viewer.now.getTime()} />}
        >
          <span className="flex min-w-0 gap-1">
            <Link
              href={routes.audit({ q: termText('id', entry.id) })}
              prefetch={false}
              className="shrink-0 font-medium hover:underline"
            >
              {entry.label}
            </Link>
            <SubjectLink type={entry.subjectType} id={entry.subjectId} name={entry.subjectName} />
          </span>
        </CardLine>
      ))}
    </ul>
  )
}
