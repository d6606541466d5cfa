'use client'

import { useRouter } from 'next/navigation'
import { type AwaitedCount, WholeList } from '@/app/(admin)/_components/whole-list'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { keepingPeek } from '@/components/peek/use-peek'
import { LinkButton } from '@/components/ui/link-button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { whenFetched } from '@/components/ui/use-needed'
import type { RecordVerb } from '@/lib/batches/verbs-schema'
import type { Narrowing } from '@/lib/query/narrowing'
import { COLUMN_WIDTH } from '@/lib/records/columns-dto'
import type { RecordRow } from '@/lib/records/dto'
import { fromFirstPage, listQuery, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import type { ColumnLook } from './column-looks'
import { withPeek } from './peek-column'
import type { Arrangement } from './record-arranging'
import { columnMenus, recordColumns } from './record-columns'
import type { VerbsAllowed } from './record-verbs'

/** The verbs are fetched with the first selection. */
const SelectedRecords = partOnDemand(() => import('./selected-records').then((parts) => parts.SelectedRecords))

interface RecordsTableProps extends Arrangement {
  rows: RecordRow[]
  looks: readonly ColumnLook[]
  narrowing: Narrowing
  timeZone: string
  now: number
  /** Whether the search ended before its end, which the list says above. */
  reached: boolean
  verbs: VerbsAllowed
  /** What may be done to more records than are on a page. */
  bulk: readonly RecordVerb[]
  /** How many records the whole list has, when it is known; null where it is all on this page. */
  whole: AwaitedCount | null
}

/** The rows of one page, with what can be done to those selected. */
export function RecordsTable({
  rows,
  search,
  columns,
  properties,
  looks,
  narrowing,
  timeZone,
  now,
  reached,
  verbs,
  bulk,
  whole,
}: RecordsTableProps) {
  const router = useRouter()
  const arrangement = { search, columns, properties }
  const mayAct = verbs.softDelete || verbs.restore || bulk.length > 0
  const list = JSON.stringify([search.q, search.state, search.text])
  return (
    <DataTable
      label="Records"
      columns={withPeek(recordColumns(looks, { ...arrangement, narrowing, timeZone, now }))}
      arranging={{
        width: COLUMN_WIDTH,
        // Takes the place of the present address: on Back nobody wants the width of a moment ago.
        onResize: (id, width) =>
          whenFetched(columnMenus.fetch(), ({ resized }) =>
            // Takes the place of the present address: on Back nobody wants the width of a moment ago.
            router.replace(keepingPeek(resized(arrangement, id, width)), { scroll: false }),
          ),
        onMove: (id, before) =>
          whenFetched(columnMenus.fetch(), ({ moved }) =>
            router.push(keepingPeek(moved(arrangement, id, before)), { scroll: false }),
          ),
      }}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => routes.record(row.id, listQuery(search))}
      rowLabel={(row) => `${row.entityType} ${row.externalId ?? row.id}`}
      list={list}
      whole={whole && bulk.length > 0 && <WholeList count={whole} />}
      selectionBar={
        mayAct
          ? (selected, clear, all) => (
              <SelectedRecords {...{ selected, all, search, verbs, bulk, timeZone, now }} onDone={clear} />
            )
          : undefined
      }
      empty={reached ? null : <NoRecords search={search} />}
    />
  )
}

/** What an unfiltered list that is empty will hold. */
const NOTHING: Record<RecordSearch['state'], { title: string; text: string }> = {
  live: {
    title: 'No live records',
    text: 'Records appear here as Mastra syncs them, newest first. Filter by type to see the columns that its properties name.',
  },
  deleted: {
    title: 'No deleted records',
    text: 'Soft-deleted records leave the product and are kept here, where they can be restored at any time.',
  },
  all: {
    title: 'No records yet',
    text: 'Records appear here as Mastra syncs them, deleted or not. First an end user connects an integration, which then appears under Connections.',
  },
}

function NoRecords({ search }: { search: RecordSearch }) {
  const first = search.after !== undefined || search.before !== undefined
  if (first) {
    return (
      <EmptyState
        title="No records match on this page"
        text="The rows that were here have been changed or removed since."
        action={<LinkButton href={routes.records(recordQuery(fromFirstPage(search)))}>Go to the first page</LinkButton>}
      />
    )
  }
  const wider = search.q === '' ? null : routes.records(recordQuery(fromFirstPage(search, { q: '' })))
  const everywhere =
    search.state === 'all' ? null : routes.records(recordQuery(fromFirstPage(search, { state: 'all' })))
  const searched = search.state === 'live' ? 'Only live records were searched.' : undefined
  return (
    <EmptyState
      {...(search.q === '' ? NOTHING[search.state] : { title: 'No records match', text: searched })}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {wider && <LinkButton href={wider}>Clear the filter</LinkButton>}
          {everywhere && <LinkButton href={everywhere}>Search all records</LinkButton>}
          <LinkButton href={routes.why({ list: routes.records(recordQuery(fromFirstPage(search))) })} prefetch={false}>
            Why can’t I see it?
          </LinkButton>
        </span>
      }
    />
  )
}
