'use client'

import { Pin } from 'lucide-react'
import { useState } from 'react'
import type { TableColumn } from '@/components/data-table/column'
import { ColumnsWindow } from '@/components/data-table/columns-window'
import { DataTable } from '@/components/data-table/data-table'
import { EmptyState } from '@/components/empty-state'
import { PropertyValue } from '@/components/property-value/property-value'
import { Button } from '@/components/ui/button'
import type { ValueView } from '@/lib/property/value-view'
import { routes } from '@/lib/routes'
import { Plate, Specimens } from './plate'

const VIEWS: readonly [string, ValueView | null][] = [
  ['Text', { kind: 'text', text: 'Ada Lovelace', source: '"Ada Lovelace"' }],
  ['Long text', { kind: 'text', text: `${'A sentence that is longer than its column. '.repeat(4)}…` }],
  ['From right to left', { kind: 'text', text: 'أحمد زويل', source: '"أحمد زويل"' }],
  ['Number', { kind: 'number', text: '10174.25', source: '10174.25' }],
  ['More digits than a double', { kind: 'number', text: '9007199254740993', source: '9007199254740993' }],
  ['Amount', { kind: 'number', text: '1200', currency: 'EUR', source: '1200' }],
  ['Instant', { kind: 'instant', text: '2026-01-31T13:05:09.123Z', source: '"2026-01-31T13:05:09.123Z"' }],
  ['Day', { kind: 'day', text: '2026-01-31', source: '"2026-01-31"' }],
  [
    'Web page',
    { kind: 'link', to: 'page', href: 'https://example.com/', text: 'example.com', source: '"example.com"' },
  ],
  ['E-mail', { kind: 'link', to: 'e-mail', href: 'mailto:ada@example.com', text: 'ada@example.com' }],
  ['Phone', { kind: 'link', to: 'phone', href: 'tel:+442079460000', text: '+44 20 7946 0000' }],
  ['Choices', { kind: 'badges', badges: [{ text: 'beta', source: '"beta"' }, { text: 'partner' }], more: 3 }],
  ['Yes', { kind: 'flag', on: true, text: 'true', source: 'true' }],
  ['No', { kind: 'flag', on: false, text: 'false', source: 'false' }],
  ['JSON', { kind: 'json', text: '{"founded": 1973, "employees": 5391}' }],
  ['Not its type', { kind: 'unexpected', wanted: 'a number', text: 'n/a', source: '"n/a"' }],
  ['Masked', { kind: 'masked', text: '•••••• short' }],
  ['Large', { kind: 'large', bytes: 5_200_000, what: 'text' }],
  ['Nothing', null],
]

const COLUMNS: readonly TableColumn<(typeof VIEWS)[number]>[] = [
  {
    id: 'id',
    header: 'Type',
    phone: 'title',
    width: 200,
    sort: { href: routes.design(), direction: 'ascending', place: 1, addHref: routes.design() },
    menu: () => [{ icon: Pin, label: 'Pin on the left', href: routes.design() }],
    cell: ([name]) => name,
  },
  {
    id: 'value',
    header: 'Value',
    note: 'data.value, times in Europe/Berlin',
    width: 260,
    pinned: true,
    sort: { href: routes.design(), direction: 'descending', place: 2, addHref: routes.design() },
    menu: () => [{ icon: Pin, label: 'Unpin', href: routes.design() }, 'separator'],
    cell: ([, view]) => <PropertyValue view={view} timeZone="Europe/Berlin" hrefFor={() => routes.design()} />,
  },
  {
    id: 'right',
    header: 'A heading that is much longer than its column',
    align: 'right',
    width: 160,
    sort: { href: routes.design(), direction: 'none' },
    menu: () => [],
    cell: ([, view]) => <PropertyValue view={view} timeZone="Europe/Berlin" />,
  },
]

/** A table whose columns are arranged by whoever reads it, with one row for each way of showing a value. */
export function Columns() {
  const [open, setOpen] = useState(false)
  return (
    <Plate title="Columns and typed values">
      <DataTable
        label="Typed values"
        columns={COLUMNS}
        rows={VIEWS}
        getRowId={([name]) => name}
        arranging={{ width: { min: 48, max: 960 }, onResize: () => setOpen(false), onMove: () => setOpen(true) }}
        empty={<EmptyState title="No rows match" level={3} />}
      />
      <Specimens of="Which are shown, and in which order">
        <Button onClick={() => setOpen(true)}>A choice of columns</Button>
        <ColumnsWindow
          open={open}
          onOpenChange={setOpen}
          known={[
            { name: 'id', label: 'Id' },
            { name: 'data.email', label: 'E-mail', detail: 'data.email' },
            { name: 'data.address', label: 'Address', detail: 'data.address' },
          ]}
          shown={[{ name: 'id' }, { name: 'data.email', pinned: true }]}
          usual={['id']}
          suggestions={['data.address.city']}
          read={(text) =>
            text === '' ? { problem: 'This is not a path into the data.' } : { name: text, label: text }
          }
          onApply={() => setOpen(false)}
        />
      </Specimens>
    </Plate>
  )
}
