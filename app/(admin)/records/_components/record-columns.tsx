import clsx from 'clsx'
import type { Route } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { TableColumn } from '@/components/data-table/column'
import { CELL_LINK } from '@/components/data-table/table-look'
import { RelativeTime } from '@/components/relative-time'
import { addTerm, termText } from '@/lib/query/edit'
import { RECORD_COLUMNS, type RecordColumn } from '@/lib/records/columns'
import type { RecordRow } from '@/lib/records/dto'
import { RECORD_SORTS } from '@/lib/records/fields'
import {
  columnsOf,
  DEFAULT_SORT,
  fromFirstPage,
  listQuery,
  type RecordSearch,
  recordQuery,
} from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { nextSort, printSort, sortOf } from '@/lib/table/sort'
import { DataPreview } from './data-preview'
import { EnrichmentBadge, StatusBadge } from './record-badges'

/** Ids are recognised by their beginning; their whole is on hover and on the record's page. */
const WIDTHS: Partial<Record<RecordColumn, string>> = {
  id: '8.5rem',
  externalId: '10rem',
  entityType: '12rem',
  source: '12rem',
  'connection.name': '12rem',
  'connection.connectionId': '11rem',
  data: '28rem',
}

const PHONE: Partial<Record<RecordColumn, TableColumn<RecordRow>['phone']>> = {
  id: 'title',
  entityType: 'beside',
  externalId: 'beside',
  source: 'hidden',
  status: 'beside',
  enrichmentStatus: 'beside',
  'connection.name': 'beside',
  'connection.connectionId': 'beside',
  createdAt: 'beside',
  updatedAt: 'hidden',
  data: 'line',
}

interface ColumnContext {
  search: RecordSearch
  timeZone: string
  now: number
}

/** The columns that the address asks for, each heading sorting by it, each telling value narrowing the filter to it. */
export function recordColumns(context: ColumnContext): TableColumn<RecordRow>[] {
  return columnsOf(context.search).map((name) => ({
    id: name,
    header: RECORD_COLUMNS.find((column) => column.name === name)?.label ?? name,
    sort: sortLink(name, context.search),
    maxWidth: WIDTHS[name],
    // Columns chosen by name are all wanted, with their headings; the usual ones make an item that is read at a glance.
    phone: context.search.columns === null ? PHONE[name] : undefined,
    cell: (row) => cellOf(name, row, context),
  }))
}

function sortLink(name: RecordColumn, search: RecordSearch): TableColumn<RecordRow>['sort'] {
  if (!RECORD_SORTS.some((field) => field.name === name)) return undefined
  const present = sortOf(search.terms, name)
  const next = printSort(nextSort(search.terms, name)) || DEFAULT_SORT
  // Taking the default sort away would lead back to it: its column turns round instead.
  const sort = next === search.sort ? name : next
  const direction = present === null ? 'none' : present.direction === 'asc' ? 'ascending' : 'descending'
  return { href: routes.records(recordQuery(fromFirstPage(search, { sort }))), direction }
}

function cellOf(name: RecordColumn, row: RecordRow, { search, timeZone, now }: ColumnContext): ReactNode {
  const time = (iso: string | null) =>
    iso === null ? <None /> : <RelativeTime iso={iso} timeZone={timeZone} now={now} />
  const filter = (field: string, value: string) => <FilterLink search={search} field={field} value={value} />
  switch (name) {
    case 'id':
      return (
        <Link
          href={routes.record(row.id, listQuery(search))}
          prefetch={false}
          title={row.id}
          className={clsx(CELL_LINK, 'font-mono text-xs text-accent-text')}
        >
          {row.id}
        </Link>
      )
    case 'entityType':
      return filter('entityType', row.entityType)
    case 'externalId':
      return row.externalId === null ? (
        <None />
      ) : (
        <span className="font-mono text-xs" title={row.externalId}>
          <bdi>{row.externalId}</bdi>
        </span>
      )
    case 'source':
      return filter('source', row.source)
    case 'status':
      return (
        <CellLink href={narrowed(search, 'status', row.status)}>
          <StatusBadge status={row.status} />
        </CellLink>
      )
    case 'enrichmentStatus':
      return (
        <CellLink href={narrowed(search, 'enrichmentStatus', row.enrichmentStatus)}>
          <EnrichmentBadge status={row.enrichmentStatus} />
        </CellLink>
      )
    case 'connection.name':
      return row.connection ? filter('connection.name', row.connection.name) : <None />
    case 'connection.connectionId':
      return row.connection ? (
        <CellLink href={routes.connection(row.connection.id)}>
          <bdi>{row.connection.connectionId}</bdi>
        </CellLink>
      ) : (
        <None />
      )
    case 'createdAt':
      return time(row.createdAt)
    case 'updatedAt':
      return time(row.updatedAt)
    case 'deletedAt':
      return time(row.deletedAt)
    case 'data':
      return <DataPreview preview={row.preview} />
  }
}

function narrowed(search: RecordSearch, field: string, value: string): Route {
  return routes.records(recordQuery(fromFirstPage(search, { q: addTerm(search.q, termText(field, value)) })))
}

function FilterLink({ search, field, value }: { search: RecordSearch; field: string; value: string }) {
  return (
    <CellLink href={narrowed(search, field, value)} title={`Only ${value}`}>
      <bdi>{value}</bdi>
    </CellLink>
  )
}

function CellLink({ href, title, children }: { href: Route; title?: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} scroll={false} title={title} className={CELL_LINK}>
      {children}
    </Link>
  )
}

function None() {
  return <span className="text-ink-muted">—</span>
}
