import { Alert } from '@/components/ui/alert'
import type { Clock } from '@/lib/query/dates'
import type { RawParams } from '@/lib/table/table-params'
import type { ViewRow } from '@/lib/views/dto'
import { BUILT_IN_VIEWS, type DroppedPart, knownQuery, showsItself, type ViewTable } from '@/lib/views/search-params'

const WHAT: Record<string, string> = {
  q: 'the term',
  state: 'the state',
  sort: 'the sort by',
  size: 'the page size',
  columns: 'the column',
}

interface ViewNoteProps {
  table: ViewTable
  raw: RawParams
  views: readonly ViewRow[]
  clock: Clock
}

/**
 * What of the view in the address could not be shown: parts that are understood no more, or the view itself. Someone else’s view is not missed
 * where its filter, sort or columns stand in the address too: all of it is on the page.
 */
export function ViewNote({ table, raw, views, clock }: ViewNoteProps) {
  if (raw.view === undefined || BUILT_IN_VIEWS[table].some(({ id }) => id === raw.view)) return null
  const view = views.find(({ id }) => id === raw.view)
  if (!view)
    return showsItself(table, raw) ? null : (
      <Alert title="The view in this address was deleted, or is not shared with you.">
        The table is shown without it.
      </Alert>
    )
  const { dropped } = knownQuery(table, view.query, clock)
  if (dropped.length === 0) return null
  return (
    <Alert tone="warning" title={`“${view.name}” was saved with parts that no longer exist.`}>
      <p>It is shown without:</p>
      <ul className="list-disc pl-5">
        {dropped.map((part) => (
          <DroppedItem key={`${part.parameter} ${part.text}`} part={part} />
        ))}
      </ul>
    </Alert>
  )
}

function DroppedItem({ part }: { part: DroppedPart }) {
  return (
    <li>
      {WHAT[part.parameter] ?? part.parameter} <code className="font-mono break-all">{part.text}</code>
    </li>
  )
}
