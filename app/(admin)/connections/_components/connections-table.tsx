'use client'

import { type AwaitedCount, WholeList } from '@/app/(admin)/_components/whole-list'
import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { SoftLink } from '@/components/soft-links'
import { LinkButton } from '@/components/ui/link-button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { ConnectionRow } from '@/lib/connections/dto'
import { type ConnectionSearch, connectionQuery, fromFirstPage, withSort } from '@/lib/connections/search-params'
import { routes } from '@/lib/routes'
import { nextSort, sortOf } from '@/lib/table/sort'
import { HealthBadge } from './health-badge'
import { IssueSummary } from './issue-summary'
import { LastSeen, LastSync } from './last-sync'

/** Fetched with the first selection. */
const ClearIssues = partOnDemand(() =>
  import('@/app/(admin)/batches/_components/clear-issues').then((parts) => parts.ClearIssues),
)

interface ConnectionsTableProps {
  rows: ConnectionRow[]
  search: ConnectionSearch
  timeZone: string
  now: number
  mayClear: boolean
  /** How many connections the whole list has, when it is known; null where it is all on this page. */
  whole: AwaitedCount | null
}

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const

/** The connections of one page. */
export function ConnectionsTable({ rows, search, timeZone, now, mayClear, whole }: ConnectionsTableProps) {
  const sort = (field: string): TableColumn<ConnectionRow>['sort'] => {
    const present = sortOf(search.terms, field)
    return {
      href: routes.connections(withSort(search, nextSort(search.terms, field))),
      addHref: routes.connections(withSort(search, nextSort(search.terms, field, { keepOthers: true }))),
      direction: present ? DIRECTIONS[present.direction] : 'none',
      ...(present && search.terms.length > 1 && { place: present.place + 1 }),
    }
  }
  const columns: TableColumn<ConnectionRow>[] = [
    {
      id: 'connectionId',
      header: 'End user',
      phone: 'title',
      maxWidth: '13rem',
      sort: sort('connectionId'),
      cell: ({ id, connectionId }) => (
        <SoftLink href={routes.connection(id)} className="cell-link font-medium" title={connectionId}>
          <bdi>{connectionId === '' ? '(empty)' : connectionId}</bdi>
        </SoftLink>
      ),
    },
    {
      id: 'name',
      header: 'Integration',
      phone: 'beside',
      maxWidth: '13rem',
      sort: sort('name'),
      cell: ({ integration }) => <bdi>{integration}</bdi>,
    },
    {
      id: 'health',
      header: 'Health',
      phone: 'beside',
      sort: sort('quietSince'),
      cell: ({ health }) => <HealthBadge health={health} />,
    },
    {
      id: 'issues',
      header: 'Issues',
      phone: 'beside',
      sort: sort('issueCount'),
      maxWidth: '17rem',
      cell: (row) => <IssueSummary count={row.issueCount} first={row.firstIssue} />,
    },
    {
      id: 'lastSeenAt',
      header: 'Last seen',
      sort: sort('lastSeenAt'),
      cell: ({ health }) => <LastSeen iso={health.lastSeenAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'lastSyncAt',
      header: 'Last sync',
      sort: sort('lastSyncAt'),
      cell: ({ lastSyncAt }) => <LastSync iso={lastSyncAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'entities',
      header: 'Entities',
      align: 'right',
      phone: 'hidden',
      cell: ({ entityCount }) => <NumberText value={entityCount} />,
    },
    {
      id: 'createdAt',
      header: 'Created',
      sort: sort('createdAt'),
      cell: ({ createdAt }) => <RelativeTime iso={createdAt} timeZone={timeZone} now={now} />,
    },
    {
      id: 'updatedAt',
      header: 'Updated',
      phone: 'hidden',
      sort: sort('updatedAt'),
      cell: ({ updatedAt }) =>
        updatedAt ? <RelativeTime iso={updatedAt} timeZone={timeZone} now={now} /> : <NotSet />,
    },
  ]
  return (
    <DataTable
      label="Connections"
      columns={columns}
      rows={rows}
      getRowId={(row) => row.id}
      rowHref={(row) => routes.connection(row.id)}
      rowLabel={({ integration, connectionId }) => `${integration} of ${connectionId || '(empty)'}`}
      list={search.q}
      whole={whole && mayClear && <WholeList count={whole} />}
      selectionBar={
        mayClear
          ? (selected, clear, all) => (
              <ClearIssues
                compact
                over={
                  all
                    ? { kind: 'matching-connections', q: search.q, now: new Date(now).toISOString(), timeZone }
                    : { kind: 'connections', connectionIds: selected.map(({ id }) => id) }
                }
                onDone={clear}
              >
                Clear issues…
              </ClearIssues>
            )
          : undefined
      }
      empty={<NoConnections search={search} />}
    />
  )
}

function NotSet() {
  return <span className="text-ink-muted">–</span>
}

function NoConnections({ search }: { search: ConnectionSearch }) {
  const first = routes.connections(connectionQuery(fromFirstPage(search)))
  if (search.after !== undefined || search.before !== undefined)
    return (
      <EmptyState
        title="No connections match on this page"
        text="The rows that were here have been changed or removed since."
        action={<LinkButton href={first}>Go to the first page</LinkButton>}
      />
    )
  if (search.q === '')
    return (
      <EmptyState
        title="No connections yet"
        text="Mastra adds one when an end user connects an integration; it is listed here at once, with its health as soon as its habit is known."
      />
    )
  const without = routes.connections(connectionQuery(fromFirstPage(search, { q: '' })))
  return <EmptyState title="No connections match" action={<LinkButton href={without}>Clear the filter</LinkButton>} />
}
