'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { routes } from '@/lib/routes'
import { Plate } from './plate'

interface Row {
  id: string
  name: string
  amount: number
  failed: boolean
}

const ROWS: readonly Row[] = [
  { id: '1', name: 'Ada Lovelace', amount: 1_200, failed: false },
  { id: '2', name: 'x'.repeat(80), amount: 7, failed: true },
  { id: '3', name: 'أحمد زويل', amount: 0, failed: false },
]
const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'name',
    header: 'Name',
    phone: 'title',
    sort: { href: routes.design(), direction: 'ascending' },
    cell: ({ name }) => name,
  },
  {
    id: 'state',
    header: 'State',
    phone: 'beside',
    sort: { href: routes.design(), direction: 'none' },
    cell: ({ failed }) =>
      failed ? (
        <Badge tone="danger">Failed</Badge>
      ) : (
        <Badge calm tone="success">
          Applied
        </Badge>
      ),
  },
  { id: 'amount', header: 'Amount', align: 'right', cell: ({ amount }) => amount },
]

export function Tables() {
  const shared = {
    columns: COLUMNS,
    getRowId: (row: Row) => row.id,
    empty: <EmptyState title="No rows match" level={3} />,
  }
  return (
    <Plate title="Tables">
      <DataTable
        {...shared}
        label="Rows that can be selected"
        rows={ROWS}
        rowLabel={({ name }) => name}
        whole="1,234 matching"
        selectionBar={() => <Button compact>Soft-delete</Button>}
      />
      <DataTable {...shared} label="Rows on their way" rows={ROWS.slice(0, 1)} busy />
      <DataTable {...shared} label="No rows" rows={[]} />
    </Plate>
  )
}
