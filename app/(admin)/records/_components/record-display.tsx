'use client'

import { Columns3 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { DisplayMenu } from '@/components/display-menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import { onDemand } from '@/components/ui/on-demand'
import { useNeeded } from '@/components/ui/use-needed'
import { dataColumn, defaultColumns, isDataColumn, isSystemColumn, RECORD_COLUMNS } from '@/lib/records/columns'
import type { PropertyColumn } from '@/lib/records/property-dto'
import { columnsOf, fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { bySize } from '@/lib/table/table-params'
import { withColumns } from './record-arranging'
import { headingOf } from './record-headings'

const columnsWindow = onDemand(() => import('@/components/data-table/columns-window'))

/** Which columns are shown, and how many rows; both stand in the address. */
export function RecordDisplay({ search, properties }: { search: RecordSearch; properties: readonly PropertyColumn[] }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [, start] = useTransition()
  const parts = useNeeded(columnsWindow, open, () => setOpen(false))
  const shown = columnsOf(search, properties)
  const others = shown.map(({ name }) => name).filter((name) => !properties.some((known) => known.name === name))
  const paths = [...properties.map(({ name }) => name), ...others.filter(isDataColumn)]
  const named = (name: (typeof paths)[number]) => ({ name, label: headingOf(name, properties), detail: name })
  return (
    <>
      <DisplayMenu
        size={search.size}
        hrefs={bySize((size) => routes.records(recordQuery(fromFirstPage(search, { size }))))}
      >
        <MenuItem onSelect={() => setOpen(true)}>
          <Columns3 aria-hidden />
          Columns…
        </MenuItem>
        <MenuSeparator />
      </DisplayMenu>
      {parts && (
        <parts.ColumnsWindow
          open={open}
          onOpenChange={setOpen}
          known={[...RECORD_COLUMNS.map(({ name, label }) => ({ name, label })), ...paths.map(named)]}
          shown={shown}
          usual={defaultColumns(search.state, properties)}
          suggestions={properties.map(({ name }) => name)}
          read={(text) => {
            const name = dataColumn(text.startsWith('data') ? text : `data.${text}`)
            return name ? named(name) : { problem: 'This is no path into the data. Write one such as data.email.' }
          }}
          onApply={(columns) => {
            const chosen = columns.flatMap(({ name, ...rest }) =>
              isSystemColumn(name) || isDataColumn(name) ? [{ name, ...rest }] : [],
            )
            start(() => router.push(withColumns({ search, columns: chosen, properties }, chosen), { scroll: false }))
          }}
        />
      )}
    </>
  )
}
