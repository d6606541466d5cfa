'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { NumberText } from '@/components/number-text'
import type { Outcomes } from '@/lib/status/dto'

const COLUMNS: readonly TableColumn<Outcomes>[] = [
  {
    id: 'verb',
    header: 'Change',
    phone: 'title',
    cell: ({ verb }) => <span className="font-mono text-xs">{verb}</span>,
  },
  { id: 'done', header: 'Done', align: 'right', cell: ({ done }) => <NumberText value={done} /> },
  { id: 'refused', header: 'Refused', align: 'right', cell: ({ refused }) => <NumberText value={refused} /> },
  { id: 'failed', header: 'Failed', align: 'right', cell: ({ failed }) => <NumberText value={failed} /> },
]

/** Verbs by what came of them. */
export function VerbsTable({ verbs }: { verbs: readonly Outcomes[] }) {
  return (
    <DataTable
      label="Changes, by what came of them"
      columns={COLUMNS}
      rows={verbs}
      getRowId={({ verb }) => verb}
      empty={<EmptyState title="Nothing was changed yet" />}
    />
  )
}
