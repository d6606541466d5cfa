import { Plus } from 'lucide-react'
import { Suspense } from 'react'
import { CreatedPerDay } from '@/app/(admin)/entities/_components/created-per-day'
import { EntityRecords } from '@/app/(admin)/entities/_components/entity-records'
import { PartBoundary } from '@/components/part-boundary'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { connectionEntities, entityCounts } from '@/lib/connections/detail-queries'
import type { EntityCounts } from '@/lib/connections/dto'
import { createdPerDay } from '@/lib/entities/created-per-day'
import { routes } from '@/lib/routes'
import { type Viewer, viewer } from '@/lib/time/viewer'
import { EntityProperties } from './entity-properties'

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
  const seen = await viewer()
  const days = createdPerDay(
    actor,
    entities.map(({ id }) => id),
    seen,
  )
  return (
    <ul>
      {entities.map((entity) => (
        <li key={entity.id} className="border-b border-line px-4 py-3 text-sm last:border-b-0">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <h3 className="min-w-0 font-medium break-words">
              <Link href={routes.entity(entity.id)} prefetch={false} className="text-accent-text hover:underline">
                <bdi>{entity.type}</bdi>
              </Link>
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
          <div className="mt-2 max-w-md">
            <PartBoundary what="The number of records by day">
              <Suspense fallback={<Skeleton className="h-16" />}>
                <Days days={days} entityId={entity.id} seen={seen} />
              </Suspense>
            </PartBoundary>
          </div>
          <EntityProperties properties={entity.properties} />
        </li>
      ))}
    </ul>
  )
}

interface DaysProps {
  days: ReturnType<typeof createdPerDay>
  entityId: string
  seen: Viewer
}

async function Days({ days, entityId, seen }: DaysProps) {
  const known = await days
  return <CreatedPerDay days={known && (known.get(entityId) ?? [])} viewer={seen} />
}

async function Counts({ counts, entityId }: { counts: Promise<Map<string, EntityCounts> | null>; entityId: string }) {
  const known = await counts
  const none = { live: 0, archived: 0, deleted: 0 }
  return <EntityRecords entityId={entityId} counts={known && (known.get(entityId) ?? none)} />
}
