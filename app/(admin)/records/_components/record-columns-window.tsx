import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { ColumnsWindow } from '@/components/data-table/columns-window'
import { dataColumn, defaultColumns, isDataColumn, isSystemColumn, RECORD_COLUMNS } from '@/lib/records/columns'
import { type Arrangement, withColumns } from './record-arranging'
import { headingOf } from './record-headings'

interface RecordColumnsWindowProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  arrangement: Arrangement
}

/** The window in which the columns of the record table are chosen and ordered. */
export function RecordColumnsWindow({ open, onOpenChange, arrangement }: RecordColumnsWindowProps) {
  const { search, columns, properties } = arrangement
  const router = useRouter()
  const [, start] = useTransition()
  const others = columns.map(({ name }) => name).filter((name) => !properties.some((known) => known.name === name))
  const paths = [...properties.map(({ name }) => name), ...others.filter(isDataColumn)]
  const named = (name: (typeof paths)[number]) => ({ name, label: headingOf(name, properties), detail: name })
  return (
    <ColumnsWindow
      open={open}
      onOpenChange={onOpenChange}
      known={[...RECORD_COLUMNS.map(({ name, label }) => ({ name, label })), ...paths.map(named)]}
      shown={columns}
      usual={defaultColumns(search.state, properties)}
      suggestions={properties.map(({ name }) => name)}
      read={(text) => {
        const name = dataColumn(text.startsWith('data') ? text : `data.${text}`)
        return name ? named(name) : { problem: 'This is not a path into the data. Write one such as data.email.' }
      }}
      onApply={(choices) => {
        const chosen = choices.flatMap(({ name, ...rest }) =>
          isSystemColumn(name) || isDataColumn(name) ? [{ name, ...rest }] : [],
        )
        start(() => router.push(withColumns(arrangement, chosen), { scroll: false }))
      }}
    />
  )
}
