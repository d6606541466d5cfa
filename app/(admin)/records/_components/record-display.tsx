'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { DisplayMenu } from '@/components/display-menu'
import { MenuCheckbox, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { defaultColumns, RECORD_COLUMNS, type RecordColumn } from '@/lib/records/columns'
import { columnsOf, fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { bySize } from '@/lib/table/table-params'

/** Which columns are shown, and how many rows; both stand in the address. */
export function RecordDisplay({ search }: { search: RecordSearch }) {
  const router = useRouter()
  const [, start] = useTransition()
  const shown = columnsOf(search)
  const toggle = (column: RecordColumn, checked: boolean) => {
    const names = RECORD_COLUMNS.map(({ name }) => name)
    const wanted = checked
      ? [...shown, column].sort((a, b) => place(a, shown, names) - place(b, shown, names))
      : shown.filter((name) => name !== column)
    if (wanted.length === 0) return
    const columns = wanted.join() === defaultColumns(search.state).join() ? null : wanted
    start(() => router.push(routes.records(recordQuery({ ...search, columns })), { scroll: false }))
  }
  return (
    <DisplayMenu
      size={search.size}
      hrefs={bySize((size) => routes.records(recordQuery(fromFirstPage(search, { size }))))}
    >
      <MenuLabel>Columns</MenuLabel>
      {RECORD_COLUMNS.map(({ name, label }) => (
        <MenuCheckbox key={name} checked={shown.includes(name)} onChange={(checked) => toggle(name, checked)}>
          {label}
        </MenuCheckbox>
      ))}
      <MenuSeparator />
    </DisplayMenu>
  )
}

/** A column that comes back takes its usual place among those shown. */
function place(column: RecordColumn, shown: readonly RecordColumn[], names: readonly RecordColumn[]): number {
  const isOrdered = shown.every((name, at) => at === 0 || names.indexOf(shown[at - 1] ?? name) < names.indexOf(name))
  if (isOrdered) return names.indexOf(column)
  const at = shown.indexOf(column)
  return at < 0 ? shown.length : at
}
