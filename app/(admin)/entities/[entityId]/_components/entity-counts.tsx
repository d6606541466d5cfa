import { CreatedPerDay } from '@/app/(admin)/entities/_components/created-per-day'
import { EntityRecords } from '@/app/(admin)/entities/_components/entity-records'
import { RelativeTime } from '@/components/relative-time'
import type { Actor } from '@/lib/auth/actor'
import { createdPerDay } from '@/lib/entities/created-per-day'
import { entityCount } from '@/lib/entities/queries'
import { viewer } from '@/lib/time/viewer'

/** How many records the entity has by state, when the newest came, and how many came on each of the last days. */
export async function EntityCounts({ actor, entityId }: { actor: Actor; entityId: string }) {
  const seen = await viewer()
  const [count, days] = await Promise.all([entityCount(actor, entityId), createdPerDay(actor, [entityId], seen)])
  return (
    <div className="grid gap-3 text-sm">
      <EntityRecords entityId={entityId} counts={count} />
      {count?.newestAt && (
        <p className="text-ink-muted">
          Newest created <RelativeTime iso={count.newestAt} timeZone={seen.timeZone} />
        </p>
      )}
      <CreatedPerDay days={days && (days.get(entityId) ?? [])} viewer={seen} />
    </div>
  )
}
