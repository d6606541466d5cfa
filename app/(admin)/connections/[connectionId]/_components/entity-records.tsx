import Link from 'next/link'
import type { EntityCounts } from '@/lib/connections/dto'
import { termText } from '@/lib/query/edit'
import { routes } from '@/lib/routes'

const format = new Intl.NumberFormat('en')

/** How many records an entity has by state, each number leading to them. Without numbers the way to the records stays. */
export function EntityRecords({ entityId, counts }: { entityId: string; counts: EntityCounts | null }) {
  const q = termText('entity.id', entityId)
  const link = (text: string, query: { q: string; state?: string }) => (
    <Link href={routes.records(query)} prefetch={false} className="text-accent-text hover:underline">
      {text}
    </Link>
  )
  if (!counts)
    return (
      <span>
        {link('Records', { q })} <span className="text-ink-muted">(counting took too long)</span>
      </span>
    )
  return (
    <span className="flex flex-wrap gap-x-3">
      {link(`${format.format(counts.live)} live`, { q })}
      {counts.archived > 0 && link(`${format.format(counts.archived)} of them archived`, { q: `${q} status:ARCHIVED` })}
      {counts.deleted > 0 && link(`${format.format(counts.deleted)} deleted`, { q, state: 'deleted' })}
    </span>
  )
}
