import { Facets } from '@/components/facets'
import { NumberText } from '@/components/number-text'
import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { hasTerm, toggleTerm } from '@/lib/query/edit'
import { termText } from '@/lib/query/term-text'
import { recordFacets } from '@/lib/records/queries'
import { fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { loadRecords } from './load-records'

/** What occurs among the matching records; each value adds its term to the filter, or takes it away. None where no rows are. */
export async function RecordFacets({ actor, search, clock }: { actor: Actor; search: RecordSearch; clock: Clock }) {
  const shown = await loadRecords(actor, search, clock)
  if (shown.kind !== 'page' || shown.page.rows.length === 0) return null
  const counted = await recordFacets(actor, search, clock)
  if (!counted)
    return <p className="px-2 text-sm text-ink-muted">Counting took too long. Narrow the filter to see facets.</p>
  const { facets, among } = counted
  return (
    <Facets
      note={
        among && (
          <>
            Among the newest <NumberText value={among.newest} /> {among.of === 'matches' ? 'that match' : 'records'}
          </>
        )
      }
      facets={facets.map(({ field, label, values }) => ({
        title: label,
        values: values.map(({ value, count }) => {
          const term = termText(field, value)
          const q = toggleTerm(search.q, term)
          return {
            label: value === '' ? '(empty)' : value,
            count,
            href: routes.records(recordQuery(fromFirstPage(search, { q }))),
            selected: hasTerm(search.q, term),
          }
        }),
      }))}
    />
  )
}
