'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import { Link } from '@/components/ui/link'
import type { TwinGroup } from '@/lib/records/twins-dto'
import { routes } from '@/lib/routes'

const addressOf = ({ externalId, entityId }: TwinGroup) => routes.twinGroup({ externalId, entity: entityId })
/** Names of what differs that a row has room for. */
const NAMED = 4

const columns: TableColumn<TwinGroup>[] = [
  {
    id: 'externalId',
    header: 'External id',
    phone: 'title',
    maxWidth: '20rem',
    cell: (row) => (
      <Link href={addressOf(row)} prefetch={false} className="font-mono text-accent-text hover:underline">
        {row.externalId === '' ? '(empty)' : <bdi>{row.externalId}</bdi>}
      </Link>
    ),
  },
  { id: 'entityType', header: 'Entity type', phone: 'beside', cell: ({ entityType }) => <bdi>{entityType}</bdi> },
  {
    id: 'connection',
    header: 'Connection',
    maxWidth: '16rem',
    cell: ({ connection }) =>
      connection && (
        <Link href={routes.connection(connection.id)} prefetch={false} className="text-accent-text hover:underline">
          <bdi>{connection.name}</bdi>
        </Link>
      ),
  },
  { id: 'records', header: 'Records', align: 'right', cell: ({ records }) => <NumberText value={records} /> },
  { id: 'differs', header: 'What differs', maxWidth: '28rem', cell: ({ differs }) => <Differs names={differs} /> },
]

function Differs({ names }: { names: string[] | null }) {
  if (names === null) return <span className="text-ink-muted">Too large to compare here</span>
  if (names.length === 0) return <span className="text-ink-muted">Nothing: they are copies</span>
  return (
    <span className="break-words">
      <bdi>{names.slice(0, NAMED).join(', ')}</bdi>
      {names.length > NAMED && (
        <span className="text-ink-muted">
          {' '}
          and <NumberText value={names.length - NAMED} /> more
        </span>
      )}
    </span>
  )
}

/** Groups of twins in the order of their external ids. */
export function TwinsTable({ rows, isWhole }: { rows: readonly TwinGroup[]; isWhole: boolean }) {
  return (
    <DataTable
      label="Twins"
      columns={columns}
      rows={rows}
      getRowId={({ entityId, externalId }) => `${entityId} ${externalId}`}
      rowHref={addressOf}
      empty={
        isWhole ? (
          <EmptyState
            title="No twins"
            text="No two live records of an entity share an external id. Mastra does not prevent it; when it happens, they are listed here to be compared."
          />
        ) : (
          <EmptyState title="None in this part" text="No two live records of an entity share an external id here." />
        )
      }
    />
  )
}
