import type { Actor } from '@/lib/auth/actor'
import type { Clock } from '@/lib/query/dates'
import { fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { CountedExport } from '../../exports/_components/counted-export'
import { loadCount, loadRecords } from './load-records'

interface RecordExportProps {
  actor: Actor
  search: RecordSearch
  clock: Clock
}

/** Every record of the list with the columns in view, as a file. */
export function RecordExport({ actor, search, clock }: RecordExportProps) {
  const { q, state, columns, text } = recordQuery(fromFirstPage(search))
  return (
    <CountedExport
      table="records"
      params={{ q, state, columns, text }}
      hrefOf={(file) => routes.recordExport({ q, state, columns, text, ...file })}
      count={async () => {
        const shown = await loadRecords(actor, search, clock)
        // What the planner expects of a filter that no index serves is worth nothing.
        return shown.kind !== 'page' || shown.page.reached ? null : loadCount(actor, search, clock)
      }}
      timeZone={clock.timeZone}
    />
  )
}
