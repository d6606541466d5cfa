import { CAUSE_WORDS } from '@/app/(admin)/issues/_components/cause-words'
import { loadLook } from '@/app/(admin)/issues/_components/load-look'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { issuesOfConnection, SIGHTINGS_SHOWN } from '@/lib/issues/queries'
import { routes } from '@/lib/routes'

interface IssueHistoryProps {
  actor: Actor
  connectionId: string
  timeZone: string
}

/** Every issue that was seen on a connection, by cause, the newest first: since when, and how it went. */
export async function IssueHistory({ actor, connectionId, timeZone }: IssueHistoryProps) {
  await loadLook(connectionId)
  const rows = await issuesOfConnection(actor, connectionId)
  if (rows.length === 0)
    return (
      <p className="p-4 text-sm text-ink-muted">
        No issues have been seen yet. Mastra keeps only the current ones; past ones are remembered here from now on.
      </p>
    )
  return (
    <>
      <ul>
        {rows.slice(0, SIGHTINGS_SHOWN).map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 text-sm last:border-b-0"
          >
            <Link
              href={routes.issue(row.causeId)}
              prefetch={false}
              className="min-w-0 flex-1 basis-64 break-words text-accent-text hover:underline"
            >
              <bdi>{row.title}</bdi>
            </Link>
            <Badge tone={CAUSE_WORDS[row.state].tone}>{CAUSE_WORDS[row.state].word}</Badge>
            <span className="text-ink-muted">
              <RelativeTime iso={row.firstSeenAt} timeZone={timeZone} />
              {row.goneAt && (
                <>
                  {' '}
                  to <RelativeTime iso={row.goneAt} timeZone={timeZone} />
                </>
              )}
              {row.clearedBy && (
                <>
                  , cleared by <bdi>{row.clearedBy}</bdi>
                </>
              )}
              {!row.goneAt && ', still there'}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > SIGHTINGS_SHOWN && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-muted">
          The newest <NumberText value={SIGHTINGS_SHOWN} /> are shown.
        </p>
      )}
    </>
  )
}
