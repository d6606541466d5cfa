'use client'

import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { useLocale } from '@/components/locale'
import { NumberText } from '@/components/number-text'
import type { Traffic } from '@/lib/status/dto'
import { seenColumns } from './seen-columns'

/** Requests by the pattern of their route. */
export function RoutesTable({ routes }: { routes: readonly Traffic[] }) {
  const locale = useLocale()
  return (
    <DataTable
      label="Requests, by the time they took"
      columns={[
        {
          id: 'route',
          header: 'Route',
          phone: 'title',
          cell: ({ name }: Traffic) => <span className="font-mono text-xs">{name}</span>,
        },
        ...seenColumns<Traffic>(locale),
        { id: 'faults', header: 'Failed', align: 'right', cell: ({ faults }) => <NumberText value={faults} /> },
      ]}
      rows={routes}
      getRowId={({ name }) => name}
      empty={<EmptyState title="No request was answered yet" />}
    />
  )
}
