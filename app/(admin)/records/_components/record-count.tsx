import { CountText } from '@/components/count-text'
import { LinkButton } from '@/components/ui/link-button'
import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { countRecords } from '@/lib/records/queries'
import { type RecordSearch, recordQuery } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { loadRecords } from './load-records'

/** How many records match; beyond what is counted at once an estimate, with the way to the exact number. */
export async function RecordCount({ actor, search, clock }: { actor: Actor; search: RecordSearch; clock: Clock }) {
  const shown = await loadRecords(actor, search, clock)
  if (shown.kind !== 'page') return null
  // A list that ends on its first page has been counted by showing it.
  const { rows, next, previous } = shown.page
  const isWhole = next === null && previous === null
  const count = isWhole ? { kind: 'exact' as const, value: rows.length } : await countRecords(actor, search, clock)
  if (!count) return null
  return (
    <>
      <span role="status">
        <CountText count={count} one="record" many="records" />
      </span>
      {count.kind !== 'exact' && search.count === 'quick' && (
        <LinkButton
          href={routes.records(recordQuery({ ...search, count: 'exact' }))}
          prefetch={false}
          scroll={false}
          tone="ghost"
          compact
        >
          Count exactly
        </LinkButton>
      )}
      {count.kind !== 'exact' && search.count === 'exact' && <span>Counting exactly took too long.</span>}
    </>
  )
}
