'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { RelativeTime } from '@/components/relative-time'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import type { BatchRow } from '@/lib/batches/batch-dto'
import { routes } from '@/lib/routes'
import { BatchScope } from './batch-scope'
import { batchTitle, STATE_WORDS } from './batch-words'

/** Batches, newest first: what, over which records, by whom, and what came of it. */
export function BatchesTable({ rows, timeZone }: { rows: readonly BatchRow[]; timeZone: string }) {
  const locale = useLocale()
  const columns: TableColumn<BatchRow>[] = [
    {
      id: 'what',
      header: 'What',
      phone: 'title',
      maxWidth: '20rem',
      cell: (row) => (
        <Link href={routes.batch(row.id)} prefetch={false} className="font-medium text-accent-text hover:underline">
          {batchTitle(locale, row)}
        </Link>
      ),
    },
    {
      id: 'state',
      header: 'State',
      phone: 'beside',
      cell: ({ state }) => <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Badge>,
    },
    { id: 'changed', header: 'Changed', align: 'right', cell: ({ changed }) => <NumberText value={changed} /> },
    { id: 'drifted', header: 'Drifted', align: 'right', cell: ({ drifted }) => <NumberText value={drifted} /> },
    {
      id: 'scope',
      header: 'Applies to',
      maxWidth: '18rem',
      cell: ({ scope, undoesId }) => <BatchScope scope={scope} undoesId={undoesId} />,
    },
    { id: 'who', header: 'Who', cell: ({ actorEmail }) => <bdi>{actorEmail}</bdi> },
    { id: 'at', header: 'Prepared', cell: ({ createdAt }) => <RelativeTime iso={createdAt} timeZone={timeZone} /> },
  ]
  return (
    <DataTable
      label="Batches"
      columns={columns}
      rows={rows}
      getRowId={({ id }) => id}
      rowHref={({ id }) => routes.batch(id)}
      empty={
        <EmptyState
          title="No batches yet"
          text="Select records, or all that match a filter, and choose what to do with them. You see a preview first, and can undo the whole batch."
          action={<LinkButton href={routes.records()}>Go to the records</LinkButton>}
        />
      }
    />
  )
}
