'use client'

import type { TableColumn } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { PeekCell } from '@/components/peek/peek-cell'
import { PeekLayout } from '@/components/peek/peek-layout'
import { PeekPanel } from '@/components/peek/peek-panel'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { SkeletonRows } from '@/components/ui/skeleton'
import { routes } from '@/lib/routes'
import { Plate } from './plate'

const ROWS = [{ id: 'ada' }, { id: 'grace' }]
const COLUMNS: readonly TableColumn<{ id: string }>[] = [
  {
    id: 'id',
    header: 'Id',
    phone: 'title',
    cell: ({ id }) => (
      <PeekCell id={id} label={id}>
        {id}
      </PeekCell>
    ),
  },
]

export function Peeks() {
  const panel = (
    <PeekPanel
      title={`CONTACT ${'x'.repeat(60)}`}
      href={routes.design()}
      note={
        <>
          <Badge calm tone="success">
            Live
          </Badge>
          <Button compact tone="caution" className="ml-auto">
            Soft-delete
          </Button>
        </>
      }
    >
      <DescriptionList items={[{ term: 'External id', value: '10458' }]} />
    </PeekPanel>
  )
  return (
    <Plate title="Peek">
      <PeekLayout
        beside={<p className="text-sm text-ink-muted">Beside the rows while none is peeked at.</p>}
        panel={panel}
      >
        <DataTable
          label="Rows to peek at"
          columns={COLUMNS}
          rows={ROWS}
          getRowId={({ id }) => id}
          empty={<EmptyState title="No rows match" level={3} />}
        />
      </PeekLayout>
      <div className="grid gap-4 sm:grid-cols-3">
        {panel}
        <PeekPanel title="On its way" busy>
          <SkeletonRows rows={3} />
        </PeekPanel>
        <PeekPanel title="no-such-id">
          <EmptyState level={3} title="There is no record with this id" />
        </PeekPanel>
      </div>
    </Plate>
  )
}
