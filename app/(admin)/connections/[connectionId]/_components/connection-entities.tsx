import { Plus } from 'lucide-react'
import { Suspense } from 'react'
import { PartBoundary } from '@/components/part-boundary'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { connectionEntities, entityCounts } from '@/lib/connections/detail-queries'
import type { EntityCounts } from '@/lib/connections/dto'
import { routes } from '@/lib/routes'
import { EntityProperties } from './entity-properties'
import { EntityRecords } from './entity-records'

interface ConnectionEntitiesProps {
  actor: Actor
  connectionId: string
  timeZone: string
}

/** What the connection syncs: each object type with its records by state and its properties. Counts come later than the rest. */
export async function ConnectionEntities({ actor, connectionId, timeZone }: ConnectionEntitiesProps) {
  const entities = await connectionEntities(actor, connectionId)
  if (entities.length === 0)
    return <p className="p-4 text-sm text-ink-muted">Nothing has been synced through this connection yet.</p>
  // Begun once for all entities; each row waits for its own number by itself.
  const counts = entityCounts(actor, connectionId)
  return (
    <ul>
      {entities.map((entity) => (
        <li key={entity.id} className="border-b border-line px-4 py-3 text-sm last:border-b-0">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h3 className="min-w-0 font-medium break-words">
              <bdi>{entity.type}</bdi>
            </h3>
            <span className="ml-auto min-w-0 break-words text-ink-muted">
              since <RelativeTime iso={entity.createdAt} timeZone={timeZone} />, by <bdi>{entity.createdBy}</bdi>
            </span>
            {can(actor, 'records:create') && (
              <LinkButton compact href={routes.recordNew({ entityId: entity.id })} prefetch={false}>
                <Plus aria-hidden />
                New record
              </LinkButton>
            )}
            {entity.lastSyncId && (
              <Badge tone="info">
                Last sync <bdi>{entity.lastSyncId}</bdi>
              </Badge>
            )}
          </div>
          <div className="mt-2">
            <PartBoundary what="The number of records">
              <Suspense fallback={<Skeleton className="h-8.5" />}>
                <Counts counts={counts} entityId={entity.id} />
              </Suspense>
            </PartBoundary>
          </div>
          <EntityProperties properties={entity.properties} />
        </li>
      ))}
    </ul>
  )
}

async function Counts({ counts, entityId }: { counts: Promise<Map<string, EntityCounts> | null>; entityId: string }) {
  const known = await counts
  const none = { live: 0, archived: 0, deleted: 0 }
  return <EntityRecords entityId={entityId} counts={known && (known.get(entityId) ?? none)} />
}
