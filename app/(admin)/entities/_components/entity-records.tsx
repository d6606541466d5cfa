import { StackedBar } from '@/components/charts/stacked-bar'
import type { Part } from '@/components/charts/stacked-strip'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { EntityCounts } from '@/lib/connections/dto'
import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'

/** How many records an entity has by state, each number leading to them. Without numbers the way to the records stays. */
export function EntityRecords({ entityId, counts }: { entityId: string; counts: EntityCounts | null }) {
  const q = termText('entity.id', entityId)
  if (!counts)
    return (
      <p className="h-8.5">
        <Link href={routes.records({ q })} prefetch={false} className="text-accent-text hover:underline">
          Records
        </Link>{' '}
        <span className="text-ink-muted">(counting took too long)</span>
      </p>
    )
  const { live, archived, deleted } = counts
  if (live + deleted === 0) return <p className="h-8.5 text-ink-muted">No records</p>
  const part = (key: string, value: number, fill: Part['fill'], query: { q: string; state?: string }) => ({
    key,
    value,
    fill,
    text: (
      <Link href={routes.records(query)} prefetch={false} className="text-accent-text hover:underline">
        <NumberText value={value} /> {key}
      </Link>
    ),
  })
  return (
    <StackedBar
      label="Records by state"
      parts={[
        part('active', live - archived, 'accent', { q: `${q} status:ACTIVE` }),
        part('archived', archived, 'muted', { q: `${q} status:ARCHIVED` }),
        part('deleted', deleted, 'danger', { q, state: 'deleted' }),
      ]}
    />
  )
}
