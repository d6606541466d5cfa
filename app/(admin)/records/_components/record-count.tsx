import { CountText } from '@/components/count-text'
import { ExactCount } from '@/components/exact-count'
import { NumberText } from '@/components/number-text'
import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { listQuery, type RecordSearch } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { loadCount, loadRecords } from './load-records'

/** How many records match; beyond what is counted at once an estimate, with the way to the exact number. */
export async function RecordCount({ actor, search, clock }: { actor: Actor; search: RecordSearch; clock: Clock }) {
  const shown = await loadRecords(actor, search, clock)
  if (shown.kind !== 'page') return null
  const address = routes.recordCount(listQuery(search))
  const words = { one: 'record', many: 'records' }
  const { rows, next, previous, reached } = shown.page
  if (reached) {
    // What the planner expects of a filter that no index serves is worth nothing.
    return (
      <ExactCount key={address} address={address} {...words}>
        <NumberText value={rows.length} /> on this page so far
      </ExactCount>
    )
  }
  // A list that ends on its first page has been counted by showing it.
  const isWhole = next === null && previous === null
  const count = isWhole ? { kind: 'exact' as const, value: rows.length } : await loadCount(actor, search, clock)
  if (!count) return null
  if (count.kind !== 'exact')
    return (
      <ExactCount key={address} address={address} {...words}>
        <CountText count={count} {...words} />
      </ExactCount>
    )
  return (
    <span role="status">
      <CountText count={count} {...words} />
    </span>
  )
}
