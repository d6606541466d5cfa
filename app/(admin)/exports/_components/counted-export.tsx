import type { Route } from 'next'
import { type ComponentProps, Suspense } from 'react'
import { CountText } from '@/components/count-text'
import { byFormat, type ExportFormat, type ExportTable } from '@/lib/exports/manifest-dto'
import { ListExport } from './list-export'

const WORDS = {
  records: { one: 'record', many: 'records', every: 'Every record that matches' },
  connections: { one: 'connection', many: 'connections', every: 'Every connection that matches' },
  audit: { one: 'entry', many: 'entries', every: 'Every entry that matches' },
} as const

/** Rows that are enough to see what is in a list, and that every spreadsheet opens at once. */
const NEWEST = 1_000

interface CountedExportProps {
  table: ExportTable
  /** The list as its address has it. */
  params: Readonly<Record<string, string | undefined>>
  hrefOf: (file: { format: ExportFormat; newest?: string }) => Route
  /** How many rows match; null when that is not known. */
  count: () => Promise<ComponentProps<typeof CountText>['count']>
  timeZone: string
}

/** Every row that matches, as a file. The menu never waits for the number. */
export function CountedExport({ table, params, hrefOf, count, timeZone }: CountedExportProps) {
  const { every } = WORDS[table]
  const known = (
    <Suspense fallback={every}>
      <Known table={table} count={count} />
    </Suspense>
  )
  return (
    <ListExport
      table={table}
      params={params}
      hrefs={byFormat((format) => hrefOf({ format }))}
      newest={{ href: hrefOf({ format: 'csv', newest: String(NEWEST) }), rows: NEWEST }}
      count={known}
      timeZone={timeZone}
    />
  )
}

async function Known({ table, count }: Pick<CountedExportProps, 'table' | 'count'>) {
  const { every, ...words } = WORDS[table]
  const known = await count()
  return known ? <CountText count={known} {...words} /> : every
}
