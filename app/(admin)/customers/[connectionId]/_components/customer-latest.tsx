import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import { latestOf } from '@/lib/customers/queries'
import { routes } from '@/lib/routes'

interface CustomerLatestProps {
  actor: Actor
  reference: string
  timeZone: string
}

/** What the end user got last, of all integrations. */
export async function CustomerLatest({ actor, reference, timeZone }: CustomerLatestProps) {
  const rows = await latestOf(actor, reference)
  if (!rows)
    return (
      <p className="p-4 text-sm text-ink-muted">
        Finding them took too long. The index on records by entity, on the page <em>Database</em>, makes it instant.
      </p>
    )
  if (rows.length === 0) return <p className="p-4 text-sm text-ink-muted">No records have been synced.</p>
  return (
    <ul>
      {rows.map((row) => (
        <li
          key={row.id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-sm last:border-b-0"
        >
          <Link
            href={routes.record(row.id)}
            prefetch={false}
            className="min-w-0 flex-1 basis-48 font-mono text-xs break-all text-accent-text hover:underline"
          >
            <bdi>{row.externalId ?? row.id}</bdi>
          </Link>
          {row.deleted && <Badge tone="danger">Deleted</Badge>}
          <span className="text-ink-muted">
            <bdi>{row.entityType}</bdi> of <bdi>{row.integration}</bdi>,{' '}
            <RelativeTime iso={row.createdAt} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  )
}
