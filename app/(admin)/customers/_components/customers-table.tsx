'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { CustomerRow } from '@/lib/customers/dto'
import { routes } from '@/lib/routes'

interface CustomersTableProps {
  rows: readonly CustomerRow[]
  timeZone: string
  /** Milliseconds since the epoch that "ago" is counted from. */
  now: number
  /** Whether the list was narrowed, which an empty one then tells how to undo. */
  narrowed: boolean
}

/** End users: what they connected, and whether something is wrong with it. */
export function CustomersTable({ rows, timeZone, now, narrowed }: CustomersTableProps) {
  const columns: TableColumn<CustomerRow>[] = [
    {
      id: 'reference',
      header: 'End user',
      phone: 'title',
      maxWidth: '24rem',
      cell: ({ reference }) => (
        <Link
          href={routes.customer(reference)}
          prefetch={false}
          className="font-medium text-accent-text hover:underline"
        >
          <bdi>{reference}</bdi>
        </Link>
      ),
    },
    {
      id: 'issues',
      header: 'Issues',
      phone: 'beside',
      cell: ({ failing, connections }) =>
        failing > 0 ? (
          <Badge tone="danger">
            <NumberText value={failing} /> of <NumberText value={connections} />
            {/* Where rows are items of a list there is no heading to say so. */}
            <span className="sm:hidden"> with issues</span>
          </Badge>
        ) : (
          <span className="text-ink-muted">No issues</span>
        ),
    },
    {
      id: 'integrations',
      header: 'Integrations',
      maxWidth: '24rem',
      cell: ({ integrations }) => <bdi>{integrations.join(', ')}</bdi>,
    },
    {
      id: 'connections',
      header: 'Connections',
      align: 'right',
      cell: ({ connections }) => <NumberText value={connections} />,
    },
    {
      id: 'lastSyncAt',
      header: 'Last sync',
      cell: ({ lastSyncAt }) =>
        lastSyncAt ? (
          <RelativeTime iso={lastSyncAt} timeZone={timeZone} now={now} />
        ) : (
          <span className="text-ink-muted">Unknown</span>
        ),
    },
    {
      id: 'firstAt',
      header: 'Since',
      cell: ({ firstAt }) => <RelativeTime iso={firstAt} timeZone={timeZone} now={now} />,
    },
  ]
  return (
    <DataTable
      label="End users"
      columns={columns}
      rows={rows}
      getRowId={({ reference }) => reference}
      rowHref={({ reference }) => routes.customer(reference)}
      empty={
        narrowed ? (
          <EmptyState
            title="No end users match"
            text="References are compared from their beginning, and case matters."
            action={<LinkButton href={routes.customers()}>Show all end users</LinkButton>}
          />
        ) : (
          <EmptyState
            title="No end users yet"
            text="Everyone who connects an integration through Mastra is listed here, by your reference for them, with everything of theirs on one page."
          />
        )
      }
    />
  )
}
