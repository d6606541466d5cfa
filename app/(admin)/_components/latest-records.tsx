import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { listRecords } from '@/lib/records/queries'
import { readRecordSearch } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { CARD_LINES, CardLine } from './card-line'

/** The records that came in last, as the list finds them. */
export async function LatestRecords({ actor, viewer }: { actor: Actor; viewer: Clock }) {
  const { search } = readRecordSearch({ state: 'all', size: '25', columns: 'entityType' })
  const result = await listRecords(actor, search, viewer)
  if (result.kind !== 'page')
    return <p className="p-4 text-sm text-ink-muted">Finding the latest records took too long.</p>
  const { rows } = result.page
  if (rows.length === 0)
    return (
      <EmptyState level={3} title="No records yet" text="Records appear here as Mastra syncs them, newest first." />
    )
  return (
    <ul>
      {rows.slice(0, CARD_LINES).map(({ id, entityType, externalId, connection, deletedAt, createdAt }) => (
        <CardLine
          key={id}
          note={connection?.name ?? 'No connection'}
          aside={
            <span className="flex items-center gap-2">
              {deletedAt && <Badge tone="warning">Deleted</Badge>}
              <RelativeTime iso={createdAt} timeZone={viewer.timeZone} now={viewer.now.getTime()} />
            </span>
          }
        >
          <Link href={routes.record(id)} prefetch={false} className="font-medium hover:underline">
            <bdi>{entityType}</bdi> <bdi>{externalId ?? id}</bdi>
          </Link>
        </CardLine>
      ))}
    </ul>
  )
}
