import Link from 'next/link'
import { EmptyState } from '@/components/empty-state'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import type { Actor } from '@/lib/auth/actor'
import { latestRecords } from '@/lib/overview/queries'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { CARD_LINES, CardLine } from './card-line'

/** The records that came in last. */
export async function LatestRecords({ actor, viewer }: { actor: Actor; viewer: Clock }) {
  const records = await latestRecords(actor, CARD_LINES)
  if (!records) return <p className="p-4 text-sm text-ink-muted">Finding the latest records took too long.</p>
  if (records.length === 0) return <EmptyState level={3} title="No records yet" />
  return (
    <ul>
      {records.map(({ id, entityType, externalId, integration, deleted, createdAt }) => (
        <CardLine
          key={id}
          note={integration ?? 'No connection'}
          aside={
            <span className="flex items-center gap-2">
              {deleted && <Badge tone="warning">Deleted</Badge>}
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
