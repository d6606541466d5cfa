'use client'

import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import type { Seen } from '@/lib/metrics/read-histogram'
import { seenColumns } from './seen-columns'

/** Statements by their names. */
export function QueriesTable({ queries }: { queries: readonly Seen[] }) {
  const locale = useLocale()
  return (
    <DataTable
      label="Statements, by the time they took"
      columns={[
        {
          id: 'query',
          header: 'Statement',
          phone: 'title',
          cell: ({ name }: Seen) => <span className="font-mono text-xs">{name}</span>,
        },
        ...seenColumns<Seen>(locale),
      ]}
      rows={queries}
      getRowId={({ name }) => name}
      empty={<EmptyState title="No statement was run yet" />}
    />
  )
}
