'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheckbox, MenuLabel, MenuRadio, MenuSeparator } from '@/components/ui/menu'
import { defaultColumns, RECORD_COLUMNS, type RecordColumn } from '@/lib/records/columns'
import { columnsOf, fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { PAGE_SIZES } from '@/lib/table/table-params'

/** Which columns are shown, and how many rows; both stand in the address. */
export function DisplayMenu({ search }: { search: RecordSearch }) {
  const router = useRouter()
  const [pending, start] = useTransition()
  const shown = columnsOf(search)
  const go = (change: RecordSearch) => start(() => router.push(routes.records(recordQuery(change)), { scroll: false }))
  const toggle = (column: RecordColumn, checked: boolean) => {
    const names = RECORD_COLUMNS.map(({ name }) => name)
    const wanted = checked
      ? [...shown, column].sort((a, b) => place(a, shown, names) - place(b, shown, names))
      : shown.filter((name) => name !== column)
    const isDefault = wanted.join() === defaultColumns(search.state).join()
    if (wanted.length > 0) go({ ...search, columns: isDefault ? null : wanted })
  }
  return (
    <Menu
      trigger={
        <Button aria-busy={pending || undefined}>
          <SlidersHorizontal aria-hidden />
          Display
        </Button>
      }
    >
      <MenuLabel>Columns</MenuLabel>
      {RECORD_COLUMNS.map(({ name, label }) => (
        <MenuCheckbox key={name} checked={shown.includes(name)} onChange={(checked) => toggle(name, checked)}>
          {label}
        </MenuCheckbox>
      ))}
      <MenuSeparator />
      <MenuLabel>Rows per page</MenuLabel>
      <MenuRadio
        value={String(search.size)}
        options={PAGE_SIZES.map((size) => ({ value: String(size), label: String(size) }))}
        onChange={(value) => {
          const size = PAGE_SIZES.find((known) => String(known) === value)
          if (size) go(fromFirstPage(search, { size }))
        }}
      />
    </Menu>
  )
}

/** A column that comes back takes its usual place among those shown. */
function place(column: RecordColumn, shown: readonly RecordColumn[], names: readonly RecordColumn[]): number {
  const isOrdered = shown.every((name, at) => at === 0 || names.indexOf(shown[at - 1] ?? name) < names.indexOf(name))
  if (isOrdered) return names.indexOf(column)
  const at = shown.indexOf(column)
  return at < 0 ? shown.length : at
}
