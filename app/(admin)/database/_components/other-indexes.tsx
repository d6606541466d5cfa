'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import { formatBytes } from '@/lib/format-bytes'
import type { ForeignIndex } from '@/lib/indexes/dto'

/** What else is on Mastra's tables; not ours to drop. */
export function OtherIndexes({ indexes }: { indexes: readonly ForeignIndex[] }) {
  const locale = useLocale()
  const columns: TableColumn<ForeignIndex>[] = [
    {
      id: 'name',
      header: 'Index',
      phone: 'title',
      cell: ({ name }) => <span className="font-mono text-xs">{name}</span>,
    },
    { id: 'table', header: 'Table', cell: ({ table }) => table },
    { id: 'bytes', header: 'Size', align: 'right', cell: ({ bytes }) => formatBytes(locale, bytes) },
    { id: 'scans', header: 'Used', align: 'right', cell: ({ scans }) => <NumberText value={scans} /> },
    {
      id: 'definition',
      header: 'Definition',
      maxWidth: '40rem',
      phone: 'line',
      cell: ({ definition }) => (
        <span className="font-mono text-xs" title={definition}>
          {definition}
        </span>
      ),
    },
  ]
  return (
    <DataTable
      label="Indexes of Mastra and others"
      columns={columns}
      rows={indexes}
      getRowId={({ name }) => name}
      empty={<EmptyState title="There are none" />}
    />
  )
}
